import { EVIDENCE, type SlipCandidates } from './slip-candidates';

/** Two years further apart than this (log 10 of √10, a factor 3.16) are not one level. */
const LEAP = 0.5;
/** After the shift a figure stands within a factor 3 of its neighbours. */
export const FIT = Math.log10(3);
/** No shift explains the level. */
const UNEXPLAINED = 127;
/** Largest power of ten by which a figure may slip. */
const WIDEST = 8;

/** Powers of ten a field may slip by, as a table: `exponent + 8` → 1. 0 is always in. */
export type Shifts = Uint8Array;

/** A table of the given powers of ten and their inverses. */
export function shiftsOf(...exponents: readonly number[]): Shifts {
  const shifts = new Uint8Array(2 * WIDEST + 1);
  for (const exponent of [0, ...exponents]) shifts[WIDEST + exponent] = shifts[WIDEST - exponent] = 1;
  return shifts;
}

const POWERS = Float64Array.from({ length: 2 * WIDEST + 1 }, (_, at) => Number(`1e${at - WIDEST}`));

/** 10 to a whole power, as it is written: 10 ** −4 is not quite 0.0001. */
export function powerOfTen(exponent: number): number {
  return POWERS[exponent + WIDEST]!;
}

/** The shift that leaves no more than a factor 3; null where none does. */
export function nearestShift(distance: number, shifts: Shifts): number | null {
  const exponent = Math.round(distance);
  return Math.abs(exponent) <= WIDEST && shifts[exponent + WIDEST] === 1 && Math.abs(distance - exponent) <= FIT ? exponent : null;
}

/** Years of one firm that have the figure, ascending: `count` of them, in memory that is used again from firm to firm. */
export class FirmSeries {
  count = 0;
  readonly row: Int32Array;
  readonly year: Int32Array;
  readonly log: Float64Array;
  /** Power of ten against the usual level; 0 is the level itself. */
  readonly label: Int8Array;
  /** First place of the stretch without a leap. */
  readonly stretch: Int32Array;
  readonly years = new Int32Array(2 * WIDEST + 1);

  constructor(longest: number) {
    this.row = new Int32Array(longest);
    this.year = new Int32Array(longest);
    this.log = new Float64Array(longest);
    this.label = new Int8Array(longest);
    this.stretch = new Int32Array(longest);
  }

  /** Takes the years of one firm that have a figure. */
  take(years: Int32Array, order: Int32Array, logs: Float64Array, from: number, to: number): void {
    this.count = 0;
    for (let i = from; i < to; i++) {
      if (logs[i] !== logs[i]) continue;
      this.row[this.count] = order[i]!;
      this.year[this.count] = years[order[i]!]!;
      this.log[this.count++] = logs[i]!;
    }
  }
}

/** A series that leaps oftener (there and back, twice) has no usual level. */
const MOST_LEAPS = 4;

/** Whether following figures of a firm are more than a factor 3.16 apart, and not too often: the cheap question, asked of every firm. */
export function leaps(logs: Float64Array, from: number, to: number): boolean {
  let last = NaN;
  let times = 0;
  for (let i = from; i < to; i++) {
    const log = logs[i]!;
    if (log !== log) continue;
    if (log - last > LEAP || last - log > LEAP) times++;
    last = log;
  }
  return times > 0 && times <= MOST_LEAPS;
}

/**
 * Splits a series that leaps into its usual level and the years that stand some powers of ten off it. Candidates are added where the usual
 * level is clear: it holds more years than all others together. Where one other level has an equal claim all years are added with evidence
 * `none`: only peers can tell. A one-sided move by less than 330 that lasts two years is growth, not a slip.
 */
export function explain(series: FirmSeries, shifts: Shifts, figure: number, into: SlipCandidates): void {
  const { count, label, years } = series;
  setLabels(series, shifts);
  years.fill(0);
  let unexplained = 0;
  for (let at = 0; at < count; at++) {
    if (label[at] === UNEXPLAINED) unexplained++;
    else years[label[at]! + WIDEST]!++;
  }
  const base = years[WIDEST]!;
  for (let one = 0; one < years.length; one++) {
    if (one === WIDEST || years[one]! < base || years[one]! + base < count) continue;
    for (let at = 0; at < count; at++) into.add(series.row[at]!, figure, 0, EVIDENCE.none, -1, 0, 0);
    return;
  }
  if (count - base >= base || base + unexplained === count) return;
  for (let from = 0, to = 0; from < count; from = to) {
    for (to = from + 1; to < count && label[to] === label[from];) to++;
    if (label[from] !== 0 && label[from] !== UNEXPLAINED) claim(series, from, to, figure, into);
  }
}

/** Adds the years from `from` to before `to` where they fit both neighbours of the usual level after their shift. */
function claim(series: FirmSeries, from: number, to: number, figure: number, into: SlipCandidates): void {
  const { log, label, row, count } = series;
  const exponent = label[from]!;
  let before = from - 1;
  while (before >= 0 && label[before] !== 0) before--;
  let after = to;
  while (after < count && label[after] !== 0) after++;
  const both = before >= 0 && after < count;
  if (series.years[WIDEST]! < 2 || (!both && Math.abs(exponent) < 3 && to - from > 1)) return;
  const worst = (at: number): number =>
    Math.max(
      before >= 0 ? Math.abs(log[at]! - exponent - log[before]!) : 0,
      after < count ? Math.abs(log[at]! - exponent - log[after]!) : 0,
    );
  for (let at = from; at < to; at++) if (worst(at) > FIT) return;
  for (let at = from; at < to; at++) {
    const isLater = before < 0 || (both && after - at < at - before);
    const distance = log[at]! - usualAt(series, before, after, at);
    into.add(row[at]!, figure, exponent, both ? EVIDENCE.both : EVIDENCE.one, row[isLater ? after : before]!, distance, worst(at));
  }
}

/** Level the neighbours suggest, between them in proportion to the years. */
function usualAt({ log, year, count }: FirmSeries, before: number, after: number, at: number): number {
  if (before < 0) return log[after]!;
  if (after >= count) return log[before]!;
  const share = (year[at]! - year[before]!) / (year[after]! - year[before]!);
  return log[before]! + share * (log[after]! - log[before]!);
}

/** Labels each year. The usual level is the longest stretch without a leap, the first of equals, and whatever meets its ends again. */
function setLabels({ log, label, stretch, count }: FirmSeries, shifts: Shifts): void {
  let first = 0;
  let longest = 0;
  for (let at = 0, from = 0; at < count; at++) {
    if (at > 0 && Math.abs(log[at]! - log[at - 1]!) > LEAP) from = at;
    stretch[at] = from;
    if (at - from + 1 <= longest) continue;
    longest = at - from + 1;
    first = from;
  }
  for (let at = first; at < first + longest; at++) label[at] = 0;
  for (let at = first + longest, level = log[at - 1]!; at < count;) {
    const own = stretch[at]!;
    const exponent = nearestShift(log[at]! - level, shifts) ?? UNEXPLAINED;
    for (; at < count && stretch[at] === own; at++) {
      label[at] = exponent;
      if (exponent === 0) level = log[at]!;
    }
  }
  for (let at = first - 1, level = log[first]!; at >= 0;) {
    const own = stretch[at]!;
    const exponent = nearestShift(log[at]! - level, shifts) ?? UNEXPLAINED;
    for (; at >= 0 && stretch[at] === own; at--) {
      label[at] = exponent;
      if (exponent === 0) level = log[at]!;
    }
  }
}
