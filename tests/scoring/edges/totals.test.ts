import { describe, expect, it } from 'vitest';
import { copeland } from '../../../scoring/compare-totals/copeland';
import { topsis } from '../../../scoring/compare-totals/topsis';
import { evaluateScheme } from '../../../scoring/evaluate';
import { rankRows } from '../../../scoring/rank';
import { STATUSES } from '../../../scoring/scored';
import { total } from '../../../scoring/total';
import { weightsOf } from '../../../scoring/weights/given';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';
import { column } from '../statistics/shown';

type Values = readonly (number | null)[];
const share = (id: string, weight: number, more: object = {}) => ({
  id,
  formula: id,
  rule: { is: 'linear', from: 0, to: 1 },
  of: 10,
  weight,
  ...more,
});
const scored = (fields: Readonly<Record<string, Values>>, parts: Parameters<typeof schemeWith>[0]) => {
  const scheme = schemeWith(parts);
  const panel = panelOf(fields);
  const totals = total(evaluateScheme(panel, scheme), weightsOf(scheme));
  return { ...totals, ranks: [...rankRows(panel, totals).overall], statuses: Array.from(totals.status, (code) => STATUSES[code]!) };
};
const close = (found: Iterable<number>, wanted: readonly number[]): void => {
  const list = [...found];
  expect(list).toHaveLength(wanted.length);
  list.forEach((value, at) => (Number.isNaN(wanted[at]) ? expect(value).toBeNaN() : expect(value).toBeCloseTo(wanted[at]!, 10)));
};

// Shares of two indicators of weights 30 and 10 under every total: score, and weight lost to missing values.
const MEANS = {
  sum: { is: 'arithmetic' },
  geometric: { is: 'geometric', floor: 0.01 },
  harmonic: { is: 'harmonic', floor: 0.01 },
  'power 2': { is: 'power', power: 2, floor: 0 },
} as const;
/** 40 × 0.01^¾, and 40 ÷ (30 ÷ 0.01 + 10) × 40. */
const [FLOORED_GEOMETRIC, FLOORED_HARMONIC] = [1.26491106406735, 0.53156146179402];

