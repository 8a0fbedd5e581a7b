import type { Trajectory } from './format';
import { standsAt } from './grown';

const YEARS = 4;
/** Spread of the yearly growths above which no direction can be read from a path (methods of growth studies; sample standard deviation). */
const VOLATILE = 0.5;
/** Growth a year from which a path goes up, the mirror of it from which it goes down, and from which it surges. */
const RISING = 0.05;
const SURGING = 0.2;

/**
 * Type of a path of four yearly figures, oldest first. The first of these that holds, r being the average annual growth over the three years and g₁ g₂ g₃ the yearly ones:
 * - `volatile`: sample standard deviation of g₁ g₂ g₃ above 0.5;
 * - `decline`: r ≤ −5 %;
 * - `dip_recover`: g₁ or g₂ ≤ −5 %, and the last figure above the one before it and not below any of the first three;
 * - `surge`: r ≥ 20 % and g₃ > 0;
 * - `steady`: r ≥ 5 % and no yearly growth ≤ −5 %;
 * - `plateau`: all else, also growth that a later fall took back in part.
 * A bound within a relative 1e-9 is met. null where a figure is missing, one of the first three is 0 or less, or the last is negative: a rate of such figures says nothing.
 */
export function trajectoryOf(values: readonly number[]): Trajectory | null {
  if (values.length !== YEARS) throw new RangeError(`a trajectory needs ${YEARS} figures, not ${values.length}`);
  const [a, b, c, d] = values as [number, number, number, number];
  if (!(a > 0 && b > 0 && c > 0 && d >= 0 && values.every(Number.isFinite))) return null;
  if (spread([b / a - 1, c / b - 1, d / c - 1]) > VOLATILE + 1e-9) return 'volatile';
  if (standsAt(a, d, 3, -RISING) <= 0) return 'decline';
  const dips = standsAt(a, b, 1, -RISING) <= 0 || standsAt(b, c, 1, -RISING) <= 0;
  const rises = standsAt(c, d, 1, 0) > 0;
  if (dips && rises && standsAt(Math.max(a, b, c), d, 1, 0) >= 0) return 'dip_recover';
  if (rises && standsAt(a, d, 3, SURGING) >= 0) return 'surge';
  const falls = dips || standsAt(c, d, 1, -RISING) <= 0;
  return !falls && standsAt(a, d, 3, RISING) >= 0 ? 'steady' : 'plateau';
}

/** Sample standard deviation (n − 1). */
function spread(growths: readonly number[]): number {
  const mean = growths.reduce((sum, growth) => sum + growth, 0) / growths.length;
  return Math.sqrt(growths.reduce((sum, growth) => sum + (growth - mean) ** 2, 0) / (growths.length - 1));
}
