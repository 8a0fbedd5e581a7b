import type { ConcentrationAnswer, Curve } from '../../scoring/distribution/format';
import {
  accountRows,
  answerCells,
  countOf,
  figureOf,
  type FileTable,
  sheetOf,
  type SheetRow,
  type TableAbout,
  type Unit,
  unitOf,
} from './chart-sheet';
import { percent } from './table-of-spread';

/** Concentration: its statistics, shares by tenth, points of the Lorenz curve, and the years. The largest firms are not in it: names need a permission of their own. */
export function tableOfConcentration(answer: ConcentrationAnswer, about: TableAbout): FileTable {
  const { t } = about.locale;
  const { measure, lorenz, years } = answer;
  const unit = unitOf(measure, about);
  const names = t.distribution_concentration_name;
  const rows: SheetRow[] = [
    ...statisticRows(answer, about),
    ...accountRows(answer.account, measure, about),
    ...decileRows(answer, unit, about),
    ...years.flatMap(({ year, gini, cr10, hhi }) =>
      Object.entries({ [names.gini]: gini, [t.distribution_concentration_cr('10')]: cr10, [names.hhi]: hhi }).map(([item, one]) => ({
        part: t.export_parts.year,
        of: String(year),
        item,
        ...answerCells(one, null, about),
      })),
    ),
    ...lorenzRows(lorenz.all, t.distribution_quantile_row.all, about),
    ...(lorenz.selected ? lorenzRows(lorenz.selected, t.distribution_quantile_row.selected, about) : []),
  ];
  return sheetOf(
    [
      ['part', t.export_part],
      ['of', t.distribution_segments_head_year],
      ['item', t.export_item],
      ['value', t.export_value],
      ['n', t.distribution_column_n],
      ['from', unit.head(t.distribution_column_from)],
      ['to', unit.head(t.distribution_column_to)],
      ['firms', t.export_head_unit(t.export_firms_share, '%')],
      ['share', t.export_head_unit(t.distribution_concentration_share, '%')],
      ['cumulative', t.export_head_unit(t.distribution_column_cumulative, '%')],
    ],
    rows,
    about,
  );
}

function statisticRows(answer: ConcentrationAnswer, about: TableAbout): SheetRow[] {
  const { t } = about.locale;
  const names = t.distribution_concentration_name;
  const { gini, giniSelected, theil, split, hhi, effective, cr } = answer;
  const statistics = [
    [names.gini, gini],
    ...(giniSelected ? [[names.gini_selected, giniSelected] as const] : []),
    [names.theil, theil],
    ...(split
      ? ([
          [t.export_side(names.between, t.dimension[split.by]), split.between],
          [t.export_side(names.within, t.dimension[split.by]), split.within],
        ] as const)
      : []),
    [names.hhi, hhi],
    [names.effective, effective],
    ...cr.map(({ k, share }) => [t.distribution_concentration_cr(String(k)), share] as const),
  ] as const;
  return statistics.map(([item, one]) => ({ part: t.export_parts.statistic, item, ...answerCells(one, null, about) }));
}

function decileRows({ deciles }: ConcentrationAnswer, unit: Unit, about: TableAbout): SheetRow[] {
  return deciles.map(({ n, from, to, share, cumulative }, at) => ({
    part: about.locale.t.export_parts.decile,
    item: String(at + 1),
    n: countOf(n),
    from: figureOf(from, n, unit, about),
    to: figureOf(to, n, unit, about),
    share: figureOf(percent(share), n, null, about),
    cumulative: figureOf(percent(cumulative), n, null, about),
  }));
}

function lorenzRows(curve: Curve | null, item: string, { locale: { t } }: TableAbout): SheetRow[] {
  return (curve?.at ?? []).map((at, step) => ({
    part: t.export_parts.lorenz,
    item,
    firms: percent(at),
    cumulative: percent(curve!.height[step]!),
  }));
}
