import type { ConcentrationAnswer } from '../../../../scoring/distribution/format';
import type { Locale } from '../../../i18n';
import { answerWords, countWords, measureName, refusalWords } from './names';
import type { PanelAbout } from './panel';
import { writtenOf, type Written } from './written';

/** Gini, and the share of the ten largest. */
export function concentrationFinding(answer: ConcentrationAnswer, about: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const { gini, cr, top, measure } = answer;
  const name = measureName(measure, locale);
  if (gini.value === null) return t.distribution_concentration_refused(name, refusalWords(gini.reason, locale));
  const said = answerWords(gini, 2, locale);
  const ten = cr.find(({ k }) => k === 10);
  if (gini.n > 10 && ten && ten.share.value !== null)
    return t.distribution_concentration_title(name, said, '10', format.percent(ten.share.value));
  const first = top[0];
  return t.distribution_concentration_few(name, said, countWords(gini.n, about, locale), first ? format.percent(first.share) : '—');
}

/** The chart in sentences, for who does not see it. */
export function concentrationSummary(answer: ConcentrationAnswer, about: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const { gini, deciles, hhi, effective, account } = answer;
  if (gini.value === null) return concentrationFinding(answer, about, locale);
  const half = deciles[Math.floor(deciles.length / 2) - 1];
  const firms = deciles.slice(0, Math.floor(deciles.length / 2)).reduce((sum, { n }) => sum + n, 0);
  return t.distribution_sentences([
    t.distribution_concentration_summary_gini(answerWords(gini, 2, locale), countWords(gini.n, about, locale)),
    ...(half && account.present > 0
      ? [t.distribution_concentration_summary(format.percent(firms / account.present), format.percent(half.cumulative, 1))]
      : []),
    ...(hhi.value !== null && effective.value !== null
      ? [
          t.distribution_concentration_summary_effective(
            answerWords(hhi, 4, locale),
            format.short(effective.value, effective.value < 10 ? 1 : 0),
          ),
        ]
      : []),
  ]);
}

/** How figures of this chart are written: as its middle decile asks for. */
export function concentrationWritten({ measure, deciles }: ConcentrationAnswer, { currency }: PanelAbout, locale: Locale): Written {
  return writtenOf(
    measure,
    deciles.map(({ to }) => to),
    currency,
    locale,
  );
}
