import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../scoring/compare/next-step';
import type { PlainRule } from '../../../scoring/rules/apply';

const step = (rule: PlainRule, value: number, points: number, direction: 'more' | 'less' = 'more') =>
  nextStep(rule, { value, points, of: 10, direction });
const reach = (target: number, points: number, strict = false) => ({ is: 'reach', target, points, strict });

const more: PlainRule = {
  is: 'tiers',
  tiers: [
    { from: null, to: 3, points: 0 },
    { from: 3, to: 9, points: 4 },
    { from: 9, to: null, points: 10 },
  ],
};
/** Debt: less is better, its best tier closed above. In per cent. */
const less: PlainRule = {
  is: 'tiers',
  unit: '%',
  tiers: [
    { from: null, to: 40, toClosed: true, points: 10 },
    { from: 40, fromOpen: true, to: 70, points: 5 },
    { from: 70, to: null, points: 0 },
  ],
};
/** Best in the middle. */
const middle: PlainRule = {
  is: 'tiers',
  tiers: [
    { from: null, to: 2, points: 1 },
    { from: 2, to: 4, points: 8 },
    { from: 4, to: null, points: 3 },
  ],
};

describe('the next step', () => {
  it.each<[string, PlainRule, number, number, unknown]>([
    ['below a tier is its lower bound', more, 1, 0, reach(3, 4)],
    ['in a tier is the next one', more, 3, 4, reach(9, 10)],
    ['in the best tier is none', more, 9, 10, { is: 'full' }],
    ['where less is better is to come under the bound', less, 0.75, 0, reach(70 * 0.01, 5, true)],
    ['or down to it, where the bound is inside', less, 0.5, 5, reach(0.4, 10)],
    ['of the least is none', less, 0.4, 10, { is: 'full' }],
    ['below the best band is up', middle, 1, 1, reach(2, 8)],
    ['above the best band is down, past its bound', middle, 6, 3, reach(4, 8, true)],
  ])('%s', (_, rule, value, points, wanted) => {
    expect(step(rule, value, points)).toEqual(wanted);
  });
  it('beyond an open bound must be passed', () => {
    const open: PlainRule = {
      is: 'tiers',
      tiers: [
        { from: null, to: 5, toClosed: true, points: 0 },
        { from: 5, fromOpen: true, to: null, points: 10 },
      ],
    };
    expect(step(open, 5, 0)).toEqual(reach(5, 10, true));
  });
  it('into a tier in which experts choose counts its lower end', () => {
    const chosen: PlainRule = {
      is: 'tiers',
      tiers: [
        { from: null, to: 5, points: [0, 2] },
        { from: 5, to: null, points: [6, 10] },
      ],
    };
    expect(step(chosen, 1, 0)).toEqual(reach(5, 6));
  });
  it.each<[string, PlainRule, number, number, 'more' | 'less', unknown]>([
    ['of a straight rule is its full mark', { is: 'linear', unit: '%', from: 0, to: 20 }, 0.05, 2.5, 'more', reach(0.2, 10)],
    ['of one that falls too', { is: 'linear', from: 90, to: 30 }, 60, 5, 'less', reach(30, 10)],
    ['of goalposts is the good one', { is: 'goalposts', low: 0, high: 8 }, 4, 5, 'more', reach(8, 10)],
    ['of goalposts for less the low one', { is: 'goalposts', low: 0, high: 8 }, 4, 5, 'less', reach(0, 10)],
    ['of a logarithm is its full mark, in its unit', { is: 'log', unit: '万元', full: 500 }, 1e6, 7, 'more', reach(5e6, 10)],
    ['with all points is none', { is: 'linear', from: 0, to: 20 }, 25, 10, 'more', { is: 'full' }],
    ['of so many a unit is one unit more', { is: 'per-unit', unit: '万元', perUnit: 0.5 }, 30_000, 1.5, 'more', reach(40_000, 2)],
    ['of a negative value is the first unit', { is: 'per-unit', perUnit: 2 }, -3, 0, 'more', reach(1, 2)],
    ['under a cap is no more than what is left', { is: 'per-unit', perUnit: 2, cap: 5 }, 2, 4, 'more', reach(2.5, 5)],
    ['at the cap is none', { is: 'per-unit', perUnit: 2, cap: 5 }, 7, 5, 'more', { is: 'full' }],
    ['of a flag is to meet it', { is: 'flag' }, 0, 0, 'more', { is: 'meet', points: 10 }],
    ['of a flag met is none', { is: 'flag' }, 1, 10, 'more', { is: 'full' }],
    ['of a percentile depends on others', { is: 'percentile' }, 3, 4, 'more', { is: 'others' }],
    ['of a min-max depends on others', { is: 'min-max' }, 3, 10, 'more', { is: 'others' }],
  ])('%s', (_, rule, value, points, direction, wanted) => {
    expect(step(rule, value, points, direction)).toEqual(wanted);
  });
  it('of a way that does not count yet must beat the one that does', () => {
    // Two points a piece, one piece: 2 points, but another way earns 7.
    expect(step({ is: 'per-unit', perUnit: 2 }, 1, 7)).toEqual(reach(4.5, 9));
    expect(step(more, 1, 7)).toEqual(reach(9, 10));
  });
});
