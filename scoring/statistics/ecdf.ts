import { type Answer, found, refused } from './answer';
import { countBelow, countUpTo } from './sorted';

/** Steps of the share of firms at or below a value: it is 0 before the first, `shares[i]` from `values[i]` on. */
export interface Ecdf {
  readonly n: number;
  readonly values: Float64Array;
  readonly shares: Float64Array;
  /** Distinct values; more than are kept where steps were left out. */
  readonly distinct: number;
}

/**
 * Empirical distribution of sorted present values, #{x ≤ v} ÷ n at each distinct v. With more distinct values than `most` (two at least) a part of them
 * is kept, half of it even in shares and half even in values, always the first and the last; a kept step stands where it stood. Of no value, no step.
 */
export function ecdfOfSorted(sorted: Float64Array, most: number): Ecdf {
  const n = sorted.length;
  let distinct = 0;
  for (let i = 0; i < n; i++) if (sorted[i] !== sorted[i - 1]) distinct++;
  const kept = distinct <= most ? lastOfEach(sorted, distinct) : thinned(sorted, most);
  return {
    n,
    distinct,
    values: Float64Array.from(kept, (at) => sorted[at]!),
    shares: Float64Array.from(kept, (at) => (at + 1) / n),
  };
}

/** Position of the last of each run of equal values. */
function lastOfEach(sorted: Float64Array, distinct: number): Float64Array {
  const kept = new Float64Array(distinct);
  for (let i = 0, count = 0; i < sorted.length; i++) if (sorted[i] !== sorted[i + 1]) kept[count++] = i;
  return kept;
}

function thinned(sorted: Float64Array, most: number): readonly number[] {
  const n = sorted.length;
  const low = sorted[0]!;
  const high = sorted[n - 1]!;
  const byShare = Math.max(2, Math.ceil(most / 2));
  const byValue = Math.max(0, most - byShare);
  const asked = [
    ...Array.from({ length: byShare }, (_, i) => sorted[Math.round(((n - 1) * i) / (byShare - 1))]!),
    ...Array.from({ length: byValue }, (_, i) => low + (high - low) * ((i + 1) / (byValue + 1))),
  ];
  // The step in force at each value asked for.
  return [...new Set(asked.map((value) => Math.max(0, countUpTo(sorted, value) - 1)))].sort((a, b) => a - b);
}

/** Where one value stands among sorted present ones. */
export interface Place {
  readonly n: number;
  readonly below: number;
  readonly equal: number;
  readonly above: number;
}

/** Counts of those below, equal to and above a value; a firm that is itself among the sorted ones is one of the equal. Rank from the top: above + 1. */
export function placeOf(sorted: Float64Array, value: number): Place {
  if (!Number.isFinite(value)) throw new RangeError(`a place is asked for ${value}`);
  const below = countBelow(sorted, value);
  const upTo = countUpTo(sorted, value);
  return { n: sorted.length, below, equal: upTo - below, above: sorted.length - upTo };
}

/** Share at or below, 0…1: the height of the step a value stands on. Refused among nobody. */
export function shareUpTo({ n, below, equal }: Place): Answer {
  return n === 0 ? refused('too_few', 0) : found((below + equal) / n, n);
}

/** Mid-rank percentile, (below + equal ÷ 2) ÷ n: never 0 or 1 of a firm among the n, 0.5 where all are equal. Refused among nobody. */
export function percentileAt({ n, below, equal }: Place): Answer {
  return n === 0 ? refused('too_few', 0) : found((below + equal / 2) / n, n);
}
