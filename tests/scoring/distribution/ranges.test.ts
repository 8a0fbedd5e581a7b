import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range } from '../../../scoring/distribution/format';
import { isWithin } from '../../../scoring/distribution/frame';
import { subtractRange, unionRanges } from '../../../scoring/distribution/ranges';

const range = (from: number | null, to: number | null): Range => ({ from, to });

describe('unionRanges', () => {
  it.each([
    [[], []],
    [[range(1, 3), range(2, 5)], [range(1, 5)]],
    [[range(1, 3), range(3, 5)], [range(1, 5)]],
    [
      [range(4, 5), range(1, 2)],
      [range(1, 2), range(4, 5)],
    ],
    [[range(null, 3), range(2, null)], [range(null, null)]],
    // A bar of zeros beside what lies below 0 stays an exact number: [−5, 0) does not hold it.
    [
      [range(-5, 0), range(0, 0)],
      [range(-5, 0), range(0, 0)],
    ],
    [[range(0, 0), range(0, 5)], [range(0, 5)]],
    [[range(0, 0), range(0, 0)], [range(0, 0)]],
    [[range(5, 1)], []],
  ])('of %j is %j', (given, wanted) => {
    expect(unionRanges(given)).toEqual(wanted);
  });
});

describe('subtractRange', () => {
  it.each([
    [[range(0, 10)], range(3, 5), [range(0, 3), range(5, 10)]],
    [[range(0, 10)], range(-1, 5), [range(5, 10)]],
    [[range(0, 10)], range(5, null), [range(0, 5)]],
    [[range(0, 10)], range(0, 10), []],
    [[range(0, 0), range(2, 3)], range(-1, 1), [range(2, 3)]],
    [[range(0, 1)], range(1, 2), [range(0, 1)]],
    [[], range(0, 1), []],
  ])('%j without %j is %j', (given, taken, wanted) => {
    expect(subtractRange(given, taken)).toEqual(wanted);
  });
});

const whole = fc.integer({ min: -6, max: 6 });
const end = fc.option(whole, { nil: null });
const open = fc.record({ from: end, to: end }).filter(({ from, to }) => from === null || to === null || from < to);
const point = whole.map((at) => range(at, at));
const inAny = (value: number, ranges: readonly Range[]): boolean => ranges.some((one) => isWithin(value, one));

it('a figure is in the union exactly when it is in one of the ranges', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(open, point), { maxLength: 6 }), fc.integer({ min: -14, max: 14 }), (ranges, half) => {
      expect(inAny(half / 2, unionRanges(ranges))).toBe(inAny(half / 2, ranges));
    }),
  );
});

it('ranges taken together ascend and do not overlap', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(open, point), { maxLength: 6 }), (ranges) => {
      const made = unionRanges(ranges);
      made.slice(1).forEach(({ from }, at) => expect(from ?? -Infinity).toBeGreaterThanOrEqual(made[at]!.to ?? Infinity));
    }),
  );
});

it('a figure is left exactly when it was there and not in what is taken', () => {
  fc.assert(
    fc.property(fc.array(open, { maxLength: 5 }), open, fc.integer({ min: -14, max: 14 }), (ranges, taken, half) => {
      expect(inAny(half / 2, subtractRange(ranges, taken))).toBe(inAny(half / 2, ranges) && !isWithin(half / 2, taken));
    }),
  );
});
