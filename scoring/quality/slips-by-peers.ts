import type { Logged } from './logged';
import { nearestShift } from './slip-series';
import { SHIFTS } from './slips-by-history';
import type { Spread } from './spread';

/** A figure without years of its own to lean on must stand further out than an outlier does, and by at least two digits. */
const FAR = 6;
const LEAST_EXPONENT = 2;
/** Peers are never closer together than this (a factor 1.4 up or down). */
const LEAST_SCALE = 0.15;

/** What the places of a field are held against: logs, and middle and spread of each place's peers. */
export interface Measured {
  readonly logs: Float64Array;
  readonly set: Int32Array;
  readonly spread: Spread;
}

/**
 * Slips of figures no other year speaks for: further than six robust deviations from the firm's peers, and within a factor 3 of their middle
 * after a shift by two digits or more. Money is held against money per head where the staff are known, which lies far closer together.
 * Calls `found` with place, exponent and log distance, and takes the shift out of the logs.
 */
export function slipsByPeers(
  { figures, logs }: Logged,
  open: Int32Array,
  measures: readonly Measured[],
  found: (place: number, exponent: number, distance: number) => void,
): void {
  for (const place of open) {
    const by = measures.find((one) => !Number.isNaN(one.logs[place]! - (one.spread.centre[one.set[place]!] ?? NaN)));
    if (!by) continue;
    const of = by.set[place]!;
    const distance = by.logs[place]! - by.spread.centre[of]!;
    if (Math.abs(distance) < FAR * Math.max(LEAST_SCALE, by.spread.scale[of]!)) continue;
    const exponent = nearestShift(distance, SHIFTS[figures.kind]);
    if (exponent === null || Math.abs(exponent) < LEAST_EXPONENT) continue;
    found(place, exponent, distance);
    logs[place]! -= exponent;
  }
}

/** Places whose firm has no other figure of the field, and those said to be open. */
export function openPlaces(logs: Float64Array, starts: Int32Array, open: Int32Array): Int32Array {
  const places: number[] = [...open];
  for (let firm = 0; firm + 1 < starts.length; firm++) {
    let only = -1;
    let count = 0;
    for (let i = starts[firm]!; i < starts[firm + 1]! && count < 2; i++) {
      if (logs[i] !== logs[i]) continue;
      only = i;
      count++;
    }
    if (count === 1) places.push(only);
  }
  return Int32Array.from(places);
}
