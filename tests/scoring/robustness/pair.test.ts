import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightSum } from '../../../scoring/robustness/contenders';
import { pairStability, worstCase } from '../../../scoring/robustness/pair';
import { scoreRange } from '../../../scoring/robustness/score-range';
import { extremeMean } from '../../../scoring/robustness/extreme-mean';
import { firms, made, tilted, type Made } from './board';

const stability = (given: Made) => {
  const { contenders } = made(given);
  return { order: firms(contenders), is: pairStability(contenders, 0, 1) };
};
describe('δ* of a pair', () => {
  it('is Σd ÷ Σ|d|: 6 points up on one indicator and 2 down on the other give 4 ÷ 8', () => {
    // F0 earns 6 + 0, F1 0 + 2 of 10 + 10.
    expect(
      stability({
        shares: [
          [0.6, 0],
          [0, 0.2],
        ],
        weights: [10, 10],
      }).is,
    ).toEqual({ is: 'exact', delta: 0.5 });
  });
  it('is 1 where the upper firm is nowhere behind: no weighting turns the two', () => {
    expect(
      stability({
        shares: [
          [0.6, 0.3],
          [0.5, 0.3],
        ],
        weights: [10, 10],
      }).is,
    ).toEqual({ is: 'exact', delta: 1 });
  });
  it('is 0 between equal scores made of different parts', () => {
    expect(
      stability({
        shares: [
          [0.6, 0.2],
          [0.2, 0.6],
        ],
        weights: [10, 10],
      }).is,
    ).toEqual({ is: 'exact', delta: 0 });
  });
  it('is no number between firms that are the same in everything that counts', () => {
    expect(
      stability({
        shares: [
          [0.6, 0.2, 0.1],
          [0.6, 0.2, 0.9],
        ],
        weights: [10, 10, 0],
      }).is,
    ).toEqual({ is: 'identical' });
  });
  it('takes a missing value as no points, which the weight of its indicator moves', () => {
    expect(
      stability({
        shares: [
          [0.6, null],
          [0, 0.2],
        ],
        weights: [10, 10],
      }).is,
    ).toEqual({ is: 'exact', delta: 0.5 });
  });
  it('counts a deduction as points that no weight moves', () => {
    // Sums 12 − 2 and 8; of 20 in all. Spread over the weights: d = 10·(0.8−0.2) − 1 = 5 and 10·(0.4−0.6) − 1 = −3. 2 ÷ 8.
    const { is } = stability({
      shares: [
        [0.8, 0.4],
        [0.2, 0.6],
      ],
      weights: [10, 10],
      deductions: [2, 0],
    });
    expect(is.is === 'exact' && is.delta).toBeCloseTo(0.25, 12);
  });
  it('lets bonus weights move with the others', () => {
    expect(
      stability({
        shares: [
          [0.6, 0],
          [0, 0.2],
        ],
        weights: [10, 10],
        groups: ['g', 'x'],
        bonus: ['x'],
      }).is,
    ).toEqual({
      is: 'exact',
      delta: 0.5,
    });
  });
  it('is only a bound, with the reason, where the cap is in reach', () => {
    // 12 and 8 of 20, but no more than 13 count: the first reaches 13 before the order turns.
    expect(
      stability({
        shares: [
          [1, 0.2],
          [0, 0.8],
        ],
        weights: [10, 10],
        cap: 13,
      }).is,
    ).toMatchObject({ is: 'bound', because: 'clipped' });
  });
  it('is only a bound where 0 is in reach', () => {
    expect(
      stability({
        shares: [
          [0.3, 0],
          [0, 0.2],
        ],
        weights: [10, 10],
        deductions: [2.5, 2],
      }).is,
    ).toMatchObject({
      is: 'bound',
      because: 'clipped',
    });
  });
  it('is only a bound between firms of different stages, and between firms whose missing weight is shared out', () => {
    const shares = [
      [0.9, 0.8],
      [0.2, 0.1],
    ] as const;
    expect(
      stability({
        shares,
        weights: [
          [10, 5],
          [10, 15],
        ],
        late: [false, true],
      }).is,
    ).toMatchObject({ is: 'bound', because: 'stage' });
    expect(
      stability({
        shares: [
          [0.9, null],
          [0.2, 0.1],
        ],
        weights: [10, 10],
        missing: ['skip', 'skip'],
      }).is,
    ).toMatchObject({
      is: 'bound',
      because: 'shared',
    });
  });
  it('is exact between stages that weigh the same', () => {
    expect(
      stability({
        shares: [
          [0.6, 0],
          [0, 0.2],
        ],
        weights: [
          [10, 10],
          [10, 10],
        ],
        late: [false, true],
      }).is,
    ).toEqual({
      is: 'exact',
      delta: 0.5,
    });
  });
});

const share = fc.integer({ min: 0, max: 20 }).map((n) => n / 20);
const cell = fc.option(share, { freq: 6, nil: null });
const boards = fc
  .record({
    shares: fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 2, maxLength: 5 }),
    weights: fc.tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 1, max: 30 }))),
    second: fc.tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 1, max: 30 }))),
    missing: fc.constantFrom('zero', 'skip'),
    staged: fc.boolean(),
    deducts: fc.boolean(),
    cap: fc.constantFrom(null, 30),
  })
  .map(({ shares, weights, second, missing, staged, deducts, cap }): Made => ({
    shares,
    weights: staged ? weights.map((weight, at) => [weight, second[at]!] as const) : weights,
    groups: ['g', 'g', 'h', 'x'],
    bonus: ['x'],
    missing: [missing, missing, 'zero', 'zero'],
    deductions: shares.map((_, at) => (deducts ? at % 3 : 0)),
    ...(staged ? { late: shares.map((_, at) => at % 2 === 1) } : {}),
    cap,
  }));
