import { wordCount } from '../column';
import type { Panel } from '../panel';
import { yearRows } from '../year-rows';
import { firmOrder } from './firm-order';
import { canCount, LogCounts, type Spread } from './spread';

/** A set of peers smaller than this says nothing; the year's firms stand in for it. */
export const LEAST_PEERS = 10;

/** Whom a figure is compared with: the firms of its year and industry. Arrays are in firm order (`firmOrder`). */
export interface Peers {
  /** Place → set of year and industry. */
  readonly set: Int32Array;
  readonly sets: number;
  /** Place → number of its year. */
  readonly year: Int32Array;
  readonly years: number;
  /** Set → number of its year. */
  readonly yearOf: Int32Array;
  /** Place → 1 where the place before is the same firm's year before. */
  readonly follows: Uint8Array;
}

/** The sets of peers of a panel. Firms without an industry are a set of their own; where industries are too many to count, the year is the set. */
export function peersOf(panel: Panel): Peers {
  const { order } = firmOrder(panel);
  const { years } = yearRows(panel);
  const first = years[0] ?? 0;
  const number = new Int32Array((years.at(-1) ?? first) - first + 1);
  years.forEach((one, at) => (number[one - first] = at));
  const industry = panel.fields.get('industry');
  const words = industry?.kind === 'text' ? wordCount(industry.words) : 0;
  const width = canCount(years.length * (words + 1)) ? words + 1 : 1;
  const year = new Int32Array(order.length);
  const set = new Int32Array(order.length);
  const follows = new Uint8Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    year[i] = number[panel.year[row]! - first]!;
    const code = width > 1 && industry?.kind === 'text' && industry.reasons[row] === 0 ? industry.codes[row]! : width - 1;
    set[i] = year[i]! * width + code;
    const before = order[i - 1] ?? row;
    if (panel.firm[before] === panel.firm[row] && panel.year[row]! - panel.year[before]! === 1) follows[i] = 1;
  }
  const yearOf = Int32Array.from({ length: years.length * width }, (_, of) => Math.floor(of / width));
  return { set, sets: years.length * width, year, years: years.length, yearOf, follows };
}

/** So many figures have a tail worth knowing. */
const LEAST_TAIL = 200;

export interface PeerSpread extends Spread {
  /** 99th per cent of the distances from the peers' middle, over all sets; 0 of a small panel. */
  readonly tail: number;
}

/** Middle and spread of each set of peers, its year's where it has fewer than ten figures; NaN where the year has too few too. */
export function peerSpread(logs: Float64Array, { set, sets, yearOf, years }: Peers): PeerSpread {
  const counts = new LogCounts(sets);
  counts.addAll(logs, set);
  const own = counts.spread(LEAST_PEERS);
  const whole = counts.spread(LEAST_PEERS, { of: yearOf, count: years });
  const backed = (numbers: Float64Array, of: Float64Array): Float64Array =>
    numbers.map((number, at) => (Number.isNaN(own.centre[at]!) ? of[yearOf[at]!]! : number));
  const centre = backed(own.centre, whole.centre);
  return { centre, scale: backed(own.scale, whole.scale), tail: counts.deviationAt(centre, 0.99, LEAST_TAIL) || 0 };
}
