import type { Naming, Rule, Tier, Treatment } from '../../../scoring/scheme/format';
import type { Locale } from '../../i18n';
import { thresholdWords } from './threshold-words';

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

/** A band's bounds as they are read: ≥ 10%, 5 to 10, < 3. */
export function bandWords({ tier, unit, option }: Pick<Band, 'tier' | 'unit' | 'option'>, locale: Locale): string {
  const { t } = locale;
  const from = tier.from === null ? null : (tier.fromOpen ? t.rule_tier_over : t.rule_tier_from)(thresholdWords(tier.from, unit, locale));
  const to = tier.to === null ? null : (tier.toClosed ? t.rule_tier_upto : t.rule_tier_to)(thresholdWords(tier.to, unit, locale));
  const words = from !== null && to !== null ? [from, to].join(t.rule_and) : (from ?? to ?? t.rule_tier_any);
  return option === null ? words : t.board_title_join([locale.name(option), words]);
}

export function bandPoints(tier: Tier, locale: Locale): string {
  const { points } = tier;
  if (typeof points === 'number') return locale.t.rule_tier_points(locale.format.short(points));
  return locale.t.rule_tier_interval(locale.format.short(points[0]), locale.format.short(points[1]));
}

/** What a rule says depends on, besides itself. */
export interface Ruled {
  readonly of: number;
  readonly unit: string | null;
  readonly direction: 'more' | 'less';
  readonly treatment?: Treatment;
}

/** Firms of a peer group that must have a value where a rule does not say: LEAST_PEERS of the scoring. */
const LEAST_PEERS = 10;

/** A rule without bands in one sentence, with whom it compares and what is done to values before. `of`, `direction` and treatment are the indicator's. */
export function ruleWords(rule: Rule, ruled: Ruled, locale: Locale): string {
  const { t, format } = locale;
  const { winsorise, log } = ruled.treatment ?? {};
  const within = 'within' in rule ? rule.within : undefined;
  return [
    plainWords(rule, ruled, locale),
    ...(within === undefined
      ? []
      : [
          (within === 'stage' ? t.rule_within : t.rule_within_industry)(
            t.rule_peers[within],
            format.short(('least' in rule ? rule.least : undefined) ?? LEAST_PEERS),
          ),
        ]),
    ...(winsorise ? [t.rule_winsorise(format.short(winsorise[0] * 100), format.short(winsorise[1] * 100))] : []),
    ...(log ? [t.rule_treat_log] : []),
  ].join(t.rule_also);
}

function plainWords(rule: Rule, { of, unit, direction }: Ruled, locale: Locale): string {
  const { t, format } = locale;
  const signed = (score: number): string => format.short(score).replace('-', '−');
  const full = format.short(of);
  const isLess = direction === 'less';
  const inUnit = (value: number): string => thresholdWords(value, ('unit' in rule ? rule.unit : undefined) ?? storedUnit(unit), locale);
  switch (rule.is) {
    case 'linear':
      return t.rule_linear(inUnit(rule.from), inUnit(rule.to), full);
    case 'log':
      return logWords(rule, inUnit(rule.full), full, locale);
    case 'per-unit': {
      const points = format.short(rule.perUnit);
      const said =
        rule.unit === undefined || rule.unit === 'count'
          ? t.rule_per_unit(points)
          : t.rule_per_unit_of(thresholdWords(1, rule.unit, locale), points);
      return rule.cap === undefined ? said : [said, t.rule_per_unit_cap(format.short(rule.cap))].join(t.rule_and);
    }
    case 'goalposts':
      return isLess
        ? t.rule_goalposts(inUnit(rule.high), inUnit(rule.low), full)
        : t.rule_goalposts(inUnit(rule.low), inUnit(rule.high), full);
    case 'min-max':
      return isLess ? t.rule_min_max_less(full) : t.rule_min_max(full);
    case 'percentile':
      return isLess ? t.rule_percentile_less(full) : t.rule_percentile(full);
    case 'ratio':
      return isLess ? t.rule_ratio_less(full) : t.rule_ratio(full);
    case 'z-score':
      return (isLess ? t.rule_z_score_less : t.rule_z_score)(signed(rule.from), signed(rule.to), full);
    case 'target':
      return (isLess ? t.rule_target_less : t.rule_target)(inUnit(rule.target), full);
    case 'flag':
      return t.rule_flag(full);
    case 'best-of':
      return t.rule_best_of;
    case 'tiers':
      return '';
  }
}

/** The unit of bounds that name none: the stored one of what the indicator is shown in. */
function storedUnit(unit: string | null): string | null {
  if (unit === '%' || unit === '‰') return 'ratio';
  return unit?.endsWith('元') ? '元' : unit;
}

/** ln(1 + v) is not scale-free: the figures stand in the rule's own unit, and it is said which. */
function logWords({ full, unit }: Extract<Rule, { is: 'log' }>, atFull: string, of: string, locale: Locale): string {
  const said = locale.t.rule_log(atFull, of, locale.format.short(full, 6));
  return unit === undefined || unit === 'count'
    ? said
    : [said, locale.t.rule_log_unit(thresholdWords(1, unit, locale))].join(locale.t.rule_and);
}
