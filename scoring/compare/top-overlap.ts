/** How much of two short lists is the same. */
export interface TopOverlap {
  readonly k: number;
  /** Firms of rank ≤ k on either side: more than k where the rank at the cut is shared, fewer where fewer are ranked. */
  readonly a: number;
  readonly b: number;
  readonly both: number;
  /** both ÷ the longer list, which is |A ∩ B| ÷ k where neither has a tie at its cut; null where neither has anybody. */
  readonly share: number | null;
}

/**
 * Overlap of the first k of two rankings of the same firms, 0 or less for unranked. Who shares the rank at the cut is in: nobody is left out by
 * the order of a file. The longer list is the measure, so that 1 means the same firms and nothing else.
 */
export function topOverlap(rankA: Int32Array, rankB: Int32Array, k: number): TopOverlap {
  if (!(k >= 1)) throw new RangeError(`top ${k} is no list`);
  let a = 0;
  let b = 0;
  let both = 0;
  for (let i = 0; i < rankA.length; i++) {
    const isInA = rankA[i]! > 0 && rankA[i]! <= k;
    const isInB = rankB[i]! > 0 && rankB[i]! <= k;
    if (isInA) a++;
    if (isInB) b++;
    if (isInA && isInB) both++;
  }
  const longer = Math.max(a, b);
  return { k, a, b, both, share: longer === 0 ? null : both / longer };
}
