import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FactorialWork } from '../../../scoring/robustness/factorial';
import { factorialGrid } from '../../../scoring/robustness/factorial-grid';
import { normalise } from '../../../scoring/robustness/normalise';
import { sensitivity } from '../../../scoring/robustness/sensitivity';
import { shape, winsorise } from '../../../scoring/robustness/winsorise';
import { boardOf, made, type Made } from './board';

const run = (given: Made, k = 1) => {
  const { ctx, contenders } = made(given);
  const work = new FactorialWork(ctx, contenders, k);
  while (work.step());
  return work.result();
};

describe('first-order and total indices', () => {
  it('of a two by two grid are those of a hand calculation', () => {
    // y = 0, 2, 4, 10: mean 4, variance 14. By the first factor 1 and 7: 9. By the second 2 and 6: 4. One is left to both together.
    const { variance, first, total } = sensitivity([2, 2], [0, 2, 4, 10]);
    expect(variance).toBe(14);
    expect(first).toEqual([9 / 14, 4 / 14]);
    expect(total).toEqual([10 / 14, 5 / 14]);
  });
  it('agree where nothing interacts, and add up to 1', () => {
    // y = 1·a + 10·b over 3 × 2 levels.
    const { first, total } = sensitivity([3, 2], [0, 10, 1, 11, 2, 12]);
    expect(first.map((value) => value!.toFixed(12))).toEqual(total.map((value) => value!.toFixed(12)));
    // Variances 2/3 and 25.
    expect(first[0]).toBeCloseTo(2 / 3 / (2 / 3 + 25), 12);
    expect(first[0]! + first[1]!).toBeCloseTo(1, 12);
  });
  it('are all in the interaction of an exclusive or', () => {
    expect(sensitivity([2, 2], [0, 1, 1, 0])).toMatchObject({ first: [0, 0], total: [1, 1] });
  });
  it('are none where the result never differs, and 0 for a factor with one level', () => {
    expect(sensitivity([2, 2], [3, 3, 3, 3])).toMatchObject({ first: [null, null], total: [null, null] });
    expect(sensitivity([2, 1], [0, 1])).toMatchObject({ first: [1, 0], total: [1, 0] });
  });
  it('refuse results that do not fill the grid', () => {
    expect(() => sensitivity([2, 2], [1, 2, 3])).toThrow('grid has 4 combinations, results are 3');
  });
  it('lie between 0 and 1, the first never above the total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 12, maxLength: 12 }), (y) => {
        const { first, total } = sensitivity([3, 2, 2], y);
        first.forEach((value, factor) => {
          if (value === null) return;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(total[factor]! + 1e-12);
          expect(total[factor]!).toBeLessThanOrEqual(1 + 1e-12);
        });
      }),
    );
  });
  // The reference is tests/scoring/robustness/indices.py: variances of numpy over the same grids, by another route (closed indices of subsets).
  it.each([
    [
      [2, 3],
      [1, 4, 2, 8, 5, 7],
      [0.7511111111111112, 0],
      [1, 0.24888888888888883],
    ],
    [
      [2, 2, 2],
      [3, 1, 4, 1, 5, 9, 2, 6],
      [0.39952718676122934, 0.0591016548463357, 0.02127659574468085],
      [0.91725768321513, 0.17966903073286056, 0.42553191489361697],
    ],
  ])('of the grid %j with results %j are those of numpy', (levels, y, first, total) => {
    const found = sensitivity(levels, y);
    found.first.forEach((value, at) => expect(value).toBeCloseTo(first[at]!, 12));
    found.total.forEach((value, at) => expect(value).toBeCloseTo(total[at]!, 12));
  });
});

describe('the grid', () => {
  const two: Made = { shares: [[0.1, 0.2]], weights: [10, 10], groups: ['a', 'b'] };
  it('refuses z-scores with a geometric total and says why', () => {
    const { runs, refused, levels } = factorialGrid(boardOf(two).scheme);
    expect(runs).toHaveLength(14);
    expect(refused.map(({ normalisation, total, because }) => [normalisation, total, because])).toEqual([
      ['z-score', 'geometric', 'negative'],
      ['z-score', 'geometric', 'negative'],
    ]);
    // 3 · 2 · 2 = 12 is the largest full grid: without z-scores; without geometric it would be 4 · 1 · 2.
    expect(levels).toEqual({
      normalisation: ['scheme', 'min-max', 'percentile'],
      total: ['arithmetic', 'geometric'],
      treatment: ['none', 'winsorised'],
    });
  });
  it('has no geometric total where one base group is all there is', () => {
    const { refused, levels } = factorialGrid(boardOf({ ...two, groups: ['a', 'x'], bonus: ['x'] }).scheme);
    expect(refused).toHaveLength(8);
    expect(new Set(refused.map(({ because }) => because))).toEqual(new Set(['one_group']));
    expect(levels.total).toEqual(['arithmetic']);
  });
});

