import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankYear } from '../../../scoring/rank';
import { weightSum } from '../../../scoring/robustness/contenders';
import { drawWeights, type DrawPlan } from '../../../scoring/robustness/draw-weights';
import { Drawer, drawableOf } from '../../../scoring/robustness/draws';
import { drawStream } from '../../../scoring/robustness/random';
import { quantilePlace, rankRanges, ranksDrawn } from '../../../scoring/robustness/rank-ranges';
import { rankMemory, ranksInto, shiftOf } from '../../../scoring/robustness/ranks';
import { scoreMemory, scoresUnder } from '../../../scoring/robustness/scores';
import { total } from '../../../scoring/total';
import { made, type Made } from './board';

const PLAN: DrawPlan = { how: 'around', share: 0.25, draws: 40, seed: 7 };
const share = fc.integer({ min: 0, max: 20 }).map((n) => n / 20);
const cell = fc.option(share, { freq: 4, nil: null });

describe('scores under drawn weights', () => {
  it('are those of the board for the same weights, with stages, gaps of both policies, bonus, deductions and a cap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell, cell, cell, cell), { minLength: 1, maxLength: 12 }),
        fc.tuple(...Array.from({ length: 6 }, () => fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })))),
        fc.tuple(...Array.from({ length: 6 }, () => fc.constantFrom('zero' as const, 'skip' as const))),
        fc.constantFrom('around' as const, 'any' as const),
        fc.boolean(),
        (shares, weights, missing, how, staged) => {
          const given: Made = {
            shares,
            weights: staged ? weights : weights.map(([first]) => first),
            missing,
            groups: ['a', 'a', 'a', 'b', 'b', 'x'],
            bonus: ['x'],
            deductions: shares.map((_, at) => at % 3),
            cap: 20,
            ...(staged ? { late: shares.map((_, at) => at % 2 === 0) } : {}),
          };
          const { ctx, contenders } = made(given);
          const plan = { ...PLAN, how };
          for (const draw of [0, 1]) {
            const drawn = drawWeights(contenders.weights, plan, draw).weights;
            const full = ctx.scheme.indicators.map((_, at) => {
              const place = contenders.indicators.indexOf(at);
              return drawn.map((own) => (place < 0 ? 0 : own[place]!));
            });
            const totals = total(ctx.evaluated, full);
            const scores = scoresUnder(contenders, drawn, scoreMemory(contenders));
            contenders.rows.forEach((row, i) => expect(scores[i]).toBeCloseTo(totals.score[row]!, 9));
            const ranks = new Drawer(drawableOf(contenders), plan).run(draw, draw + 1);
            const { ranks: wanted } = rankYear(contenders.rows, { score: totals.score, status: ctx.totals.status });
            expect([...ranks]).toEqual([...wanted]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
  it('are the scores of the board under its own weights', () => {
    const { contenders } = made({
      shares: [
        [0.2, null, 0.4],
        [0.9, 0.1, null],
      ],
      weights: [3, 4, 5],
      missing: ['zero', 'skip', 'zero'],
    });
    const scores = scoresUnder(contenders, contenders.weights, scoreMemory(contenders));
    expect([...scores].map((score) => score.toFixed(9))).toEqual([...contenders.scores].map((score) => score.toFixed(9)));
  });
});

describe('a draw of weights', () => {
  const weights = [Float64Array.of(40, 30, 20, 0), Float64Array.of(10, 10, 10, 10)];
  it('keeps each stage at its sum and a weight of nothing at nothing', () => {
    for (const how of ['around', 'any'] as const) {
      for (let draw = 0; draw < 50; draw++) {
        const drawn = drawWeights(weights, { ...PLAN, how }, draw).weights;
        expect(drawn.map(weightSum).map((sum) => sum.toFixed(9))).toEqual(['90.000000000', '40.000000000']);
        expect(drawn[0]![3]).toBe(0);
      }
    }
  });
  it('moves no weight by more than the share before rescaling, and both ways', () => {
    const ends = Array.from({ length: 400 }, (_, draw) => drawWeights(weights, PLAN, draw).moved[0]!);
    expect(Math.min(...ends)).toBeLessThan(-0.98);
    expect(Math.max(...ends)).toBeGreaterThan(0.98);
    expect(Math.max(...ends.map(Math.abs))).toBeLessThanOrEqual(1);
  });
  it('of ±0 % is the weights themselves', () => {
    const drawn = drawWeights(weights, { ...PLAN, share: 0 }, 3).weights;
    expect([...drawn[0]!].map((weight) => weight.toFixed(12))).toEqual([...weights[0]!].map((weight) => weight.toFixed(12)));
  });
  it('of any weights is flat Dirichlet: over three indicators mean 1/3 and standard deviation √(1/18)', () => {
    const first = Array.from(
      { length: 20_000 },
      (_, draw) => drawWeights([Float64Array.of(5, 3, 2)], { ...PLAN, how: 'any' }, draw).weights[0]![0]! / 10,
    );
    const mean = first.reduce((sum, value) => sum + value, 0) / first.length;
    const deviation = Math.sqrt(first.reduce((sum, value) => sum + (value - mean) ** 2, 0) / first.length);
    // Three standard errors of the mean are 3 · 0.2357 ÷ √20000 = 0.005.
    expect(Math.abs(mean - 1 / 3)).toBeLessThan(0.005);
    expect(Math.abs(deviation - Math.sqrt(1 / 18))).toBeLessThan(0.005);
  });
});

describe('the stream of a draw', () => {
  it('is the same for the same seed and number, and another for another', () => {
    const first = (seed: number, draw: number): number => drawStream(seed, draw)();
    expect(first(1, 5)).toBe(first(1, 5));
    expect(new Set(Array.from({ length: 1000 }, (_, draw) => first(1, draw))).size).toBe(1000);
    expect(first(2, 5)).not.toBe(first(1, 5));
  });
  it('is even: of 10,000 first numbers each tenth has 1,000, give or take four standard errors', () => {
    const tenths = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw++) tenths[Math.floor(drawStream(3, draw)() * 10)]!++;
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('draws', () => {
  const shares = Array.from({ length: 30 }, (_, i) => [((i * 7) % 30) / 30, ((i * 11) % 30) / 30, ((i * 13) % 30) / 30]);
  it('do not depend on how they are parted among workers', () => {
    const { contenders } = made({ shares, weights: [50, 30, 20] });
    const run = (...parts: readonly (readonly [number, number])[]) =>
      parts.flatMap(([from, to]) => [...new Drawer(drawableOf(contenders), PLAN).run(from, to)]);
    expect(run([0, 13], [13, 40])).toEqual(run([0, 40]));
  });
  it('of ±0 % leave every rank where it is', () => {
    const { contenders } = made({ shares, weights: [50, 30, 20] });
    const still = { ...PLAN, share: 0 };
    const ranges = rankRanges([new Drawer(drawableOf(contenders), still).run(0, 40)], contenders.ranks, 5);
    expect([...ranges.low]).toEqual([...contenders.ranks]);
    expect([...ranges.high]).toEqual([...contenders.ranks]);
    expect([...ranges.same].every((same) => same === 1)).toBe(true);
  });
  it('need four bytes a rank from 65,536 firms on', () => {
    const { contenders } = made({ shares: [[0.5]], weights: [1] });
    const many = {
      ...drawableOf(contenders),
      n: 65_536,
      shares: [new Float64Array(65_536)],
      deduction: new Float64Array(65_536),
      stage: new Int16Array(65_536),
    };
    const ranks = new Drawer(many, PLAN).run(0, 1);
    expect(ranks).toBeInstanceOf(Int32Array);
    expect(new Set(ranks)).toEqual(new Set([1]));
  });
});

describe('ranges over draws', () => {
  // Two firms, ten draws; F0 at 1 eight times and at 2 twice.
  const drawn = Uint16Array.from([1, 2, 1, 2, 1, 2, 1, 2, 2, 1, 1, 2, 1, 2, 2, 1, 1, 2, 1, 2]);
  const ranges = rankRanges([drawn.subarray(0, 8), drawn.subarray(8)], Int32Array.of(1, 2), 1);
  it('are ranks that were drawn: the smallest that 5, 50 and 95 % of the draws reach', () => {
    expect([ranges.low[0], ranges.middle[0], ranges.high[0]]).toEqual([1, 1, 2]);
    expect([ranges.low[1], ranges.middle[1], ranges.high[1]]).toEqual([1, 2, 2]);
  });
  it('count the draws on the list and at the rank of the board, and the mean shift', () => {
    expect([ranges.top[0], ranges.same[0], ranges.shift[0]]).toEqual([0.8, 0.8, 0.2]);
    expect([ranges.top[1], ranges.same[1], ranges.shift[1]]).toEqual([0.2, 0.8, 0.2]);
  });
  it('hold the best and the worst drawn', () => {
    expect([...ranges.best, ...ranges.worst]).toEqual([1, 1, 2, 2]);
  });
  it.each([
    [0.05, 1000, 50],
    [0.95, 1000, 950],
    [0.5, 1, 1],
    [0.05, 10, 1],
    [0.5, 5, 3],
  ])('the quantile %s of %i draws is number %i', (p, draws, place) => {
    expect(quantilePlace(p, draws)).toBe(place);
  });
  it('without draws are the ranks of the board', () => {
    expect(rankRanges([], Int32Array.of(1, 2), 1)).toMatchObject({ low: Int32Array.of(1, 2), high: Int32Array.of(1, 2) });
  });
  it('give back what one firm drew', () => {
    expect([...ranksDrawn([drawn.subarray(0, 8), drawn.subarray(8)], 2, 0)]).toEqual([1, 1, 1, 1, 2, 1, 1, 2, 1, 1]);
  });
  it('sort as a plain sort would, whatever was drawn', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 25 }),
        fc.integer(),
        fc.constantFrom(5, 700, 60_000),
        (n, draws, seed, spread) => {
          const next = drawStream(seed, 0);
          const all = Uint16Array.from({ length: n * draws }, () => 1 + Math.floor(next() * spread));
          const found = rankRanges([all], new Int32Array(n).fill(1), 3);
          for (let i = 0; i < n; i++) {
            const own = Array.from({ length: draws }, (_, draw) => all[draw * n + i]!).sort((a, b) => a - b);
            expect(found.low[i]).toBe(own.find((rank) => own.filter((one) => one <= rank).length >= 0.05 * draws));
            expect(found.middle[i]).toBe(own.find((rank) => own.filter((one) => one <= rank).length >= 0.5 * draws));
            expect(found.high[i]).toBe(own.find((rank) => own.filter((one) => one <= rank).length >= 0.95 * draws - 1e-9));
          }
        },
      ),
    );
  });
});

describe('ranks', () => {
  it('are 1-2-2-4 with the tolerance of every board', () => {
    const ranks = new Int32Array(4);
    ranksInto(Float64Array.of(0.3, 5, 0.1 + 0.2, 0.1), ranks, rankMemory(4));
    expect([...ranks]).toEqual([2, 1, 2, 4]);
  });
  it('shift by the mean and the most, and keep who is on both lists', () => {
    expect(shiftOf([1, 2, 3, 4], [2, 1, 4, 3], 2)).toEqual({ mean: 1, most: 1, kept: 2, list: 2 });
    expect(shiftOf([1, 2, 3, 4], [4, 1, 2, 3], 1)).toEqual({ mean: 1.5, most: 3, kept: 0, list: 1 });
    expect(shiftOf([], [], 5)).toEqual({ mean: 0, most: 0, kept: 0, list: 0 });
  });
});
