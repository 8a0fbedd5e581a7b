import type { Refusal } from './answer';
import { type BinChoice, type BinLayout, binLayout } from './bin-layout';
import { countBelow, countUpTo } from './sorted';

/** How many values fall where. Nothing is dropped: counts + zero + below + above = n. */
export interface BinCounts {
  /** Present values. */
  readonly n: number;
  readonly counts: Int32Array;
  /** Values of exactly 0 where they are set apart, else 0: then they are in their bin. */
  readonly zero: number;
  readonly below: number;
  readonly above: number;
  /** Of those below: values under 0, which have no place on a logarithm. 0 on a linear scale. */
  readonly negative: number;
}

/** A histogram, or why there is none. */
export type Bins = ({ readonly reason: null } & BinLayout & BinCounts) | { readonly reason: Refusal; readonly n: number };

/** The histogram of present values in ascending order; see `binLayout` for its bins and what is refused. */
export function binsOfSorted(sorted: Float64Array, choice: BinChoice = {}): Bins {
  const layout = binLayout(sorted, choice);
  return 'reason' in layout ? layout : { reason: null, ...layout, ...countBins(layout, sorted) };
}

/** Counts sorted present values in given bins: a segment in the bins of all. Of none every count is 0. */
export function countBins({ edges, isZeroApart, scale }: BinLayout, sorted: Float64Array): BinCounts {
  const n = sorted.length;
  const negatives = countBelow(sorted, 0);
  const zero = isZeroApart ? countUpTo(sorted, 0) - negatives : 0;
  const withoutZeros = (count: number): number => count - Math.max(0, Math.min(zero, count - negatives));
  const last = edges.length - 1;
  const before = Float64Array.from(edges, (edge, at) => withoutZeros(at === last ? countUpTo(sorted, edge) : countBelow(sorted, edge)));
  return {
    n,
    counts: Int32Array.from({ length: last }, (_, at) => before[at + 1]! - before[at]!),
    zero,
    below: before[0]!,
    above: n - zero - before[last]!,
    negative: scale === 'log1p' ? negatives : 0,
  };
}
