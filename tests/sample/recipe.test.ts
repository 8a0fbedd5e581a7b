import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sampleFiles, SAMPLE_FILES } from '../../scripts/sample/tables.mjs';
import { makeWorld } from '../../scripts/sample/world.mjs';
import type { FieldEntry, Recipe } from '../../src/model/recipe';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const recipe: Recipe = read('data/sample-recipes/constraints.json');
const dictionary: readonly FieldEntry[] = read('data/fields.json');

it('the recipe of the constraint list names the columns of the file, in order', () => {
  const text = new Map(sampleFiles(makeWorld())).get(recipe.source);
  expect(SAMPLE_FILES).toContain(recipe.source);
  expect(recipe.columns.map((column) => column.header)).toEqual(text?.split('\n', 1)[0]?.split(','));
  expect(recipe.columns.map((column) => column.at)).toEqual(recipe.columns.map((_, at) => at));
});

it('the recipe gives every column a field of the dictionary, of its kind', () => {
  const kinds = new Map(dictionary.map((entry) => [entry.id, entry.kind]));
  expect(recipe.columns.filter((column) => column.field === null || kinds.get(column.field) !== column.kind)).toEqual([]);
});

it('not to be on the constraint list means that there is nothing, everywhere and in every year', () => {
  expect(recipe.absence).toEqual({ means: 'none', years: null, districts: null });
});
