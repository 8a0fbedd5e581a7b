import { quantileOfSorted } from './quantile';
import { sortedOf } from './sorted';

/** Firms with neighbouring x, and the quartiles (type 7) of their y. */
export interface MedianBin {
  readonly n: number;
  /** Least, middle and largest x. */
  readonly from: number;
  readonly middle: number;
  readonly to: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

export interface BinnedMedians {
  readonly bins: readonly MedianBin[];
  /** Firms with both values, in a bin or not. */
  readonly n: number;
  /** Bins of fewer than ten firms, which are not shown, and their firms. */
  readonly smallBins: number;
  readonly smallFirms: number;
}

export const LEAST_IN_BIN = 10;

/**
 * Quartiles of y in `wanted` bins of about equal counts of x, over the firms that have both. Equal x are never parted: a bin reaches to the end of
 * a tie, so there may be fewer bins and unequal counts. Bins of fewer than ten firms are left out and counted.
 */
export function binnedMedians(xs: Float64Array, ys: Float64Array, wanted: number): BinnedMedians {
  const pairs = pairsOf(xs, ys);
  const x = sortedOf(pairs.x);
  const ends = binEnds(x, wanted);
  const y = byBin(pairs, x, ends);
  const bins: MedianBin[] = [];
  let [smallBins, smallFirms] = [0, 0];
  ends.forEach((end, at) => {
    const start = ends[at - 1] ?? 0;
    if (end - start >= LEAST_IN_BIN) {
      bins.push(binOf(x.subarray(start, end), sortedOf(y.subarray(start, end))));
    } else {
      smallBins++;
      smallFirms += end - start;
    }
  });
  return { bins, n: x.length, smallBins, smallFirms };
}

interface Pairs {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function pairsOf(xs: Float64Array, ys: Float64Array): Pairs {
  const x = new Float64Array(xs.length);
  const y = new Float64Array(xs.length);
  let n = 0;
  for (let row = 0; row < xs.length; row++) {
    const vx = xs[row]!;
    const vy = ys[row]!;
    if (vx - vx !== 0 || vy - vy !== 0) continue;
    x[n] = vx;
    y[n++] = vy;
  }
  return { x: x.subarray(0, n), y: y.subarray(0, n) };
}

/** Where bins of sorted x end; no bin is empty. */
function binEnds(x: Float64Array, wanted: number): readonly number[] {
  const ends: number[] = [];
  for (let at = 1, end = 0; end < x.length; at++) {
    const asked = Math.min(x.length, Math.round((x.length * at) / wanted));
    if (asked <= end) continue;
    for (end = asked; end < x.length && x[end] === x[end - 1];) end++;
    ends.push(end);
  }
  return ends;
}

/** The y of each bin side by side, in no order within it: cheaper than ordering all firms by x. */
function byBin({ x, y }: Pairs, sorted: Float64Array, ends: readonly number[]): Float64Array {
  const fronts = Int32Array.from(ends, (_, at) => ends[at - 1] ?? 0);
  const least = Float64Array.from(fronts, (start) => sorted[start]!);
  const placed = new Float64Array(y.length);
  for (let i = 0; i < x.length; i++) {
    const value = x[i]!;
    let from = 0;
    for (let to = least.length; to - from > 1;) {
      const middle = (from + to) >> 1;
      if (value >= least[middle]!) from = middle;
      else to = middle;
    }
    placed[fronts[from]!++] = y[i]!;
  }
  return placed;
}

function binOf(x: Float64Array, y: Float64Array): MedianBin {
  const at = (sorted: Float64Array, p: number): number => quantileOfSorted(sorted, p).value!;
  return { n: x.length, from: x[0]!, middle: at(x, 0.5), to: at(x, 1), lower: at(y, 0.25), median: at(y, 0.5), upper: at(y, 0.75) };
}
