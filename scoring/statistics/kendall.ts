import { type Answer, found, refused } from './answer';
import { type Classes, jointCounts } from './classes';
import { LEAST_PAIRS } from './pearson';

/**
 * Kendall's τ-b of two columns over the firms that have both: (C − D) ÷ √((N − T_a)(N − T_b)), N all pairs, T those tied in one column, −1…1.
 * O(n log n) after Knight (1966): firms are put in order of a, then b, by counting, and the discordant pairs counted in a tree of sums (Fenwick
 * 1994) over the classes of b. Refused of fewer than three firms and where either column is constant among them.
 */
export function kendall(a: Classes, b: Classes): Answer {
  const { n, net, untiedA, untiedB } = pairCounts(a, b);
  if (n < LEAST_PAIRS) return refused('too_few', n);
  if (untiedA === 0 || untiedB === 0) return refused('constant', n);
  return found(Math.max(-1, Math.min(1, net / (Math.sqrt(untiedA) * Math.sqrt(untiedB)))), n);
}

/** What τ-b is made of, in pairs of the n firms that have both columns: concordant − discordant, and those not tied in one column and the other. */
export interface PairCounts {
  readonly n: number;
  readonly net: number;
  readonly untiedA: number;
  readonly untiedB: number;
}

/** Counts the pairs of two columns. A column of nothing but ties leaves none untied; then `net` is 0. */
export function pairCounts(a: Classes, b: Classes): PairCounts {
  const { n, inA, inB } = jointCounts(a, b);
  const all = pairsOf(n);
  const [tiedA, tiedB] = [tiesOf(inA), tiesOf(inB)];
  const untied = { n, untiedA: all - tiedA, untiedB: all - tiedB };
  if (tiedA === all || tiedB === all) return { ...untied, net: 0 };
  const { codesA, codesB } = inOrder(a, b, n, inA, inB);
  const { discordant, tiedBoth } = countPairs(codesA, codesB, b.count);
  // Concordant − discordant = all − tied in either − 2 × discordant.
  return { ...untied, net: all - tiedA - tiedB + tiedBoth - 2 * discordant };
}

function pairsOf(n: number): number {
  return (n * (n - 1)) / 2;
}

function tiesOf(counts: Int32Array): number {
  let ties = 0;
  for (let at = 0; at < counts.length; at++) ties += pairsOf(counts[at]!);
  return ties;
}

/** The classes of the firms that have both, in order of a, then b: counting by b, then, keeping that order, by a. */
function inOrder(a: Classes, b: Classes, n: number, inA: Int32Array, inB: Int32Array): { codesA: Int32Array; codesB: Int32Array } {
  const fronts = startsOf(inB);
  const byB = new Int32Array(n);
  for (let row = 0; row < a.codes.length; row++) {
    const cb = b.codes[row]!;
    if (a.codes[row]! >= 0 && cb >= 0) byB[fronts[cb]!++] = row;
  }
  const frontsA = startsOf(inA);
  const codesA = new Int32Array(n);
  const codesB = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const row = byB[i]!;
    const ca = a.codes[row]!;
    const to = frontsA[ca]!++;
    codesA[to] = ca;
    codesB[to] = b.codes[row]!;
  }
  return { codesA, codesB };
}

function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length);
  for (let at = 1; at < counts.length; at++) starts[at] = starts[at - 1]! + counts[at - 1]!;
  return starts;
}

/** Pairs in which a rises and b falls, and pairs tied in both. */
function countPairs(codesA: Int32Array, codesB: Int32Array, classes: number): { discordant: number; tiedBoth: number } {
  const n = codesA.length;
  const tree = new Int32Array(classes + 1);
  let discordant = 0;
  let tiedBoth = 0;
  for (let from = 0; from < n;) {
    let to = from;
    while (to < n && codesA[to] === codesA[from]) to++;
    // Whoever stands before this run has a smaller a: those with a larger b are out of order.
    for (let i = from; i < to; i++) {
      let notAbove = 0;
      for (let at = codesB[i]! + 1; at > 0; at -= at & -at) notAbove += tree[at]!;
      discordant += from - notAbove;
    }
    for (let i = from, run = 0; i < to; i++) {
      run = i > from && codesB[i] === codesB[i - 1] ? run + 1 : 0;
      tiedBoth += run;
      for (let at = codesB[i]! + 1; at <= classes; at += at & -at) tree[at]!++;
    }
    from = to;
  }
  return { discordant, tiedBoth };
}
