import type { ConcentrationAnswer } from '../../../../scoring/distribution/format';
import type { Answer } from '../../../../scoring/statistics/answer';
import type { Locale } from '../../../i18n';
import { answerWords, byName, countWords, refusalWords } from './names';
import type { PanelAbout } from './panel';

/** One figure of concentration, what it is called, and what it means; where there is none, why. */
export interface ConcentrationRow {
  readonly name: string;
  readonly figure: string;
  readonly meaning: string;
}

/** All figures of the whole, in the order they are read. */
export function concentrationRows(answer: ConcentrationAnswer, about: PanelAbout, locale: Locale): readonly ConcentrationRow[] {
  const { t, format } = locale;
  const { gini, giniSelected, hhi, effective, theil, split, cr } = answer;
  type Key = keyof typeof t.distribution_concentration_name;
  const row = (key: Key, one: Answer, digits: number, figure?: string): ConcentrationRow => ({
    name: t.distribution_concentration_name[key],
    figure: one.value === null ? '—' : (figure ?? answerWords(one, digits, locale)),
    meaning: one.reason === null ? t.distribution_concentration_meaning[key] : refusalWords(one.reason, locale),
  });
  return [
    row('gini', gini, 4),
    ...(giniSelected ? [row('gini_selected', giniSelected, 4)] : []),
    ...cr.map(({ k, share }): ConcentrationRow => ({
      name: t.distribution_concentration_cr(format.number(k)),
      figure: share.value === null ? '—' : format.percent(share.value, 1),
      meaning:
        share.reason !== null
          ? refusalWords(share.reason, locale)
          : share.n < k
            ? t.distribution_concentration_cr_all(countWords(share.n, about, locale))
            : t.distribution_concentration_meaning.cr,
    })),
    row('hhi', hhi, 4),
    row('effective', effective, 1),
    row('theil', theil, 3),
    ...(split ? [partRow('between', split), partRow('within', split)] : []),
  ];

  function partRow(key: 'between' | 'within', { by, [key]: part }: NonNullable<ConcentrationAnswer['split']>): ConcentrationRow {
    const share = part.value === null || !theil.value ? '—' : format.percent(part.value / theil.value, 1);
    return row(key, part, 3, t.distribution_concentration_split(byName(by, locale), answerWords(part, 3, locale), share));
  }
}

/** The line under the picture: CR10, HHI and as many firms of equal size. */
export function concentrationLine({ cr, hhi, effective }: ConcentrationAnswer, about: PanelAbout, locale: Locale): string | null {
  const { t, format } = locale;
  const ten = cr.find(({ k }) => k === 10)?.share.value;
  if (ten === null || ten === undefined || hhi.value === null || effective.value === null) return null;
  return t.distribution_facts([
    t.distribution_account_item(t.distribution_concentration_cr('10'), format.percent(ten, 1)),
    t.distribution_account_item(t.distribution_concentration_name.hhi, answerWords(hhi, 4, locale)),
    t.distribution_concentration_effective(countWords(Math.round(effective.value), about, locale)),
  ]);
}
