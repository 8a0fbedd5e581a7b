import type { Range } from '../../../../scoring/distribution/format';
import type { Scale } from '../../../charts/scale';
import type { Special, SpreadPlan } from '../../../charts/spread-plan';
import type { Ends } from './panel';

/** An axis that is brushed. */
export interface BrushAxis {
  readonly x: Scale;
  readonly slots: SpreadPlan['slots'];
  /** Zeros have a bar of their own. */
  readonly zeroApart: boolean;
  /** Where keys stop, ascending: the edges of bins. */
  readonly stops: readonly number[];
}

/** Above 0, however little: the lower end of a brush that leaves zeros to the bar of their own. */
export const ABOVE_ZERO = Number.MIN_VALUE;

/**
 * The ends a brush has where it reaches the ends of an axis. What lies beyond is brushed with it, so that the greatest figure is never left out by an open
 * upper end; a bar of its own is not.
 */
export function outerEnds({ x, slots, zeroApart }: BrushAxis): Ends {
  const low = slots.below !== null || (zeroApart && x.low > 0) ? x.low : zeroApart && x.low === 0 ? ABOVE_ZERO : -Infinity;
  return [low, slots.above === null ? Infinity : x.high];
}

/** Every finite figure an end of a brush can stand at: one for each pixel of the axis, ascending. */
export function pixelGrid(axis: BrushAxis): readonly number[] {
  const { x } = axis;
  const [low, high] = outerEnds(axis);
  const inner = wholePlaces(x).map((place) => x.value(place));
  const [first, last] = [Number.isFinite(low) ? low : x.low, Number.isFinite(high) ? high : x.high];
  return [first, ...inner.filter((value) => value > first && value < last), last];
}

/** Whole pixels between the ends of an axis, from that of its lowest figure; an axis may run upwards. */
function wholePlaces({ from, to }: Scale): readonly number[] {
  const [first, last] = [Math.min(from, to) + 0.5, Math.max(from, to) - 0.5];
  const places: number[] = [];
  for (let place = Math.ceil(first); place < last; place++) places.push(place);
  return from <= to ? places : places.reverse();
}

/** The figure of the grid nearest to a place across the picture; beyond the axis its outer end, in a bar of what lies beyond an infinity. */
export function figureAt(axis: BrushAxis, across: number): number {
  const { x, slots } = axis;
  const [low, high] = outerEnds(axis);
  if (slots.above !== null && across >= slots.above.from) return Infinity;
  if (slots.below !== null && across < slots.below.to) return -Infinity;
  const along = (across - x.from) * Math.sign(x.to - x.from);
  if (along <= 0.5) return low;
  if (along >= Math.abs(x.to - x.from) - 0.5) return high;
  return x.value(Math.round(across));
}

/** Fifty stops evenly along an axis that has no bins. */
export function evenStops({ from, to, value }: Scale): readonly number[] {
  return Array.from({ length: 51 }, (_, at) => value(from + ((to - from) * at) / 50));
}

/** Two figures as the ends of a brush, or null where they are one. */
export function endsOf(a: number, b: number): Ends | null {
  return a === b ? null : [Math.min(a, b), Math.max(a, b)];
}

/** A range as the ends of a brush. */
export function endsOfRange({ from, to }: Range): Ends {
  return [from ?? -Infinity, to ?? Infinity];
}

/** Ends as a range. */
export function rangeOfEnds([from, to]: Ends): Range {
  return { from: Number.isFinite(from) ? from : null, to: Number.isFinite(to) ? to : null };
}

/** One end moved by some stops; it never passes the other, and there is always one stop between them. */
export function movedEnd(axis: BrushAxis, [from, to]: Ends, end: 'from' | 'to', by: number): Ends {
  const outer = outerEnds(axis);
  const stops = [outer[0], ...axis.stops.slice(1, -1), outer[1]];
  const at = (value: number): number => {
    let place = 0;
    while (place < stops.length - 1 && stops[place + 1]! <= value) place++;
    return place;
  };
  // Between two stops the nearer one counts, so that a first step is never longer than a bin.
  const nearest = (value: number): number => {
    const place = at(value);
    const next = stops[place + 1];
    const apart = (one: number): number => Math.abs(axis.x.at(one) - axis.x.at(value));
    return next !== undefined && apart(next) < apart(stops[place]!) ? place + 1 : place;
  };
  const last = stops.length - 1;
  if (end === 'from') return [stops[Math.max(0, Math.min(nearest(to) - 1, last - 1, nearest(from) + by))]!, to];
  return [from, stops[Math.min(last, Math.max(nearest(from) + 1, 1, nearest(to) + by))]!];
}

/** What pressing a bar of its own brushes: ends, or null for the missing, who have no figure. */
export function endsOfSpecial(special: Special, { x }: Pick<BrushAxis, 'x'>): Ends | null {
  switch (special) {
    case 'missing':
      return null;
    case 'zero':
      return [0, 0];
    case 'below':
      return [-Infinity, x.low];
    case 'above':
      return [x.high, Infinity];
  }
}

/** Whether ranges hold all of some ends. */
export function holds(ranges: readonly Range[], [from, to]: Ends): boolean {
  return ranges.some((range) => {
    const [low, high] = endsOfRange(range);
    if (from === to) return low === high ? low === from : low <= from && from < high;
    return low <= from && high >= to;
  });
}

/** What turns ends into other ends beside further ranges: a piece added at the outside, or taken away. */
export function difference(before: Ends, after: Ends): { readonly x: Ends | null; readonly how: 'add' | 'subtract' } {
  if (after[0] < before[0]) return { x: [after[0], before[0]], how: 'add' };
  if (after[1] > before[1]) return { x: [before[1], after[1]], how: 'add' };
  if (after[0] > before[0]) return { x: [before[0], after[0]], how: 'subtract' };
  if (after[1] < before[1]) return { x: [after[1], before[1]], how: 'subtract' };
  return { x: null, how: 'add' };
}
