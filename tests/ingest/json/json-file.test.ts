import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesSource } from '../../../src/ingest/byte-source';
import { jsonFile } from '../../../src/ingest/json/json-file';
import { proposeRecipe } from '../../../src/ingest/propose';
import type { Recipe } from '../../../src/model/recipe';
import type { LoadedFile } from '../../../src/model/source';
import { dictionary } from '../dictionary';
import { fileOf, gb18030, recipeOf, utf16, valuesOf } from '../given';

const LINES = `{"统一社会信用代码":"91510000000000001X","年度":2023,"营业收入（万元）":1.10,"资质":["高企","瞪羚"]}
{"年度":2023,"统一社会信用代码":"91510000000000002X","备注":"晚到的列","营业收入（万元）":null}

{"统一社会信用代码":"91510000000000003X","年度":2023,"营业收入（万元）":{"值":3},"资质":[]}
{"统一社会信用代码":"91510000000000004X","年度":2023,
`;
const RECIPE = recipeOf(['code', 'year', 'number', 'set', 'text'], { delimiter: '', quote: '' }, { separator: ';' });

async function loaded(source: ByteSource, recipe: Recipe): Promise<LoadedFile> {
  const answer = await jsonFile.load(source, recipe);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.file;
}

it('is told by its first characters, and a text that only begins like it is none', async () => {
  const is = (text: string) => jsonFile.is(fileOf(text));
  for (const text of ['{"a":1}', '\ufeff {\n"a": 1', '[{"a":1}]', ' [\n [1]]', '["a",1]\n["b",2]\n', '[]', '{}'])
    expect([text, await is(text)]).toEqual([text, true]);
  for (const text of ['[id],[name]\n1,2\n', '[1] 年报\na,b\n', '{甲},b\n', 'a,b', '', '["a",1]'])
    expect([text, await is(text)]).toEqual([text, false]);
});

it('keys are headers in the order in which they first appear, over the whole file', async () => {
  const found = await jsonFile.look(fileOf(LINES, 'a.jsonl'));
  expect(found.columns.map(({ header, kind, unit, filled, refused }) => [header, kind, unit, filled, refused])).toEqual([
    ['统一社会信用代码', 'code', null, 3, 0],
    ['年度', 'year', null, 3, 0],
    ['营业收入（万元）', 'money', '万元', 2, 1],
    ['资质', 'set', null, 1, 0],
    ['备注', 'text', null, 1, 0],
  ]);
  expect(found.problems.map(({ code, where, given, severity }) => [code, where, given, severity])).toEqual([
    ['json_bad_records', 'line 5', '1', 'warning'],
  ]);
  expect([found.sampled, found.dialect, found.preview[0]!.fate]).toEqual([
    3,
    { encoding: 'utf-8', delimiter: '', quote: '', header: { line: 0, lines: 1 } },
    'header',
  ]);
});

it('loads with a ledger: lines of the file, digits as written, what is no value refused', async () => {
  const source = fileOf(LINES, 'a.jsonl');
  const file = await loaded(source, RECIPE);
  expect(file.columns.map(({ column }) => valuesOf(column))).toEqual([
    ['91510000000000001X', '91510000000000002X', '91510000000000003X'],
    [2023, 2023, 2023],
    [1.1, '(blank)', '(unreadable)'],
    [['高企', '瞪羚'], '(blank)', []],
    ['(blank)', '晚到的列', '(blank)'],
  ]);
  expect([[...file.lines], file.account]).toEqual([
    [1, 2, 4],
    { read: 4, loaded: 3, rejected: 1, skipped: 0, changedCells: 0, rejectedCells: 1 },
  ]);
  const ledger = await jsonFile.ledger(source, file, RECIPE, 0, 10);
  expect(ledger.map(({ line, column, raw, action, reason, read }) => [line, column, raw, action, reason, read])).toEqual([
    [4, 'h2', '{"值":3}', 'rejected cell', 'nested_value', ''],
    [5, '', '{"统一社会信用代码":"91510000000000004X","年度":2023,', 'rejected row', 'bad_record', ''],
  ]);
  expect(await jsonFile.cells(source, file, 2)).toEqual(['91510000000000002X', '2023', '', '', '晚到的列']);
  await expect(jsonFile.cells(source, file, 3)).rejects.toThrow('a.jsonl has no record on line 3');
});

