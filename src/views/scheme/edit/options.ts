import type { SchemeChange } from '../../../../scoring/scheme/changes';
import type { BestOption, Indicator, Rule } from '../../../../scoring/scheme/format';
import { newOption } from './new-items';
import { directionOf, type PlainRule } from './rule-kinds';

export type BestRule = Extract<Rule, { is: 'best-of' }>;

/** As many options as a scheme may give a best-of. */
export const MOST_OPTIONS = 20;

/** One option said otherwise; the others, and the order, stay. */
export function withOption(rule: BestRule, id: string, part: Partial<Omit<BestOption, 'id'>>): BestRule {
  return { ...rule, options: rule.options.map((one) => (one.id === id ? { ...one, ...part } : one)) };
}

/** One option more, at the end. It begins as a copy, under a name of its own: until it is changed it moves nobody's points. */
export function addOption(rule: BestRule, from: string): { readonly rule: BestRule; readonly id: string } {
  const made = newOption(rule.options, rule.options.find(({ id }) => id === from) ?? rule.options[0]!);
  return { rule: { ...rule, options: [...rule.options, made] }, id: made.id };
}

/** One option less; the last one cannot go. */
export function removeOption(rule: BestRule, id: string): BestRule {
  return rule.options.length < 2 ? rule : { ...rule, options: rule.options.filter((one) => one.id !== id) };
}

/** An option further up or down, as far as there are others: of options that earn the same the earlier one wins. */
export function moveOption(rule: BestRule, id: string, by: -1 | 1): BestRule {
  const at = rule.options.findIndex((one) => one.id === id);
  const [own, other] = [rule.options[at], rule.options[at + by]];
  return own && other ? { ...rule, options: rule.options.with(at, other).with(at + by, own) } : rule;
}

/** An indicator of one formula turned into the best of two, the second a copy of the first. What is done to figures before a rule is not done in a best-of. */
export function asBestOf({ id, name, formula, rule, treatment }: Indicator): readonly SchemeChange[] {
  if (rule.is === 'best-of' || formula === undefined) return [];
  const first: BestOption = { id: 'o1', name, formula, rule };
  return [
    { at: `indicators/${id}/rule`, to: { is: 'best-of', options: [first, newOption([first], first)] } satisfies BestRule },
    { at: `indicators/${id}/formula` },
    ...(treatment ? [{ at: `indicators/${id}/treatment` }] : []),
  ];
}

/** A best-of that keeps one of its options, which is then the indicator's own formula and rule. */
export function asPlain({ id, rule, direction }: Indicator, option: string): readonly SchemeChange[] {
  const kept = rule.is === 'best-of' ? rule.options.find((one) => one.id === option) : undefined;
  if (!kept) return [];
  const way = directionOf(kept.rule, direction);
  return [
    { at: `indicators/${id}/rule`, to: kept.rule satisfies PlainRule },
    { at: `indicators/${id}/formula`, to: kept.formula },
    ...(way === direction ? [] : [{ at: `indicators/${id}/direction`, to: way }]),
  ];
}
