/** Agreement of two rankings: the number, or why there is none. */
export type Agreement =
  { readonly tau: number; readonly n: number } | { readonly tau: null; readonly n: number; readonly reason: 'too_few' | 'constant' };

/**
 * Kendall's τ-b of two lists of ranks (whole numbers from 1, equal numbers are ties): (P − Q) ÷ √((n₀ − t_a)(n₀ − t_b)), with P pairs in the same
 * order, Q in opposite order, n₀ = n(n − 1) ÷ 2 and t the pairs tied in one list. 1 is the same order, −1 the opposite one. Kendall (1945),
 * Biometrika 33, 239–251. Fewer than two firms is `too_few`; a list of nothing but ties separates nobody, `constant`. O(n log n): firms are taken
 * by their rank in `a`, and those already taken are counted by their rank in `b` in a tree of sums (Fenwick 1994).
 */
export function kendall(a: Int32Array, b: Int32Array): Agreement {
  const n = a.length;
  if (b.length !== n) throw new RangeError(`ranks are ${n} and ${b.length}`);
  if (n < 2) return { tau: null, n, reason: 'too_few' };
  const places = highest(b);
  const taken = new Int32Array(places + 1);
  const inB = new Int32Array(places + 1);
  const order = byRank(a);
  const all = (n * (n - 1)) / 2;
  let balance = 0;
  let tiesA = 0;
  for (let from = 0; from < n;) {
    let to = from;
    while (to < n && a[order[to]!] === a[order[from]!]) to++;
    // A run of ties in `a` is counted against those before it, and only then put in: its members say nothing of each other.
    for (let i = from; i < to; i++) {
      const rank = b[order[i]!]!;
      const below = sumTo(taken, rank - 1);
      balance += below - (from - below - inB[rank]!);
    }
    for (let i = from; i < to; i++) {
      const rank = b[order[i]!]!;
      inB[rank]!++;
      for (let at = rank; at <= places; at += at & -at) taken[at]!++;
    }
    tiesA += ((to - from) * (to - from - 1)) / 2;
    from = to;
  }
  const tiesB = inB.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  if (tiesA === all || tiesB === all) return { tau: null, n, reason: 'constant' };
  const [untiedA, untiedB] = [all - tiesA, all - tiesB];
  // Two roots, not one: the product of two counts of pairs may be beyond exact numbers. Without any root 1 is exactly 1.
  return { tau: balance / (untiedA === untiedB ? untiedA : Math.sqrt(untiedA) * Math.sqrt(untiedB)), n };
}

function highest(ranks: Int32Array): number {
  let most = 0;
  for (const rank of ranks) {
    if (rank < 1) throw new RangeError(`rank ${rank} is none`);
    if (rank > most) most = rank;
  }
  return most;
}

/** Positions by rank: a count of each rank, then one pass. */
function byRank(ranks: Int32Array): Int32Array {
  const starts = new Int32Array(highest(ranks) + 2);
  for (const rank of ranks) starts[rank + 1]!++;
  for (let rank = 1; rank < starts.length; rank++) starts[rank]! += starts[rank - 1]!;
  const order = new Int32Array(ranks.length);
  for (let i = 0; i < ranks.length; i++) order[starts[ranks[i]!]!++] = i;
  return order;
}

function sumTo(tree: Int32Array, place: number): number {
  let sum = 0;
  for (let at = place; at > 0; at -= at & -at) sum += tree[at]!;
  return sum;
}
