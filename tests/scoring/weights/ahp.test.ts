import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ahpWeights } from '../../../scoring/weights/ahp';

it('drinks in the United States: the weights .177 .019 .042 .116 .190 .129 .327 and CR .022 of Saaty (2008), Int. J. Services Sciences 1 (1), table 2', () => {
  const found = ahpWeights(
    7,
    // Coffee, wine, tea, beer, soda, milk, water.
    [9, 5, 2, 1, 1, 1 / 2, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9, 1 / 3, 1 / 4, 1 / 3, 1 / 9, 1 / 2, 1, 1 / 3, 2, 1 / 2, 1 / 3],
  );
  if (found.reason !== null) throw new Error(found.reason);
  expect(found.weights.map((weight) => Math.round(weight * 1000) / 1000)).toEqual([0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327]);
  expect(Math.round(found.ratio * 1000) / 1000).toBe(0.022);
  expect(found).toMatchObject({ table: 'Saaty 1980', inconsistent: false });
});

describe('consistency', () => {
  it('of judgments that follow from weights is perfect, and the weights come back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 10 }), (parts) => {
        const upper = parts.flatMap((a, i) => parts.slice(i + 1).map((b) => a / b));
        const found = ahpWeights(parts.length, upper);
        if (found.reason !== null) throw new Error(found.reason);
        const sum = parts.reduce((total, part) => total + part, 0);
        found.weights.forEach((weight, at) => expect(weight).toBeCloseTo(parts[at]! / sum, 10));
        expect(found.ratio).toBeCloseTo(0, 9);
      }),
    );
  });
  it('of a circle, A over B over C over A by 3, is far above 0.1', () => {
    // λ of a circulant matrix is its row sum, 1 + 3 + 1/3; CI = (13/3 − 3) ÷ 2 = 2/3, CR = 2/3 ÷ 0.58.
    const found = ahpWeights(3, [3, 1 / 3, 3]);
    if (found.reason !== null) throw new Error(found.reason);
    found.weights.forEach((weight) => expect(weight).toBeCloseTo(1 / 3, 12));
    expect(found.ratio).toBeCloseTo(2 / 3 / 0.58, 10);
    expect(found.inconsistent).toBe(true);
  });
  it('of two cannot be wanting', () => {
    expect(ahpWeights(2, [9])).toMatchObject({ ratio: 0, inconsistent: false, weights: [0.9, 0.1] });
  });
});

it.each([
  [0, [], 'unreadable'],
  [3, [1, 2], 'unreadable'],
  [2, [0], 'unreadable'],
  [2, [-3], 'unreadable'],
  [2, [NaN], 'unreadable'],
  [2, [Infinity], 'unreadable'],
  [11, new Array<number>(55).fill(1), 'too_many'],
])('%d things judged by %j: %s', (things, upper, reason) => {
  expect(ahpWeights(things, upper)).toEqual({ reason });
});
