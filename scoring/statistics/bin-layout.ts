import type { Refusal } from './answer';
import { deviationOf } from './moments';
import { quantileOfSorted } from './quantile';
import { columnOnScale, onScale, type Scale } from './scale';
import { countBelow, countUpTo } from './sorted';

/** Whose width it is: Freedman & Diaconis; Scott, where half the values are equal; or one bin, where all are. */
export type BinRule = 'freedman-diaconis' | 'scott' | 'one';

/** Where the bars of a histogram stand. Bin i is [edges[i], edges[i + 1]), the last one closed. */
export interface BinLayout {
  readonly scale: Scale;
  /** In the unit of the values, ascending, two at least. */
  readonly edges: Float64Array;
  /** Values of exactly 0 are in no bin but have a bar of their own. */
  readonly isZeroApart: boolean;
  readonly rule: BinRule;
  /** The width the rule asks for, on the scale, before it was rounded; 0 of rule `one`. */
  readonly width: number;
  /** The width taken, 1, 2 or 5 × 10ᵏ on the scale. */
  readonly step: number;
}

/** What may be chosen about bins. */
export interface BinChoice {
  /** `linear` unless said. */
  readonly scale?: Scale;
  /** True unless said. */
  readonly isZeroApart?: boolean;
  /** The share that may lie beyond the bins at either end; 0.005 unless said, 0 shows all. */
  readonly cut?: number;
}

export const MOST_BINS = 200;
const CUT = 0.005;
/** A tail this much longer than what the cut leaves is worth no empty bars. */
const TAIL = 0.25;

/**
 * Bins of present values in ascending order, laid on multiples of a round width. The width is that of Freedman & Diaconis (1981), 2 · IQR ÷ ∛n; where
 * the IQR is 0 that of Scott (1979), 3.49 · sd ÷ ∛n; where nothing varies there is one bin. It is rounded to the nearest of 1, 2, 5 × 10ᵏ, and
 * widened until 200 bins are enough. On a logarithm quartiles are taken before it. The bins reach from the 0.5th to the 99.5th percentile, further
 * where the rest is at most a quarter of that away. n, IQR and sd are of the values that have a place in the bins: not zeros set apart, nor
 * values below 0 on a logarithm. Refused of no value, and where the bins would overflow.
 */
export function binLayout(sorted: Float64Array, choice: BinChoice = {}): BinLayout | { readonly reason: Refusal; readonly n: number } {
  const { scale = 'linear', isZeroApart = true, cut = CUT } = choice;
  const n = sorted.length;
  if (n === 0) return { reason: 'too_few', n };
  const body = bodyOf(sorted, scale, isZeroApart);
  if (body.length === 0) return { scale, isZeroApart, edges: Float64Array.of(0, 1), rule: 'one', width: 0, step: 1 };
  const { low, high } = shownRange(body, scale, cut);
  const { rule, width } = widthOf(body, scale);
  const { step, edges } = rule === 'one' ? oneBin(low, high, scale) : roundBins(low, high, scale, width);
  return edges.every(Number.isFinite)
    ? { scale, isZeroApart, edges: Float64Array.from(edges), rule, width, step }
    : { reason: 'not_finite', n };
}

/** The values that may stand in a bin. */
function bodyOf(sorted: Float64Array, scale: Scale, isZeroApart: boolean): Float64Array {
  const below = countBelow(sorted, 0);
  const upTo = countUpTo(sorted, 0);
  const above = sorted.subarray(isZeroApart ? upTo : below);
  if (scale === 'log1p' || below === 0) return above;
  if (!isZeroApart || below === upTo) return sorted;
  const body = new Float64Array(below + above.length);
  body.set(sorted.subarray(0, below));
  body.set(above, below);
  return body;
}

/**
 * The part of a scale a picture shows of sorted values: between the quantiles `cut` and 1 − cut, and to the last value on a side where that is at most
 * a quarter of this range away on the scale. In the unit of the values.
 */
