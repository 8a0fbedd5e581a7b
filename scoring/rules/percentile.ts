import { orderOf } from '../radix';
import type { IndicatorPoints } from '../scored';
import { markUnplaced } from './by-set';
import type { Comparison } from './comparison';
import { nothingYet, slackAt, type RuleColumn } from './result';

/**
 * `of` × mid-rank within the comparison set: (number below + ½ · number equal) ÷ number present; less is better counts from above.
 * Never 0 or full; equal values, or a lone one, all get ½. Values within relative 1e-9 of the lowest of a run are equal.
 */
export function percentile(column: RuleColumn, of: number, direction: 'more' | 'less', comparison: Comparison): IndicatorPoints {
  const result = { ...nothingYet(column), reasons: column.reasons.slice() };
  for (let set = 0; set < comparison.sets; set++) {
    const rows = comparison.rows.subarray(comparison.starts[set], comparison.starts[set + 1]);
    rankSet(column, rows, of, direction === 'more', result.points);
  }
  return markUnplaced(result, column, comparison);
}

function rankSet({ values, reasons }: RuleColumn, rows: Int32Array, of: number, isMoreBetter: boolean, points: Float64Array): void {
  const own = new Float64Array(rows.length);
  let present = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    own[at] = reasons[row] === 0 ? values[row]! : NaN;
    if (reasons[row] === 0) present++;
  }
  // What is missing (NaN) comes after everything present.
  const order = orderOf(own, false);
  for (let start = 0; start < present;) {
    const limit = own[order[start]!]! + slackAt(own[order[start]!]!);
    let end = start + 1;
    while (end < present && own[order[end]!]! <= limit) end++;
    const share = (start + (end - start) / 2) / present;
    const earned = of * (isMoreBetter ? share : 1 - share);
    for (let at = start; at < end; at++) points[rows[order[at]!]!] = earned;
    start = end;
  }
}
