import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attainableRank } from '../../../scoring/robustness/attainable';
import { Drawer, drawableOf } from '../../../scoring/robustness/draws';
import { coverageAtRisk } from '../../../scoring/robustness/coverage-risk';
import { removeOne } from '../../../scoring/robustness/remove-one';
import { boardOf, made } from './board';

describe('the best rank any weighting can give', () => {
  const shares = [
    [0.9, 0.2],
    [0.5, 0.5],
    [0.1, 0.8],
    [0.1, 0.1],
  ];
  it('counts who stays above whatever the weights within the share', () => {
    // Scores 11, 10, 9, 2. F2 passes F1 only where Σd = 1 < share · 7, F0 where 2 < share · 14: from 1/7 on.
    const { contenders } = made({ shares, weights: [10, 10] });
    expect(attainableRank(contenders, 2, 0.1)).toEqual({ best: 3, worst: 3 });
    expect(attainableRank(contenders, 2, 0.2)).toEqual({ best: 1, worst: 3 });
    expect(attainableRank(contenders, 3, 0.9)).toEqual({ best: 4, worst: 4 });
  });
  it('is the rank itself for a lone firm', () => {
    expect(attainableRank(made({ shares: [[0.4]], weights: [10] }).contenders, 0, 0.5)).toEqual({ best: 1, worst: 1 });
  });
  it('is passed by no draw', () => {
    const share = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);
    const cell = fc.option(share, { nil: null, freq: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('zero' as const, 'skip' as const),
        fc.boolean(),
        fc.constantFrom(null, 25),
        fc.integer({ min: 0, max: 1000 }),
        (shares, missing, staged, cap, seed) => {
          const { contenders } = made({
            shares,
            weights: staged
              ? [
                  [10, 20],
                  [20, 5],
                  [5, 10],
                ]
              : [10, 20, 5],
            missing: [missing, 'zero', missing],
            deductions: shares.map((_, at) => at % 2),
            ...(staged ? { late: shares.map((_, at) => at % 2 === 1) } : {}),
            cap,
          });
          const { n } = contenders;
          const plan = { how: 'around' as const, share: 0.4, draws: 30, seed };
          const drawn = new Drawer(drawableOf(contenders), plan).run(0, 30);
          for (let i = 0; i < n; i++) {
            const { best, worst } = attainableRank(contenders, i, 0.4);
            for (let draw = 0; draw < 30; draw++) {
              expect(drawn[draw * n + i]!).toBeGreaterThanOrEqual(best);
              expect(drawn[draw * n + i]!).toBeLessThanOrEqual(worst);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('removing one', () => {
  it('ranks by what is left, rescaled', () => {
    // Scores 8, 7, 5. Without i0: 0.1, 0.9, 0.5 of 30. Without i1: 1.5 : 0.5 : 0.5.
    const { contenders } = made({
      shares: [
        [0.7, 0.1],
        [0.1, 0.6],
        [0.2, 0.3],
      ],
      weights: [10, 10],
      groups: ['a', 'b'],
    });
    expect(removeOne(contenders, 1)).toEqual([
      { is: 'indicator', number: 0, shift: { mean: 4 / 3, most: 2, kept: 0, list: 1 } },
      { is: 'indicator', number: 1, shift: { mean: 2 / 3, most: 1, kept: 1, list: 1 } },
      { is: 'group', number: 0, shift: { mean: 4 / 3, most: 2, kept: 0, list: 1 } },
      { is: 'group', number: 1, shift: { mean: 2 / 3, most: 1, kept: 1, list: 1 } },
    ]);
  });
  it('leaves out what is all the weight there is', () => {
    expect(removeOne(made({ shares: [[0.4], [0.2]], weights: [10] }).contenders, 1)).toEqual([]);
  });
  it('keeps points taken off in their weight: the total stays', () => {
    // 10 + 0 − 3 = 7 and 6 + 0; without i1 the first weight is 20: 20 − 3 and 12.
    const { contenders } = made({
      shares: [
        [1, 0],
        [0.6, 0],
      ],
      weights: [10, 10],
      deductions: [3, 0],
    });
    expect(removeOne(contenders, 1)[1]!.shift.mean).toBe(0);
  });
});

describe('coverage at risk', () => {
  const shares = [
    [0.5, 0.5, null],
    [0.5, null, 0.5],
    [0.5, 0.5, 0.5],
  ];
  it('counts ranked firms that drawn weights could bring below the least coverage', () => {
    // Weights 4, 4, 2: F0 has 8 of 10, F1 6 of 10; at ±50 % as little as 4 ÷ 7 and 3 ÷ 9.
    const ctx = boardOf({ shares, weights: [4, 4, 2], minimumCoverage: 0.6 });
    expect(coverageAtRisk(ctx, {}, 2024, 0.5)).toBe(2);
    expect(coverageAtRisk(ctx, {}, 2024, 0.05)).toBe(1);
  });
  it('counts unranked firms that could reach it, and nobody where nothing is asked', () => {
    // F1 is out with 6 of 10; it reaches 0.62 with ±5 %: 6.3 ÷ (6.3 + 3.8) = 0.624.
    expect(coverageAtRisk(boardOf({ shares, weights: [4, 4, 2], minimumCoverage: 0.62 }), {}, 2024, 0.05)).toBe(1);
    expect(coverageAtRisk(boardOf({ shares, weights: [4, 4, 2] }), {}, 2024, 0.5)).toBe(0);
  });
});