it('a list of objects gives what its lines give; lines are the numbers of its records', async () => {
  const records = LINES.split('\n').filter((line) => line.endsWith('}'));
  const list = fileOf(`[\n ${records.join(',\n')}\n]\n`, 'a.json');
  const file = await loaded(list, RECIPE);
  const twin = await loaded(fileOf(records.join('\n')), RECIPE);
  expect(file.columns.map(({ column }) => valuesOf(column))).toEqual(twin.columns.map(({ column }) => valuesOf(column)));
  expect([...file.lines]).toEqual([1, 2, 3]);
  expect(await jsonFile.cells(list, file, 3)).toEqual(['91510000000000003X', '2023', '{"值":3}', '无']);
});

it('arrays are rows of a table: title and header are found, short rows rejected', async () => {
  const text = '["企业","收入","人数"]\n["甲",1.50,3]\n["乙",2]\n{"企业":"丙"}\n["合计",3.50,3]\n';
  const found = await jsonFile.look(fileOf(text));
  expect([found.dialect.header, found.columns.map(({ header }) => header)]).toEqual([{ line: 0, lines: 1 }, ['企业', '收入', '人数']]);
  const recipe = recipeOf(['text', 'number', 'count'], { delimiter: '', quote: '' });
  const file = await loaded(fileOf(text), recipe);
  expect(file.columns.map(({ column }) => valuesOf(column))).toEqual([['甲'], [1.5], [3]]);
  expect(file.account).toMatchObject({ read: 4, loaded: 1, rejected: 2, skipped: 1 });
  const list = fileOf('[["企业","收入","人数"],["甲",1.50,3]]');
  expect((await loaded(list, recipe)).columns.map(({ column }) => valuesOf(column))).toEqual([['甲'], [1.5], [3]]);
});

it.each([
  ['utf-8', (text: string) => new TextEncoder().encode(text)],
  ['gb18030', gb18030],
  ['utf-16le', (text: string) => utf16(text, 'le', true)],
] as const)('is read in %s', async (encoding, encode) => {
  const source = bytesSource('a.json', encode(`[${LINES.split('\n')[0]}]`));
  const found = await jsonFile.look(source);
  expect([found.dialect.encoding, found.columns[3]!.header]).toEqual([encoding, '资质']);
  const file = await loaded(source, { ...RECIPE, columns: RECIPE.columns.slice(0, 4), dialect: { ...RECIPE.dialect, encoding } });
  expect(valuesOf(file.columns[3]!.column)).toEqual([['高企', '瞪羚']]);
});

it('a recipe is proposed for it as for a text', async () => {
  const { recipe } = proposeRecipe(await jsonFile.look(fileOf(LINES)), dictionary);
  expect(recipe.columns.map(({ header, field, unit }) => [header, field, unit]).slice(0, 4)).toEqual([
    ['统一社会信用代码', 'uscc', null],
    ['年度', 'year', null],
    ['营业收入（万元）', 'revenue', '万元'],
    ['资质', 'titles', null],
  ]);
  expect(recipe.columns[3]!.separator).toBe(';');
});

describe('refused whole, with the place', () => {
  it.each([
    ['a cut list', '[{"a":1},{"a":2', 'json_cut', 'line 2'],
    ['a broken list', '[{"a":1};{"a":2}]', 'json_broken', 'line 1'],
    ['too many keys', `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join(',')}}`, 'json_too_many_keys', ''],
    ['an empty list', '[]', 'no_rows', ''],
    ['one object over many lines', '{\n"data": [\n{"a": 1}\n]\n}\n', 'json_no_records', 'line 1'],
  ])('%s', async (_, text, code, where) => {
    const found = await jsonFile.look(fileOf(text));
    expect(found.problems.map((problem) => [problem.code, problem.where])).toEqual([[code, where]]);
  });
});

it('a late cell of another kind is seen: the sample is spread over the file', async () => {
  const lines = Array.from({ length: 30_000 }, (_, at) => `{"a":${at < 15_000 ? at : '"x"'}}`);
  expect((await jsonFile.look(fileOf(lines.join('\n')))).columns[0]).toMatchObject({ kind: 'text' });
});
