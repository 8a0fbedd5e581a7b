import { quantileOfSorted } from '../statistics/quantile';

/** Figures counted in bins of one round width, edges belonging to the bin on their right; what lies beyond the picture is counted apart. */
export interface StudyBins {
  readonly low: number;
  readonly high: number;
  /** Bins lie evenly on ln(1 + figure). */
  readonly isLog: boolean;
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly below: number;
  readonly above: number;
  readonly median: number | null;
}

const MOST_BINS = 60;
/** No picture reaches further: between its ends there must be a distance that is a number. */
const FARTHEST = 1e300;
/** Edges keep twelve digits, so that a bin narrower than this share of its place would have none between them. */
const NARROWEST = 1e-9;

/**
 * Bins of about the width of Freedman and Diaconis (1981), 2 · IQR ÷ ∛n, rounded to 1, 2 or 5 times a power of ten and laid on its multiples, from the
 * 1st to the 99th percentile and over every one of `edges`. Equal figures, or none, make one bin. `figures` are finite.
 */
export function studyBins(figures: Float64Array, edges: readonly number[], isLog: boolean): StudyBins {
  const sorted = figures.slice().sort();
  const n = sorted.length;
  const median = quantileOfSorted(sorted, 0.5).value;
  const ends = [...(n === 0 ? [] : [quantileOfSorted(sorted, 0.01).value!, quantileOfSorted(sorted, 0.99).value!]), ...edges];
  const lowest = ends.length === 0 ? 0 : within(Math.min(...ends));
  const highest = ends.length === 0 ? 0 : within(Math.max(...ends));
  const bounds =
    isLog && lowest > -1 ? logBounds(Math.max(0, lowest), highest) : evenBounds(lowest, highest, widthOf(sorted, lowest, highest));
  const counts = new Array<number>(bounds.length - 1).fill(0);
  let below = 0;
  let above = 0;
  for (const figure of sorted) {
    if (figure < bounds[0]!) below++;
    else if (figure > bounds.at(-1)!) above++;
    else counts[binOf(bounds, figure)]!++;
  }
  return {
    low: bounds[0]!,
    high: bounds.at(-1)!,
    isLog: isLog && lowest > -1,
    bins: counts.map((count, at) => ({ from: bounds[at]!, to: bounds[at + 1]!, count })),
    below,
    above,
    median,
  };
}

function within(end: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, end));
}

/** The bin a figure between the first and the last bound falls in; the last bound closes the last bin. */
function binOf(bounds: readonly number[], figure: number): number {
  let from = 0;
  let to = bounds.length - 1;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (figure >= bounds[middle]!) from = middle;
    else to = middle;
  }
  return from;
}

function widthOf(sorted: Float64Array, low: number, high: number): number {
  const span = high - low;
  const spread = sorted.length < 2 ? 0 : quantileOfSorted(sorted, 0.75).value! - quantileOfSorted(sorted, 0.25).value!;
  const wanted = spread > 0 ? (2 * spread) / Math.cbrt(sorted.length) : span / 20;
  const least = NARROWEST * Math.max(Math.abs(low), Math.abs(high));
  return span > 0 || least > 1 ? roundUp(Math.max(Math.min(wanted, FARTHEST), span / MOST_BINS, least)) : 1;
}

/** Next of 1, 2, 5 × 10ᵏ from below; 0 stays 0. */
function roundUp(width: number): number {
  if (!(width > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(width));
  const times = [1, 2, 5, 10].find((step) => width <= step * power * (1 + 1e-9)) ?? 10;
  return times * power;
}

function evenBounds(low: number, high: number, width: number): number[] {
  const first = Math.floor(low / width + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / width - 1e-9));
  // Multiplied and rounded, not added up: 0.1 + 0.2 must be the edge 0.3.
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * width).toPrecision(12)));
}

function logBounds(low: number, high: number): number[] {
  const [from, to] = [Math.log1p(low), Math.log1p(Math.max(high, low + 1))];
  return Array.from({ length: 31 }, (_, at) => Math.expm1(from + ((to - from) * at) / 30));
}
