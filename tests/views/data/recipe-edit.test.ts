import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../src/model/recipe';
import { entryOf } from '../../../src/views/data/dictionary';
import { asText, columnOf, kindsFor, needsUnit, withField, withKind, withRole, withUnitForAll } from '../../../src/views/data/recipe-edit';
import { FOUND, RECIPE } from '../../fixtures/fake-incoming.svelte';

const foundAt = (at: number) => FOUND.columns.find((column) => column.at === at);
const at = (recipe: Recipe, place: number) => recipe.columns.find((column) => column.at === place)!;

describe('a column given to a field', () => {
  it('takes the kind of the field, and asks for a unit where it is money', () => {
    const recipe = withField(RECIPE, 7, 'net_profit', entryOf('net_profit'), foundAt(7));
    expect(at(recipe, 7)).toMatchObject({ field: 'net_profit', kind: 'money', unit: '?' });
  });
  it('takes the unit its header names', () => {
    const freed = withField(RECIPE, 4, 'own', null, foundAt(4));
    const plain = withKind(freed, 4, 'number', foundAt(4));
    expect(at(plain, 4).unit).toBeNull();
    expect(at(withField(plain, 4, 'vc_amount', entryOf('vc_amount'), foundAt(4)), 4)).toMatchObject({ kind: 'money', unit: '元' });
  });
  it('not taken is no open question', () => {
    const recipe = withField(RECIPE, 2, null, null, foundAt(2));
    expect(at(recipe, 2)).toMatchObject({ field: null, unit: null });
    expect(needsUnit(at(recipe, 2), foundAt(2))).toBe(false);
  });
  it('of its own gets an id no other column has', () => {
    const twins: Recipe = { ...RECIPE, columns: [1, 2].map((place) => ({ ...at(RECIPE, 7), at: place, header: 'area', field: null })) };
    const first = withField(twins, 1, 'own', null, undefined);
    const both = withField(first, 2, 'own', null, undefined);
    expect(both.columns.map(({ field }) => field)).toEqual(['x_area', 'x_area_2']);
  });
});

describe('a column read as another kind', () => {
  it('keeps a money unit while it is money, and no unit of money when it is a count', () => {
    expect(at(withKind(RECIPE, 4, 'money', foundAt(4)), 4).unit).toBe('元');
    expect(at(withKind(RECIPE, 4, 'count', foundAt(4)), 4).unit).toBeNull();
  });
  it('is split at the sign its samples hold when it is a set', () => {
    const found = { ...foundAt(6)!, samples: ['高新技术企业、专精特新'] };
    expect(at(withKind(RECIPE, 6, 'set', found), 6).separator).toBe('、');
  });
  it('kept as text leaves a figure of the dictionary', () => {
    const recipe = asText(RECIPE, 2, entryOf('revenue'), foundAt(2));
    expect(at(recipe, 2)).toMatchObject({ kind: 'text', unit: null });
    expect(at(recipe, 2).field).toMatch(/^x_/);
  });
  it('keeps to the family of its field', () => {
    expect(kindsFor(entryOf('revenue'))).toEqual(['number', 'money', 'count', 'ratio']);
    expect(kindsFor(entryOf('dishonest'))).toEqual(['flag']);
    expect(kindsFor(null)).toContain('set');
  });
});

it('one answer gives every unanswered money column its unit and no other', () => {
  const recipe = withUnitForAll(RECIPE, '万元', foundAt);
  expect(recipe.columns.map(({ unit }) => unit)).toEqual([null, null, '万元', '万元', '元', null, null, null, null]);
});

it('a column in which every cell brings its unit is not asked about, nor answered for', () => {
  const own = { ...foundAt(2)!, ownUnits: 1990 };
  expect(needsUnit(at(RECIPE, 2), own)).toBe(false);
  expect(needsUnit(at(RECIPE, 2), { ...own, ownUnits: 1989 })).toBe(true);
  const recipe = withUnitForAll(RECIPE, '万元', (place) => (place === 2 ? own : foundAt(place)));
  expect([at(recipe, 2).unit, at(recipe, 3).unit]).toEqual(['?', '万元']);
});

describe('a role', () => {
  it('moves: who had it becomes a field of the file', () => {
    const recipe = withRole(RECIPE, 'industry', 8, entryOf, foundAt);
    expect(columnOf(recipe, 'industry', entryOf)?.at).toBe(8);
    expect(at(recipe, 6).field).toMatch(/^x_/);
  });
  it('of the key is a credit code where the samples are, and a firm number else', () => {
    expect(at(withRole(RECIPE, 'firm', 0, entryOf, foundAt), 0).field).toBe('uscc');
    expect(at(withRole(RECIPE, 'firm', 7, entryOf, foundAt), 7).field).toBe('firm_id');
  });
  it('of the year takes the place of a year for the whole file and of years in headers', () => {
    const dated: Recipe = {
      ...RECIPE,
      year: 2024,
      columns: RECIPE.columns.map((column) => (column.at === 5 ? { ...column, year: 2023 } : column)),
    };
    const recipe = withRole(dated, 'year', 7, entryOf, foundAt);
    expect(recipe.year).toBeNull();
    expect(recipe.columns.every(({ year }) => year === null)).toBe(true);
    expect(at(recipe, 7)).toMatchObject({ field: 'year', kind: 'year' });
  });
});