describe.each<[keyof typeof MEANS, Readonly<Record<string, readonly number[]>>]>([
  ['sum', { missing: [0, 0], oneGap: [10], zero: [10], equal: [20, 20], below: [10], nothing: [0, 0] }],
  [
    'geometric',
    {
      missing: [0.4, 0.4],
      oneGap: [FLOORED_GEOMETRIC],
      zero: [FLOORED_GEOMETRIC],
      equal: [20, 20],
      below: [FLOORED_GEOMETRIC],
      nothing: [0, 0],
    },
  ],
  [
    'harmonic',
    {
      missing: [0.4, 0.4],
      oneGap: [FLOORED_HARMONIC],
      zero: [FLOORED_HARMONIC],
      equal: [20, 20],
      below: [FLOORED_HARMONIC],
      nothing: [0, 0],
    },
  ],
  // √(10 ÷ 40) × 40.
  ['power 2', { missing: [0, 0], oneGap: [20], zero: [20], equal: [20, 20], below: [20], nothing: [0, 0] }],
])('a group by its %s', (name, wanted) => {
  const means = { indicators: MEANS[name] };
  const run = (a: Values, b: Values, weights = [30, 10], missing = 'zero') =>
    scored({ a, b }, { means, indicators: [share('a', weights[0]!, { missing }), share('b', weights[1]!, { missing })] });

  it('of nobody is nothing', () => {
    const { score, ranks } = run([], []);
    expect([[...score], ranks]).toEqual([[], []]);
  });
  it('of everything missing is nothing but the floor, and all of the rest is lost; the firms are tied', () => {
    const { score, lost, coverage, ranks } = run([null, null], [null, null]);
    close(score, wanted['missing']!);
    close(
      lost[0]!,
      wanted['missing']!.map((earned) => 40 - earned),
    );
    expect([[...coverage], ranks]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
  it('of everything missing and skipped is 0, and all is lost', () => {
    const { score, lost, coverage } = run([null], [null], [30, 10], 'skip');
    expect([[...score], [...lost[0]!], [...coverage]]).toEqual([[0], [40], [0]]);
  });
  it('of everything missing and needed is no score', () => {
    const { score, statuses, ranks } = run([null], [null], [30, 10], 'fail');
    expect([[...score], statuses, ranks]).toEqual([[NaN], ['failed'], [0]]);
  });
  it('of one gap that counts as no points', () => close(run([null], [1]).score, wanted['oneGap']!));
  it('of one gap that is skipped is what is there, at the weight of both', () => close(run([null], [0.5], [30, 10], 'skip').score, [20]));
  it('of one zero', () => close(run([0], [1]).score, wanted['zero']!));
  it('of equal shares is that share, and equal firms are tied', () => {
    const { score, ranks } = run([0.5, 0.5], [0.5, 0.5]);
    close(score, wanted['equal']!);
    expect(ranks).toEqual([1, 1]);
  });
  it('of a figure below the scale counts it as nothing', () => close(run([-3], [1]).score, wanted['below']!));
  it('without any weight is 0, with no coverage, for everybody', () => {
    const { score, lost, coverage, statuses } = run([0.5, null], [1, null], [0, 0]);
    close(score, wanted['nothing']!);
    expect([[...lost[0]!], [...coverage], statuses]).toEqual([
      [0, 0],
      [0, 0],
      ['ranked', 'ranked'],
    ]);
  });
  it('with a weight of 0 leaves that indicator out, there or not', () => {
    close(run([0.5, 0.5], [1, null], [40, 0]).score, [20, 20]);
  });
});

it('a group of no weight beside one that has some takes nothing and gives nothing, as a sum and as a mean of groups', () => {
  const groups = [{ id: 'g' }, { id: 'h' }];
  const indicators = [share('a', 40), share('b', 0, { group: 'h' })];
  for (const means of [{}, { groups: MEANS.geometric }, { groups: MEANS.harmonic }]) {
    close(scored({ a: [0.5, 0.5], b: [0, null] }, { groups, indicators, means }).score, [20, 20]);
  }
});

it.each([
  // ((0.25^p + 1) ÷ 2)^(1 ÷ p) × 40, by Python’s decimal with 60 digits.
  [0.01, 20.0481026707592804],
  [-0.01, 19.9520127449971217],
  [20, 40 * ((0.25 ** 20 + 1) / 2) ** 0.05],
])('a mean of the power %d of 0.25 and 1 keeps its digits', (power, wanted) => {
  const means = { indicators: { is: 'power', power, floor: 0.01 } };
  close(scored({ a: [0.25], b: [1] }, { means, indicators: [share('a', 20), share('b', 20)] }).score, [wanted]);
});

describe('points and deductions without a ceiling', () => {
  const open = { rule: { is: 'per-unit', perUnit: 1 }, of: 0.000001, weight: 1_000_000 };
  it('end at 10¹⁵, so that the largest there are still add up to a number', () => {
    // 10¹⁵ ÷ 10⁻⁶ × 10⁶, twice.
    const { score, ranks } = scored({ a: [1e15, 1e16, 0], b: [1e15, 1, 0] }, { indicators: [share('a', 1, open), share('b', 1, open)] });
    expect([[...score], ranks]).toEqual([
      [2e27, 1e12, 0],
      [1, 2, 3],
    ]);
  });
  it('that overflow leave 0, never a sum that is no number', () => {
    const deductions = ['d', 'e'].map((id) => ({ id, formula: 'p', perUnit: 1_000_000 }));
    const { score, deduction, statuses } = scored({ a: [1, 1], p: [1e308, 0] }, { indicators: [share('a', 40)], deductions });
    expect([[...score], [...deduction], statuses]).toEqual([
      [0, 40],
      [2e30, 0],
      ['ranked', 'ranked'],
    ]);
  });
  it('of a negative, a zero and a gap take nothing, and only the gap is marked', () => {
    const deductions = [{ id: 'd', formula: 'p', perUnit: 5 }];
    const { score, unchecked } = scored({ a: [1, 1, 1], p: [-2, 0, null] }, { indicators: [share('a', 40)], deductions });
    expect([[...score], [...unchecked]]).toEqual([
      [40, 40, 40],
      [0, 0, 1],
    ]);
  });
});

describe('TOPSIS', () => {
  it.each<[string, readonly Values[], readonly number[]]>([
    ['nobody', [[]], []],
    ['ties', [[1, 2, 2]], [0, 1, 1]],
    [
      'a column of zeros beside another',
      [
        [0, 0, 0],
        [1, 2, 3],
      ],
      [0, 0.5, 1],
    ],
    [
      'a constant column beside another',
      [
        [7, 7, 7],
        [1, 2, 3],
      ],
      [0, 0.5, 1],
    ],
    ['negatives', [[-2, 0, 2]], [0, 0.5, 1]],
    ['an infinity: that firm has no closeness', [[1, Infinity, 2]], [0, NaN, 1]],
    ['numbers whose squares overflow', [[1e200, 2e200, 3e200]], [0, 0.5, 1]],
    ['numbers whose squares vanish', [[1e-200, 2e-200, 3e-200]], [0, 0.5, 1]],
    ['ends further apart than a number reaches', [[-1.5e308, 0, 1.5e308]], [0, 0.5, 1]],
  ])('over %s', (_, columns, wanted) => {
    close(
      topsis(
        columns.map(column),
        columns.map(() => 1),
      ).values,
      wanted,
    );
  });
});

describe('Copeland', () => {
  it.each<[string, readonly Values[], readonly number[], readonly number[]]>([
    ['nobody', [[]], [1], []],
    ['one firm', [[4]], [1], [0]],
    ['everything missing', [[null, null]], [1], [0, 0]],
    ['a constant', [[3, 3, 3]], [1], [0, 0, 0]],
    ['zeros and negatives', [[0, -1, -2]], [1], [2, 0, -2]],
    ['an infinity, which is missing', [[1, Infinity]], [1], [0, 0]],
    ['ends further apart than a number reaches', [[-1.5e308, 1.5e308]], [1], [-1, 1]],
    [
      'a gap in a column without weight',
      [
        [1, 2],
        [5, null],
      ],
      [1, 0],
      [-1, 1],
    ],
  ])('over %s', (_, columns, weights, wanted) => {
    expect([...copeland(columns.map(column), weights).scores]).toEqual(wanted);
  });
});
