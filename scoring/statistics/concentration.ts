import { type Answer, found, type Refusal, refused } from './answer';
import { shareRefusal } from './lorenz';

/** How far a total rests on few firms. */
export type Concentration =
  | {
      readonly reason: null;
      readonly n: number;
      readonly total: number;
      /** Herfindahl–Hirschman index Σs², 1 ÷ n…1; times 10,000 in antitrust practice. */
      readonly hhi: number;
      /** 1 ÷ HHI: as many equal firms would be as concentrated. */
      readonly effective: number;
      /** CR_k, the share of the k largest; refused of fewer than k firms, where it says nothing. */
      readonly ratios: readonly { readonly k: number; readonly share: Answer }[];
    }
  | { readonly reason: Refusal; readonly n: number };

/**
 * HHI (Hirschman 1945, Herfindahl 1950), effective number and concentration ratios of sorted present values. Refused of no value, of a negative one and
 * of nothing but zeros.
 */
export function concentrationOfSorted(sorted: Float64Array, tops: readonly number[]): Concentration {
  const n = sorted.length;
  const reason = shareRefusal(sorted);
  if (reason !== null) return { reason, n };
  let total = 0;
  for (let i = 0; i < n; i++) total += sorted[i]!;
  if (!Number.isFinite(total)) return { reason: 'not_finite', n };
  let hhi = 0;
  for (let i = 0; i < n; i++) hhi += (sorted[i]! / total) ** 2;
  const ratios = tops.map((k) => ({ k, share: n < k ? refused('too_few', n) : found(sumOfLargest(sorted, k) / total, n) }));
  return { reason: null, n, total, hhi, effective: 1 / hhi, ratios };
}

/** In ascending order, as the total is summed, so that all of them are exactly the total. */
function sumOfLargest(sorted: Float64Array, k: number): number {
  let sum = 0;
  for (let i = sorted.length - k; i < sorted.length; i++) sum += sorted[i]!;
  return sum;
}
