import { expect, it } from 'vitest';
import { wilson } from '../../../scoring/statistics/wilson';

// `prop.test(hits, n, correct = FALSE)` of R 4.2.2.
it.each([
  [15, 50, 0.1910355350088095, 0.437503504644534],
  [7.5, 30, 0.1297543533532879, 0.4270023432336966],
  [0, 10, 0, 0.2775327998628891],
  [10, 10, 0.7224672001371109, 1],
])('%d hits of %d: 95 in 100 between %d and %d', (hits, n, low, high) => {
  const found = wilson(hits, n);
  expect(found.low).toBeCloseTo(low, 13);
  expect(found.high).toBeCloseTo(high, 13);
});

it('of no draw there is no interval', () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});
