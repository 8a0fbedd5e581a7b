import { isTie } from '../rank';
import { isShared, weightSum, type Contenders } from './contenders';
import { clipped, scoreRange } from './score-range';

/** Why no closed form holds for a pair. */
export type NotExact =
  /** The two are weighed by different stages, whose weights are rescaled apart. */
  | 'stage'
  /** Weight of missing indicators is shared out, which is not linear in the weights. */
  | 'shared'
  /** 0 or the cap can be reached, where unequal sums become equal scores. */
  | 'clipped';

/** How far all weights may move before the lower firm can pass the upper one. */
export type PairStability =
  /** Inside ±delta the order holds under every weighting; just beyond, some weighting turns it. 0: tied. 1: the upper is nowhere behind. */
  | { readonly is: 'exact'; readonly delta: number }
  /** The same in everything that counts: no weighting parts them. */
  | { readonly is: 'identical' }
  /** Inside ±delta the order holds; beyond it nothing is known. */
  | { readonly is: 'bound'; readonly delta: number; readonly because: NotExact };

/** Bounds are searched in tenths of a percent. */
const STEPS = 1000;

/**
 * δ* of two contenders, `upper` not below `lower`. Each weight w may become w(1 + δu), |u| ≤ 1, all rescaled to the same total. With the
 * contributions' differences d and the difference in deductions spread over the weights (they do not move with them), the worst case is
 * Σd − δΣ|d|, so δ* = Σd ÷ Σ|d| exactly (methods 1.6). The closed form needs: one set of weights for both, nothing shared out, and neither
 * 0 nor the cap within reach inside ±δ*. Without the last it is still a bound; without the others the firms' own score ranges give one.
 */
export function pairStability(contenders: Contenders, upper: number, lower: number): PairStability {
  const { weights, stage, scores } = contenders;
  const own = weights[Math.max(0, stage[upper]!)]!;
  const other = weights[Math.max(0, stage[lower]!)]!;
  if (own !== other && own.some((weight, place) => weight !== other[place]))
    return { is: 'bound', delta: rangeBound(contenders, upper, lower), because: 'stage' };
  if (isShared(contenders, upper) || isShared(contenders, lower)) {
    if (isSame(contenders, upper, lower)) return { is: 'identical' };
    return { is: 'bound', delta: rangeBound(contenders, upper, lower), because: 'shared' };
  }
  const { sum, size } = worstCase(contenders, upper, lower);
  if (size === 0) return { is: 'identical' };
  const isLevel = isTie(sum, 0);
  const delta = isLevel ? 0 : Math.min(1, Math.max(0, sum / size));
  const isFree = staysInside(contenders, upper, delta) && staysInside(contenders, lower, delta);
  if (isFree && isTie(scores[upper]!, scores[lower]!)) return { is: 'exact', delta: 0 };
  return isFree ? { is: 'exact', delta } : { is: 'bound', delta, because: 'clipped' };
}

/** Σd and Σ|d| of two contenders under the weights of the upper one; differences of the size of rounding count as none. */
export function worstCase(contenders: Contenders, upper: number, lower: number): { readonly sum: number; readonly size: number } {
  const { weights, stage, shares, deduction } = contenders;
  const own = weights[Math.max(0, stage[upper]!)]!;
  const whole = weightSum(own);
  const gap = whole > 0 ? (deduction[upper]! - deduction[lower]!) / whole : 0;
  let sum = 0;
  let size = 0;
  for (let place = 0; place < own.length; place++) {
    const difference = own[place]! * (shares[place]![upper]! - shares[place]![lower]! - gap);
    if (Math.abs(difference) <= 1e-12 * whole) continue;
    sum += difference;
    size += Math.abs(difference);
  }
  return { sum, size };
}

/** Whether a firm's sum can touch neither 0 nor the cap inside ±δ. */
function staysInside(contenders: Contenders, i: number, delta: number): boolean {
  const { low, high } = scoreRange(contenders, i, delta);
  return low >= -1e-9 && high <= contenders.cap + 1e-9;
}

/** Same weights, gaps, shares and deductions. */
function isSame({ shares, cells, deduction }: Contenders, a: number, b: number): boolean {
  return deduction[a] === deduction[b] && shares.every((share, place) => share[a] === share[b] && cells[place]![a] === cells[place]![b]);
}

/** The most tenths of a percent at which the least score of one is still no less than the greatest of the other. Ranges only widen, so halving finds it. */
function rangeBound(contenders: Contenders, upper: number, lower: number): number {
  const holds = (step: number): boolean => {
    const low = clipped(contenders, scoreRange(contenders, upper, step / STEPS).low);
    const high = clipped(contenders, scoreRange(contenders, lower, step / STEPS).high);
    return low >= high - 1e-9 * Math.max(1, Math.abs(low));
  };
  return lastStep(holds) / STEPS;
}

/** The last step at which something that holds up to a point and not beyond still holds; 0 where it never does. */
function lastStep(holds: (step: number) => boolean): number {
  let from = 0;
  let to = STEPS + 1;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (holds(middle)) from = middle;
    else to = middle;
  }
  return from;
}
