import { slackAt } from './result';
import { PEERS, type IndicatorPoints } from '../scored';

/**
 * The most any option earns in each row, the option that earns it in `option`, the tier that hit in `hit`; of options equal within relative 1e-9 it is the earliest.
 * An option without a value does not compete; where none has one, the reason is the first option's.
 */
export function bestOf(options: readonly IndicatorPoints[]): IndicatorPoints {
  const first = options[0]!;
  const points = first.points.slice();
  const reasons = first.reasons.slice();
  for (const rival of options.slice(1)) {
    for (let row = 0; row < points.length; row++) {
      if (rival.reasons[row] !== 0 || (reasons[row] === 0 && points[row]! >= rival.points[row]!)) continue;
      points[row] = rival.points[row]!;
      reasons[row] = 0;
    }
  }
  const won = Int16Array.from(points, (most, row) => options.findIndex((option) => option.points[row]! >= most - slackAt(most)));
  return { points, reasons, hit: winnersHit(options, won), option: won, ...highOf(options), ...widerOf(options, won) };
}

/** The most any option could earn with the upper ends of its intervals; it need not be the winner's. */
function highOf(options: readonly IndicatorPoints[]): { high?: Float64Array } {
  if (options.every(({ high }) => high === undefined)) return {};
  const most = new Float64Array(options[0]!.points.length).fill(NaN);
  for (const { high, points } of options) {
    const ends = high ?? points;
    for (let row = 0; row < most.length; row++) if (!(most[row]! >= ends[row]!) && !Number.isNaN(ends[row]!)) most[row] = ends[row]!;
  }
  return { high: most };
}

/** Whom the winning option was compared with. */
function widerOf(options: readonly IndicatorPoints[], won: Int16Array): Pick<IndicatorPoints, 'wider' | 'parent'> {
  if (options.every(({ wider }) => wider === undefined)) return {};
  const wider = Int32Array.from(won, (option, row) => options[option]?.wider?.[row] ?? PEERS.within);
  if (options.every(({ parent }) => parent === undefined)) return { wider };
  const digits = Int8Array.from(won, (option, row) => options[option]?.parent?.digits[row] ?? PEERS.within);
  const firms = Int32Array.from(won, (option, row) => options[option]?.parent?.firms[row] ?? 0);
  return { wider, parent: { digits, firms } };
}

/** Tier hit by the option that won each row; null where no option has tiers. */
function winnersHit(options: readonly IndicatorPoints[], won: Int16Array): Int16Array | null {
  if (options.every(({ hit }) => hit === null)) return null;
  const hit = new Int16Array(won.length);
  for (let row = 0; row < won.length; row++) hit[row] = options[won[row]!]?.hit?.[row] ?? -1;
  return hit;
}
