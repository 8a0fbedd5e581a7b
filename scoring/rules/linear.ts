import type { Rule } from '../scheme/format';
import type { IndicatorPoints } from '../scored';
import { nothingYet, type RuleColumn } from './result';

/** `of` × clamp((v − from) ÷ (to − from), 0, 1). With from > to less is better. */
export function linear(column: RuleColumn, rule: Extract<Rule, { is: 'linear' }>, of: number, factor: number): IndicatorPoints {
  return ramp(column, rule.from * factor, rule.to * factor, of);
}

/** Nothing at `zero` and beyond it, full points at `full` and beyond it, straight between. */
export function ramp(column: RuleColumn, zero: number, full: number, of: number): IndicatorPoints {
  const result = nothingYet(column);
  const { values, reasons } = column;
  const span = full - zero;
  for (let row = 0; row < values.length; row++) {
    if (reasons[row] !== 0) continue;
    const share = (values[row]! - zero) / span;
    result.points[row] = of * (share > 0 ? Math.min(1, share) : 0);
  }
  return result;
}
