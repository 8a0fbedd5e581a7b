import type { IndicatorPoints } from '../scored';

/**
 * The option with most points wins each row and is recorded in `hit`; equal points keep the earlier option.
 * An option without a value does not compete; where none has one, the reason is the first option's.
 */
export function bestOf(options: readonly IndicatorPoints[]): IndicatorPoints {
  const first = options[0]!;
  const points = first.points.slice();
  const reasons = first.reasons.slice();
  const hit = new Int16Array(points.length);
  for (let row = 0; row < points.length; row++) if (reasons[row] !== 0) hit[row] = -1;
  for (let option = 1; option < options.length; option++) {
    const rival = options[option]!;
    for (let row = 0; row < points.length; row++) {
      if (rival.reasons[row] !== 0 || (reasons[row] === 0 && points[row]! >= rival.points[row]!)) continue;
      points[row] = rival.points[row]!;
      reasons[row] = 0;
      hit[row] = option;
    }
  }
  return { points, reasons, hit };
}
