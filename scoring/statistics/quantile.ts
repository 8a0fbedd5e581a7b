import { type Answer, found, refused } from './answer';
import { presentOf } from './present';

/**
 * Quantile p (0…1) of type 7 (Hyndman & Fan 1996; R's default): h = (n − 1)p, linear between the two values around it.
 * Missing values are left out; of none there is no quantile. Same unit as the values.
 */
export function quantile(values: Float64Array, p: number): Answer {
  return quantileOfSorted(presentOf(values).sort(), p);
}

/** The same of present values already in ascending order. */
export function quantileOfSorted(sorted: Float64Array, p: number): Answer {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile is asked at ${p}, not within 0…1`);
  if (sorted.length === 0) return refused('too_few', 0);
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  const part = place - below;
  const apart = high - low;
  // Two values so far apart that their difference overflows still have a middle.
  return found(apart === Infinity ? (1 - part) * low + part * high : low + part * apart, sorted.length);
}
