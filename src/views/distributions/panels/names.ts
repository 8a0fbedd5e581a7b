import type { Dimension } from '../../../../scoring/board/format';
import type { MeasureFacts } from '../../../../scoring/distribution/format';
import type { Naming } from '../../../../scoring/scheme/format';
import type { Answer } from '../../../../scoring/statistics/answer';
import { fitted } from '../../../charts/label';
import { byCode, type Locale } from '../../../i18n';
import { segmentName } from '../../boards/words';
import type { PanelAbout } from './panel';

/** A name as a title holds it: one that somebody made endless is cut, tables have it whole. */
export function brief(name: string): string {
  return fitted(name, 280);
}

/** A measure's name, cut where it is endless. */
export function measureName({ name }: MeasureFacts, locale: Locale): string {
  return brief(locale.name(name));
}

/** One part of a chart as it is read: a year as it stands, a segment by the words of its dimension. */
export function partName(
  by: Dimension | 'year',
  { value, name }: { readonly value: string; readonly name: Naming | null },
  locale: Locale,
): string {
  return by === 'year' ? value : segmentName(by, value, locale, name ?? undefined);
}

/** What a chart is cut by. */
export function byName(by: Dimension | 'year', { t }: Locale): string {
  return by === 'year' ? t.distribution_segments_head_year : t.dimension[by];
}

/** `412 家`, or firm-years where a chart holds every year. */
export function countWords(count: number, { year }: PanelAbout, { t, format }: Locale): string {
  return t.distribution_count[year === null ? 'years' : 'firms'](format.number(count));
}

/** What is counted. */
export function whoWords({ year }: PanelAbout, { t }: Locale): string {
  return t.distribution_who[year === null ? 'years' : 'firms'];
}

/** Why a statistic has no number. */
export function refusalWords(reason: string, { t }: Locale): string {
  return byCode(t.distribution_refusal, reason, t.distribution_refusal_other);
}

/** A statistic without a unit, or a dash; its reason belongs on hover. */
export function answerWords({ value }: Answer, digits: number, { format }: Locale): string {
  if (value === null) return '—';
  return format.number(Math.abs(value) < 0.5 / 10 ** digits ? 0 : value, digits);
}

/** Why there is a dash; nothing where there is none. */
export function whyNot({ reason }: Answer, locale: Locale): string | undefined {
  return reason === null ? undefined : refusalWords(reason, locale);
}

/** A p-value as read. */
export function pWords(answer: Answer, locale: Locale): string {
  if (answer.value !== null && answer.value < 0.0001) return locale.t.distribution_p_tiny;
  return answerWords(answer, 4, locale);
}
