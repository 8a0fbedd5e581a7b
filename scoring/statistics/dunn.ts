import { holm } from './holm';
import type { RankSums } from './rank-sums';
import { normalUpperTail } from './special-functions';

/** Two groups compared by their mean ranks among all. `a` and `b` are codes of groups. */
export interface DunnPair {
  readonly a: number;
  readonly b: number;
  /** Above 0 where A ranks higher. */
  readonly z: number;
  readonly p: number;
  /** p after Holm over all pairs. */
  readonly adjusted: number;
}

/**
 * Dunn's comparisons (1964) of every two groups with their ranks among all, corrected for ties, p two-sided and adjusted by Holm. What follows after
 * Kruskal and Wallis; where that is refused there is no pair.
 */
export function dunn({ n, groups, firms, sums, ties }: RankSums): DunnPair[] {
  if (groups.length < 2 || ties === n * n * n - n) return [];
  const variance = (n * (n + 1)) / 12 - ties / (12 * (n - 1));
  const pairs = groups.flatMap((a, i) =>
    groups.slice(i + 1).map((b, further) => {
      const j = i + 1 + further;
      const z = (sums[i]! / firms[i]! - sums[j]! / firms[j]!) / Math.sqrt(variance * (1 / firms[i]! + 1 / firms[j]!));
      return { a, b, z, p: Math.min(1, 2 * normalUpperTail(Math.abs(z))) };
    }),
  );
  const adjusted = holm(pairs.map(({ p }) => p));
  return pairs.map((pair, at) => ({ ...pair, adjusted: adjusted[at]! }));
}
