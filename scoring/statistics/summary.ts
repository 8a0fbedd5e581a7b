import { type Answer, found, refused } from './answer';
import { deviationOf, meanOf } from './moments';
import { quantileOfSorted } from './quantile';
import { countBelow, countUpTo } from './sorted';

/** A column in a row of a table. */
export interface Summary {
  readonly n: number;
  readonly zero: number;
  readonly negative: number;
  /** Refused of nobody. */
  readonly mean: Answer;
  /** Standard deviation with n − 1; refused of fewer than two. */
  readonly deviation: Answer;
  /** Quantiles of type 7 at the shares asked for; refused of nobody. */
  readonly quantiles: readonly Answer[];
}

/** Summary of sorted present values, in their unit. */
export function summaryOfSorted(sorted: Float64Array, shares: readonly number[]): Summary {
  const n = sorted.length;
  const negative = countBelow(sorted, 0);
  return {
    n,
    negative,
    zero: countUpTo(sorted, 0) - negative,
    mean: n === 0 ? refused('too_few', n) : found(meanOf(sorted), n),
    deviation: n < 2 ? refused('too_few', n) : found(deviationOf(sorted), n),
    quantiles: shares.map((share) => quantileOfSorted(sorted, share)),
  };
}
