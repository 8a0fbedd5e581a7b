import dictionary from '../../data/fields.json';
import identities from '../../data/quality/identities.json';
import round from '../../data/quality/onsite-tech-sme-2026.json';
import type { Finding, FindingRule } from '../../scoring/quality/format';
import type { Locale } from './index';

/** One row of a finding, as far as the sentence about it needs it. */
export interface SaidRow {
  readonly name: string;
  readonly year: number;
  readonly value: number | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly measure: number | null;
  readonly factor: number | null;
}

const FIELDS = new Map(dictionary.map((entry) => [entry.id, entry]));

/** What a field of the files' own is called. */
export interface OwnName {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

/** Name of a field; one that nobody named by its id. */
function fieldName(field: string, { language }: Locale, own: readonly OwnName[]): string {
  return FIELDS.get(field)?.[language] ?? own.find(({ id }) => id === field)?.[language] ?? field;
}

/** What a finding is about beside its rule: the field, the identity in words, the trigger, the district. '' where the rule says it all. */
function about(id: string, locale: Locale, own: readonly OwnName[]): string {
  const at = id.indexOf(':');
  if (at < 0) return '';
  const [rule, rest] = [id.slice(0, at) as FindingRule, id.slice(at + 1)];
  const known = rule === 'identity' ? identities : rule === 'onsite_check' ? round.triggers : [];
  return known.find((one) => one.id === rest)?.[locale.language] ?? fieldName(rest, locale, own);
}

/** Title of a finding by its id: `单位疑似差 10 的几次方 · 研发费用`. */
export function findingTitle(id: string, locale: Locale, own: readonly OwnName[] = []): string {
  const { t } = locale;
  const rule = id.split(':', 1)[0] as FindingRule;
  const title = Object.hasOwn(t.quality_rules, rule) ? t.quality_rules[rule].title : rule;
  const what = about(id, locale, own);
  return what === '' ? title : t.quality_title_of(title, what);
}

/** One row of a finding as a sentence with its numbers. Money and counts are written as their field is; `currency` is the panel's. */
export function sayFinding(
  { id, rule, field }: Pick<Finding, 'id' | 'rule' | 'field'>,
  row: SaidRow,
  currency: string,
  locale: Locale,
  own: readonly OwnName[] = [],
): string {
  const { t, format } = locale;
  const said = t.quality_said;
  const entry = field === null ? undefined : FIELDS.get(field);
  const kind = (entry?.kind ?? 'number') as Parameters<typeof format.figure>[1];
  const figure = (value: number | null): string => (value === null ? '—' : format.figure(value, kind, entry?.unit ?? '', currency));
  const times = (measure: number | null): string => (measure === null ? '—' : format.short(measure, measure < 10 ? 4 : 0));
  const count = (measure: number | null): string => (measure === null ? t.quality_several : format.number(measure));
  const [firm, year, value, what] = [row.name, String(row.year), figure(row.value), about(id, locale, own)];
  const { measure } = row;
  switch (rule) {
    case 'unit_jump':
      return sayUnit(row, [firm, year, what, value], figure, times(measure), locale);
    case 'jump':
      return said.jump(firm, year, what, value, times(measure));
    case 'outlier':
      return said.outlier(firm, year, what, value, measure === null ? '—' : format.short(measure, 1));
    case 'identity': {
      if (measure === null) return said.identity(firm, year, what, value);
      const isEqual = identities.find((one) => `identity:${one.id}` === id)?.is === 'equal';
      return (isEqual ? said.identity_off : said.identity_times)(
        firm,
        year,
        what,
        value,
        format.percent(isEqual ? Math.abs(measure) : measure, 1),
      );
    }
    case 'impossible_sign':
      return row.value === null ? said.sign_refused(firm, year, what) : said.sign(firm, year, what, value);
    case 'series_gap':
      return said.gap(firm, year, count(measure));
    case 'constant_column':
      return said.constant(year, what, value);
    case 'two_names':
      return said.two_names(firm, year, count(measure));
    case 'two_keys':
      return said.two_keys(firm, year, count(measure));
    case 'total_row':
      return said.total(firm, year);
    case 'duplicate_key':
      return said.duplicate(firm, year, count(measure));
    case 'conflict':
      return said.conflict(firm, year, what, value);
    case 'onsite_check':
      return said.onsite(firm, year, what);
  }
}

function sayUnit(
  { value, before, after, factor }: SaidRow,
  [firm, year, field, given]: readonly [string, string, string, string],
  figure: (value: number | null) => string,
  times: string,
  { t }: Locale,
): string {
  const said = t.quality_said;
  const reads = figure(value === null || factor === null ? null : Number((value * factor).toPrecision(12)));
  if (before !== null && after !== null) return said.unit_both(firm, year, field, given, figure(before), figure(after), reads);
  if (before !== null) return said.unit_before(firm, year, field, given, figure(before), reads);
  if (after !== null) return said.unit_after(firm, year, field, given, figure(after), reads);
  return said.unit_peers(firm, year, field, given, times, reads);
}
