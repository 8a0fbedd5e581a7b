import type { IndicatorPoints } from '../scored';

/**
 * The option with most points wins each row and is recorded in `option`, the tier it hit in `hit`; equal points keep the earlier option.
 * An option without a value does not compete; where none has one, the reason is the first option's.
 */
export function bestOf(options: readonly IndicatorPoints[]): IndicatorPoints {
  const first = options[0]!;
  const points = first.points.slice();
  const reasons = first.reasons.slice();
  const won = Int16Array.from(reasons, (reason) => (reason === 0 ? 0 : -1));
  for (let option = 1; option < options.length; option++) {
    const rival = options[option]!;
    for (let row = 0; row < points.length; row++) {
      if (rival.reasons[row] !== 0 || (reasons[row] === 0 && points[row]! >= rival.points[row]!)) continue;
      points[row] = rival.points[row]!;
      reasons[row] = 0;
      won[row] = option;
    }
  }
  return { points, reasons, hit: winnersHit(options, won), option: won };
}

/** Tier hit by the option that won each row; null where no option has tiers. */
function winnersHit(options: readonly IndicatorPoints[], won: Int16Array): Int16Array | null {
  if (options.every(({ hit }) => hit === null)) return null;
  const hit = new Int16Array(won.length);
  for (let row = 0; row < won.length; row++) hit[row] = options[won[row]!]?.hit?.[row] ?? -1;
  return hit;
}