export function shownRange(sorted: Float64Array, scale: Scale, cut: number): { readonly low: number; readonly high: number } {
  const [least, from, to, most] = [0, cut, 1 - cut, 1].map((p) => quantileOfSorted(sorted, p).value!) as [number, number, number, number];
  const between = (a: number, b: number): number => onScale(b, scale) - onScale(a, scale);
  const reach = TAIL * between(from, to);
  return { low: between(least, from) <= reach ? least : from, high: between(to, most) <= reach ? most : to };
}

function widthOf(body: Float64Array, scale: Scale): { readonly rule: BinRule; readonly width: number } {
  const placeAt = (p: number): number => onScale(quantileOfSorted(body, p).value!, scale);
  const [least, most] = [placeAt(0), placeAt(1)];
  // Rounding in the last digits does not make equal values differ.
  if (!(most - least > 1e-12 * Math.max(Math.abs(least), Math.abs(most)))) return { rule: 'one', width: 0 };
  const spread = placeAt(0.75) - placeAt(0.25);
  if (spread > 0) return { rule: 'freedman-diaconis', width: (2 * spread) / Math.cbrt(body.length) };
  return { rule: 'scott', width: (3.49 * deviationOf(columnOnScale(body, scale))) / Math.cbrt(body.length) };
}

/** Step s is 1, 2 or 5 × 10^⌊s ÷ 3⌋: written out, so that 0.3 is 3 × 0.1 to the last digit. */
function stepAt(s: number): number {
  const power = Math.floor(s / 3);
  return Number(`${[1, 2, 5][s - 3 * power]!}e${power}`);
}

function nearestStep(width: number): number {
  const first = 3 * Math.floor(Math.log10(width));
  const away = (s: number): number => Math.abs(Math.log(stepAt(s) / width));
  return [0, 1, 2, 3].map((more) => first + more).reduce((best, s) => (away(s) < away(best) ? s : best));
}

function roundBins(low: number, high: number, scale: Scale, width: number): { readonly step: number; readonly edges: readonly number[] } {
  const [from, to] = [onScale(low, scale), onScale(high, scale)];
  // Finer bins than doubles can tell apart, or than the cap allows, are not begun with.
  const least = Math.max(width, (to - from) / MOST_BINS, 1e-13 * Math.max(Math.abs(from), Math.abs(to)));
  if (!Number.isFinite(least)) return { step: least, edges: [least] };
  for (let s = nearestStep(least); ; s++) {
    const step = stepAt(s);
    const edges = multiples(low, high, scale, step);
    if (edges.length <= MOST_BINS + 1) return { step, edges };
  }
}

function oneBin(low: number, high: number, scale: Scale): { readonly step: number; readonly edges: readonly number[] } {
  const reach = Math.max(Math.abs(onScale(low, scale)), Math.abs(onScale(high, scale)));
  const step = reach > 0 ? stepAt(3 * Math.floor(Math.log10(reach))) : 1;
  const edges = multiples(low, high, scale, step);
  return { step, edges: [edges[0]!, edges.at(-1)!] };
}

/** The edges of a step from the last at or below `low` to the first at or above `high`, two at least. */
function multiples(low: number, high: number, scale: Scale, step: number): number[] {
  const edge = (times: number): number => edgeAt(Number((times * step).toPrecision(15)), scale, step);
  let first = Math.floor(onScale(low, scale) / step);
  while (edge(first) > low) first--;
  while (edge(first + 1) <= low) first++;
  let last = Math.max(first + 1, Math.ceil(onScale(high, scale) / step));
  while (edge(last) < high) last++;
  while (last > first + 1 && edge(last - 1) >= high) last--;
  return Array.from({ length: last - first + 1 }, (_, at) => edge(first + at));
}

/** An edge as a value. Those on a logarithm are rounded to as many digits as tell them apart: 1,000,000 rather than 999,999. */
function edgeAt(place: number, scale: Scale, step: number): number {
  if (scale === 'linear') return place + 0;
  const apart = step / Math.min(1, Math.max(step, Math.abs(place)));
  return Number(Math.expm1(place * Math.LN10).toPrecision(Math.max(3, Math.min(17, 2 - Math.floor(Math.log10(apart))))));
}
