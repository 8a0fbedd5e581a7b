import type { Rule } from '../scheme/format';

/** Rules that look at one firm only; every other one compares firms. */
const ALONE: ReadonlySet<string> = new Set<Rule['is']>(['tiers', 'linear', 'log', 'per-unit', 'goalposts', 'flag']);

/** Whether a rule's points depend on other firms. */
export function comparesFirms(rule: Rule): boolean {
  return rule.is === 'best-of' ? rule.options.some((option) => comparesFirms(option.rule)) : !ALONE.has(rule.is);
}
