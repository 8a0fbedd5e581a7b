import { type Answer, found, refused } from './answer';
import { presentOf } from './present';
import { robustScale } from './robust-scale';

/**
 * How many values lie further than 3.5 × MAD ÷ 0.6745 from the median (Iglewicz & Hoaglin 1993), which finds heavy tails on both sides where
 * skewness is near 0. Where more than half the values are equal the MAD is 0; then 1.2533 × mean absolute deviation stands for MAD ÷ 0.6745.
 * At least three present values; equal ones are refused as `constant`.
 */
export function farValues(values: Float64Array): Answer {
  const sorted = presentOf(values).sort();
  const n = sorted.length;
  if (n < 3) return refused('too_few', n);
  const { median, scale } = robustScale(sorted);
  if (!(scale > 0)) return refused('constant', n);
  return found(sorted.filter((value) => Math.abs(value - median) > 3.5 * scale).length, n);
}
