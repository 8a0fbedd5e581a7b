import { round } from './element';

/** Size of a sparkline and the scale it is drawn on; equal ends of the scale draw a level line. */
export interface SparkSize {
  readonly width: number;
  readonly height: number;
  readonly low: number;
  readonly high: number;
}
/** A sparkline as the `d` of two paths: its line and its dots. Both empty where there is no value at all. */
export interface Sparkline {
  readonly line: string;
  readonly dots: string;
}

/**
 * A firm's path over the years, last year dotted. Gaps stay gaps: a missing year breaks the line, a year alone between gaps is a small dot.
 * `low` and `high` fix the scale so that rows compare. Geometry only: a table keeps the two paths of a row and writes them anew while a weight is dragged.
 */
export function sparkline(values: readonly (number | null)[], { width, height, low, high }: SparkSize): Sparkline {
  const inset = 3;
  const step = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0;
  const x = (at: number): number => round(inset + at * step);
  const y = (value: number): number =>
    round(high > low ? height - inset - ((value - low) / (high - low)) * (height - 2 * inset) : height / 2);
  let line = '';
  let dots = '';
  values.forEach((value, at) => {
    if (value === null) return;
    const before = values[at - 1] ?? null;
    const after = values[at + 1] ?? null;
    line += `${before === null ? 'M' : 'L'}${x(at)} ${y(value)}`;
    const isLast = at === values.length - 1;
    if (isLast || (before === null && after === null)) dots += dot(x(at), y(value), isLast ? 2 : 1.2);
  });
  return { line, dots };
}

function dot(x: number, y: number, radius: number): string {
  const half = `a${radius} ${radius} 0 1 0 `;
  return `M${round(x - radius)} ${y}${half}${2 * radius} 0${half}${-2 * radius} 0`;
}
