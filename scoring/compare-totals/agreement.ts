import { orderOf } from '../radix';
import { isTie } from '../rank';
import type { Answer } from '../statistics/answer';
import { classesOf } from '../statistics/classes';
import { kendall } from '../statistics/kendall';

/** Ranks of some values, best (largest) first, equal ones share the better rank (1-2-2-4, by the rule of the board); 0 where there is no value. */
export function ranksOf(values: Float64Array): Int32Array {
  const order = orderOf(values, true);
  const ranks = new Int32Array(values.length);
  let first = NaN;
  let rank = 0;
  for (let i = 0; i < order.length; i++) {
    const value = values[order[i]!]!;
    if (Number.isNaN(value)) break;
    if (value !== first && !isTie(first, value)) {
      first = value;
      rank = i + 1;
    }
    ranks[order[i]!] = rank;
  }
  return ranks;
}

/** How far two orders of the same firms agree. */
export interface Agreement {
  /** Kendall's τ-b of the ranks. */
  readonly tau: Answer;
  /** For each k: firms within rank k of both lists, and of the longer of the two (ties at the cut make a list longer than k). */
  readonly overlaps: readonly { readonly top: number; readonly both: number; readonly of: number }[];
  /** Firms with the same rank in both, and the mean and largest distance of ranks. */
  readonly same: number;
  readonly meanShift: number;
  readonly mostShift: number;
}

/** Compares two lists of ranks of the same firms, all ranked. Of no firm every count is 0. */
export function agreementOf(a: Int32Array, b: Int32Array, tops: readonly number[]): Agreement {
  let [same, sum, most] = [0, 0, 0];
  for (let row = 0; row < a.length; row++) {
    const shift = Math.abs(a[row]! - b[row]!);
    if (shift === 0) same++;
    sum += shift;
    if (shift > most) most = shift;
  }
  const overlaps = tops.map((top) => {
    let [both, inA, inB] = [0, 0, 0];
    for (let row = 0; row < a.length; row++) {
      const [isA, isB] = [a[row]! <= top, b[row]! <= top];
      if (isA) inA++;
      if (isB) inB++;
      if (isA && isB) both++;
    }
    return { top, both, of: Math.max(inA, inB) };
  });
  const tau = kendall(classesOf(Float64Array.from(a)), classesOf(Float64Array.from(b)));
  return { tau, overlaps, same, meanShift: a.length > 0 ? sum / a.length : 0, mostShift: most };
}

/** Positions of the firms that move most between two lists of ranks, largest move first, then by the better rank of the first list. */
export function largestShifts(a: Int32Array, b: Int32Array, count: number): number[] {
  return Array.from(a, (_, row) => row)
    .filter((row) => a[row] !== b[row])
    .sort((x, y) => Math.abs(a[y]! - b[y]!) - Math.abs(a[x]! - b[x]!) || a[x]! - a[y]! || x - y)
    .slice(0, count);
}
