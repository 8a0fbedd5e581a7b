import { describe, expect, it } from 'vitest';
import { numberColumn } from '../../../scoring/column';
import { applyRule, type PlainRule } from '../../../scoring/rules/apply';
import { bestOf } from '../../../scoring/rules/best-of';
import { comparisonOf, type Comparison } from '../../../scoring/rules/comparison';
import type { ComparisonSet, Tier } from '../../../scoring/scheme/format';
import { panelOf, shown, truthColumn } from '../panel-of';

const NONE = (): Comparison => {
  throw new Error('no comparison set was needed');
};
const points = (rule: PlainRule, values: readonly (number | null)[], of = 10, direction: 'more' | 'less' = 'more'): unknown[] =>
  shown(applyRule(rule, numberColumn(values), { of, direction, comparison: NONE }));

describe('tiers', () => {
  const staff: readonly Tier[] = [
    { from: 0.3, to: null, points: 20 },
    { from: 0.1, to: 0.3, points: 4 },
    { from: null, to: 0.1, points: 0 },
  ];
  it('are half-open: the lower end belongs to the tier, the upper does not', () => {
    expect(points({ is: 'tiers', tiers: staff }, [0.3, 0.29999, 0.1, 0.09, -5, null])).toEqual([20, 4, 4, 0, 0, 'blank']);
  });
  it('record which tier of the list was hit', () => {
    const { hit } = applyRule({ is: 'tiers', tiers: staff }, numberColumn([1, 0.2, 0, null]), {
      of: 20,
      direction: 'more',
      comparison: NONE,
    });
    expect([...hit!]).toEqual([0, 1, 2, -1]);
  });
  it('count 0.1 + 0.2 as 0.3 and 0.57 × 100 as 57, but 0.2999999 as less', () => {
    expect(0.57 * 100 < 57).toBe(true);
    expect(points({ is: 'tiers', tiers: staff }, [0.1 + 0.2, 0.1 + 0.2 - 1e-12, 0.2999999])).toEqual([20, 20, 4]);
    const whole: Tier[] = [
      { from: 57, to: null, points: 1 },
      { from: null, to: 57, points: 0 },
    ];
    expect(points({ is: 'tiers', tiers: whole }, [0.57 * 100])).toEqual([1]);
  });
  it('honour open and closed ends: growth of exactly 0 earns nothing where the tier above is open', () => {
    const growth: Tier[] = [
      { from: null, to: 0, toClosed: true, points: 0 },
      { from: 0, to: 0.05, fromOpen: true, points: 1 },
      { from: 0.05, to: null, points: 3 },
    ];
    expect(points({ is: 'tiers', tiers: growth }, [-1, 0, 0.1 + 0.2 - 0.3, 0.001, 0.05])).toEqual([0, 0, 0, 1, 3]);
  });
  it('may hold a single value', () => {
    const three: Tier[] = [
      { from: null, to: 3, points: 0 },
      { from: 3, to: 3, toClosed: true, points: 7 },
      { from: 3, to: null, fromOpen: true, points: 1 },
    ];
    expect(points({ is: 'tiers', tiers: three }, [2.9, 3, 3.1])).toEqual([0, 7, 1]);
  });
  it('with an interval of points give its lower end', () => {
    expect(
      points(
        {
          is: 'tiers',
          tiers: [
            { from: 1, to: null, points: [7, 8] },
            { from: null, to: 1, points: 0 },
          ],
        },
        [1, 0],
      ),
    ).toEqual([7, 0]);
  });
  it('in 万元 compare stored 元, in % stored ratios', () => {
    const tiers: Tier[] = [
      { from: 57, to: null, points: 1 },
      { from: null, to: 57, points: 0 },
    ];
    expect(points({ is: 'tiers', unit: '万元', tiers }, [570_000, 569_999])).toEqual([1, 0]);
    expect(points({ is: 'tiers', unit: '%', tiers }, [0.57, 0.5699])).toEqual([1, 0]);
  });
});

