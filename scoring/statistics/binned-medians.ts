import { orderOf } from '../radix';
import { quantileOfSorted } from './quantile';

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

/** Rows of two columns in ascending order of each; missing and infinite ones stand anywhere. */
export interface Orders {
  readonly x: Int32Array;
  readonly y: Int32Array;
}

/**
 * Quartiles of y in `wanted` bins of about equal counts of x, over the firms that have both. Equal x are never parted: a bin reaches to the end of
 * a tie, so there may be fewer bins and unequal counts. Bins of fewer than ten firms are left out and counted. Who knows the orders hands them over.
 */
export function binnedMedians(xs: Float64Array, ys: Float64Array, wanted: number, orders: Orders = ordersOf(xs, ys)): BinnedMedians {
  const { rows, x } = alongX(xs, ys, orders);
  const ends = binEnds(x, wanted);
  const y = alongY(ys, rows, ends, orders);
  const bins: MedianBin[] = [];
  let [smallBins, smallFirms] = [0, 0];
  ends.forEach((end, at) => {
    const start = ends[at - 1] ?? 0;
    if (end - start >= LEAST_IN_BIN) {
      bins.push(binOf(x.subarray(start, end), y.subarray(start, end)));
    } else {
      smallBins++;
      smallFirms += end - start;
    }
  });
  return { bins, n: x.length, smallBins, smallFirms };
}

function ordersOf(xs: Float64Array, ys: Float64Array): Orders {
  return { x: orderOf(xs, false), y: orderOf(ys, false) };
}

/** The rows that have both, and their x, ascending. −0 is 0. */
function alongX(xs: Float64Array, ys: Float64Array, orders: Orders): { readonly rows: Int32Array; readonly x: Float64Array } {
  const rows = new Int32Array(xs.length);
  const x = new Float64Array(xs.length);
  let n = 0;
  for (let i = 0; i < orders.x.length; i++) {
    const row = orders.x[i]!;
    const vx = xs[row]!;
    const vy = ys[row]!;
    if (vx - vx !== 0 || vy - vy !== 0) continue;
    rows[n] = row;
    x[n++] = vx + 0;
  }
  return { rows: rows.subarray(0, n), x: x.subarray(0, n) };
}

/** The y of each bin side by side, ascending within it: walking along y fills all bins in order, and nothing is sorted again. */
function alongY(ys: Float64Array, rows: Int32Array, ends: readonly number[], orders: Orders): Float64Array {
  const nobody = ends.length;
  const binOfRow = new Uint16Array(ys.length).fill(nobody);
  ends.forEach((end, bin) => {
    for (let i = ends[bin - 1] ?? 0; i < end; i++) binOfRow[rows[i]!] = bin;
  });
  const fronts = Int32Array.from(ends, (_, at) => ends[at - 1] ?? 0);
  const y = new Float64Array(rows.length);
  for (let i = 0; i < orders.y.length; i++) {
    const row = orders.y[i]!;
    const bin = binOfRow[row]!;
    if (bin !== nobody) y[fronts[bin]!++] = ys[row]! + 0;
  }
  return y;
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

function binOf(x: Float64Array, y: Float64Array): MedianBin {
  const at = (sorted: Float64Array, p: number): number => quantileOfSorted(sorted, p).value!;
  return { n: x.length, from: x[0]!, middle: at(x, 0.5), to: at(x, 1), lower: at(y, 0.25), median: at(y, 0.5), upper: at(y, 0.75) };
}
