import { isTie } from '../rank';
import { isShared, type Contenders } from './contenders';
import { worstCase } from './pair';
import { clipped, scoreRange } from './score-range';

/** Bounds of one firm's rank over every weighting within ±share. */
export interface Attainable {
  /** No weighting gives a better rank than this, or a worse one than `worst`. Bounds: no single weighting need reach them. */
  readonly best: number;
  readonly worst: number;
}

/**
 * Best and worst rank of a contender that no weighting w(1 + share · u) can exceed: whoever stays above it, or below it, whatever the weights is
 * counted, pair by pair. The pairs are exact, but each may need other weights, so the result is a bound; where a drawn rank meets it, it is reached.
 * Pairs without the closed form are compared by their own score ranges.
 */
export function attainableRank(contenders: Contenders, i: number, share: number): Attainable {
  const { n, weights, stage } = contenders;
  const own = scoreRange(contenders, i, share);
  const ownShared = isShared(contenders, i);
  const isCapped = own.high >= contenders.cap - 1e-9 || own.low <= 1e-9;
  let above = 0;
  let below = 0;
  for (let j = 0; j < n; j++) {
    if (j === i) continue;
    const alike = weights[Math.max(0, stage[j]!)]!.every((weight, place) => weight === weights[Math.max(0, stage[i]!)]![place]);
    if (alike && !ownShared && !isCapped && !isShared(contenders, j)) {
      const { sum, size } = worstCase(contenders, j, i);
      // A rival that can be met is not surely above: at the meeting point the two are tied.
      if (sum - share * size > 0 && !isTie(sum, share * size)) above++;
      else if (-sum - share * size > 0 && !isTie(-sum, share * size)) below++;
      continue;
    }
    const other = scoreRange(contenders, j, share);
    const [low, high] = [clipped(contenders, own.low), clipped(contenders, own.high)];
    const [otherLow, otherHigh] = [clipped(contenders, other.low), clipped(contenders, other.high)];
    if (otherLow > high && !isTie(otherLow, high)) above++;
    else if (otherHigh < low && !isTie(otherHigh, low)) below++;
  }
  return { best: 1 + above, worst: n - below };
}
