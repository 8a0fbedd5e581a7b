import { expect, it } from 'vitest';
import { fitRecipe, parseRecipe, recipeToJson } from '../../src/ingest/recipe-json';
import { proposeRecipe } from '../../src/ingest/propose';
import { dictionary } from './dictionary';
import { foundColumn, foundFile } from './found';

const columns = [
  foundColumn('uscc', 'code'),
  foundColumn('年度', 'year', ['2023']),
  foundColumn('营业收入（万元）', 'money', ['1'], { unit: '万元' }),
];
const recipe = proposeRecipe(foundFile(columns), dictionary).recipe;
const json = JSON.parse(recipeToJson(recipe)) as Record<string, unknown>;
const faults = (value: unknown) =>
  parseRecipe(typeof value === 'string' ? value : JSON.stringify(value), 'r.json').problems.map(({ code, where, given }) => [
    code,
    where,
    given,
  ]);

it('comes back as it went', () => {
  expect(parseRecipe(recipeToJson(recipe), 'r.json')).toEqual({ recipe, problems: [] });
});

it.each<[string, unknown, unknown[]]>([
  ['no JSON', '{', ['recipe_not_json', '']],
  ['a list', [], ['recipe_wrong_type', '']],
  ['an unknown key', { ...json, colour: 1 }, ['recipe_unknown_key', '', 'colour']],
  ['a missing key', Object.fromEntries(Object.entries(json).filter(([key]) => key !== 'nulls')), ['recipe_missing_key', '', 'nulls']],
  ['a later format', { ...json, format: 2 }, ['recipe_wrong_type', '/format', '2']],
  ['a year in words', { ...json, year: '2023' }, ['recipe_wrong_type', '/year', '"2023"']],
  ['a policy nobody knows', { ...json, duplicates: 'sum' }, ['recipe_wrong_type', '/duplicates', '"sum"']],
  [
    'a place deep inside',
    { ...json, absence: { means: 'none', years: [2023, 'x'], districts: null } },
    ['recipe_wrong_type', '/absence/years/1', '"x"'],
  ],
])('%s is refused with its place', (_, given, wanted) => {
  expect(faults(given)[0]!.slice(0, wanted.length)).toEqual(wanted);
});

it('__proto__ is an unknown key and touches nothing', () => {
  expect(faults(`{"__proto__": {"polluted": 1}, ${recipeToJson(recipe).trim().slice(1)}`)).toEqual([
    ['recipe_unknown_key', '', '__proto__'],
  ]);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

it('a recipe fits next year’s file by header, wherever the columns stand', () => {
  const next = foundFile([columns[2]!, columns[0]!, foundColumn('备注', 'text', ['a']), columns[1]!], { source: 'next.csv' });
  const { recipe: fitted, problems } = fitRecipe(recipe, next);
  expect(fitted.source).toBe('next.csv');
  expect(fitted.columns.map(({ at, field, unit }) => [at, field, unit])).toEqual([
    [0, 'revenue', '万元'],
    [1, 'uscc', null],
    [2, null, null],
    [3, 'year', null],
  ]);
  expect(problems.map(({ code, where }) => [code, where])).toEqual([['column_not_in_recipe', '备注']]);
});

it('a column the recipe takes and the file lost is a question', () => {
  expect(fitRecipe(recipe, foundFile(columns.slice(0, 2))).problems.map(({ code, where, severity }) => [code, where, severity])).toEqual([
    ['column_not_in_file', '营业收入（万元）', 'question'],
  ]);
});

it('the optional keys come back, in the order of the format whatever order they were made in', () => {
  const whole = {
    ...recipe,
    matches: [{ firm: null, given: '示例甲厂' }],
    tolerance: 0.01,
    wins: ['revenue'],
    dated: { is: 'support', kind: 'loan' } as const,
  };
  const text = recipeToJson(whole);
  expect(parseRecipe(text, 'r.json')).toEqual({ recipe: whole, problems: [] });
  expect(Object.keys(JSON.parse(text) as object).slice(-4)).toEqual(['dated', 'wins', 'tolerance', 'matches']);
  const turned = Object.fromEntries(Object.entries(whole).reverse()) as unknown as typeof whole;
  expect(recipeToJson(turned)).toBe(text);
});

it.each<[string, object, unknown[]]>([
  ['a tolerance of everything', { tolerance: 1 }, ['recipe_wrong_type', '/tolerance', '1']],
  ['a kind of support nobody knows', { dated: { is: 'support', kind: 'gift' } }, ['recipe_wrong_type', '/dated/kind', '"gift"']],
  ['titles with a kind', { dated: { is: 'titles', title: null, kind: null } }, ['recipe_unknown_key', '/dated', 'kind']],
  ['a match without a firm', { matches: [{ given: 'a' }] }, ['recipe_missing_key', '/matches/0', 'firm']],
])('%s is refused with its place', (_, more, wanted) => {
  expect(faults({ ...json, ...more })[0]).toEqual(wanted);
});

it('a renamed column that the dictionary knows is taken with a warning; a doubtful one is a question with suggestions', () => {
  const renamed = foundFile([columns[0]!, columns[1]!, foundColumn('销售收入（元）', 'money', ['1'], { unit: '元' })]);
  const sure = fitRecipe(recipe, renamed, dictionary);
  expect(sure.problems.map(({ code, severity, given }) => [code, severity, given])).toEqual([
    ['column_renamed', 'warning', '销售收入（元）'],
  ]);
  // The unit written in the new header is the figures', not last year's.
  expect(sure.recipe.columns[2]).toMatchObject({ field: 'revenue', unit: '元' });
  const doubtful = fitRecipe(recipe, foundFile([columns[0]!, columns[1]!, foundColumn('营业额收入', 'number', ['1'])]), dictionary);
  expect(doubtful.problems[0]).toMatchObject({ code: 'column_drifted', severity: 'question', where: '营业收入（万元）' });
  expect(doubtful.lost[0]!.suggestions.map(({ as }) => as.header)).toEqual(['营业额收入']);
  expect(doubtful.recipe.columns[2]!.field).toBeNull();
});
