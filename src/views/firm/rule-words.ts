import type { Naming, Rule, Tier } from '../../../scoring/scheme/format';
import type { Locale } from '../../i18n';

/** One band of a tiers rule, wherever it stands in the indicator. `place` is what a draft calls it, after the indicator's id. */
export interface Band {
  readonly place: string;
  readonly tier: Tier;
  readonly unit: string | null;
  readonly option: Naming | null;
  /** Points where they are one number, null where experts choose inside an interval. */
  readonly points: number | null;
}

/** The bands of a rule that have points to try; none where the rule has no tiers. */
export function bandsOf(rule: Rule, prefix: string, option: Naming | null = null): Band[] {
  if (rule.is === 'best-of') return rule.options.flatMap((one) => bandsOf(one.rule, `${prefix}${one.id}/`, one.name));
  if (rule.is !== 'tiers') return [];
  return rule.tiers.map((tier, at) => ({
    place: `${prefix}${at}`,
    tier,
    unit: rule.unit ?? null,
    option,
    points: typeof tier.points === 'number' ? tier.points : null,
  }));
}

/** A bound in the rule's own unit: 0.1 of a ratio reads 10%. */
function bound(value: number, unit: string | null, locale: Locale): string {
  if (unit === 'ratio') return locale.format.percent(value, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1);
  const figure = locale.format.short(value, 4);
  if (unit === null || unit === 'count' || unit === '') return figure;
  return unit === '%' ? `${figure}%` : `${figure} ${unit}`;
}

/** A band's bounds as they are read: ≥ 10%, 5 to 10, < 3. */
export function bandWords({ tier, unit, option }: Pick<Band, 'tier' | 'unit' | 'option'>, locale: Locale): string {
  const { t } = locale;
  const from = tier.from === null ? null : (tier.fromOpen ? t.rule_tier_over : t.rule_tier_from)(bound(tier.from, unit, locale));
  const to = tier.to === null ? null : (tier.toClosed ? t.rule_tier_upto : t.rule_tier_to)(bound(tier.to, unit, locale));
  const words = from !== null && to !== null ? [from, to].join(t.rule_and) : (from ?? to ?? t.rule_tier_any);
  return option === null ? words : t.board_title_join([locale.name(option), words]);
}

export function bandPoints(tier: Tier, locale: Locale): string {
  const { points } = tier;
  if (typeof points === 'number') return locale.t.rule_tier_points(locale.format.short(points));
  return locale.t.rule_tier_interval(locale.format.short(points[0]), locale.format.short(points[1]));
}

/** A rule without bands in one sentence. `of` is the indicator's full mark. */
export function ruleWords(rule: Rule, of: number, unit: string | null, locale: Locale): string {
  const { t, format } = locale;
  const full = format.short(of);
  const inUnit = (value: number): string => bound(value, 'unit' in rule && rule.unit !== undefined ? rule.unit : unit, locale);
  switch (rule.is) {
    case 'linear':
      return t.rule_linear(inUnit(rule.from), inUnit(rule.to), full);
    case 'log':
      return t.rule_log(inUnit(rule.full), full);
    case 'per-unit': {
      const points = format.short(rule.perUnit);
      const said = rule.unit === undefined || rule.unit === 'count' ? t.rule_per_unit(points) : t.rule_per_unit_of(rule.unit, points);
      return rule.cap === undefined ? said : [said, t.rule_per_unit_cap(format.short(rule.cap))].join(t.rule_and);
    }
    case 'goalposts':
      return t.rule_goalposts(inUnit(rule.low), inUnit(rule.high), full);
    case 'min-max':
      return t.rule_min_max(full);
    case 'percentile':
      return t.rule_percentile(full);
    case 'flag':
      return t.rule_flag(full);
    case 'best-of':
      return t.rule_best_of;
    case 'tiers':
      return '';
  }
}