it.each<[string, PlainRule, number[], number[]]>([
  ['linear', { is: 'linear', from: 0.3, to: 0.9 }, [0.2, 0.3, 0.6, 0.9, 2], [0, 0, 5, 10, 10]],
  ['linear, less is better', { is: 'linear', from: 1, to: 0.5 }, [1.5, 1, 0.75, 0.5, 0], [0, 0, 5, 10, 10]],
  ['linear in %', { is: 'linear', unit: '%', from: 0, to: 20 }, [0.05, 0.2], [2.5, 10]],
  // ln 11 ÷ ln 101 = 2.3978952727983707 ÷ 4.61512051684126; times 10.
  ['log', { is: 'log', full: 100 }, [-3, 0, 10, 100, 1000], [0, 0, 5.195737, 10, 10]],
  ['log in 万元: the same points for the same money', { is: 'log', unit: '万元', full: 100 }, [100_000, 1_000_000], [5.195737, 10]],
  ['per unit with a cap', { is: 'per-unit', perUnit: 2.5, cap: 5 }, [-1, 0, 1, 2, 3], [0, 0, 2.5, 5, 5]],
  ['per unit without one may exceed the full points', { is: 'per-unit', perUnit: 4 }, [10], [40]],
  ['goalposts', { is: 'goalposts', low: 2, high: 4 }, [1, 2, 3, 4, 5], [0, 0, 5, 10, 10]],
])('%s', (_, rule, given, wanted) => {
  points(rule, given).forEach((point, at) => expect(point).toBeCloseTo(wanted[at]!, 5));
});

it('goalposts turn round where less is better', () => {
  expect(points({ is: 'goalposts', low: 2, high: 4 }, [1, 2, 3, 4, 5], 10, 'less')).toEqual([10, 10, 5, 0, 0]);
});

it('a missing value has no points under any rule, and keeps its reason', () => {
  const rules: PlainRule[] = [
    { is: 'linear', from: 0, to: 1 },
    { is: 'log', full: 5 },
    { is: 'per-unit', perUnit: 1 },
    { is: 'goalposts', low: 0, high: 1 },
  ];
  for (const rule of rules) expect(points(rule, [null])).toEqual(['blank']);
});

it('points beyond all numbers are not finite, not infinite', () => {
  expect(points({ is: 'per-unit', perUnit: 1e10 }, [1e300, 1])).toEqual(['not_finite', 1e10]);
});

it('flag gives full points or none', () => {
  const column = truthColumn([true, false, null]);
  expect(shown(applyRule({ is: 'flag' }, column, { of: 6, direction: 'more', comparison: NONE }))).toEqual([6, 0, 'blank']);
});

