import type { Rule } from '../scheme/format';
import { unitFactor } from '../scheme/units';
import type { IndicatorPoints } from '../scored';
import { flag } from './flag';
import { goalposts } from './goalposts';
import { linear } from './linear';
import { log } from './log';
import { perUnit } from './per-unit';
import { relative, type RelativeSetting } from './relative';
import type { RuleColumn } from './result';
import { tiers } from './tiers';

/** A rule that stands on one formula. */
export type PlainRule = Exclude<Rule, { is: 'best-of' }>;

/** What a rule needs besides its own numbers. The comparison set is asked for by relative rules only, so that nobody else pays for it. */
export type RuleSetting = RelativeSetting;

/** Points of one value column under one rule; a missing value has no points and keeps its reason. */
export function applyRule(rule: PlainRule, column: RuleColumn, setting: RuleSetting): IndicatorPoints {
  const { of, direction } = setting;
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
    case 'flag':
      return flag(column, of);
    default:
      return relative(rule, column, setting);
  }
}
