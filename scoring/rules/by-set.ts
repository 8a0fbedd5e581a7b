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

/** Present values of one set, never none, in no order that counts, with their ends. */
export interface SetValues {
  readonly values: Float64Array;
  readonly low: number;
  readonly high: number;
}

/** Points set by set. `scaleOf` sees the present values of a set. A missing value keeps its reason; a row in no set has the set's. */
export function bySet(column: RuleColumn, comparison: Comparison, scaleOf: (set: SetValues) => Scale): IndicatorPoints {
  const result = { ...nothingYet(column), reasons: column.reasons.slice() };
  for (let set = 0; set < comparison.sets; set++) {
    const rows = presentRows(column, comparison, set);
    if (rows.length === 0) continue;
    const { earn, refused } = scaleOf(setValues(column, rows));
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      const points = earn(column.values[row]!);
      if (points === points) result.points[row] = points;
      else result.reasons[row] = refused;
    }
  }
  return markUnplaced(result, column, comparison);
}

/** The values of some rows, of which there is at least one, with their ends. */
export function setValues(column: RuleColumn, rows: Int32Array): SetValues {
  const values = new Float64Array(rows.length);
  let low = Infinity;
  let high = -Infinity;
  for (let at = 0; at < rows.length; at++) {
    const value = column.values[rows[at]!]!;
    values[at] = value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { values, low, high };
}

/** Rows of a set that have a value. */
export function presentRows({ reasons }: RuleColumn, { rows, starts }: Comparison, set: number): Int32Array {
  const [from, to] = [starts[set]!, starts[set + 1]!];
  const present = new Int32Array(to - from);
  let count = 0;
  for (let at = from; at < to; at++) if (reasons[rows[at]!] === 0) present[count++] = rows[at]!;
  return present.subarray(0, count);
}

/** Why the values of a set separate nobody: `too_few` of one alone, `constant` of equals, `not_finite` where their distance is beyond a number; 0 where they do. */
export function inseparable({ values, low, high }: SetValues): number {
  if (values.length < 2) return REASON.too_few;
  if (high - low === Infinity) return REASON.not_finite;
  return high - low <= slackAt(Math.max(Math.abs(low), Math.abs(high))) ? REASON.constant : 0;
}

/** Rows in no comparison set have no points, for the set's reason (a value's own reason goes first). */
export function markUnplaced<T extends { reasons: Uint8Array }>(result: T, column: RuleColumn, { set, reasons }: Comparison): T {
  for (let row = 0; row < set.length; row++) if (set[row]! < 0 && column.reasons[row] === 0) result.reasons[row] = reasons[row]!;
  return result;
}
