import type { Rule } from '../scheme/format';
import type { IndicatorPoints } from '../scored';
import { bySet, inseparable } from './by-set';
import type { Comparison } from './comparison';
import { partOf, slackAt, type RuleColumn } from './result';

/**
 * Distance to a target: full points at the target and beyond it; short of it `of` × (v − worst) ÷ (target − worst), worst being the lowest of the comparison
 * set, where less is better the highest (OECD–JRC Handbook, 2008, distance to a reference, capped). Whoever reaches the target does so whatever the set;
 * short of it equals are `constant`, one alone is `too_few`.
 */
export function target(
  column: RuleColumn,
  rule: Extract<Rule, { is: 'target' }>,
  of: number,
  direction: 'more' | 'less',
  comparison: Comparison,
  factor: number,
): IndicatorPoints {
  const goal = rule.target * factor;
  const slack = slackAt(goal);
  const isMore = direction === 'more';
  return bySet(column, comparison, (set) => {
    const refused = inseparable(set);
    const worst = isMore ? set.low : set.high;
    return {
      earn(value) {
        if (isMore ? value >= goal - slack : value <= goal + slack) return of;
        return refused === 0 ? partOf(of, Math.abs(value - worst), Math.abs(goal - worst)) : NaN;
      },
      refused,
    };
  });
}
