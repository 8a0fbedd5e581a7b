import { type Answer, found, type Refusal, refused } from './answer';
import { deviationOf } from './moments';
import { quantileOfSorted } from './quantile';

/** Fewer firms make bumps of themselves. */
export const LEAST_FOR_DENSITY = 30;
/** From here on neighbours are counted together. */
const MANY = 50_000;
/** Neighbours closer than this share of the bandwidth: the height is then right to about 2 in 10,000 of the peak. */
const TOGETHER = 1 / 16;
/** Bandwidths beyond which a kernel adds nothing to a double. */
const REACH = 8.6;

/** A density over an even grid. Its unit is 1 ÷ unit of the values, its area 1, of which the grid may show a part. */
export type Density =
  | { readonly reason: null; readonly n: number; readonly bandwidth: number; readonly grid: Float64Array; readonly heights: Float64Array }
  | { readonly reason: Refusal; readonly n: number };

/** What may be chosen about a density. */
export interface DensityChoice {
  /** In the unit of the values; `bandwidthOfSorted` unless said. Groups drawn side by side should share one: `commonBandwidth`. */
  readonly bandwidth?: number;
  /** What is below 0 is laid back above it, as of values that cannot be negative. Asked of negative values it is refused. False unless said. */
  readonly isReflected?: boolean;
  /** Ends of the grid; three bandwidths beyond the values unless said, but not below 0 where reflected. */
  readonly from?: number;
  readonly to?: number;
  /** Points of the grid, 256 unless said, two at least. */
  readonly points?: number;
}

/**
 * Silverman's bandwidth (1986, eq. 3.31; R's bw.nrd0) of sorted values: 0.9 · min(sd, IQR ÷ 1.34) · n^−0.2, in their unit; where the IQR is 0, sd
 * stands alone. Refused of fewer than 30 values and where they are all equal.
 */
export function bandwidthOfSorted(sorted: Float64Array): Answer {
  const n = sorted.length;
  if (n < LEAST_FOR_DENSITY) return refused('too_few', n);
  if (!(sorted[n - 1]! - sorted[0]! > 1e-12 * Math.max(Math.abs(sorted[0]!), Math.abs(sorted[n - 1]!)))) return refused('constant', n);
  const deviation = deviationOf(sorted);
  const spread = (quantileOfSorted(sorted, 0.75).value! - quantileOfSorted(sorted, 0.25).value!) / 1.34;
  return found(0.9 * (spread > 0 ? Math.min(deviation, spread) : deviation) * n ** -0.2, n);
}

/**
 * One bandwidth for several groups: the mean of their own (as ggridges, Wilke), so that a group apart from the others does not widen all. Groups that
 * have none are passed over; `n` is of those that have. Where none has, the first reason stands.
 */
export function commonBandwidth(groups: readonly Float64Array[]): Answer {
  const own = groups.map(bandwidthOfSorted);
  const kept = own.filter(({ reason }) => reason === null);
  if (kept.length === 0) return own[0] ?? refused('too_few', 0);
  const n = kept.reduce((sum, one) => sum + one.n, 0);
  return found(
    kept.reduce((sum, { value }) => sum + value! / kept.length, 0),
    n,
  );
}

/**
 * Gaussian kernel density of sorted present values: mean φ((g − x) ÷ h) ÷ h. Exact up to 50,000 values; beyond, values closer than h ÷ 16 are counted
 * at their mean. Refused of fewer than 30 values, all equal ones, and of negative ones where reflected.
 */
export function densityOfSorted(sorted: Float64Array, choice: DensityChoice = {}): Density {
  const n = sorted.length;
  const { isReflected = false, points = 256 } = choice;
  const own = bandwidthOfSorted(sorted);
  if (own.reason === 'too_few' || (own.reason !== null && choice.bandwidth === undefined)) return { reason: own.reason, n };
  const bandwidth = choice.bandwidth ?? own.value!;
  if (!(bandwidth > 0) || !(points >= 2)) throw new RangeError(`density is asked with bandwidth ${bandwidth} at ${points} points`);
  if (isReflected && sorted[0]! < 0) return { reason: 'negative', n };
  const from = choice.from ?? Math.max(isReflected ? 0 : -Infinity, sorted[0]! - 3 * bandwidth);
  const to = choice.to ?? sorted[n - 1]! + 3 * bandwidth;
  if (!Number.isFinite(to - from)) return { reason: 'not_finite', n };
  const step = (to - from) / (points - 1);
  const grid = Float64Array.from({ length: points }, (_, at) => from + at * step);
  const { places, weights } = n > MANY ? together(sorted, bandwidth * TOGETHER) : { places: sorted, weights: null };
  const heights = new Float64Array(points);
  addKernels(heights, from, step, places, weights, bandwidth);
  if (isReflected) {
    addKernels(heights, from, step, places.map((place) => -place), weights, bandwidth); // prettier-ignore
    for (let at = 0; at < points && grid[at]! < 0; at++) heights[at] = 0;
  }
  const area = n * bandwidth * Math.sqrt(2 * Math.PI);
  return { reason: null, n, bandwidth, grid, heights: heights.map((height) => height / area) };
}

/** Sorted values with those closer than `width` counted at their mean: twice as near the truth as sharing them out among grid points. */
function together(sorted: Float64Array, width: number): { readonly places: Float64Array; readonly weights: Float64Array } {
  const places = new Float64Array(sorted.length);
  const weights = new Float64Array(sorted.length);
  let count = 0;
  for (let start = 0; start < sorted.length;) {
    const first = sorted[start]!;
    let apart = 0;
    let end = start;
    for (; end < sorted.length && sorted[end]! - first < width; end++) apart += sorted[end]! - first;
    places[count] = first + apart / (end - start);
    weights[count++] = end - start;
    start = end;
  }
  return { places: places.subarray(0, count), weights: weights.subarray(0, count) };
}

/**
 * Adds exp(−((g − x) ÷ h)² ÷ 2) of each x at every grid point it reaches. From the nearest point outwards each height is the one before times a
 * factor, and each factor the one before times exp(−(step ÷ h)²): three exponentials a value, not one a point.
 */
function addKernels(
  heights: Float64Array,
  from: number,
  step: number,
  places: Float64Array,
  weights: Float64Array | null,
  bandwidth: number,
): void {
  const last = heights.length - 1;
  const unit = step / bandwidth;
  const bend = Math.exp(-unit * unit);
  for (let i = 0; i < places.length; i++) {
    const place = (places[i]! - from) / step;
    const nearest = Math.max(0, Math.min(last, Math.round(place)));
    const away = (nearest - place) * unit;
    if (!(Math.abs(away) < REACH)) continue;
    const top = Math.exp((-away * away) / 2) * (weights === null ? 1 : weights[i]!);
    heights[nearest]! += top;
    let factor = Math.exp(-unit * (away + unit / 2));
    for (let at = nearest + 1, height = top; at <= last && (height *= factor) > 1e-17; at++) {
      heights[at]! += height;
      factor *= bend;
    }
    factor = Math.exp(unit * (away - unit / 2));
    for (let at = nearest - 1, height = top; at >= 0 && (height *= factor) > 1e-17; at--) {
      heights[at]! += height;
      factor *= bend;
    }
  }
}
