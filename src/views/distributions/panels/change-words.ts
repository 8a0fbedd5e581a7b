import type { ChangeAnswer } from '../../../../scoring/distribution/format';
import type { PartsWords } from '../../../charts/change-parts';
import type { YearChangeWords } from '../../../charts/year-change';
import type { Locale } from '../../../i18n';
import type { PartRow } from './change-rows';
import { countWords } from './names';
import type { PanelAbout } from './panel';
import type { Written } from './written';

/** Words of the quantiles of two years. */
export function yearChangeWords(written: Written, locale: Locale): YearChangeWords {
  const { t, format } = locale;
  const quantile = (p: number): string => t.distribution_change_quantile(format.number(p * 100));
  return {
    tick: written.tick,
    unit: written.unit,
    year: (year) => t.distribution_change_year(String(year)),
    quantile,
    change: (change) => written.changeCell(change),
    shift: ({ p, before, after }) =>
      t.distribution_told(quantile(p), t.distribution_change_arrow(written.said(before), written.said(after))),
  };
}

/** Words of who moved the mean; contributions are those of the table, which add up. */
export function changePartsWords(
  { from, to }: ChangeAnswer,
  rows: readonly PartRow[],
  written: Written,
  about: PanelAbout,
  locale: Locale,
): PartsWords {
  const { t } = locale;
  const added = (value: number | null): string => {
    // The picture hands a part's exact figure back: the row it is of has the rounded one.
    const row = rows.find(({ exact }) => exact === value);
    return written.changeCell(row ? row.contribution : value);
  };
  return {
    part: (name) => t.distribution_change_part[name],
    n: (count) => countWords(count, about, locale),
    before: t.distribution_change_mean(String(from)),
    after: t.distribution_change_mean(String(to)),
    figure: (value) => written.said(value),
    contribution: added,
    told: (name, part) =>
      t.distribution_told(
        t.distribution_change_part_note[name],
        t.distribution_facts([
          countWords(part.n, about, locale),
          written.change(part.contribution),
          t.distribution_change_arrow(written.said(part.meanBefore), written.said(part.meanAfter)),
        ]),
      ),
    nothing: t.distribution_nothing,
  };
}
