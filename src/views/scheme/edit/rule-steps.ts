import type { BestOption, Indicator, Rule, Tier } from '../../../../scoring/scheme/format';
import type { Locale } from '../../../i18n';
import { bandWords, ruleWords } from '../../firm/rule-words';
import type { PlainRule } from './rule-kinds';

/** How an indicator's rule was changed, as a sentence: of a best-of, option by option. */
export function ruleStep(name: string, part: string, before: Indicator, after: Indicator, locale: Locale): string {
  const { t } = locale;
  const [old, now] = [before.rule, after.rule];
  if (old.is === 'best-of' && now.is === 'best-of')
    return t.edit_change_inside(name, part, optionSteps(old.options, now.options, after, locale).join(t.data_ask_list));
  if (now.is === 'best-of')
    return t.edit_change_inside(
      name,
      part,
      t.edit_change_option.bestOf(now.options.map((one) => quoted(one, locale)).join(t.data_ask_list)),
    );
  if (old.is === 'best-of') {
    const kept = old.options.find((one) => JSON.stringify(one.rule) === JSON.stringify(now) && one.formula === after.formula);
    return t.edit_change_inside(name, part, kept ? t.edit_change_option.plain(locale.name(kept.name)) : plainSaid(now, after, locale));
  }
  const [was, is] = plainStep(old, now, before, after, locale);
  return t.edit_change_part_step(name, part, was, is);
}

function quoted({ name }: BestOption, locale: Locale): string {
  return locale.name(name);
}

/** What became of the options: which came and went, which are said otherwise, and the order of those that stayed. */
function optionSteps(old: readonly BestOption[], now: readonly BestOption[], indicator: Indicator, locale: Locale): readonly string[] {
  const { t } = locale;
  const words = t.edit_change_option;
  const [were, are] = [new Map(old.map((one) => [one.id, one])), new Map(now.map((one) => [one.id, one]))];
  const kept = now.filter(({ id }) => were.has(id));
  const stayed = old.filter(({ id }) => are.has(id));
  return [
    ...old.filter(({ id }) => !are.has(id)).map((one) => words.removed(quoted(one, locale))),
    ...now.filter(({ id }) => !were.has(id)).map((one) => words.added(t.edit_change_formula(quoted(one, locale), one.formula))),
    ...kept.flatMap((one) => {
      const before = were.get(one.id)!;
      const isRenamed = quoted(before, locale) !== quoted(one, locale);
      return [
        ...(isRenamed ? [words.renamed(quoted(before, locale), quoted(one, locale))] : []),
        ...(before.formula === one.formula ? [] : [words.part(quoted(one, locale), t.edit_key.formula, before.formula, one.formula)]),
        ...(JSON.stringify(before.rule) === JSON.stringify(one.rule)
          ? []
          : [words.part(quoted(one, locale), t.edit_key.rule, ...plainStep(before.rule, one.rule, indicator, indicator, locale))]),
      ];
    }),
    ...(kept.map(({ id }) => id).join('\n') === stayed.map(({ id }) => id).join('\n')
      ? []
      : [words.order(now.map((one) => quoted(one, locale)).join(t.data_ask_list))]),
  ];
}

/** Of bands, those that differ; of other rules, the sentences before and after. */
function plainStep(old: PlainRule, now: PlainRule, before: Indicator, after: Indicator, locale: Locale): readonly [string, string] {
  if (old.is !== 'tiers' || now.is !== 'tiers') return [plainSaid(old, before, locale), plainSaid(now, after, locale)];
  const [were, are] = [old.tiers.map((tier) => tierSaid(old, tier, locale)), now.tiers.map((tier) => tierSaid(now, tier, locale))];
  const join = (list: readonly string[]): string => list.join(locale.t.data_ask_list);
  return [join(were.filter((one) => !are.includes(one))), join(are.filter((one) => !were.includes(one)))];
}

function tierSaid(rule: Extract<Rule, { is: 'tiers' }>, tier: Tier, locale: Locale): string {
  const points =
    typeof tier.points === 'number' ? locale.format.short(tier.points) : tier.points.map((one) => locale.format.short(one)).join('–');
  return locale.t
    .edit_change_step(bandWords({ tier, unit: rule.unit ?? null, option: null }, locale), '', points)
    .replace(/\s+→\s+/, ' → ');
}

function plainSaid(rule: PlainRule, { of, unit, direction }: Indicator, locale: Locale): string {
  return [locale.t.edit_kind_of[rule.is], ruleWords(rule, { of, unit: unit ?? null, direction }, locale)]
    .filter((one) => one !== '')
    .join(' ');
}
