import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleOf } from '../../src/charts/scale';
import { ticksOf } from '../../src/charts/ticks';

const even = (low: number, high: number, long = 400) => scaleOf({ low, high, isLog: false }, 0, long);
const perCent = (low: number, high: number) => scaleOf({ low, high, isLog: true, logUnit: 0.01 }, 0, 400);
const log = (low: number, high: number, long = 400) => scaleOf({ low, high, isLog: true }, 0, long);

describe('a scale', () => {
  it('puts the ends at its ends and the middle in the middle, also upside down', () => {
    expect([-20, 0, 20].map(scaleOf({ low: -20, high: 20, isLog: false }, 100, 0).at)).toEqual([100, 50, 0]);
  });
  it('on a logarithm puts 9 of 0…99 in the middle: log10(1 + 9) is half of log10(1 + 99)', () => {
    expect(log(0, 99).at(9)).toBeCloseTo(200, 9);
    expect(log(0, 99).value(200)).toBeCloseTo(9, 9);
  });
  it('of ratios is taken per cent: 9 % of 0…99 % is in the middle', () => {
    expect(perCent(0, 0.99).at(0.09)).toBeCloseTo(200, 9);
    expect(perCent(0, 0.99).value(200)).toBeCloseTo(0.09, 9);
  });
  it('takes a figure off again as it was put on', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (start, span, share, isLog) => {
          const low = isLog ? Math.abs(start) : start;
          const scale = scaleOf({ low, high: low + span, isLog }, 30, 700);
          const value = low + share * span;
          expect(Math.abs(scale.value(scale.at(value)) - value)).toBeLessThanOrEqual(1e-6 * (Math.abs(low) + span + 1));
        },
      ),
    );
  });
  it('keeps what lies beyond its ends at them', () => {
    expect([-5, 99].map(even(0, 10).at)).toEqual([0, 400]);
    expect([-5, 999].map(even(0, 10).value)).toEqual([0, 10]);
  });
  it('of one figure stands in the middle', () => {
    expect([even(7, 7).at(7), even(7, 7).value(3)]).toEqual([200, 7]);
  });
});

const values = (...given: Parameters<typeof ticksOf>): number[] => ticksOf(...given).map(({ value }) => value);

describe('ticks', () => {
  it.each([
    [even(0, 25), 60, [0, 5, 10, 15, 20, 25]],
    [even(0, 1), 60, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [even(-30, 40), 60, [-20, 0, 20, 40]],
    [even(0.13, 0.19, 300), 60, [0.14, 0.16, 0.18]],
    [even(0, 25, 120), 60, [0, 20]],
    [even(7, 7), 60, [7]],
  ])('of %o are round', (scale, gap, wanted) => {
    expect(values(scale, gap)).toEqual(wanted);
  });
  it('of counts are whole', () => {
    expect(values(even(0, 3), 34, 1)).toEqual([0, 1, 2, 3]);
  });
  it('on a logarithm are powers of ten where there is no room for more, and 0 where it is on the axis', () => {
    expect(values(log(0, 99_999, 500), 60)).toEqual([0, 10, 100, 1000, 10_000]);
    expect(values(log(5, 40), 60)).toEqual([5, 10, 20]);
  });
  it('on a logarithm of shares, which is all but even, stand apart all the same', () => {
    const ticks = ticksOf(log(0, 0.5), 60);
    expect(ticks.map(({ value }) => value)).toEqual([0, 0.1, 0.2, 0.5]);
    expect(Math.min(...ticks.slice(1).map(({ at }, place) => at - ticks[place]!.at))).toBeGreaterThanOrEqual(60);
  });
  it('say how fine they are, so that they are written alike', () => {
    expect(new Set(ticksOf(even(0, 1), 60).map(({ step }) => step))).toEqual(new Set([0.2]));
  });
});
