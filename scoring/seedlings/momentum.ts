import { REASON } from '../column';
import type { Cells } from '../formula/step';
import { bytesOf } from './by-position';
import { SAYS } from './format';
import type { Growth } from './growth';
import { SLACK } from './grown';

/** A year that falls by more than this ends a momentum. */
export const MOST_FALL = 0.2;
const LEAST_POINTS = 3;

/** How a field moved over its years, by position. */
export interface Momentum {
  /** Least-squares slope of ln x on the year, over the years that have a figure; missing of fewer than three, and where one is 0 or less. */
  readonly slope: Cells;
  /** Growth over the last year. */
  readonly last: Cells;
  /** Worst step from one figure to the next, as a rate; NaN of fewer than two figures above 0. */
  readonly worst: Float64Array;
  /** Steps up in a row that end at the year. */
  readonly rises: Uint8Array;
  /** Years of the window without a figure. */
  readonly gaps: Uint8Array;
  /** First figure of the window below the floor. */
  readonly small: Uint8Array;
}

/** Slope, last growth and worst fall of every firm. Source of the definition: trend of logs as in the literature on firm growth (Coad et al. 2014). */
export function momentumOf({ path }: Growth, floor: number | null): Momentum {
  const n = path[0]!.values.length;
  const cells = (): Cells => ({ values: new Float64Array(n).fill(NaN), reasons: new Uint8Array(n) });
  const found = { slope: cells(), last: cells(), worst: new Float64Array(n).fill(NaN) };
  const [rises, gaps, small] = [new Uint8Array(n), new Uint8Array(n), new Uint8Array(n)];
  const times = new Float64Array(path.length);
  const figures = new Float64Array(path.length);
  for (let i = 0; i < n; i++) {
    let points = 0;
    for (let back = path.length - 1; back >= 0; back--) {
      const { values, reasons } = path[back]!;
      if (reasons[i] !== 0) continue;
      times[points] = -back;
      figures[points++] = values[i]!;
    }
    gaps[i] = path.length - points;
    if (floor !== null && points > 0 && figures[0]! > 0 && figures[0]! < floor) small[i] = 1;
    put(found.slope, i, slopeOf(times, figures, points));
    put(found.last, i, stepOf(path[0]!, path[1]!, i));
    for (let at = 1; at < points; at++) {
      const step = figures[at - 1]! > 0 ? figures[at]! / figures[at - 1]! - 1 : NaN;
      if (step < found.worst[i]! || Number.isNaN(found.worst[i]!)) found.worst[i] = step;
      rises[i] = step > SLACK ? rises[i]! + 1 : 0;
    }
  }
  return { ...found, rises, gaps, small };
}

type Found = { readonly value: number; readonly reason: number };

function put({ values, reasons }: Cells, i: number, { value, reason }: Found): void {
  values[i] = value;
  reasons[i] = reason;
}

function slopeOf(times: Float64Array, figures: Float64Array, points: number): Found {
  let least = Infinity;
  for (let at = 0; at < points; at++) least = Math.min(least, figures[at]!);
  if (least <= 0) return { value: NaN, reason: least === 0 ? REASON.zero_base : REASON.negative_base };
  if (points < LEAST_POINTS) return { value: NaN, reason: REASON.too_few };
  let [time, log] = [0, 0];
  for (let at = 0; at < points; at++) {
    time += times[at]! / points;
    log += Math.log(figures[at]!) / points;
  }
  let [shared, spread] = [0, 0];
  for (let at = 0; at < points; at++) {
    shared += (times[at]! - time) * (Math.log(figures[at]!) - log);
    spread += (times[at]! - time) ** 2;
  }
  return { value: shared / spread, reason: 0 };
}

function stepOf(now: Cells, before: Cells, i: number): Found {
  const [value, base] = [now.values[i]!, before.values[i]!];
  let reason = now.reasons[i]! || before.reasons[i]!;
  if (!reason && base <= 0) reason = base === 0 ? REASON.zero_base : REASON.negative_base;
  return reason ? { value: NaN, reason } : { value: value / base - 1, reason: 0 };
}

/** Momentum: the trend rises, the last year rises, and no year fell by more than a fifth. One of them not so is unmet, whatever else is missing. */
export function momentumVerdicts({ slope, last, worst }: Momentum): Uint8Array {
  return bytesOf(worst.length, (i) => {
    const [trend, step, fall] = [slope.values[i]!, last.values[i]!, worst[i]!];
    if (trend <= SLACK || step <= SLACK || fall < -MOST_FALL - SLACK) return SAYS.unmet;
    return Number.isNaN(trend) || Number.isNaN(step) ? SAYS.unknown : SAYS.met;
  });
}
