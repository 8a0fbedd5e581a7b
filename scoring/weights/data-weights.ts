import type { Refusal } from '../statistics/answer';

/** Weights made from data: an audit view, never the official score. They sum to 1 over the columns that have one. */
export type DataWeights =
  | {
      readonly reason: null;
      /** Column → weight; null where the column took no part (see `leftOut`). */
      readonly weights: readonly (number | null)[];
      readonly leftOut: readonly LeftOut[];
      /** Firms behind the weights, at least: the fewest of any column or pair. */
      readonly n: number;
    }
  | { readonly reason: Refusal; readonly leftOut: readonly LeftOut[]; readonly n: number };

/** A column without a weight, and why. */
export interface LeftOut {
  readonly column: number;
  readonly reason: Refusal;
}

/** The parts of the columns that have one, divided by their sum, which must be above 0. */
export function shared(parts: readonly (number | null)[]): (number | null)[] {
  const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
  if (!(sum > 0)) throw new RangeError(`parts of weights sum to ${sum}`);
  return parts.map((part) => (part === null ? null : part / sum));
}
