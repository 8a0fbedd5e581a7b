import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binnedMedians } from '../../../scoring/statistics/binned-medians';
import { columnOnScale, offScale, onScale } from '../../../scoring/statistics/scale';
import { type GridAxis, scatterGrid } from '../../../scoring/statistics/scatter-grid';
import { column } from './shown';

describe('scales', () => {
  it.each([
    [0, 0],
    [9, 1],
    [999, 3],
    [1e6 - 1, 6],
  ])('%d stands at %d on log10(1 + x)', (value, place) => {
    expect(onScale(value, 'log1p')).toBeCloseTo(place, 14);
    expect(columnOnScale(column([value]), 'log1p')[0]).toBeCloseTo(place, 14);
    expect(offScale(place, 'log1p')).toBeCloseTo(value, 8);
  });
  it('what is below 0 or missing has no place on a logarithm', () => {
    expect(columnOnScale(column([-1, null]), 'log1p')).toEqual(column([null, null]));
  });
  it('linear is what it was', () => {
    expect([onScale(-3, 'linear'), offScale(-3, 'linear')]).toEqual([-3, -3]);
    const values = column([1, null]);
    expect(columnOnScale(values, 'linear')).toBe(values);
  });
});

describe('counts on a grid', () => {
  const axis = (from: number, to: number, cells: number, scale: GridAxis['scale'] = 'linear'): GridAxis => ({ from, to, cells, scale });
  it('put a firm on an edge to the right of it, the last edge excepted', () => {
    const grid = scatterGrid(column([0, 1, 2, 2, 1.999]), column([0, 1, 2, 0, 1]), axis(0, 2, 2), axis(0, 2, 2));
    // Lower row: (0, 0) and (2, 0); upper row: (1, 1), (2, 2), (1.999, 1) all at the right.
    expect(grid).toEqual({ counts: Int32Array.of(1, 1, 0, 3), most: 3, beyond: 0, missing: 0 });
  });
  it('count who is beyond and who lacks a value', () => {
    const grid = scatterGrid(column([1, -1, 3, null, 1, Infinity]), column([1, 1, 1, 1, 9, 1]), axis(0, 2, 1), axis(0, 2, 1));
    expect(grid).toEqual({ counts: Int32Array.of(1), most: 1, beyond: 3, missing: 2 });
  });
  it('on logarithms have cells even on them', () => {
    const grid = scatterGrid(column([0, 9.5, 99.5, 999]), column([1, 1, 1, 1]), axis(0, 999, 3, 'log1p'), axis(0, 2, 1));
    expect(Array.from(grid.counts)).toEqual([1, 1, 2]);
  });
  it('of nobody are 0', () => {
    expect(scatterGrid(column([]), column([]), axis(0, 1, 2), axis(0, 1, 1))).toEqual({
      counts: Int32Array.of(0, 0),
      most: 0,
      beyond: 0,
      missing: 0,
    });
  });
  it.each([
    [axis(1, 1, 2), 'from 1 to 1'],
    [axis(-5, 1, 2, 'log1p'), 'from -5'],
    [axis(0, 1, 0), '0 cells'],
  ])('on an axis without length are not asked: %j', (wrong, words) => {
    expect(() => scatterGrid(column([1]), column([1]), wrong, axis(0, 1, 1))).toThrow(words);
  });
  it('add up to all rows', () => {
    const cells = fc.array(fc.tuple(fc.option(fc.integer({ min: -5, max: 25 })), fc.option(fc.integer({ min: -5, max: 25 }))), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 7 }), (rows, count) => {
        const [xs, ys] = [column(rows.map(([x]) => x)), column(rows.map(([, y]) => y))];
        const { counts, beyond, missing } = scatterGrid(xs, ys, axis(0, 20, count), axis(0, 20, 3, 'log1p'));
        expect(counts.reduce((sum, one) => sum + one, 0) + beyond + missing).toBe(rows.length);
      }),
    );
  });
});

describe('medians in bins of equal counts', () => {
  const twenty = Array.from({ length: 20 }, (_, at) => at + 1);
  it('are quartiles of type 7 of the firms of each bin', () => {
    const { bins, n } = binnedMedians(column(twenty), column(twenty.map((x) => 100 - x)), 2);
    expect(n).toBe(20);
    expect(bins).toEqual([
      { n: 10, from: 1, middle: 5.5, to: 10, lower: 92.25, median: 94.5, upper: 96.75 },
      { n: 10, from: 11, middle: 15.5, to: 20, lower: 82.25, median: 84.5, upper: 86.75 },
    ]);
  });
  it('never part equal x: the bin reaches to the end of the tie', () => {
    const xs = column([...Array<number>(14).fill(0), ...twenty]);
    const { bins } = binnedMedians(xs, xs, 3);
    // Thirds of 34 end at 11 and 23: the tie of fourteen stays whole.
    expect(bins.map(({ n, from, to }) => [n, from, to])).toEqual([
      [14, 0, 0],
      [11, 10, 20],
    ]);
  });
  it('leave out bins of fewer than ten firms, and count them', () => {
    const { bins, smallBins, smallFirms, n } = binnedMedians(column(twenty), column(twenty), 4);
    expect([bins.length, smallBins, smallFirms, n]).toEqual([0, 4, 20, 20]);
  });
  it('leave out firms without both values', () => {
    const { n, bins } = binnedMedians(column([...twenty, null, 3, Infinity]), column([...twenty, 1, null, 1]), 1);
    expect([n, bins[0]!.n, bins[0]!.median]).toEqual([20, 20, 10.5]);
  });
  it('of nobody are none', () => {
    expect(binnedMedians(column([]), column([]), 10)).toEqual({ bins: [], n: 0, smallBins: 0, smallFirms: 0 });
  });
  it('count every firm once, and bins do not overlap', () => {
    const cells = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 100 })), { maxLength: 150 });
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 12 }), (rows, wanted) => {
        const { bins, n, smallFirms } = binnedMedians(column(rows.map(([x]) => x)), column(rows.map(([, y]) => y)), wanted);
        expect(bins.reduce((sum, bin) => sum + bin.n, smallFirms)).toBe(n);
        bins.forEach((bin, at) => {
          if (at > 0) expect(bin.from).toBeGreaterThan(bins[at - 1]!.to);
          const within = rows.filter(([x]) => x >= bin.from && x <= bin.to);
          expect(within.length).toBe(bin.n);
        });
      }),
    );
  });
});
