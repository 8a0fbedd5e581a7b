import { describe, expect, it } from 'vitest';
import { scorePanel } from '../../../scoring/board/score-panel';
import { screeningOf } from '../../../scoring/consistency/screening';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';
import { strays } from './strays';

const naming = {
  schemeHash: '',
  nameOf: (field: string) => ({ zh: field, en: field }),
  format: (_: string, value: number | string) => String(value),
};
const linear = (id: string, formula: string) => ({ id, formula, of: 10, rule: { is: 'linear', from: 0, to: 10 } });
const scheme = schemeWith({
  gates: [{ id: 'in', formula: 'employees > 0' }],
  indicators: [
    linear('a', 'x_a'),
    linear('b', 'x_b'),
    { id: 'c', formula: 'flag_a', of: 10, rule: { is: 'flag' } },
    {
      id: 'd',
      of: 10,
      rule: {
        is: 'best-of',
        options: ['x_a', 'x_b'].map((formula) => ({
          id: formula,
          name: { zh: formula, en: formula },
          formula,
          rule: { is: 'linear', from: 0, to: 10 },
        })),
      },
    },
  ],
});
// F4 has no employees: a gate keeps it out.
const panel = panelOf({
  employees: [10, 20, 30, 40, 0],
  revenue: [-1, 0, 3, null, 5],
  x_a: [1, 2, 3, 4, 5],
  x_b: [0, 0, null, 7, 7],
  flag_a: [true, null, null, false, true],
});
const found = screeningOf(scorePanel(panel, scheme, naming), { year: 2024, segment: {} });

describe('indicators', () => {
  it('shares of four firms, and of those that have a value', () => {
    expect(found.screened).toBe(4);
    expect(
      found.indicators.map(({ on, firms, n, present, unique, nonZero, low }) => [on, firms, n, present, unique, nonZero, low]),
    ).toEqual([
      ['value', 4, 4, 1, 1, 1, []],
      // 0, 0, 7: two of three distinct, one of three not zero.
      ['value', 4, 3, 0.75, 2 / 3, 1 / 3, ['nonZero']],
      // Yes and no have no distinct values to count.
      ['value', 4, 2, 0.5, null, 0.5, ['present']],
      ['points', 4, 4, 1, null, 1, []],
    ]);
  });
  it('yes and no have no shape; the best of x_a and x_b is 1, 2, 3, 7', () => {
    expect(found.indicators.map(({ shape }) => shape?.median.value ?? null)).toEqual([2.5, 0, null, 2.5]);
  });
});

describe('firms', () => {
  it('two of three: F1 with three of four passes, F2 with two of four does not', () => {
    expect(found.firms).toEqual({
      fewPresent: 1,
      fewNonZero: 0,
      worst: [{ firm: 'F2', name: 'F2', present: 2, nonZero: 2, of: 4 }],
    });
  });
  it('a firm of zeros only is under 5 %', () => {
    const zeros = panelOf({ employees: [1, 1], x_a: [0, 1], x_b: [0, 1], flag_a: [false, true] });
    expect(screeningOf(scorePanel(zeros, scheme, naming), { year: 2024, segment: {} }).firms).toMatchObject({
      fewPresent: 0,
      fewNonZero: 1,
    });
  });
});

describe('denominators', () => {
  it('of 0 and below are counted, missing ones are not among them', () => {
    expect(found.denominators).toEqual([
      { field: 'revenue', present: 3, notPositive: 2 },
      { field: 'employees', present: 4, notPositive: 0 },
    ]);
  });
  it('an indicator that rises with the size of the firm is flagged', () => {
    const [first] = found.effects.filter(({ indicator, denominator }) => indicator === 0 && denominator === 1);
    expect(first!.pearson.value).toBeCloseTo(1, 12);
    expect(first!.flagged).toBe(true);
  });
  it('two firms in common say nothing', () => {
    const [pair] = found.effects.filter(({ indicator, denominator }) => indicator === 1 && denominator === 0);
    expect(pair).toMatchObject({ flagged: false, pearson: { value: null, reason: 'too_few', n: 2 } });
  });
  it('a giant makes Pearson, not Spearman; either flags', () => {
    const giant = panelOf({
      employees: [1, 2, 3, 4, 1000],
      x_a: [2, 4, 1, 3, 900],
      x_b: [4, 3, 2, 1, 1],
      flag_a: [true, true, true, true, true],
    });
    const { effects } = screeningOf(scorePanel(giant, scheme, naming), { year: 2024, segment: {} });
    expect(effects[0]!.pearson.value).toBeGreaterThan(0.99);
    expect(effects[0]!.spearman.value).toBeCloseTo(0.5, 12);
    expect(effects[0]!.flagged).toBe(true);
  });
});

it('nobody screened: no share is a number', () => {
  const nobody = panelOf({ employees: [0], x_a: [1], x_b: [1], flag_a: [true] });
  const empty = screeningOf(scorePanel(nobody, scheme, naming), { year: 2024, segment: {} });
  expect(empty.indicators.map(({ present, unique, nonZero, low }) => [present, unique, nonZero, low])).toEqual(
    Array.from({ length: 4 }, () => [null, null, null, []]),
  );
  expect(strays(empty)).toEqual([]);
});