const tilt = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });

describe('whatever the board', () => {
  it('inside δ* no weighting puts the lower firm above the upper, exact or bound', () => {
    fc.assert(
      fc.property(boards, fc.array(tilt, { minLength: 20, maxLength: 20 }), (given, tilts) => {
        const { contenders } = made(given);
        for (let upper = 0; upper + 1 < contenders.n; upper++) {
          const found = pairStability(contenders, upper, upper + 1);
          const delta = found.is === 'identical' ? 1 : found.delta;
          for (const u of [...tilts, ...tilts.map((one) => one.map(Math.sign))]) {
            const scores = tilted(contenders, delta * 0.999999, u);
            expect(scores[upper]! - scores[upper + 1]!).toBeGreaterThan(-1e-7);
            if (found.is === 'identical') expect(scores[upper]).toBe(scores[upper + 1]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
  it('just beyond an exact δ* the worst weighting puts the lower firm above', () => {
    let turned = 0;
    fc.assert(
      fc.property(boards, (given) => {
        const { contenders } = made(given);
        for (let upper = 0; upper + 1 < contenders.n; upper++) {
          const found = pairStability(contenders, upper, upper + 1);
          if (found.is !== 'exact' || found.delta > 0.99) continue;
          const { weights, stage, shares, deduction } = contenders;
          const own = weights[Math.max(0, stage[upper]!)]!;
          const gap = (deduction[upper]! - deduction[upper + 1]!) / weightSum(own);
          const worst = shares.map((of) => (of[upper]! - of[upper + 1]! - gap > 0 ? -1 : 1));
          const scores = tilted(contenders, found.delta + 0.005, worst);
          expect(scores[upper + 1]!).toBeGreaterThan(scores[upper]!);
          turned++;
        }
      }),
      { numRuns: 200, seed: 4 },
    );
    expect(turned).toBeGreaterThan(50);
  });
  it('no weighting leaves the score range, and a firm without shared weight reaches both its ends', () => {
    fc.assert(
      fc.property(boards, tilt, fc.constantFrom(0, 0.1, 0.5, 1), (given, u, delta) => {
        const { contenders } = made({ ...given, cap: null, deductions: given.shares.map(() => 0) });
        const scores = tilted(contenders, delta, u);
        const corner = Array.from({ length: 16 }, (_, bits) => [0, 1, 2, 3].map((bit) => ((bits >> bit) & 1 ? 1 : -1)));
        const corners = corner.filter((one) => delta < 1 || one.includes(1)).map((one) => tilted(contenders, delta, one));
        for (let i = 0; i < contenders.n; i++) {
          const { low, high, isExact } = scoreRange(contenders, i, delta);
          expect(scores[i]!).toBeGreaterThan(low - 1e-9);
          expect(scores[i]!).toBeLessThan(high + 1e-9);
          if (!isExact) continue;
          expect(Math.min(...corners.map((of) => of[i]!))).toBeCloseTo(low, 8);
          expect(Math.max(...corners.map((of) => of[i]!))).toBeCloseTo(high, 8);
        }
      }),
      { numRuns: 150 },
    );
  });
});

it('a group whose weight may be drawn to nothing may earn nothing, whatever it shares out', () => {
  // One of two skipped indicators is missing: the other carries 20, unless it is drawn to nothing itself.
  const { contenders } = made({
    shares: [[null, 0.5, 0.5]],
    weights: [10, 10, 10],
    missing: ['skip', 'skip', 'zero'],
    groups: ['g', 'g', 'h'],
  });
  expect(scoreRange(contenders, 0, 0.5)).toMatchObject({ low: 15, high: 15 });
  expect(scoreRange(contenders, 0, 1).low).toBe(0);
  expect(tilted(contenders, 1, [1, -1, -1])[0]).toBe(0);
});

describe('the extreme mean', () => {
  it.each([
    // Weights 1 and 1, values 0 and 1: (1.5 · 1) ÷ 2 and (0.5 · 1) ÷ 2.
    [[0, 1], [1, 1], 0.5, [0.25, 0.75]],
    [[0, 1], [1, 1], 0, [0.5, 0.5]],
    [[0, 1], [1, 1], 1, [0, 1]],
    [[3, 3], [1, 2], 0.5, [3, 3]],
    [[1, 9], [1, 0], 0.5, [1, 1]],
    [[1, 9], [0, 0], 0.5, [NaN, NaN]],
    [[], [], 0.5, [NaN, NaN]],
  ])('of %j with weights %j and ±%s is %j', (values, weights, delta, wanted) => {
    expect(extremeMean(values, weights, delta)).toEqual(wanted);
  });
});
it('a difference of the size of rounding is none', () => {
  const { contenders } = made({ shares: [[0.1 + 0.2], [0.3]], weights: [10] });
  expect(worstCase(contenders, 0, 1)).toEqual({ sum: 0, size: 0 });
});
