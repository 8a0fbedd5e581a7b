import { REASON } from '../column';
import type { IndicatorPoints } from '../scored';
import type { Comparison } from './comparison';
import { nothingYet, slackAt, type RuleColumn } from './result';

/** How the values of one comparison set earn; NaN is earned by who is refused, for the reason given. */
export interface Scale {
  readonly earn: (value: number) => number;
  readonly refused: number;
}

/** A set that as a whole earns nothing. */
export function refuse(reason: number): Scale {
  return { earn: () => NaN, refused: reason };
}

/**
 * Points set by set. `scaleOf` sees the present values of a set from the lowest up, so that the order of rows cannot matter to a sum.
 * A missing value keeps its reason; a row in no set has the set's.
 */
export function bySet(column: RuleColumn, comparison: Comparison, scaleOf: (ascending: Float64Array) => Scale): IndicatorPoints {
  const result = { ...nothingYet(column), reasons: column.reasons.slice() };
  for (let set = 0; set < comparison.sets; set++) {
    const rows = presentRows(column, comparison, set);
    if (rows.length === 0) continue;
    const { earn, refused } = scaleOf(Float64Array.from(rows, (row) => column.values[row]!).sort());
    for (const row of rows) {
      const points = earn(column.values[row]!);
      if (Number.isNaN(points)) result.reasons[row] = refused;
      else result.points[row] = points;
    }
  }
  return markUnplaced(result, column, comparison);
}

/** Rows of a set that have a value. */
export function presentRows({ reasons }: RuleColumn, { rows, starts }: Comparison, set: number): Int32Array {
  return rows.subarray(starts[set], starts[set + 1]).filter((row) => reasons[row] === 0);
}

/** Why values from the lowest up separate nobody: `too_few` of one alone, `constant` of equals, `not_finite` where their distance is beyond a number; 0 where they do. */
export function inseparable(ascending: Float64Array): number {
  if (ascending.length < 2) return REASON.too_few;
  const [low, high] = [ascending[0]!, ascending.at(-1)!];
  if (high - low === Infinity) return REASON.not_finite;
  return high - low <= slackAt(Math.max(Math.abs(low), Math.abs(high))) ? REASON.constant : 0;
}

/** Rows in no comparison set have no points, for the set's reason (a value's own reason goes first). */
export function markUnplaced<T extends { reasons: Uint8Array }>(result: T, column: RuleColumn, { set, reasons }: Comparison): T {
  for (let row = 0; row < set.length; row++) if (set[row]! < 0 && column.reasons[row] === 0) result.reasons[row] = reasons[row]!;
  return result;
}
