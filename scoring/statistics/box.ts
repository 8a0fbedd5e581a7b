import type { Refusal } from './answer';
import { quantileOfSorted } from './quantile';
import { countBelow, countUpTo } from './sorted';

/** A box plot's numbers, in the unit of the values. */
export type Box =
  | {
      readonly reason: null;
      readonly n: number;
      readonly lower: number;
      readonly median: number;
      readonly upper: number;
      /** Ends of the whiskers: the last values within 1.5 · IQR of the box. */
      readonly low: number;
      readonly high: number;
      /** Values beyond the whiskers. */
      readonly below: number;
      readonly above: number;
    }
  | { readonly reason: Refusal; readonly n: number };

/**
 * Box plot after Tukey (1977) of sorted present values, with quartiles of type 7 (R's `boxplot` has hinges, which differ where n is even). Refused of
 * no value; of one, all is that value. Where few values differ a whisker may end inside the box, which lies between values.
 */
export function boxOfSorted(sorted: Float64Array): Box {
  const n = sorted.length;
  if (n === 0) return { reason: 'too_few', n };
  const [lower, median, upper] = [0.25, 0.5, 0.75].map((p) => quantileOfSorted(sorted, p).value!) as [number, number, number];
  const reach = 1.5 * (upper - lower);
  const below = countBelow(sorted, lower - reach);
  const within = countUpTo(sorted, upper + reach);
  return { reason: null, n, lower, median, upper, low: sorted[below]!, high: sorted[within - 1]!, below, above: n - within };
}
