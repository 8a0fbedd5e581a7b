import { REASON } from '../column';
import type { Rule } from '../scheme/format';
import type { IndicatorPoints } from '../scored';
import { nothingYet, type RuleColumn } from './result';

/** Points beyond any scheme's: more would no longer add up exactly, and could overflow on the way to the total. */
const MOST = 1e15;

/** perUnit × v, at most `cap` where there is one; without a cap it may exceed the indicator's `of`. A value below 0 earns 0; points beyond 10¹⁵ are `not_finite`. */
export function perUnit(column: RuleColumn, rule: Extract<Rule, { is: 'per-unit' }>, factor: number): IndicatorPoints {
  const result = nothingYet(column);
  const { values, reasons } = column;
  const cap = rule.cap ?? Infinity;
  for (let row = 0; row < values.length; row++) {
    if (reasons[row] !== 0) continue;
    const value = values[row]! / factor;
    const points = value > 0 ? Math.min(cap, rule.perUnit * value) : 0;
    if (points > MOST) {
      if (result.reasons === reasons) result.reasons = reasons.slice();
      result.reasons[row] = REASON.not_finite;
    } else result.points[row] = points;
  }
  return result;
}
