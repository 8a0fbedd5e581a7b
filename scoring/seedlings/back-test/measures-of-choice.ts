import { orderOf } from '../../radix';
import { isTie } from '../../rank';

/** Firms from the best down, in levels of equal score; those not judged are one last level. */
interface Levels {
  readonly sizes: readonly number[];
  readonly hits: readonly number[];
}

/** How well scores tell those that came true from the others. */
export interface Choice {
  readonly judged: number;
  /** Share of each firm in the choice: 1 chosen, 0 not, between them where a tie at the cut is shared. */
  readonly shares: Float64Array;
  /** Hits among the k chosen: whole unless a tie is shared. */
  readonly hits: number;
  /** Σ (Rₙ − Rₙ₋₁) Pₙ over the levels: those of a tie are taken together. */
  readonly averagePrecision: number;
  /** Chance that one that came true stands above one that did not, ties counted half; NaN where there are not both. */
  readonly auc: number;
}

/**
 * Measures of the choice of the k highest scores, NaN being not judged: such a firm is never chosen, and in the two measures of the whole order it stands, with all its
 * like, below every other. `came` is 1 where it came true. null where fewer than k are judged. Ties as on a board (1e-9).
 */
export function choiceOf(scores: Float64Array, came: Uint8Array, k: number): Choice | null {
  const order = orderOf(scores, true);
  let judged = order.length;
  while (judged > 0 && Number.isNaN(scores[order[judged - 1]!]!)) judged--;
  if (judged < k) return null;
  const shares = new Float64Array(scores.length);
  const sizes: number[] = [];
  const hits: number[] = [];
  let taken = 0;
  const level = (start: number, end: number): void => {
    const share = end > judged ? 0 : Math.min(1, Math.max(0, k - start) / (end - start));
    let count = 0;
    for (let at = start; at < end; at++) {
      shares[order[at]!] = share;
      count += came[order[at]!]!;
    }
    taken += share * count;
    sizes.push(end - start);
    hits.push(count);
  };
  for (let start = 0; start < judged;) {
    let end = start + 1;
    while (end < judged && isTie(scores[order[start]!]!, scores[order[end]!]!)) end++;
    level(start, end);
    start = end;
  }
  if (judged < order.length) level(judged, order.length);
  const levels = { sizes, hits };
  return { judged, shares, hits: taken, averagePrecision: averagePrecision(levels), auc: aucOf(levels) };
}

function averagePrecision({ sizes, hits }: Levels): number {
  let [sum, found, seen] = [0, 0, 0];
  sizes.forEach((size, at) => {
    found += hits[at]!;
    seen += size;
    sum += hits[at]! * (found / seen);
  });
  return sum / found;
}

function aucOf({ sizes, hits }: Levels): number {
  let [above, found, failed] = [0, 0, 0];
  // From the best down: a miss of this level lies below every hit so far, and beside half of those of its own.
  sizes.forEach((size, at) => {
    const misses = size - hits[at]!;
    above += misses * (found + hits[at]! / 2);
    found += hits[at]!;
    failed += misses;
  });
  return above / (found * failed);
}
