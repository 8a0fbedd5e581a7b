import { isShared, weightSum, type Contenders } from './contenders';
import { extremeMean } from './extreme-mean';

/** Least and greatest sum before 0 and the cap; `isExact` where both are reached by some weighting. */
export interface ScoreRange {
  readonly low: number;
  readonly high: number;
  readonly isExact: boolean;
}

/**
 * A firm's sum (base + bonus − deductions, not yet clipped) over all weightings w(1 + δu), |u| ≤ 1, rescaled to the same total of weights. Exact, except
 * where weight of missing indicators is shared out: then groups are taken as free of each other, which can only widen the range.
 */
export function scoreRange(contenders: Contenders, i: number, delta: number): ScoreRange {
  const { shares, deduction } = contenders;
  const weights = contenders.weights[Math.max(0, contenders.stage[i]!)]!;
  const whole = weightSum(weights);
  if (!(whole > 0)) return { low: -deduction[i]!, high: -deduction[i]!, isExact: true };
  const own = Float64Array.from(shares, (share) => share[i]!);
  if (!isShared(contenders, i)) {
    const [low, high] = extremeMean(own, weights, delta);
    return { low: whole * low - deduction[i]!, high: whole * high - deduction[i]!, isExact: true };
  }
  const lows: number[] = [];
  const highs: number[] = [];
  const sums: number[] = [];
  contenders.groups.forEach(({ members }, group) => {
    const shared = contenders.sharing.find((one) => one.group === group);
    const lacking = shared?.absent[shared.pattern[i]!] ?? [];
    const left = members.filter((place) => !lacking.includes(place));
    const [low, high] = extremeMean(
      left.map((place) => own[place]!),
      left.map((place) => weights[place]!),
      delta,
    );
    // Weights that may all but vanish may leave the group nothing to share out to, and then it earns 0.
    const mayVanish = lacking.length > 0 && delta > 1 - VANISHING;
    lows.push(Number.isNaN(low) || (mayVanish && low > 0) ? 0 : low);
    highs.push(Number.isNaN(high) || (mayVanish && high < 0) ? 0 : high);
    sums.push(members.reduce((sum, place) => sum + weights[place]!, 0));
  });
  const low = whole * extremeMean(lows, sums, delta)[0] - deduction[i]!;
  const high = whole * extremeMean(highs, sums, delta)[1] - deduction[i]!;
  return { low, high, isExact: delta === 0 };
}

/** A weight that may shrink to this share of itself counts as one that may be gone: a group is left with nothing from a thousandth of that on. */
const VANISHING = 1e-6;

/** A sum after 0 and the cap. */
export function clipped({ cap }: Pick<Contenders, 'cap'>, sum: number): number {
  return sum <= 0 ? 0 : sum > cap ? cap : sum;
}
