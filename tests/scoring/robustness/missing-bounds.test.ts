import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingBounds, rankBounds } from '../../../scoring/robustness/missing-bounds';
import { ruleEnds } from '../../../scoring/robustness/rule-ends';
import type { Indicator } from '../../../scoring/scheme/format';
import { boardOf, made, type Made } from './board';

const boundsOf = (given: Made) => {
  const { ctx, contenders } = made(given);
  return { contenders, bounds: missingBounds(ctx, contenders) };
};

describe('bounds from missing data', () => {
  it('run from no points to full points of what is missing', () => {
    // F0: 5 + ? · 10, F1: 6 + 6.
    const { contenders, bounds } = boundsOf({
      shares: [
        [0.5, null],
        [0.6, 0.6],
      ],
      weights: [10, 10],
    });
    expect([...contenders.rows]).toEqual([1, 0]);
    expect([...bounds.low]).toEqual([12, 5]);
    expect([...bounds.high]).toEqual([12, 15]);
    expect([...bounds.best]).toEqual([1, 1]);
    expect([...bounds.worst]).toEqual([2, 2]);
    expect([...bounds.gaps]).toEqual([0, 1]);
  });
  it('give shared-out weight back to what it belongs to', () => {
    // Skipped: 0.5 · 20 = 10 now; with the value 5 to 15.
    const { bounds } = boundsOf({ shares: [[0.5, null]], weights: [10, 10], missing: ['skip', 'skip'] });
    expect([bounds.low[0], bounds.high[0]]).toEqual([5, 15]);
  });
  it('keep deductions and the cap', () => {
    const { bounds } = boundsOf({ shares: [[0.9, null]], weights: [10, 10], deductions: [1], cap: 15 });
    expect([bounds.low[0], bounds.high[0]]).toEqual([8, 15]);
  });
  it('leave a board without gaps as it is', () => {
    const { contenders, bounds } = boundsOf({ shares: [[0.5], [0.2]], weights: [10] });
    expect([...bounds.best]).toEqual([...contenders.ranks]);
    expect([...bounds.worst]).toEqual([...contenders.ranks]);
  });
  it('ignore a gap that carries no weight', () => {
    expect([...boundsOf({ shares: [[0.5, null]], weights: [10, 0] }).bounds.gaps]).toEqual([0]);
  });
  it('hold every board that filling the gaps can give', () => {
    const cell = fc.option(
      fc.integer({ min: 0, max: 10 }).map((n) => n / 10),
      { nil: null, freq: 2 },
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('zero' as const, 'skip' as const),
        fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 18, maxLength: 18 }),
        (shares, missing, fills) => {
          const given: Made = { shares, weights: [10, 20, 30], missing: [missing, missing, missing], groups: ['a', 'a', 'b'] };
          const { contenders, bounds } = boundsOf(given);
          const full = shares.map((own, firm) => own.map((share, at) => share ?? fills[firm * 3 + at]! / 10));
          const after = made({ ...given, shares: full }).contenders;
          contenders.rows.forEach((row, i) => {
            const now = after.rows.indexOf(row);
            expect(after.scores[now]!).toBeGreaterThan(bounds.low[i]! - 1e-9);
            expect(after.scores[now]!).toBeLessThan(bounds.high[i]! + 1e-9);
            expect(after.ranks[now]!).toBeGreaterThanOrEqual(bounds.best[i]!);
            expect(after.ranks[now]!).toBeLessThanOrEqual(bounds.worst[i]!);
          });
        },
      ),
    );
  });
});

describe('ranks from bounds of scores', () => {
  it('count who is surely above and who may be no worse', () => {
    // Only the last one's best, 3, is below another's worst.
    expect(rankBounds(Float64Array.of(5, 4, 1), Float64Array.of(9, 6, 3))).toEqual({
      best: Int32Array.of(1, 1, 3),
      worst: Int32Array.of(2, 2, 3),
    });
  });
  it('take scores within the tolerance for equal', () => {
    expect(rankBounds(Float64Array.of(0.3, 0.1 + 0.2), Float64Array.of(0.3, 0.1 + 0.2))).toEqual({
      best: Int32Array.of(1, 1),
      worst: Int32Array.of(2, 2),
    });
  });
});

describe('the ends of a rule', () => {
  const ends = (rule: unknown) => ruleEnds({ rule, of: 10 } as Indicator);
  it.each([
    [
      'tiers',
      {
        is: 'tiers',
        tiers: [
          { from: null, to: 1, points: -2 },
          { from: 1, to: null, points: 8 },
        ],
      },
      { least: -0.2, most: 0.8, isRelative: false },
    ],
    ['an interval', { is: 'tiers', tiers: [{ from: null, to: null, points: [3, 9] }] }, { least: 0.3, most: 0.3, isRelative: false }],
    ['linear', { is: 'linear', from: 0, to: 1 }, { least: 0, most: 1, isRelative: false }],
    ['per unit without a cap', { is: 'per-unit', perUnit: 1 }, { least: 0, most: null, isRelative: false }],
    ['per unit with one', { is: 'per-unit', perUnit: 1, cap: 5 }, { least: 0, most: 0.5, isRelative: false }],
    ['percentile', { is: 'percentile' }, { least: 0, most: 1, isRelative: true }],
    ['ratio to the best', { is: 'ratio' }, { least: 0, most: 1, isRelative: true }],
    ['distance to a target', { is: 'target', target: 9 }, { least: 0, most: 1, isRelative: true }],
    ['standard scores', { is: 'z-score', from: -1, to: 1 }, { least: 0, most: 1, isRelative: true }],
    [
      'best of',
      { is: 'best-of', options: [{ rule: { is: 'per-unit', perUnit: 1, cap: 4 } }, { rule: { is: 'min-max' } }] },
      { least: 0, most: 1, isRelative: true },
    ],
  ])('of %s', (_, rule, wanted) => {
    expect(ends(rule)).toEqual(wanted);
  });
});
it('a rule without a ceiling goes up to the most any firm here has, and is named', () => {
  const ctx = boardOf({ shares: [[0.5], [null]], weights: [10] });
  const { contenders } = made({ shares: [[0.5], [null]], weights: [10] });
  const scheme = { ...ctx.scheme, indicators: [{ ...ctx.scheme.indicators[0]!, rule: { is: 'per-unit' as const, perUnit: 1 } }] };
  const shares = [Float64Array.of(2.5, 0)];
  const bounds = missingBounds({ ...ctx, scheme }, { ...contenders, shares });
  expect(bounds.high[1]).toBe(25);
  expect(bounds.unbounded).toEqual(['i0']);
});