describe('the factorial', () => {
  it('begins with the board itself, which shifts nobody', () => {
    const { runs } = run({
      shares: [
        [0.1, 0.9],
        [0.4, 0.5],
        [0.9, 0.2],
      ],
      weights: [10, 10],
      groups: ['a', 'b'],
    });
    expect(runs[0]).toMatchObject({
      normalisation: 'scheme',
      total: 'arithmetic',
      treatment: 'none',
      shift: { mean: 0, most: 0, kept: 1, list: 1 },
    });
  });
  it('a geometric total puts balance before extremes', () => {
    // 10 + 0 = 10 before 4.5 + 4.5 = 9. Geometric on 1 … 100: √(100 · 1) = 10 against 45.55.
    const { runs, best, worst } = run({
      shares: [
        [1, 0],
        [0.45, 0.45],
      ],
      weights: [10, 10],
      groups: ['a', 'b'],
    });
    const geometric = runs.find(
      ({ normalisation, total, treatment }) => normalisation === 'scheme' && total === 'geometric' && treatment === 'none',
    );
    expect(geometric!.shift).toEqual({ mean: 1, most: 1, kept: 0, list: 1 });
    expect([...best, ...worst]).toEqual([1, 1, 2, 2]);
  });
  it('min-max stretches a column that the scheme leaves short', () => {
    // Scheme: 0.50 + 0.20 and 0.40 + 0.29 of 10: F0 first. Min-max: 1 + 0 against 0 + 1: tied.
    const { runs } = run({
      shares: [
        [0.5, 0.2],
        [0.4, 0.29],
      ],
      weights: [10, 10],
      groups: ['a', 'b'],
    });
    expect(runs.find(({ normalisation, total }) => normalisation === 'min-max' && total === 'arithmetic')!.shift.mean).toBe(0.5);
  });
  it('gives a missing value what the worst earns, whatever the scale', () => {
    const { runs } = run({
      shares: [
        [0.9, 0.9],
        [0.5, null],
        [0.1, 0.1],
      ],
      weights: [10, 10],
      groups: ['a', 'b'],
    });
    const arithmetic = runs.filter(({ total }) => total === 'arithmetic');
    expect(arithmetic).toHaveLength(8);
    for (const { shift } of arithmetic) expect(shift.mean).toBe(0);
  });
  it('ranks nobody without firms', () => {
    expect(run({ shares: [], weights: [10] }).runs[0]!.shift).toEqual({ mean: 0, most: 0, kept: 0, list: 0 });
  });
});

describe('normalisation', () => {
  const values = Float64Array.of(1, 3, NaN, 3, 9);
  const shown = (way: 'min-max' | 'percentile' | 'z-score') => [...normalise(values, way)!].map((value) => Number(value.toFixed(6)));
  it('min-max runs from 0 to 1 over what is present', () => {
    expect(shown('min-max')).toEqual([0, 0.25, NaN, 0.25, 1]);
  });
  it('percentile is the mid-rank, equals alike', () => {
    // (0 + ½) ÷ 4, (1 + 1) ÷ 4 twice, (3 + ½) ÷ 4.
    expect(shown('percentile')).toEqual([0.125, 0.5, NaN, 0.5, 0.875]);
  });
  it('z-score has n − 1 and the mean at ½', () => {
    // Mean 4, squares 9 + 1 + 1 + 25 = 36, sd √12: ½ + (v − 4) ÷ 12.
    expect(shown('z-score')).toEqual([0.25, 0.416667, NaN, 0.416667, 0.916667]);
  });
  it.each([[[]], [[5]], [[5, 5, 5]], [[NaN, 5]]])('of %j separates nobody', (list) => {
    for (const way of ['min-max', 'percentile', 'z-score'] as const) expect(normalise(Float64Array.from(list), way)).toBeNull();
  });
});

describe('winsorising', () => {
  // pandas 2: Series([1 … 9, 100]).skew() and .kurt().
  it('measures skewness and kurtosis as pandas does', () => {
    const [skew, kurtosis] = shape(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 100));
    expect(skew).toBeCloseTo(3.1188957452390875, 12);
    expect(kurtosis).toBeCloseTo(9.799244716163663, 12);
  });
  it('draws the far end in until the column passes', () => {
    const { values, moved } = winsorise(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 100));
    expect([...values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9]);
    expect(moved).toBe(1);
  });
  it('draws a low end in too, and equals together', () => {
    const { values, moved } = winsorise(Float64Array.of(-100, -100, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18));
    expect([values[0], values[1], values[2]]).toEqual([1, 1, 1]);
    expect(moved).toBe(2);
  });
  it.each([[[1, 2, 3, 4, 5]], [[1, 1, 1, 1, 1, 1, 1, 1, 1, 50]], [[3, 3, 3]], [[]], [[1, NaN, 2]]])('leaves %j alone', (list) => {
    expect(winsorise(Float64Array.from(list))).toEqual({ values: Float64Array.from(list), moved: 0 });
  });
  it('leaves what is missing missing', () => {
    expect(winsorise(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, NaN, 100)).values[9]).toBeNaN();
  });
});
