import type { ConcentrationAnswer } from '../../../../scoring/distribution/format';
import type { ConcentrationYearsWords } from '../../../charts/concentration-years';
import type { LorenzWords } from '../../../charts/lorenz';
import type { DecileWords } from '../../../charts/share-by-decile';
import type { Locale } from '../../../i18n';
import { answerWords, brief, countWords, measureName, refusalWords } from './names';
import type { PanelAbout } from './panel';
import type { Written } from './written';

/** Words of a Lorenz curve. */
export function lorenzWords({ gini, measure }: ConcentrationAnswer, about: PanelAbout, locale: Locale): LorenzWords {
  const { t, format } = locale;
  const coefficient = (value: number | null): string => (value === null ? '—' : format.number(value, 2));
  return {
    tick: (share) => format.number(share * 100),
    unit: '%',
    firms: t.distribution_concentration_axis_firms[about.year === null ? 'years' : 'firms'],
    sum: t.distribution_concentration_axis_sum(measureName(measure, locale)),
    equality: t.distribution_concentration_equal,
    all: (value) => t.distribution_concentration_curve_all(coefficient(value)),
    selected: (value) => t.distribution_concentration_curve_selected(coefficient(value)),
    pin: ({ name }) => brief(name),
    refused: gini.value === null ? refusalWords(gini.reason, locale) : t.distribution_nothing,
  };
}

/** Words of the shares of tenths. */
export function decileWords({ measure }: ConcentrationAnswer, written: Written, about: PanelAbout, locale: Locale): DecileWords {
  const { t, format } = locale;
  return {
    decile: (place) => format.number(place),
    share: (share) => format.percent(share, share > 0 && share < 0.01 ? 1 : 0),
    axis: t.distribution_concentration_axis_tenths(measureName(measure, locale)),
    equal: t.distribution_concentration_equal,
    told: ({ n, from, to, share, cumulative }, place) =>
      t.distribution_told(
        format.number(place),
        t.distribution_facts([
          written.span(from, to),
          countWords(n, about, locale),
          format.percent(share, 1),
          t.distribution_concentration_reached(format.percent(cumulative, 1)),
        ]),
      ),
    nothing: t.distribution_nothing,
  };
}

/** Words of concentration by year. */
export function concentrationYearsWords(locale: Locale): ConcentrationYearsWords {
  const { t, format } = locale;
  const names = { gini: t.distribution_concentration_name.gini, cr10: t.distribution_concentration_cr('10') };
  const figure = (of: 'gini' | 'cr10', value: number): string => (of === 'gini' ? format.number(value, 2) : format.percent(value, 1));
  return {
    ...names,
    year: String,
    figure,
    told: (of, answer, year) => {
      const said = answer.reason === null ? figure(of, answer.value) : refusalWords(answer.reason, locale);
      return t.distribution_told(t.distribution_facts([String(year), names[of]]), said);
    },
  };
}

/** Gini of the selected as a line under a picture. */
export function giniSelectedWords({ giniSelected }: ConcentrationAnswer, locale: Locale): string | null {
  if (!giniSelected) return null;
  const { t } = locale;
  const said = giniSelected.reason === null ? answerWords(giniSelected, 2, locale) : refusalWords(giniSelected.reason, locale);
  return t.distribution_account_item(t.distribution_concentration_name.gini_selected, said);
}
