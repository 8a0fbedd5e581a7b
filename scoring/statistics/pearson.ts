import { type Answer, found, refused } from './answer';
import { isConstant } from './moments';

/** Fewer pairs say nothing: two points always lie on a line. */
export const LEAST_PAIRS = 3;

/**
 * Pearson's r of two columns, over the firms that have both (pairwise complete), −1…1. Refused of fewer than three, and where either column is
 * constant among them. Differences from the means are summed, not squares of money, each column in shares of its largest value, so that nothing overflows.
 */
export function pearson(x: Float64Array, y: Float64Array): Answer {
  const [a, b] = paired(x, y);
  const n = a.length;
  if (n < LEAST_PAIRS) return refused('too_few', n);
  if (isConstant(a) || isConstant(b)) return refused('constant', n);
  let [sumA, sumB] = [0, 0];
  for (let i = 0; i < n; i++) {
    sumA += a[i]!;
    sumB += b[i]!;
  }
  const [meanA, meanB] = [sumA / n, sumB / n];
  let [aa, bb, ab] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const da = a[i]! - meanA;
    const db = b[i]! - meanB;
    aa += da * da;
    bb += db * db;
    ab += da * db;
  }
  return found(Math.max(-1, Math.min(1, ab / (Math.sqrt(aa) * Math.sqrt(bb)))), n);
}

function paired(x: Float64Array, y: Float64Array): readonly [Float64Array, Float64Array] {
  const a = new Float64Array(x.length);
  const b = new Float64Array(x.length);
  let n = 0;
  for (let row = 0; row < x.length; row++) {
    const vx = x[row]!;
    const vy = y[row]!;
    // A difference with itself is 0 only of a finite number.
    if (vx - vx !== 0 || vy - vy !== 0) continue;
    a[n] = vx;
    b[n++] = vy;
  }
  return [inShares(a.subarray(0, n)), inShares(b.subarray(0, n))];
}

/** Divided by the largest of them, signs aside, in place; zeros stay. */
function inShares(values: Float64Array): Float64Array {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (size > largest) largest = size;
  }
  if (largest > 0) for (let i = 0; i < values.length; i++) values[i]! /= largest;
  return values;
}
