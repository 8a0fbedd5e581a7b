import type { Refusal } from './answer';
import type { RankSums } from './rank-sums';
import { chiSquareUpperTail } from './special-functions';

/** Whether several groups could be one: H, its p, and how much of the ranks the groups explain. */
export type KruskalWallis =
  | {
      readonly reason: null;
      readonly n: number;
      readonly h: number;
      readonly freedom: number;
      readonly p: number;
      /** ε² = H(n + 1) ÷ (n² − 1), 0…1 (Kelley 1935; Tomczak & Tomczak 2014). */
      readonly epsilon2: number;
    }
  | { readonly reason: Refusal; readonly n: number };

/**
 * Kruskal–Wallis H (1952) corrected for ties, with the p of χ² (R's `kruskal.test`), from ranks of the groups taken together. Refused of fewer than two
 * groups and where all firms are equal. Rank groups of at least `LEAST_FOR_TEST` firms: χ² does not hold for smaller ones.
 */
export function kruskalWallis({ n, firms, sums, ties }: RankSums): KruskalWallis {
  if (firms.length < 2) return { reason: 'too_few', n };
  if (ties === n * n * n - n) return { reason: 'constant', n };
  const untied = 1 - ties / (n * n * n - n);
  // Squares of distances from the mean rank, not of the sums: nothing large is taken from something large.
  const between = sums.reduce((all, sum, at) => all + firms[at]! * (sum / firms[at]! - (n + 1) / 2) ** 2, 0);
  const h = ((12 / (n * (n + 1))) * between) / untied;
  const freedom = firms.length - 1;
  return { reason: null, n, h, freedom, p: chiSquareUpperTail(h, freedom), epsilon2: (h * (n + 1)) / (n * n - 1) };
}