describe('relative rules', () => {
  const relative = (
    is: 'percentile' | 'min-max',
    values: readonly (number | null)[],
    set: { year?: number[]; stage?: number[]; industry?: (string | null)[]; kind?: ComparisonSet; direction?: 'more' | 'less' } = {},
  ): unknown[] => {
    const panel = panelOf({ x: values, ...(set.industry ? { industry: set.industry } : {}) }, set.year ? { year: set.year } : {});
    const comparison = comparisonOf(panel, set.kind ?? 'year', Int16Array.from(set.stage ?? values.map(() => 0)));
    return shown(applyRule({ is }, numberColumn(values), { of: 100, direction: set.direction ?? 'more', comparison: () => comparison }));
  };

  it('percentile is the mid-rank: (below + half of equal) ÷ present', () => {
    expect(relative('percentile', [10, 20, 20, 40])).toEqual([12.5, 50, 50, 87.5]);
    expect(relative('percentile', [40, null, 10])).toEqual([75, 'blank', 25]);
  });
  it('percentile counts from above where less is better', () => {
    expect(relative('percentile', [10, 20, 20, 40], { direction: 'less' })).toEqual([87.5, 50, 50, 12.5]);
  });
  it('percentile of equals, and of one alone, is the middle', () => {
    expect(relative('percentile', [3, 3, 3])).toEqual([50, 50, 50]);
    expect(relative('percentile', [3])).toEqual([50]);
    expect(relative('percentile', [0.1 + 0.2, 0.3])).toEqual([50, 50]);
  });
  it('min-max runs from the lowest to the highest', () => {
    expect(relative('min-max', [2, 4, 6, null])).toEqual([0, 50, 100, 'blank']);
    expect(relative('min-max', [2, 4, 6], { direction: 'less' })).toEqual([100, 50, 0]);
  });
  it('min-max of equals separates nobody, and one alone is too few', () => {
    expect(relative('min-max', [3, 3])).toEqual(['constant', 'constant']);
    expect(relative('min-max', [3, null])).toEqual(['too_few', 'blank']);
  });
  it('compare within the year unless the scheme says all years', () => {
    expect(relative('min-max', [0, 10, 100, 200], { year: [2023, 2023, 2024, 2024] })).toEqual([0, 100, 0, 100]);
    expect(relative('min-max', [0, 10, 100, 200], { year: [2023, 2023, 2024, 2024], kind: 'all' })).toEqual([0, 5, 50, 100]);
  });
  it('compare within year and stage; a row without a stage is not placed', () => {
    expect(relative('min-max', [0, 10, 100, 200, 7], { stage: [0, 0, 1, 1, -1], kind: 'year*stage' })).toEqual([
      0,
      100,
      0,
      100,
      'no_stage',
    ]);
  });
  it('compare within year and industry; a row without an industry is not placed', () => {
    expect(relative('min-max', [0, 10, 100, 200, 7], { industry: ['a', 'a', 'b', 'b', null], kind: 'year*industry' })).toEqual([
      0,
      100,
      0,
      100,
      'blank',
    ]);
    expect(relative('min-max', [0, 10], { kind: 'year*industry' })).toEqual(['not_collected', 'not_collected']);
  });
});

describe('best-of', () => {
  const option = (values: readonly (number | null)[]) =>
    applyRule({ is: 'per-unit', perUnit: 1 }, numberColumn(values), { of: 50, direction: 'more', comparison: NONE });
  it('takes the option with most points and records it; equal points keep the first', () => {
    const best = bestOf([option([10, 30, 20]), option([20, 20, 20])]);
    expect(shown(best)).toEqual([20, 30, 20]);
    expect([...best.option!]).toEqual([1, 0, 0]);
  });
  it('takes the other option where one is missing, and is missing where both are', () => {
    const best = bestOf([option([null, 5, null]), option([3, null, null])]);
    expect(shown(best)).toEqual([3, 5, 'blank']);
    expect([...best.option!]).toEqual([1, 0, -1]);
  });
  it('records the tier the winner hit, none where the winner has no tiers, and nothing where no option has any', () => {
    const stairs: PlainRule = {
      is: 'tiers',
      tiers: [
        { from: 10, to: null, points: 30 },
        { from: null, to: 10, points: 5 },
      ],
    };
    const tiered = (values: readonly (number | null)[]) =>
      applyRule(stairs, numberColumn(values), { of: 50, direction: 'more', comparison: NONE });
    // 30 beats 20, 5 loses to 20, 5 ties with the tiers asked first, a missing value leaves the other's tier, and two missing leave none.
    const best = bestOf([tiered([12, 3, 3, null, null]), option([20, 20, 5, 4, null])]);
    expect([...best.option!]).toEqual([0, 1, 0, 1, -1]);
    expect([...best.hit!]).toEqual([0, -1, 1, -1, -1]);
    expect([...bestOf([tiered([3, 3]), tiered([12, null])]).hit!]).toEqual([0, 1]);
    expect(bestOf([option([1]), option([2])]).hit).toBeNull();
    expect(option([1]).option).toBeNull();
  });
});
