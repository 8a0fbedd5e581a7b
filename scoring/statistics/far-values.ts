import { type Answer, found, refused } from './answer';
import { meanOf } from './moments';
import { presentOf } from './present';
import { quantileOfSorted } from './quantile';

/**
 * How many values lie further than 3.5 × MAD ÷ 0.6745 from the median (Iglewicz & Hoaglin 1993), which finds heavy tails on both sides where
 * skewness is near 0. Where more than half the values are equal the MAD is 0; then 1.2533 × mean absolute deviation stands for MAD ÷ 0.6745.
 * At least three present values; equal ones are refused as `constant`.
 */
export function farValues(values: Float64Array): Answer {
  const sorted = presentOf(values).sort();
  const n = sorted.length;
  if (n < 3) return refused('too_few', n);
  const median = quantileOfSorted(sorted, 0.5).value!;
  const apart = sorted.map((value) => Math.abs(value - median)).sort();
  const mad = quantileOfSorted(apart, 0.5).value!;
  const scale = mad > 0 ? mad / 0.6745 : 1.2533 * meanOf(apart);
  if (!(scale > 0)) return refused('constant', n);
  return found(apart.filter((distance) => distance > 3.5 * scale).length, n);
}
