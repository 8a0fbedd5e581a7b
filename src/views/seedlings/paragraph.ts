import type { ReasonCard, SeedlingSetting, Verdict } from '../../../scoring/seedlings/format';
import type { Locale } from '../../i18n';
import { fieldName, measured, type About } from './about';

/** A firm in plain words, from nothing but the facts of its card: what is missing is not spoken of as if it were there. */
export function paragraphOf(
  card: ReasonCard,
  { field, years }: Pick<SeedlingSetting, 'field' | 'years'>,
  about: About,
  locale: Locale,
): string {
  const { t, format } = locale;
  const figure = (detector: string, what: string): number | null =>
    card.readings.find((reading) => reading.detector === detector)?.figures.find((one) => one.what === what)?.value ?? null;
  const score =
    card.readings.find(({ detector }) => detector === 'low_score')?.figures.find(({ measure }) => measure === 'score')?.value ?? null;
  const named = (verdict: Verdict): string[] =>
    card.readings.filter((reading) => reading.verdict === verdict).map(({ detector }) => t.seed_detector[detector]);
  const [growth, technology] = [figure('quadrant', 'growth'), figure('quadrant', 'technology')];
  const [fired, unknown, review] = [named('met'), named('unknown'), named('review')];
  return [
    pathWords(card, field, about, locale),
    ...(growth === null ? [] : [t.seed_say_growth(format.number(years), format.percent(growth, 1))]),
    ...(technology === null ? [] : [t.seed_say_technology(format.percent(technology, 1))]),
    ...(score === null ? [] : [t.seed_say_score(format.percent(score))]),
    fired.length > 0 ? t.seed_say_fired(fired) : t.seed_say_fired_none,
    ...(review.length > 0 ? [t.seed_say_review(review)] : []),
    ...(unknown.length > 0 ? [t.seed_say_unknown(unknown)] : []),
  ]
    .filter((sentence) => sentence !== '')
    .join(locale.language === 'zh' ? '' : ' ');
}

function pathWords({ path, year }: ReasonCard, field: string, about: About, locale: Locale): string {
  const known = path.filter((point) => point.year <= year && point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return '';
  const said = (value: number | null): string => measured(value, `field:${field}`, about, locale);
  return locale.t.seed_say_path(first.year, last.year, fieldName(field, about, locale), said(first.value), said(last.value));
}
