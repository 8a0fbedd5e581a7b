import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutStability } from '../../../scoring/robustness/cut';
import { pairStability } from '../../../scoring/robustness/pair';
import { made, tilted } from './board';

describe('the cut of a short list', () => {
  // Scores 14, 12, 11, 8: F1 and F2 turn at 1 ÷ 9 (d = −4 and 5 … the other way round), F0 and F2 at 3 ÷ 7.
  const shares = [
    [0.9, 0.5],
    [0.4, 0.8],
    [0.7, 0.4],
    [0.5, 0.3],
  ];
  it('is the weakest pair across it', () => {
    const { contenders } = made({ shares, weights: [10, 10] });
    const cut = cutStability(contenders, 2, 0.25);
    // d of F1 over F2: 10·(0.4 − 0.7) = −3 and 10·(0.8 − 0.4) = 4, so 1 ÷ 7.
    expect(cut).toMatchObject({ inside: 2, isExact: true, isNone: false, pair: { upper: 1, lower: 2 } });
    expect(cut.delta).toBeCloseTo(1 / 7, 12);
    expect(cut.mayLeave.map(({ contender, rival }) => [contender, rival])).toEqual([[1, 2]]);
    expect(cut.mayCome.map(({ contender, rival }) => [contender, rival])).toEqual([[2, 1]]);
  });
  it('need not turn first between the neighbours at the cut', () => {
    // 10, 9.9 | 9.8, 9: the neighbours differ by 0.1 with F1 nowhere behind; the first and the last differ by 1 of 17.
    const { contenders } = made({
      shares: [
        [1, 0],
        [0.5, 0.49],
        [0.5, 0.48],
        [0.1, 0.8],
      ],
      weights: [10, 10],
    });
    expect(pairStability(contenders, 1, 2)).toEqual({ is: 'exact', delta: 1 });
    const cut = cutStability(contenders, 2, 0.25);
    // F0 over F2: 5 and −4.8, so 0.2 ÷ 9.8.
    expect(cut.pair).toMatchObject({ upper: 0, lower: 2 });
    expect(cut.delta).toBeCloseTo(0.2 / 9.8, 12);
  });
  it('falls after all who share the rank at the cut', () => {
    const { contenders } = made({ shares: [[0.9], [0.5], [0.5], [0.1]], weights: [10] });
    expect(cutStability(contenders, 2, 0.25).inside).toBe(3);
  });
  it.each([0, 4, 99])('is none for a list of %i of 4', (k) => {
    const { contenders } = made({ shares, weights: [10, 10] });
    expect(cutStability(contenders, k, 0.25)).toMatchObject({ isNone: true, pair: null });
  });
  it('is none without firms', () => {
    const { contenders } = made({ shares: [], weights: [10] });
    expect(cutStability(contenders, 5, 0.25)).toMatchObject({ isNone: true, inside: 0 });
  });
  it('is a bound where stages weigh differently', () => {
    const { contenders } = made({
      shares: [
        [0.9, 0.9],
        [0.5, 0.5],
        [0.1, 0.1],
      ],
      weights: [
        [10, 5],
        [10, 15],
      ],
      late: [false, true, false],
    });
    // Every firm has the same share everywhere, so no weight moves any score: nothing meets within what was asked.
    expect(cutStability(contenders, 1, 0.25)).toMatchObject({ isExact: false, delta: 0.25, pair: null, mayLeaveCount: 0 });
  });
  it('agrees with trying every pair', () => {
    const share = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(share, share, share), { minLength: 2, maxLength: 12 }),
        fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 20 }))),
        fc.integer({ min: 1, max: 11 }),
        (shares, weights, k) => {
          const { contenders } = made({ shares, weights, deductions: shares.map((_, at) => at % 2) });
          const cut = cutStability(contenders, k, 0.2);
          if (cut.isNone) return;
          let least = Infinity;
          const leaving = new Set<number>();
          const coming = new Set<number>();
          for (let upper = 0; upper < cut.inside; upper++) {
            for (let lower = cut.inside; lower < contenders.n; lower++) {
              const pair = pairStability(contenders, upper, lower);
              if (pair.is === 'identical') continue;
              least = Math.min(least, pair.delta);
              if (pair.delta >= 0.2) continue;
              leaving.add(upper);
              coming.add(lower);
            }
          }
          expect(cut.delta).toBeCloseTo(Math.min(1, least), 12);
          expect([cut.mayLeaveCount, cut.mayComeCount]).toEqual([leaving.size, coming.size]);
        },
      ),
    );
  });
  const cell = fc.option(
    fc.integer({ min: 0, max: 10 }).map((n) => n / 10),
    { nil: null, freq: 5 },
  );
  it('of stages and shared-out weight: within it the list stays under every weighting, and an exact one turns just beyond', () => {
    let exact = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 9 }),
        fc.constantFrom('zero' as const, 'skip' as const),
        fc.boolean(),
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.tuple(...[1, 2, 3].map(() => fc.double({ min: -1, max: 1, noNaN: true }))), { minLength: 15, maxLength: 15 }),
        (shares, missing, staged, k, tilts) => {
          const { contenders } = made({
            shares,
            weights: staged
              ? [
                  [10, 25],
                  [20, 5],
                  [5, 10],
                ]
              : [10, 20, 5],
            missing: [missing, missing, 'zero'],
            groups: ['a', 'a', 'b'],
            ...(staged ? { late: shares.map((_, at) => at % 2 === 1) } : {}),
          });
          const cut = cutStability(contenders, k, 0.4);
          if (cut.isNone) return;
          const corners = Array.from({ length: 8 }, (_, bits) => [0, 1, 2].map((bit) => ((bits >> bit) & 1 ? 1 : -1)));
          const lead = (delta: number, u: readonly number[]): number => {
            const scores = tilted(contenders, delta, u);
            return Math.min(...scores.subarray(0, cut.inside)) - Math.max(...scores.subarray(cut.inside));
          };
          for (const u of [...tilts, ...corners]) expect(lead(cut.delta * 0.9999, u)).toBeGreaterThan(-1e-7);
          if (!cut.isExact || cut.delta > 0.39) return;
          exact++;
          expect(Math.min(...corners.map((u) => lead(cut.delta + 0.005, u)))).toBeLessThan(0);
        },
      ),
      { numRuns: 200, seed: 11 },
    );
    expect(exact).toBeGreaterThan(30);
  });
});
