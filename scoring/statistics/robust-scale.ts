import { meanOf } from './moments';
import { quantileOfSorted } from './quantile';
import { sortedOf } from './sorted';

/** Spreads within this part of the median are rounding: equal figures worked out in different ways. */
const DUST = 1e-9;

/** Middle and robust spread of some values; `scale` is 0 where all are equal. */
export interface RobustScale {
  readonly median: number;
  readonly scale: number;
}

/**
 * Median and MAD ÷ 0.6745 of at least one value in ascending order, so that (x − median) ÷ scale is the modified z of Iglewicz & Hoaglin (1993).
 * Where more than half the values are equal the MAD is 0; then 1.2533 × mean absolute deviation stands for it.
 */
export function robustScale(sorted: Float64Array): RobustScale {
  const median = quantileOfSorted(sorted, 0.5).value!;
  const apart = sortedOf(sorted.map((value) => Math.abs(value - median)));
  const dust = DUST * Math.abs(median);
  const mad = quantileOfSorted(apart, 0.5).value!;
  const scale = mad > dust ? mad / 0.6745 : 1.2533 * meanOf(apart);
  return { median, scale: scale > dust ? scale : 0 };
}
