import type { Refusal } from './answer';
import { shareRefusal } from './lorenz';
import { quantileOfSorted } from './quantile';
import { countBelow } from './sorted';

/** One tenth of the firms by value: those in [from, to), the last one closed. */
export interface Decile {
  readonly from: number;
  readonly to: number;
  /** Firms in it; as equal values are never parted, not always a tenth. */
  readonly firms: number;
  readonly total: number;
  /** Share of the total, and of this decile and all below it. */
  readonly share: number;
  readonly cumulative: number;
}

export type Deciles =
  | { readonly reason: null; readonly n: number; readonly total: number; readonly deciles: readonly Decile[] }
  | { readonly reason: Refusal; readonly n: number };

/**
 * What each tenth of the firms holds, lowest first, of sorted present values; bounds are quantiles of type 7. Equal values stay together, so counts may
 * be unequal and are shown. Refused of fewer than ten firms, of a negative value and of nothing but zeros.
 */
export function decilesOfSorted(sorted: Float64Array): Deciles {
  const n = sorted.length;
  if (n < 10) return { reason: 'too_few', n };
  const reason = shareRefusal(sorted);
  if (reason !== null) return { reason, n };
  const bounds = Array.from({ length: 11 }, (_, at) => quantileOfSorted(sorted, at / 10).value!);
  // By position, not by bound: what a bound is rounded to must not move a firm.
  const starts = bounds.map((_, at) => (at === 10 ? n : countBelow(sorted, sorted[Math.ceil((at * (n - 1)) / 10)]!)));
  const held = [0];
  for (let at = 0, sum = 0; at < 10; at++) {
    for (let i = starts[at]!; i < starts[at + 1]!; i++) sum += sorted[i]!;
    held.push(sum);
  }
  const total = held[10]!;
  if (!Number.isFinite(total)) return { reason: 'not_finite', n };
  const deciles = Array.from({ length: 10 }, (_, at) => ({
    from: bounds[at]!,
    to: bounds[at + 1]!,
    firms: starts[at + 1]! - starts[at]!,
    total: held[at + 1]! - held[at]!,
    share: (held[at + 1]! - held[at]!) / total,
    cumulative: held[at + 1]! / total,
  }));
  return { reason: null, n, total, deciles };
}
