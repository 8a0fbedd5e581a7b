import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BIN_CODE, binCode, binCodes } from '../../../scoring/statistics/bin-codes';
import { type BinChoice, type BinLayout, binLayout } from '../../../scoring/statistics/bin-layout';
import { binsOfSorted, countBins } from '../../../scoring/statistics/bins';
import { sortedOf } from '../../../scoring/statistics/sorted';
import { column, G } from './shown';

const binsOf = (values: readonly (number | null)[], choice?: BinChoice) => binsOfSorted(sortedOf(column(values)), choice);
const drawn = (values: readonly (number | null)[], choice?: BinChoice) => {
  const bins = binsOf(values, choice);
  if (bins.reason !== null) throw new Error(bins.reason);
  return bins;
};
const list = (values: ArrayLike<number>): number[] => Array.from(values);

describe('the width of bins', () => {
  it('is 2 · IQR ÷ ∛n of the firms in bins, rounded to 1, 2 or 5 × 10ᵏ (reference.R)', () => {
    const bins = binsOfSorted(G, { cut: 0 });
    if (bins.reason !== null) throw new Error(bins.reason);
    expect(bins.rule).toBe('freedman-diaconis');
    expect(bins.width).toBeCloseTo(84.9254034552386, 10);
    expect(bins.step).toBe(100);
    expect(bins.edges.length).toBe(41);
    // 1…96 are 25 firms without the zero; 100, 120, 120, 150, 180 the next five.
    expect(list(bins.counts.slice(0, 3))).toEqual([25, 5, 2]);
    expect(bins.counts[39]).toBe(1);
    expect(bins.zero).toBe(1);
  });
  it('is that of Scott where half the values are equal (reference.R)', () => {
    const bins = drawn([...Array<number>(30).fill(5), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(bins.rule).toBe('scott');
    expect(bins.width).toBeCloseTo(1.50099767403703, 12);
    expect([bins.step, list(bins.edges), list(bins.counts)]).toEqual([2, [0, 2, 4, 6, 8, 10], [1, 2, 32, 2, 3]]);
  });
  it.each([
    // 8 values 1…8: IQR 3.5, 7 ÷ 2 = 3.5, nearest 5 on a logarithm.
    [[1, 2, 3, 4, 5, 6, 7, 8], 3.5, 5, [0, 5, 10], [4, 4]],
    // A value on an edge is right of it; the last bin is closed.
    [[1, 2, 2, 3, 3, 3, 4, 5], 1.25, 1, [1, 2, 3, 4, 5], [1, 2, 3, 2]],
    [[-4, -3, -2, -1, 1, 2, 3, 4], 4.5, 5, [-5, 0, 5], [4, 4]],
    // 0.1 + 0.2 would be more than the edge 0.3.
    [[0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45], 0.175, 0.2, [0, 0.2, 0.4, 0.6], [2, 4, 2]],
    [[1000.1, 1000.2, 1000.3, 1000.4, 1000.5, 1000.6, 1000.7, 1000.8], 0.35, 0.5, [1000, 1000.5, 1001], [4, 4]],
  ])('of %j is %d, taken as %d', (values, width, step, edges, counts) => {
    const bins = drawn(values);
    expect(bins.width).toBeCloseTo(width, 9);
    expect([bins.step, list(bins.edges), list(bins.counts)]).toEqual([step, edges, counts]);
  });
  it('is widened until 200 bins are enough', () => {
    // IQR 1 among 1000, ends at 0 and 1,000,000.
    const bins = drawn([...Array.from({ length: 1000 }, (_, at) => 10 + at / 500), 1e6], { cut: 0 });
    expect(bins.width).toBeCloseTo(0.2, 2);
    expect([bins.step, bins.counts.length, bins.counts[0], bins.counts[199]]).toEqual([5000, 200, 1000, 1]);
  });
});

describe('one bin stands', () => {
  it.each([
    [[5], [5, 6], [1], 0],
    [[5, 5, 5], [5, 6], [3], 0],
    [[-5, -5], [-5, -4], [2], 0],
    [[0.05, null], [0.05, 0.06], [1], 0],
    [[0.1 + 0.2, 0.3], [0.3, 0.4], [2], 0],
    [[2300], [2000, 3000], [1], 0],
    // Nothing but zeros: their own bar, beside an empty bin.
    [[0, 0], [0, 1], [0], 2],
  ])('for %j', (values, edges, counts, zero) => {
    const bins = drawn(values);
    expect(bins.rule).toBe('one');
    expect(list(bins.edges)).toEqual(edges);
    expect([list(bins.counts), bins.zero, bins.below, bins.above]).toEqual([counts, zero, 0, 0]);
  });
});

describe('there are no bins', () => {
  it.each([
    [[], 'too_few', 0],
    [[null, null], 'too_few', 0],
    [[Infinity, null], 'too_few', 0],
    [[-1.7e308, 1.7e308, 0.5e308], 'not_finite', 3],
  ])('of %j: %s', (values, reason, n) => {
    expect(binsOf(values)).toEqual({ reason, n });
  });
});

describe('zeros', () => {
  it('have a bar of their own, or are in their bin where that is asked', () => {
    const values = [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8];
    expect(drawn(values)).toMatchObject({ zero: 3, counts: Int32Array.of(4, 4) });
    const within = drawn(values, { isZeroApart: false });
    expect([within.zero, within.counts.reduce((sum, count) => sum + count, 0), within.n]).toEqual([0, 11, 11]);
    expect(within.counts[0]).toBeGreaterThanOrEqual(3);
  });
  it('beyond the bins are still zeros', () => {
    const bins = drawn([0, 0, 100, 101, 102, 103]);
    expect(bins.edges[0]).toBe(100);
    expect([bins.zero, bins.below, bins.above]).toEqual([2, 0, 0]);
  });
  it('written −0 are zeros', () => {
    expect(drawn([-0, 0, 3])).toMatchObject({ zero: 2, n: 3 });
  });
});

describe('what lies beyond the 0.5th and 99.5th percentile', () => {
  const middle = Array.from({ length: 1000 }, (_, at) => 100 + (at % 100));
  it('is counted apart where it is far away', () => {
    const bins = drawn([-900, ...middle, 5000, 6000]);
    expect([bins.below, bins.above, bins.n]).toEqual([1, 2, 1003]);
    expect([bins.edges[0], bins.edges.at(-1)]).toEqual([100, 200]);
  });
  it('is shown where it is near', () => {
    const bins = drawn([90, ...middle, 210]);
    expect([bins.below, bins.above]).toEqual([0, 0]);
  });
  it('is shown where all is asked for', () => {
    const bins = drawn([-900, ...middle, 5000], { cut: 0 });
    expect([bins.below, bins.above, bins.edges[0]]).toEqual([0, 0, -900]);
  });
});

describe('on log10(1 + x)', () => {
  const money = [0, 9, 99, 99, 999, 9999, 99999, 999999];
  it('bins are even on the logarithm, their edges written with as many digits as they need', () => {
    // Seven places 1, 2, 2, 3, 4, 5, 6: quartiles 2 and 4.5 before rounding of between, 2 · 2.3 ÷ 1.91 = 2.4, nearest 2.
    const bins = drawn(money, { scale: 'log1p', cut: 0 });
    expect(bins.rule).toBe('freedman-diaconis');
    expect(bins.step).toBe(2);
    // 99 is below the edge 10² − 1 = 99.0 no more than it is above it: it stands right of it.
    expect([list(bins.edges), list(bins.counts), bins.zero]).toEqual([[0, 99, 10000, 1000000], [1, 4, 2], 1]);
  });
  it('negative values have no place: they are below, and said', () => {
    const bins = drawn([-5, -1, ...money], { scale: 'log1p', cut: 0 });
    expect([bins.below, bins.negative, bins.zero, bins.n]).toEqual([2, 2, 1, 10]);
  });
  it('of negative values alone there is one empty bin', () => {
    expect(drawn([-5, -3], { scale: 'log1p' })).toMatchObject({ rule: 'one', below: 2, negative: 2, counts: Int32Array.of(0) });
  });
});

it('a segment is counted in the bins of all', () => {
  const layout = binLayout(sortedOf(column([1, 2, 3, 4, 5, 6, 7, 8]))) as BinLayout;
  expect(countBins(layout, column([0, 2, 5, 10, 11]))).toEqual({
    n: 5,
    counts: Int32Array.of(1, 2),
    zero: 1,
    below: 0,
    above: 1,
    negative: 0,
  });
  expect(countBins(layout, column([]))).toMatchObject({ n: 0, counts: Int32Array.of(0, 0), zero: 0 });
});

describe('codes of rows', () => {
  const layout = binLayout(sortedOf(column([1, 2, 3, 4, 5, 6, 7, 8]))) as BinLayout;
  it.each([
    [NaN, BIN_CODE.missing],
    [Infinity, BIN_CODE.missing],
    [-Infinity, BIN_CODE.missing],
    [0, BIN_CODE.zero],
    [-0, BIN_CODE.zero],
    [-0.1, BIN_CODE.below],
    [10.1, BIN_CODE.above],
    [4.999999999, 0],
    [5, 1],
    [10, 1],
  ])('%d is %d', (value, code) => {
    expect(binCode(value, layout)).toBe(code);
  });

  const cell = fc.oneof(
    fc.constantFrom<(number | null)[]>(null, 0, -0, Infinity, 1, 99, 999.5),
    fc.integer({ min: -50, max: 5000 }),
    fc.double({ min: -10, max: 1e7, noNaN: true }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const choices = fc.record({
    scale: fc.constantFrom('linear' as const, 'log1p' as const),
    isZeroApart: fc.boolean(),
    cut: fc.constantFrom(0, 0.005, 0.2),
  });
  it('are what looking up the edges gives, and count to the bins, for any values, edges and beyond', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), fc.array(fc.nat({ max: 1000 }), { maxLength: 5 }), choices, (cells, near, choice) => {
        const bins = binsOf(cells, choice);
        if (bins.reason !== null) return;
        expect(bins.edges.length).toBeGreaterThanOrEqual(2);
        expect(bins.edges.length).toBeLessThanOrEqual(201);
        expect(bins.edges.every((edge, at) => at === 0 || edge > bins.edges[at - 1]!)).toBe(true);
        expect(bins.counts.reduce((sum, count) => sum + count, 0) + bins.zero + bins.below + bins.above).toBe(bins.n);
        const edges = near.map((at) => bins.edges[at % bins.edges.length]!);
        const values = column([
          ...cells,
          ...edges,
          ...edges.map((edge) => edge * (1 - 2 ** -52)),
          ...edges.map((edge) => edge * (1 + 2 ** -52)),
        ]);
        expect(list(binCodes(values, bins))).toEqual(list(values).map((value) => lookUp(value, bins)));
        const codes = binCodes(column(cells), bins);
        const counted = (code: number): number => codes.filter((one) => one === code).length;
        expect(list(bins.counts).map((_, at) => counted(at))).toEqual(list(bins.counts));
        expect([counted(BIN_CODE.zero), counted(BIN_CODE.below), counted(BIN_CODE.above)]).toEqual([bins.zero, bins.below, bins.above]);
      }),
      { numRuns: 1000 },
    );
  });

  function lookUp(value: number, { edges, isZeroApart }: BinLayout): number {
    if (!Number.isFinite(value)) return BIN_CODE.missing;
    if (isZeroApart && value === 0) return BIN_CODE.zero;
    if (value < edges[0]!) return BIN_CODE.below;
    if (value > edges.at(-1)!) return BIN_CODE.above;
    return Math.min(
      edges.length - 2,
      edges.findLastIndex((edge) => edge <= value),
    );
  }
});

describe('sorting', () => {
  it('leaves out what is missing or infinite and keeps the rest in order', () => {
    expect(list(sortedOf(column([3, null, -1, Infinity, -0, 2])))).toEqual([-1, 0, 2, 3]);
  });
  it('of many is that of the engine', () => {
    const halves = fc.array(
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: -9, max: 9 }),
        fc.double({ min: 1e9, max: 1e9 + 1e-3, noNaN: true }),
      ),
      { minLength: 1, maxLength: 50 },
    );
    fc.assert(
      fc.property(halves, (few) => {
        // Above the length from which on digits are sorted, with runs that share their upper bits.
        const values = Float64Array.from({ length: 5000 }, (_, at) => few[at % few.length]! * (1 + (at % 40) * 2 ** -50) + 0);
        expect(sortedOf(values)).toEqual(
          values
            .filter(Number.isFinite)
            .map((value) => value + 0)
            .sort(),
        );
      }),
      { numRuns: 40 },
    );
  });
});
