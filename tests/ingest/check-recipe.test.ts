import { expect, it } from 'vitest';
import type { Recipe, RecipeColumn } from '../../src/model/recipe';
import { checkRecipe } from '../../src/ingest/check-recipe';
import { proposeRecipe } from '../../src/ingest/propose';
import { dictionary } from './dictionary';
import { foundColumn, foundFile } from './found';

const found = foundFile([
  foundColumn('uscc', 'code', ['91000000000000000K']),
  foundColumn('year', 'year', ['2023']),
  foundColumn('营业收入（元）', 'money', ['1'], { unit: '元' }),
]);
const good = proposeRecipe(found, dictionary).recipe;
const codes = (recipe: Recipe) => checkRecipe(found, recipe, dictionary).map(({ code, severity }) => `${severity} ${code}`);
const changed = (at: number, part: Partial<RecipeColumn>): Recipe => ({
  ...good,
  columns: good.columns.map((one) => (one.at === at ? { ...one, ...part } : one)),
});

it('a good recipe passes', () => {
  expect(codes(good)).toEqual([]);
});

it.each<[string, Recipe, string[]]>([
  ['a field nobody knows', changed(2, { field: 'revenu' }), ['error unknown_field']],
  ['a lag of an unknown field', changed(2, { field: 'revenu_p1' }), ['error unknown_field']],
  ['a field given twice', changed(2, { field: 'year', kind: 'year', unit: null }), ['error field_twice']],
  ['money read as text', changed(2, { kind: 'text', unit: null }), ['error kind_differs']],
  ['a unit that is none', changed(2, { unit: '斤' }), ['error unit_unreadable']],
  ['an open unit', changed(2, { unit: '?' }), ['question unit_unknown']],
  ['money without any unit', changed(2, { unit: null }), ['question unit_unknown']],
  ['no key', changed(0, { field: null }), ['question no_firm_key']],
  ['no year', changed(1, { field: null }), ['question no_year']],
  ['a year beside a year column', { ...good, year: 2023 }, ['error year_twice']],
  ['a year no panel has', { ...changed(1, { field: null }), year: 23 }, ['error bad_year']],
  ['years in headers beside a year column', changed(2, { year: 2023 }), ['error year_in_header_and_column']],
  ['a column the file has not', changed(2, { at: 9 }), ['error no_such_column']],
  ['a header that changed', changed(2, { header: '净利润（元）' }), ['error column_changed']],
  ['a currency that is none', { ...good, currency: '元' }, ['error bad_currency']],
  ['events into an unknown field', { ...good, events: { field: 'fines' } }, ['error unknown_field']],
])('%s', (_, recipe, wanted) => {
  expect(codes(recipe)).toEqual(wanted);
});

it('a lag of a known field and an own field pass', () => {
  expect(codes(changed(2, { field: 'revenue_p2' }))).toEqual([]);
  expect(codes(changed(2, { field: 'x_anything' }))).toEqual([]);
});
