import { describe, expect, it } from 'vitest';
import { shippedSchemes } from '../../../scoring/scheme/shipped';
import type { Scheme } from '../../../scoring/scheme/format';
import { firstWords, localeOf } from '../../../src/i18n';
import { en } from '../../../src/i18n/en';
import { formulaPieces } from '../../../src/views/scheme/formula-words';
import { scorable, shareOf, startingColumns } from '../../../src/views/scheme/quick-columns';
import { groupWeights, isStaged, provenanceCount, weightIn } from '../../../src/views/scheme/weights';
import { FakeWorkbench } from '../../fixtures/fake-workbench.svelte';

await firstWords('en');
const [chengdu, sme] = (await shippedSchemes()) as unknown as [Scheme, Scheme];

describe('weights', () => {
  it('of the shipped schemes add up to 100 by group', () => {
    expect(groupWeights(chengdu, null)).toEqual([50, 30, 20]);
    expect(groupWeights(sme, null)).toEqual([20, 50, 30]);
  });
  it('by stage are those of the stage, and none where it has none', () => {
    const indicator = { ...chengdu.indicators[0]!, weight: { start: 3, grow: 5 } };
    expect(weightIn(indicator, 'grow')).toBe(5);
    expect(weightIn(indicator, 'toString')).toBeNull();
    expect(weightIn(indicator, null)).toBeNull();
    expect(weightIn({ ...indicator, weight: 0 }, 'grow')).toBe(0);
  });
  it('are staged only where a stage changes one', () => {
    const stages = [{ id: 'start', name: { zh: '初创', en: 'Start' }, when: 'age < 3' }];
    expect(isStaged({ ...chengdu, stages })).toBe(false);
    expect(isStaged({ ...chengdu, stages, indicators: [{ ...chengdu.indicators[0]!, weight: { start: 3 } }] })).toBe(true);
  });
  it('numbers of the Chengdu-style scheme are none of them official, of the SME rule all', () => {
    expect(provenanceCount(chengdu).official).toBe(0);
    expect(provenanceCount(sme)).toEqual({ all: 9, official: 9 });
  });
});

describe('a formula read aloud', () => {
  const locale = { ...localeOf('en'), t: { ...localeOf('en').t, ...en } };
  const nameOf = (field: string): string | null => ({ revenue: 'Revenue', rd_expense: 'R&D expense', titles: 'Titles' })[field] ?? null;
  const said = (formula: string): string =>
    formulaPieces(formula, nameOf, locale)
      .map(({ text }) => text)
      .join('');
  it.each([
    ['rd_expense / revenue', 'R&D expense ÷ Revenue'],
    ['growth(revenue) >= 10%', 'growth(Revenue) ≥ 10%'],
    ["'revenue' in titles", "'revenue' in Titles"],
    ['x_own is missing', 'x_own is missing'],
    ["broken ' quote", "broken ' quote"],
    ['', ''],
  ])('%s', (formula, words) => {
    expect(said(formula)).toBe(words);
  });
});

describe('a quick scheme', () => {
  const { data } = new FakeWorkbench();
  const RATIO = { id: 'rd_intensity', zh: '研发强度', en: 'R&D intensity', kind: 'ratio', unit: '%', formula: 'rd_expense / revenue' };
  it('is made of figures, not of names and segments', () => {
    expect(scorable({ ...data!, derived: [RATIO] }).map(({ id }) => id)).toEqual([
      'rd_intensity',
      'revenue',
      'rd_expense',
      'employees',
      'inv_applied',
      'new_graduates',
      'tech_contract',
    ]);
    expect(scorable(null)).toEqual([]);
  });
  it('starts from the quick scheme in force, as far as the data have its columns', () => {
    const one = { ...chengdu.indicators[0]!, id: 'revenue', formula: 'revenue', weight: 60, direction: 'less' as const };
    const flag = { ...one, id: 'employees', formula: 'not employees', weight: 40, direction: 'more' as const };
    const ratio = { ...one, id: 'rd_intensity', formula: 'rd_expense / revenue', weight: 5, direction: 'more' as const };
    const gone = { ...one, id: 'x_gone' };
    const quick: Scheme = { ...chengdu, id: 'quick', indicators: [one, flag, ratio, gone] };
    expect(startingColumns(quick, scorable({ ...data!, derived: [RATIO] }))).toEqual([
      { field: 'revenue', direction: 'less', weight: 60 },
      { field: 'employees', direction: 'less', weight: 40 },
      { field: 'rd_intensity', direction: 'more', weight: 5 },
    ]);
    expect(startingColumns(chengdu, scorable(data))).toEqual([]);
  });
  it('shares add up, and are 0 where there is no weight', () => {
    const columns = [
      { field: 'a', direction: 'more', weight: 30 },
      { field: 'b', direction: 'more', weight: 10 },
    ] as const;
    expect(columns.map(({ weight }) => shareOf(columns, weight))).toEqual([0.75, 0.25]);
    expect(shareOf([{ ...columns[0], weight: 0 }], 0)).toBe(0);
  });
});
