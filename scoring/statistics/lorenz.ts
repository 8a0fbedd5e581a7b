import { type Answer, found, type Refusal, refused } from './answer';

/** Lorenz curve: the firms with the least, as a share of all, hold this share of the total. Begins at 0, 0 and ends at 1, 1. */
export type Lorenz =
  | { readonly reason: null; readonly n: number; readonly total: number; readonly firms: Float64Array; readonly shares: Float64Array }
  | { readonly reason: Refusal; readonly n: number };

/** Why a total of sorted values cannot be shared out; null where it can. */
export function shareRefusal(sorted: Float64Array): Refusal | null {
  const n = sorted.length;
  if (n === 0) return 'too_few';
  if (sorted[0]! < 0) return 'negative';
  return sorted[n - 1] === 0 ? 'no_total' : null;
}

/**
 * Lorenz curve of sorted present values (Lorenz 1905). With more firms than `most` points (three at least), the points kept are even in firms for one
 * half and in the total for the other, and none moves. Refused of no value, of a negative one and of nothing but zeros.
 */
export function lorenzOfSorted(sorted: Float64Array, most: number): Lorenz {
  const n = sorted.length;
  const reason = shareRefusal(sorted);
  if (reason !== null) return { reason, n };
  const held = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) held[i + 1] = held[i]! + sorted[i]!;
  const total = held[n]!;
  if (!Number.isFinite(total)) return { reason: 'not_finite', n };
  const kept = n < most ? Float64Array.from(held, (_, at) => at) : keptPoints(held, most);
  return { reason: null, n, total, firms: kept.map((at) => at / n), shares: kept.map((at) => held[at]! / total) };
}

function keptPoints(held: Float64Array, most: number): Float64Array {
  const n = held.length - 1;
  const byFirms = Math.max(2, Math.ceil(most / 2));
  const kept = new Set(Array.from({ length: byFirms }, (_, i) => Math.round((n * i) / (byFirms - 1))));
  const byTotal = most - byFirms;
  for (let i = 1, at = 0; i <= byTotal; i++) {
    while (held[at]! < (held[n]! * i) / (byTotal + 1)) at++;
    kept.add(at);
  }
  return Float64Array.from(kept).sort();
}

/** The power of two at or below a value above 0: a unit in which money neither overflows nor loses a digit. */
export function powerBelow(value: number): number {
  return 2 ** Math.floor(Math.log2(value));
}

/**
 * Gini coefficient of a population, Σ(2i − n − 1)x₍ᵢ₎ ÷ (n Σx), of sorted present values: 0 where all hold the same, 1 − 1 ÷ n where one holds all.
 * Refused of fewer than two firms, of a negative value and of nothing but zeros.
 */
export function giniOfSorted(sorted: Float64Array): Answer {
  const n = sorted.length;
  if (n < 2) return refused('too_few', n);
  const reason = shareRefusal(sorted);
  if (reason !== null) return refused(reason, n);
  let [total, weighted] = [0, 0];
  const unit = powerBelow(sorted[n - 1]!);
  for (let i = 0; i < n; i++) {
    const part = sorted[i]! / unit;
    total += part;
    weighted += (2 * i + 1 - n) * part;
  }
  return found(Math.max(0, weighted / (n * total)), n);
}

/** The same as an estimate from a sample: n ÷ (n − 1) times as much, 1 where one holds all. */
export function sampleGiniOfSorted(sorted: Float64Array): Answer {
  const { value, n } = giniOfSorted(sorted);
  return value === null ? giniOfSorted(sorted) : found((value * n) / (n - 1), n);
}
