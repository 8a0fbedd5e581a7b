import { describe, expect, it } from 'vitest';
import { treatmentAdvice } from '../../scoring/treatment-advice';
import expected from './rules/expected.json';

const TAILS = [-500, ...Array.from({ length: 20 }, (_, at) => at + 1), 500];

describe('treatment advice', () => {
  it('has skewness, kurtosis and far values as SciPy has them', () => {
    const { skewness, kurtosis, far } = treatmentAdvice([3, 12.5, 7, 0.4, 95, 8, 7, 21, 5.5, 400]);
    expect(skewness).toBeCloseTo(expected.money.skewness, 10);
    expect(kurtosis).toBeCloseTo(expected.money.kurtosis, 10);
    expect(far).toBe(expected.money.far);
  });
  it('speaks for a logarithm where the right tail is long, for winsorising where the left one is', () => {
    const right = [1, 1, 2, 2, 3, 3, 4, 4, 5, 900];
    expect(treatmentAdvice(right)).toMatchObject({ isSkewed: true, advice: 'log' });
    expect(treatmentAdvice(right.map((value) => -value))).toMatchObject({ isSkewed: true, advice: 'winsorise' });
  });
  it('sees two symmetric tails that skewness does not', () => {
    const found = treatmentAdvice(TAILS);
    expect(found.kurtosis).toBeCloseTo(expected.tails.kurtosis, 8);
    expect(found).toMatchObject({ isSkewed: false, far: expected.tails.far, advice: 'winsorise' });
  });
  it('measures by the mean deviation where more than half are equal', () => {
    // Median 5, MAD 0; mean deviation 95 ÷ 7, × 1.2533 × 3.5 = 59.5.
    expect(treatmentAdvice([5, 5, 5, 5, 5, 5, 100])).toMatchObject({ distinct: 2, far: 0, advice: null });
    expect(treatmentAdvice([5, 5, 5, 5, 5, 6, 100])).toMatchObject({ distinct: 3, far: 1 });
  });
  it.each([
    [[], { present: 0, distinct: 0, skewness: null, kurtosis: null, advice: null }],
    [[4], { present: 1, distinct: 1, skewness: null, advice: null }],
    [[4, 4, 4, 4], { distinct: 1, skewness: null, kurtosis: null, advice: null }],
    [[1, 2, 4], { present: 3, kurtosis: null, advice: null }],
    [[NaN, Infinity, 2], { present: 1, advice: null }],
  ])('of %j says %j', (values, wanted) => expect(treatmentAdvice(values)).toMatchObject(wanted));
});
