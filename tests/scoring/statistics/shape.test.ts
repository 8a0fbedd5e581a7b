import { describe, expect, it } from 'vitest';
import { farValues } from '../../../scoring/statistics/far-values';
import { kurtosis, skewness } from '../../../scoring/statistics/moments';
import { quantile, quantileOfSorted } from '../../../scoring/statistics/quantile';
import { A, column, shown } from './shown';

describe('quantile (type 7)', () => {
  // numpy's default, see reference.py.
  it.each([
    [0.1, 2],
    [0.25, 2.5],
    [0.5, 5],
    [0.9, 9],
    [0, 1],
    [1, 10],
  ])('of eleven values and a gap at %d is %d', (p, wanted) => {
    expect(quantile(A, p)).toEqual({ value: wanted, reason: null, n: 11 });
  });
  it.each([
    [[], 'too_few'],
    [[null], 'too_few'],
    [[7], 7],
    [[7, null], 7],
    [[1, 2], 1.5],
    [[1, Infinity, 3], 2],
  ])('the median of %j is %s', (given, wanted) => {
    expect(shown(quantile(column(given), 0.5))).toBe(wanted);
  });
  it('a share outside 0…1 is a mistake of the caller', () => {
    expect(() => quantileOfSorted(column([1]), 1.1)).toThrow('1.1');
  });
});

describe('skewness G1 and kurtosis G2', () => {
  it('are those of scipy with bias=False', () => {
    expect(skewness(A).value).toBeCloseTo(-0.0030400119184174667, 12);
    expect(kurtosis(A).value).toBeCloseTo(-1.7759422019675932, 12);
  });
  it('a tail on both sides has no skewness worth the name, but kurtosis', () => {
    const heavy = column([-500, ...Array.from({ length: 20 }, (_, at) => at + 1), 500]);
    expect(skewness(heavy).value).toBeCloseTo(-0.2036118547010066, 12);
    expect(kurtosis(heavy).value).toBeCloseTo(10.482199398014968, 10);
    expect(farValues(heavy)).toEqual({ value: 2, reason: null, n: 22 });
  });
  it('of money do not overflow', () => {
    const money = A.map((value) => value * 1e100);
    expect(kurtosis(money).value).toBeCloseTo(-1.7759422019675932, 10);
  });
  it.each([
    [[1, 2], 'too_few', 'too_few'],
    [[1, 2, 4], 0.935219529582825, 'too_few'],
    [[3, 3, 3, 3], 'constant', 'constant'],
    [[0.1 + 0.2, 0.3, 0.3, 0.3], 'constant', 'constant'],
    [[null, null], 'too_few', 'too_few'],
  ])('of %j are %s and %s', (given, g1, g2) => {
    const got = shown(skewness(column(given)));
    if (typeof g1 === 'number') expect(got).toBeCloseTo(g1, 12);
    else expect(got).toBe(g1);
    expect(shown(kurtosis(column(given)))).toBe(g2);
  });
});

describe('values far from the median', () => {
  it.each([
    // Median 3, deviations 2 1 0 1 97: MAD 1, reach 3.5 ÷ 0.6745 = 5.19.
    [[1, 2, 3, 4, 100], 1],
    [[1, 2, 3, 4, 8.1], 0],
    [[1, 2, 3, 4, 8.3], 1],
    // MAD 0; mean deviation 9 ÷ 9 = 1, reach 3.5 × 1.2533 = 4.39.
    [[5, 5, 5, 5, 5, 5, 5, 5, 14], 1],
    [[2, 2, 2], 'constant'],
    [[1, null, 2], 'too_few'],
  ])('of %j: %s', (given, wanted) => {
    expect(shown(farValues(column(given)))).toBe(wanted);
  });
});
