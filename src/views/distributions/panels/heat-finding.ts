import type { HeatAnswer } from '../../../../scoring/distribution/format';
import type { Locale } from '../../../i18n';
import { brief, byName, partName } from './names';
import { type PanelAbout, SMALL } from './panel';
import { writtenOf } from './written';

/** How a cell of the map is written: in the measure's unit, or as what the statistic is. */
export interface HeatWritten {
  readonly unit: string;
  cell(value: number | null): string;
  said(value: number): string;
}

/** The writer of a heat map: Gini has no unit, counts are counts, the missing are a share. */
export function heatWritten({ measure, statistic, rows }: HeatAnswer, { currency }: PanelAbout, locale: Locale): HeatWritten {
  const { format } = locale;
  const plain = (write: (value: number) => string, unit = ''): HeatWritten => ({
    unit,
    cell: (value) => (value === null ? '—' : write(value)),
    said: write,
  });
  if (statistic === 'gini') return plain((value) => format.number(value, 2));
  if (statistic === 'n') return plain((value) => format.number(value));
  if (statistic === 'missing') return plain((value) => format.percent(value, 1));
  const values = rows.flatMap(({ cells }) => cells.map(({ value }) => value.value));
  return writtenOf(measure, values, currency, locale);
}

/** Highest and lowest of the last year that has any; cells of few firms name nobody. */
export function heatFinding(answer: HeatAnswer, about: PanelAbout, locale: Locale): string {
  const { t } = locale;
  const { years, rows, statistic } = answer;
  const written = heatWritten(answer, about, locale);
  const name = t.distribution_heat_statistic[statistic];
  for (let at = years.length - 1; at >= 0; at--) {
    const found = rows.flatMap((row) => {
      const cell = row.cells[at]!;
      const isSound = statistic === 'n' || (statistic === 'missing' ? cell.firms : cell.n) >= SMALL;
      return cell.value.value === null || !isSound ? [] : [{ name: brief(partName(answer.by, row, locale)), value: cell.value.value }];
    });
    if (found.length === 0) continue;
    found.sort((a, b) => b.value - a.value);
    const [first, last] = [found[0]!, found.at(-1)!];
    const year = String(years[at]!);
    if (found.length === 1) return t.distribution_heat_one(year, name, first.name, written.said(first.value));
    if (first.value === last.value) return t.distribution_heat_equal(year, name, written.said(first.value));
    return t.distribution_heat_title(year, name, first.name, written.said(first.value), last.name, written.said(last.value));
  }
  return t.distribution_heat_none(name, String(SMALL));
}

/** The chart in sentences, for who does not see it. */
export function heatSummary(answer: HeatAnswer, _about: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const empty = answer.rows.flatMap(({ cells }) => cells).filter(({ value }) => value.value === null).length;
  return t.distribution_heat_summary(
    format.number(answer.rows.length),
    byName(answer.by, locale),
    format.number(answer.years.length),
    format.number(empty),
  );
}

/** Firm-years with and without a figure, over all cells; where firms stand in several rows they are counted in each. */
export function heatAccount({ rows }: HeatAnswer, { t, format }: Locale): string {
  const cells = rows.flatMap((row) => row.cells);
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const firms = cells.reduce((sum, cell) => sum + cell.firms, 0);
  return t.distribution_facts([
    t.distribution_account_n(format.number(n)),
    firms > n ? t.distribution_account_item(t.distribution_row.missing, format.number(firms - n)) : t.distribution_account_full,
    t.distribution_account_total(t.distribution_count.years(format.number(firms))),
  ]);
}
