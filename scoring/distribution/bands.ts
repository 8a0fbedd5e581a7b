import type { Ranked } from '../board/context';
import type { Bands, Frame, MeasureId, Range } from './format';
import { frameRows, isWithin, selectedOf } from './frame';
import { measureOf } from './measure';

/**
 * Rows of a frame by band of a measure: below the first edge, between each and the next, from the last on; `edges` ascend, in stored units. Other conditions of
 * the frame hold, one on the measure itself is left aside. Bands and missing add up to `rows`. null where there is no such measure.
 */
export function bandsOf(ctx: Ranked, frame: Frame, measure: MeasureId, edges: readonly number[]): Bands | null {
  const measured = measureOf(ctx, measure);
  if ('is' in measured) return null;
  const rows = frameRows(ctx, frame);
  const others = frame.clauses.filter((clause) => clause.is !== 'ranges' || clause.measure !== measure);
  const inside = selectedOf(ctx, others, rows);
  const ranges = [null, ...edges].map((from, at): Range => ({ from, to: edges[at] ?? null }));
  const counts = new Int32Array(ranges.length);
  let [all, missing] = [0, 0];
  for (let i = 0; i < rows.length; i++) {
    if (inside && inside[i] === 0) continue;
    all++;
    const value = measured.values[rows[i]!]!;
    if (Number.isNaN(value)) missing++;
    else counts[ranges.findIndex((range) => isWithin(value, range))]!++;
  }
  return { rows: all, missing, bands: ranges.map((range, at) => ({ range, count: counts[at]! })) };
}
