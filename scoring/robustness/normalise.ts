import { orderOf } from '../radix';
import { isTie } from '../rank';

/** Ways to put a column on a common scale; `scheme` is the scheme's own rule. */
export const NORMALISATIONS = ['scheme', 'min-max', 'percentile', 'z-score'] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/** A z-score is put on the spread of percentiles, mean ½ and standard deviation 1 ÷ √12, so that points taken off keep about their weight. */
const SPREAD = 1 / Math.sqrt(12);

/**
 * Shares of a column among the firms compared, about 0 … 1, more is better; NaN where there is no value. Min-max: 0 to 1. Percentile: mid-rank,
 * (below + ½ · equal) ÷ number. Z-score: ½ + z ÷ √12 with n − 1. null where the column separates nobody, or its ends are further apart than a
 * number reaches (a percentile needs no distance).
 */
export function normalise(values: Float64Array, way: Exclude<Normalisation, 'scheme'>): Float64Array | null {
  const present = values.filter((value) => !Number.isNaN(value));
  if (present.length < 2) return null;
  const low = present.reduce((least, value) => Math.min(least, value), Infinity);
  const high = present.reduce((most, value) => Math.max(most, value), -Infinity);
  if (isTie(low, high)) return null;
  if (way === 'percentile') return midRanks(values, present.length);
  if (high - low === Infinity) return null;
  const placeOf = (value: number): number => (value - low) / (high - low);
  if (way === 'min-max') return values.map(placeOf);
  // Of places between the ends, whose standard scores are the same and whose squares do not overflow.
  const places = present.map(placeOf);
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
  const deviation = Math.sqrt(places.reduce((sum, place) => sum + (place - mean) ** 2, 0) / (places.length - 1));
  return values.map((value) => 0.5 + ((placeOf(value) - mean) / deviation) * SPREAD);
}

function midRanks(values: Float64Array, present: number): Float64Array {
  const order = orderOf(values, false);
  const shares = new Float64Array(values.length).fill(NaN);
  for (let start = 0; start < present;) {
    const first = values[order[start]!]!;
    let end = start + 1;
    while (end < present && isTie(first, values[order[end]!]!)) end++;
    for (let at = start; at < end; at++) shares[order[at]!] = (start + (end - start) / 2) / present;
    start = end;
  }
  return shares;
}
