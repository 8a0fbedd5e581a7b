import { REASON } from '../column';
import type { IndicatorPoints } from '../scored';
import type { Comparison } from './comparison';
import { nothingYet, slackAt, type RuleColumn } from './result';

/**
 * `of` × (v − min) ÷ (max − min) within the comparison set, mirrored where less is better.
 * Equal values separate nobody: every value of that set is missing with reason `constant`; a lone value has `too_few`.
 */
export function minMax(column: RuleColumn, of: number, direction: 'more' | 'less', comparison: Comparison): IndicatorPoints {
  const result = { ...nothingYet(column), reasons: column.reasons.slice() };
  const { values } = column;
  for (let set = 0; set < comparison.sets; set++) {
    const rows = comparison.rows.subarray(comparison.starts[set], comparison.starts[set + 1]);
    let low = Infinity;
    let high = -Infinity;
    let present = 0;
    for (const row of rows) {
      if (column.reasons[row] !== 0) continue;
      present++;
      if (values[row]! < low) low = values[row]!;
      if (values[row]! > high) high = values[row]!;
    }
    const refused = present < 2 ? REASON.too_few : high - low <= slackAt(Math.max(Math.abs(low), Math.abs(high))) ? REASON.constant : 0;
    for (const row of rows) {
      if (column.reasons[row] !== 0) continue;
      if (refused) result.reasons[row] = refused;
      else result.points[row] = (of * (direction === 'more' ? values[row]! - low : high - values[row]!)) / (high - low);
    }
  }
  return markUnplaced(result, column, comparison);
}

/** Rows in no comparison set have no points, for the set's reason (a value's own reason goes first). */
export function markUnplaced<T extends { reasons: Uint8Array }>(result: T, column: RuleColumn, { set, reasons }: Comparison): T {
  for (let row = 0; row < set.length; row++) if (set[row]! < 0 && column.reasons[row] === 0) result.reasons[row] = reasons[row]!;
  return result;
}
