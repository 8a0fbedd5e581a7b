import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rescale, rescaleTo, type Part } from '../../../scoring/weights/rescale';

const parts = (...weights: (number | [number, 'locked'])[]): Part[] =>
  weights.map((one, at) => ({
    id: 'abcdefgh'[at]!,
    weight: typeof one === 'number' ? one : one[0],
    locked: typeof one !== 'number',
  }));
const shown = (found: ReturnType<typeof rescale>) => (found.ok ? [...found.weights.values()] : { why: found.why, most: found.most });

describe('rescale', () => {
  it.each([
    // 50 → 55: the other 50 become 45, 30 : 20 as before.
    [parts(50, 30, 20), 'a', 55, [55, 27, 18]],
    // A locked one stays; the rest gives all.
    [parts(50, 30, [20, 'locked']), 'a', 55, [55, 25, 20]],
    // A locked one may be set itself.
    [parts([50, 'locked'], 30, 20), 'a', 55, [55, 27, 18]],
    // Thirds: the sum stays 100 to the ten-thousandth, the earliest takes the odd one.
    [parts(97, 1, 1, 1), 'a', 90, [90, 3.3334, 3.3333, 3.3333]],
    // Everything, and nothing.
    [parts(50, 50), 'a', 100, [100, 0]],
    [parts(50, 50), 'a', 0, [0, 100]],
    // Others at nothing share equally.
    [parts(100, 0, 0), 'a', 80, [80, 10, 10]],
    [parts(50, 50), 'a', 101, { why: 'beyond', most: 100 }],
    [parts(50, [50, 'locked']), 'a', 60, { why: 'all_locked', most: 50 }],
    [parts(50, [50, 'locked']), 'a', 50, [50, 50]],
    [parts(7), 'a', 7, [7]],
  ])('%j with %s at %d', (given, id, to, wanted) => {
    expect(shown(rescale(given, id, to))).toEqual(wanted);
  });
  it.each([-1, NaN, Infinity])('%d is no weight', (to) => {
    expect(() => rescale(parts(50, 50), 'a', to)).toThrow('weight of a is not a number of 0 or more');
  });
  it('keeps the sum and every locked weight, and nobody falls below 0', () => {
    const weight = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 10_000);
    fc.assert(
      fc.property(fc.array(fc.tuple(weight, fc.boolean()), { minLength: 2, maxLength: 8 }), weight, (given, to) => {
        const before = given.map(([one, locked], at): Part => ({ id: String(at), weight: one, locked }));
        const found = rescale(before, '0', to);
        if (!found.ok) return;
        const units = (list: Iterable<number>) => [...list].reduce((sum, one) => sum + Math.round(one * 10_000), 0);
        expect(units(found.weights.values())).toBe(units(before.map((one) => one.weight)));
        expect(found.weights.get('0')).toBe(to);
        for (const one of before.slice(1)) if (one.locked) expect(found.weights.get(one.id)).toBe(one.weight);
        expect(Math.min(...found.weights.values())).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('rescaleTo', () => {
  it.each([
    [parts(10, 20, 20), 55, [11, 22, 22]],
    [parts(10, [20, 'locked'], 20), 60, [13.3333, 20, 26.6667]],
    [parts(0, 0), 10, [5, 5]],
    [parts(10, [20, 'locked']), 15, null],
    [parts([20, 'locked']), 20, [20]],
    [parts([20, 'locked']), 21, null],
    [[], 0, []],
    [[], 1, null],
  ])('%j to a sum of %d', (given, sum, wanted) => {
    const found = rescaleTo(given, sum);
    expect(found && [...found.values()]).toEqual(wanted);
  });
});
