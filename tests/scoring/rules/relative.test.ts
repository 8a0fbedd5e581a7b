import { describe, expect, it } from 'vitest';
import { numberColumn, REASONS } from '../../../scoring/column';
import { applyRule } from '../../../scoring/rules/apply';
import { comparisonOf } from '../../../scoring/rules/comparison';
import type { RelativeRule } from '../../../scoring/rules/relative';
import type { Treatment } from '../../../scoring/scheme/format';
import { PEERS } from '../../../scoring/scored';
import { panelOf, shown } from '../panel-of';
import expected from './expected.json';

type Values = readonly (number | null)[];
interface Given {
  readonly direction?: 'more' | 'less';
  readonly industry?: (string | null)[];
  readonly stage?: number[];
  readonly treatment?: Treatment;
}
function apply(rule: RelativeRule, values: Values, { direction = 'more', industry, stage, treatment }: Given = {}) {
  const panel = panelOf({ x: values, ...(industry ? { industry } : {}) });
  const stages = Int16Array.from(stage ?? values.map(() => 0));
  return applyRule(rule, numberColumn(values), {
    of: 100,
    direction,
    ...(treatment ? { treatment } : {}),
    comparison: (within) => comparisonOf(panel, 'year', stages, within),
  });
}
const points = (rule: RelativeRule, values: Values, given?: Given): unknown[] => shown(apply(rule, values, given));
const close = (found: readonly unknown[], wanted: readonly number[]): void => {
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, at) => expect(value).toBeCloseTo(wanted[at]!, 10));
};

/** As in expected.py. */
const MONEY = [3, 12.5, 7, 0.4, 95, 8, 7, 21, 5.5, 400];
const ratio = { is: 'ratio' } as const;
const zScore = { is: 'z-score', from: -1, to: 2 } as const;
const target = { is: 'target', target: 10 } as const;
const minMax = { is: 'min-max' } as const;

describe('ratio to the best', () => {
  it('is value ÷ highest; less is better: lowest ÷ value, so that the worst never gets the most', () => {
    expect(points(ratio, [1, 2, 4])).toEqual([25, 50, 100]);
    // COINr's n_fracmax gives 1, 2, 4 here.
    expect(points(ratio, [1, 2, 4], { direction: 'less' })).toEqual([100, 50, 25]);
  });
  it.each([
    [
      [0, 2, 4],
      ['zero_not_allowed', 'zero_not_allowed', 'zero_not_allowed'],
    ],
    [
      [-1, 2, null],
      ['zero_not_allowed', 'zero_not_allowed', 'blank'],
    ],
    [
      [3, 3],
      ['constant', 'constant'],
    ],
    [
      [0, 0],
      ['zero_not_allowed', 'zero_not_allowed'],
    ],
    [[0], ['too_few']],
    [
      [null, null],
      ['blank', 'blank'],
    ],
    [[], []],
  ])('of %j is %j', (values, wanted) => expect(points(ratio, values)).toEqual(wanted));
});

describe('standard score', () => {
  it('is (v − mean) ÷ deviation with n − 1, between the two scores of the rule, as SciPy has it', () => {
    close(points(zScore, MONEY), expected.zScore);
    close(points(zScore, MONEY, { direction: 'less' }), expected.zScoreLess);
  });
  it('by hand: 1, 2, 3 have mean 2 and deviation 1', () => {
    expect(points({ is: 'z-score', from: -2, to: 2 }, [1, 2, 3])).toEqual([25, 50, 75]);
  });
  it.each([
    [
      [5, 5, 5],
      ['constant', 'constant', 'constant'],
    ],
    [
      [0.1 + 0.2, 0.3],
      ['constant', 'constant'],
    ],
    [
      [7, null],
      ['too_few', 'blank'],
    ],
    [
      [-1e308, 1e308],
      ['not_finite', 'not_finite'],
    ],
    [[], []],
  ])('of %j is %j', (values, wanted) => expect(points(zScore, values)).toEqual(wanted));
  it('of the largest numbers there are is still a number', () => {
    expect(points({ is: 'z-score', from: -2, to: 2 }, [1e307, 2e307, 3e307])).toEqual([25, 50, 75]);
  });
});

describe('distance to a target', () => {
  it('is full at the target and beyond, else the place between the worst and the target', () => {
    expect(points(target, [2, 6, 10, 25, null])).toEqual([0, 50, 100, 100, 'blank']);
    expect(points(target, [30, 20, 10, 5], { direction: 'less' })).toEqual([0, 50, 100, 100]);
  });
  it('counts 0.57 × 100 as 57', () => expect(points({ is: 'target', target: 57 }, [0.57 * 100, 0])).toEqual([100, 0]));
  it('in a unit compares stored values', () => {
    expect(points({ is: 'target', unit: '%', target: 10 }, [0, 0.05, 0.1])).toEqual([0, 50, 100]);
  });
  it.each([
    [
      [12, 12],
      [100, 100],
    ],
    [
      [3, 3],
      ['constant', 'constant'],
    ],
    [[3], ['too_few']],
    [[11], [100]],
    [
      [-4, 3],
      [0, 50],
    ],
  ])('of %j is %j: whoever reaches it does so whatever the others', (values, wanted) => expect(points(target, values)).toEqual(wanted));
});

