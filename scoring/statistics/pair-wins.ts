/** Of all pairs of a firm of A with one of B: how often A has more, less, and the same. And how both together tie. */
export interface PairWins {
  readonly a: number;
  readonly b: number;
  readonly more: number;
  readonly less: number;
  readonly same: number;
  /** Σ(t³ − t) over the runs of equal values of A and B together: what ties take off the variance of ranks. */
  readonly ties: number;
}

/** Counts pairs of two groups of sorted present values in one walk through both. */
export function pairWins(a: Float64Array, b: Float64Array): PairWins {
  let [more, less, same, ties] = [0, 0, 0, 0];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    // Beyond its end a group has nothing left to be the smaller one.
    const value = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    const [startA, startB] = [i, j];
    while (i < a.length && a[i] === value) i++;
    while (j < b.length && b[j] === value) j++;
    const [inA, inB] = [i - startA, j - startB];
    more += inA * startB;
    less += inA * (b.length - j);
    same += inA * inB;
    const run = inA + inB;
    ties += run * run * run - run;
  }
  return { a: a.length, b: b.length, more, less, same, ties };
}
