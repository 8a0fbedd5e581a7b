import type { Rule } from '../scheme/format';
import type { IndicatorPoints } from '../scored';
import { ramp } from './linear';
import type { RuleColumn } from './result';

/** Fixed bounds in the indicator's direction: more is better runs from `low` to `high`, less is better from `high` to `low`; clamped. OECD–JRC Handbook on composite indicators (2008), goalposts. */
export function goalposts(
  column: RuleColumn,
  rule: Extract<Rule, { is: 'goalposts' }>,
  of: number,
  direction: 'more' | 'less',
  factor: number,
): IndicatorPoints {
  const low = rule.low * factor;
  const high = rule.high * factor;
  return direction === 'more' ? ramp(column, low, high, of) : ramp(column, high, low, of);
}
