import type { Rule } from '../scheme/format';
import { unitFactor } from '../scheme/units';
import type { IndicatorPoints } from '../scored';
import type { Comparison } from './comparison';
import { flag } from './flag';
import { goalposts } from './goalposts';
import { linear } from './linear';
import { log } from './log';
import { minMax } from './min-max';
import { perUnit } from './per-unit';
import { percentile } from './percentile';
import type { RuleColumn } from './result';
import { tiers } from './tiers';

/** A rule that stands on one formula. */
export type PlainRule = Exclude<Rule, { is: 'best-of' }>;

/** What a rule needs besides its own numbers. */
export interface RuleSetting {
  readonly of: number;
  readonly direction: 'more' | 'less';
  /** Asked for by relative rules only, so that nobody else pays for it. */
  readonly comparison: () => Comparison;
}

/** Points of one value column under one rule; a missing value has no points and keeps its reason. */
export function applyRule(rule: PlainRule, column: RuleColumn, { of, direction, comparison }: RuleSetting): IndicatorPoints {
  switch (rule.is) {
    case 'tiers':
      return tiers(column, rule, unitFactor(rule.unit));
    case 'linear':
      return linear(column, rule, of, unitFactor(rule.unit));
    case 'log':
      return log(column, rule, of, unitFactor(rule.unit));
    case 'per-unit':
      return perUnit(column, rule, unitFactor(rule.unit));
    case 'goalposts':
      return goalposts(column, rule, of, direction, unitFactor(rule.unit));
    case 'min-max':
      return minMax(column, of, direction, comparison());
    case 'percentile':
      return percentile(column, of, direction, comparison());
    case 'flag':
      return flag(column, of);
  }
}
