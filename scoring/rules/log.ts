import type { Rule } from '../scheme/format';
import type { IndicatorPoints } from '../scored';
import { nothingYet, type RuleColumn } from './result';

/** `of` × clamp(ln(1 + v) ÷ ln(1 + full), 0, 1) with v and `full` in the rule's unit, which matters: ln(1 + x) is not scale-free. A value of 0 or less earns 0. */
export function log(column: RuleColumn, rule: Extract<Rule, { is: 'log' }>, of: number, factor: number): IndicatorPoints {
  const result = nothingYet(column);
  const { values, reasons } = column;
  const scale = of / Math.log1p(rule.full);
  for (let row = 0; row < values.length; row++) {
    if (reasons[row] !== 0) continue;
    const value = values[row]! / factor;
    // Full marks by comparison, not by division, so that they are exactly `of`.
    result.points[row] = value <= 0 ? 0 : value >= rule.full ? of : Math.log1p(value) * scale;
  }
  return result;
}
