import { isTie } from '../rank';
import { sortByScore } from '../score-order';

/** Working memory for ranking one board many times. */
export interface RankMemory {
  readonly places: Int32Array;
  readonly sorted: Float64Array;
  readonly order: Int32Array;
}

/** Memory for a board of so many firms. */
export function rankMemory(n: number): RankMemory {
  return { places: Int32Array.from({ length: n }, (_, i) => i), sorted: new Float64Array(n), order: new Int32Array(n) };
}

/** Ranks by score, best first, 1-2-2-4 with the tolerance of `isTie`, written into `ranks`. Every score must be a number. */
export function ranksInto(scores: Float64Array, ranks: Int32Array | Uint16Array, memory: RankMemory): void {
  const { places, sorted, order } = memory;
  sortByScore({ scores, places }, { scores: sorted, places: order });
  let first = NaN;
  let rank = 0;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i]!;
    if (value !== first && !isTie(first, value)) {
      first = value;
      rank = i + 1;
    }
    ranks[order[i]!] = rank;
  }
}

/** How one ranking differs from another of the same firms: mean and largest |shift|, and how many of the first k stay among them. */
export interface Shift {
  readonly mean: number;
  readonly most: number;
  /** Firms of rank k or better in both, and in the first one. */
  readonly kept: number;
  readonly list: number;
}

/** The shift between two rankings; nobody has moved on an empty board. */
export function shiftOf(before: ArrayLike<number>, after: ArrayLike<number>, k: number): Shift {
  let sum = 0;
  let most = 0;
  let kept = 0;
  let list = 0;
  for (let i = 0; i < before.length; i++) {
    const by = Math.abs(before[i]! - after[i]!);
    sum += by;
    if (by > most) most = by;
    if (before[i]! > k) continue;
    list++;
    if (after[i]! <= k) kept++;
  }
  return { mean: before.length === 0 ? 0 : sum / before.length, most, kept, list };
}
