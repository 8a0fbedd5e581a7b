import { isShared, type Contenders } from './contenders';
import { exactCut } from './cut-exact';
import type { CutStability } from './cut-format';
import { mixedCut } from './cut-mixed';

/**
 * δ* of a short list of k: the least δ* over all pairs of a firm on it and a firm off it, not only of the neighbours at the cut. Exact where one set of
 * weights holds for all and nothing is shared out, and wherever the pair that turns first has the closed form; else a lower bound.
 */
export function cutStability(contenders: Contenders, k: number, share: number): CutStability {
  const { n, ranks } = contenders;
  let inside = 0;
  while (inside < n && ranks[inside]! <= k) inside++;
  const nothing = { mayLeave: [], mayLeaveCount: 0, mayCome: [], mayComeCount: 0, pair: null };
  if (inside === 0 || inside === n) return { k, inside, isNone: true, delta: 1, isExact: true, ...nothing };
  const isPlain = contenders.oneStage >= 0 && !Array.from({ length: n }, (_, i) => i).some((i) => isShared(contenders, i));
  return isPlain ? exactCut(contenders, k, inside, share) : mixedCut(contenders, k, inside, share);
}