describe('a treatment before the rule', () => {
  it('brings values in to two quantiles of type 7, takes logarithms, or both, as NumPy has it', () => {
    close(points(minMax, MONEY, { treatment: { winsorise: [0.1, 0.9] } }), expected.winsorised);
    close(points(minMax, MONEY, { treatment: { log: true } }), expected.logged);
    close(points(minMax, MONEY, { treatment: { winsorise: [0.1, 0.9], log: true } }), expected.both);
  });
  it('works within the set that is compared: each industry has quantiles of its own', () => {
    const industry = ['a', 'a', 'a', 'b', 'b', 'b'];
    // Of 0, 10, 20 the upper half is brought in to 10, of 0, 100, 200 to 100.
    const given = { industry, treatment: { winsorise: [0, 0.5] as const } };
    expect(points({ ...minMax, within: 'industry', least: 3 }, [0, 10, 20, 0, 100, 200], given)).toEqual([0, 100, 100, 0, 100, 100]);
  });
  it('of equals, of one, and of none leaves the rule to refuse them', () => {
    expect(points(minMax, [3, 3], { treatment: { log: true } })).toEqual(['constant', 'constant']);
    expect(points(minMax, [3], { treatment: { winsorise: [0.1, 0.9], log: true } })).toEqual(['too_few']);
    expect(points(minMax, [null], { treatment: { log: true } })).toEqual(['blank']);
  });
  it('takes the logarithm of zeros and negatives, and gives no value a NaN', () => {
    const found = points(minMax, [-5, 0, 5], { treatment: { log: true } });
    expect([found[0], found[2]]).toEqual([0, 100]);
    // ln(0.1), ln(5.1), ln(10.1).
    expect(found[1]).toBeCloseTo((100 * (Math.log(5.1) - Math.log(0.1))) / (Math.log(10.1) - Math.log(0.1)), 10);
  });
});

describe('a peer group', () => {
  const industry = ['a', 'a', 'a', 'b', 'b', null];
  const rule = { is: 'percentile', within: 'industry', least: 3 } as const;
  it('is compared within itself, unless too few of it have a value: then with all, and it is said how few', () => {
    const found = apply(rule, [1, 2, 3, 10, 20, 30], { industry });
    expect(shown(found).map((share) => Math.round(Number(share) * 60) / 60)).toEqual(
      [100 / 6, 50, 500 / 6, (100 * 3.5) / 6, (100 * 4.5) / 6, (100 * 5.5) / 6].map((share) => Math.round(share * 60) / 60),
    );
    expect([...found.wider!]).toEqual([PEERS.within, PEERS.within, PEERS.within, 2, 2, PEERS.none]);
  });
  it('counts firms with a value, not rows; a row without one is compared with nobody', () => {
    const found = apply(rule, [1, null, 3, 10, 20, 30], { industry });
    expect([...found.wider!]).toEqual([2, PEERS.within, 2, 2, 2, PEERS.none]);
    expect(REASONS[found.reasons[1]!]).toBe('blank');
  });
  it('of ten is enough where the rule does not say', () => {
    const values = Array.from({ length: 19 }, (_, at) => at);
    const two = values.map((at) => (at < 10 ? 'a' : 'b'));
    const found = apply({ is: 'min-max', within: 'industry' }, values, { industry: two });
    expect([...new Set(found.wider)]).toEqual([PEERS.within, 9]);
    // The tenth of ten is the best of its industry; of the other industry the best is the best of all.
    expect([found.points[9], found.points[10], found.points[18]]).toEqual([100, (100 * 10) / 18, 100]);
  });
  it('of stages, or of both, is placed likewise', () => {
    const stage = [0, 0, 1, 1, -1, 0];
    expect([...apply({ ...rule, within: 'stage', least: 2 }, [1, 2, 3, 4, 5, 6], { industry, stage }).wider!]).toEqual([
      -1, -1, -1, -1, -2, -1,
    ]);
    expect([...apply({ ...rule, within: 'industry*stage', least: 2 }, [1, 2, 3, 4, 5, 6], { industry, stage }).wider!]).toEqual([
      ...[-1, -1, 1, 1, -2, -2],
    ]);
  });
  it('does not hide what the wider set refuses', () => {
    expect(points({ ...ratio, within: 'industry', least: 3 }, [1, 2, 4, 0, 8, 9], { industry })).toEqual([
      25,
      50,
      100,
      ...['zero_not_allowed', 'zero_not_allowed', 'zero_not_allowed'],
    ]);
  });
});
