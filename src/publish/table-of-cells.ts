import type { HeatAnswer, MatrixAnswer } from '../../scoring/distribution/format';
import { answerCells, countOf, type FileTable, partWords, sheetOf, type TableAbout, type Unit, unitOf } from './chart-sheet';
import { percent } from './table-of-spread';

/** Every pair of measures once, with its own n. */
export function tableOfMatrix({ measures, kind, cells }: MatrixAnswer, about: TableAbout): FileTable {
  const { locale } = about;
  const { t } = locale;
  const names = measures.map(({ name }) => locale.name(name));
  return sheetOf(
    [
      ['of', t.distribution_matrix_first],
      ['second', t.export_second],
      ['value', t.distribution_correlation[kind]],
      ['n', t.distribution_column_n],
    ],
    cells.flatMap((row, a) =>
      row.slice(a + 1).map((cell, at) => ({ of: names[a]!, second: names[a + 1 + at]!, ...answerCells(cell, null, about) })),
    ),
    about,
  );
}

/** A line for each segment and year: the statistic, its n and all firms of the cell. */
export function tableOfHeat({ by, measure, statistic, years, rows }: HeatAnswer, about: TableAbout): FileTable {
  const { locale } = about;
  const { t } = locale;
  const unit = unitOfStatistic(statistic, unitOf(measure, about), about);
  return sheetOf(
    [
      ['of', t.dimension[by]],
      ['year', t.distribution_segments_head_year],
      ['value', unit === null ? t.distribution_heat_statistic[statistic] : unit.head(t.distribution_heat_statistic[statistic])],
      ['n', t.distribution_column_n],
      ['firms', t.export_firms],
    ],
    rows.flatMap((row) =>
      row.cells.map(({ value, n, firms }, at) => ({
        of: partWords(by, row, locale),
        year: String(years[at]!),
        ...answerCells(value, unit, about),
        n: countOf(n),
        firms: countOf(firms),
      })),
    ),
    about,
  );
}

/** Medians, means and P90 are in the unit of the measure, the missing a share, counts and Gini bare. */
function unitOfStatistic(statistic: HeatAnswer['statistic'], unit: Unit, { locale: { t } }: TableAbout): Unit | null {
  if (statistic === 'gini' || statistic === 'n') return null;
  return statistic === 'missing' ? { word: '%', head: (name) => t.export_head_unit(name, '%'), of: percent } : unit;
}
