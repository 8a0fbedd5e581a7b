import type { Classes } from '../statistics/classes';
import { pairCounts } from '../statistics/kendall';

/** Agreement of two rankings: the number, or why there is none. */
export type Agreement =
  { readonly tau: number; readonly n: number } | { readonly tau: null; readonly n: number; readonly reason: 'too_few' | 'constant' };

/**
 * Kendall's τ-b of two lists of ranks (whole numbers from 1, equal numbers are ties): (P − Q) ÷ √((n₀ − t_a)(n₀ − t_b)), with P pairs in the same
 * order, Q in opposite order, n₀ = n(n − 1) ÷ 2 and t the pairs tied in one list. 1 is the same order, −1 the opposite one. Kendall (1945),
 * Biometrika 33, 239–251. Fewer than two firms is `too_few`; a list of nothing but ties separates nobody, `constant`. O(n log n).
 */
export function kendall(a: Int32Array, b: Int32Array): Agreement {
  if (b.length !== a.length) throw new RangeError(`ranks are ${a.length} and ${b.length}`);
  const { n, net, untiedA, untiedB } = pairCounts(ranksAsClasses(a), ranksAsClasses(b));
  if (n < 2) return { tau: null, n, reason: 'too_few' };
  if (untiedA === 0 || untiedB === 0) return { tau: null, n, reason: 'constant' };
  // Two roots, not one: the product of two counts of pairs may be beyond exact numbers. Without any root 1 is exactly 1.
  return { tau: net / (untiedA === untiedB ? untiedA : Math.sqrt(untiedA) * Math.sqrt(untiedB)), n };
}

/** Ranks are numbers of classes already, if with gaps after ties; nothing is sorted. */
function ranksAsClasses(ranks: Int32Array): Classes {
  const codes = new Int32Array(ranks.length);
  let count = 0;
  for (let i = 0; i < ranks.length; i++) {
    const rank = ranks[i]!;
    if (rank < 1) throw new RangeError(`rank ${rank} is none`);
    codes[i] = rank - 1;
    if (rank > count) count = rank;
  }
  return { codes, count };
}
