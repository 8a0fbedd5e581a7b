import type { Curve, SpreadAnswer } from '../../scoring/distribution/format';
import {
  accountRows,
  countOf,
  figureCells,
  figureColumns,
  type FileTable,
  sheetOf,
  type SheetRow,
  type TableAbout,
  type Unit,
  unitOf,
} from './chart-sheet';

/** One measure: the lines of figures, where the rows went, and what its picture shows, bars or a curve; of both only one, as one could be subtracted from the other. */
export function tableOfSpread(answer: SpreadAnswer, about: TableAbout): FileTable {
  const { t } = about.locale;
  const { measure, all, selected, account, ecdf, density } = answer;
  const unit = unitOf(measure, about);
  const part = t.export_parts.figures;
  const rows: SheetRow[] = [
    { part, item: t.distribution_quantile_row.all, ...figureCells(all, unit, about) },
    ...(selected ? [{ part, item: t.distribution_quantile_row.selected, ...figureCells(selected, unit, about) }] : []),
    ...accountRows(account, measure, about),
    ...(ecdf ? stepRows(ecdf.all, ecdf.selected, unit, about) : [...barRows(answer, unit, about), ...apartRows(answer, unit, about)]),
    ...(density ? densityRows(answer, unit, about) : []),
  ];
  const [n, ...figures] = figureColumns(unit, about);
  return sheetOf(
    [
      ['part', t.export_part],
      ['item', t.export_item],
      ['from', unit.head(t.distribution_column_from)],
      ['to', unit.head(t.distribution_column_to)],
      ['value', unit.head(t.distribution_column_value)],
      n!,
      ['selected', t.distribution_column_selected],
      ['share', t.export_head_unit(t.distribution_column_cumulative, '%')],
      [
        'density',
        t.export_head_unit(
          t.distribution_column_density,
          answer.bars.isLog ? t.export_density_log : t.export_density_unit(unit.word || '1'),
        ),
      ],
      ...figures,
    ],
    rows,
    about,
  );
}

function barRows({ bars: { edges, all, selected } }: SpreadAnswer, unit: Unit, { locale: { t } }: TableAbout): SheetRow[] {
  return all.bins.map((count, at) => ({
    part: t.export_parts.bin,
    from: unit.of(edges[at]!),
    to: unit.of(edges[at + 1]!),
    n: countOf(count),
    ...(selected ? { selected: countOf(selected.bins[at]!) } : {}),
  }));
}

/** Bars of their own; the missing are in the account, unless some are selected. */
function apartRows({ bars: { edges, zeroApart, all, selected } }: SpreadAnswer, unit: Unit, { locale: { t } }: TableAbout): SheetRow[] {
  const row = (name: 'zero' | 'below' | 'above' | 'missing', more: SheetRow = {}): SheetRow => ({
    part: t.export_parts.apart,
    item: t.distribution_row[name],
    n: countOf(all[name]),
    ...(selected ? { selected: countOf(selected[name]) } : {}),
    ...more,
  });
  return [
    ...(zeroApart ? [row('zero')] : []),
    row('below', { to: unit.of(edges[0]!) }),
    row('above', { from: unit.of(edges.at(-1)!) }),
    row('missing'),
  ];
}

function stepRows(all: Curve, selected: Curve | null, unit: Unit, about: TableAbout): SheetRow[] {
  const { t } = about.locale;
  const of = (curve: Curve, item: string): SheetRow[] =>
    curve.at.map((at, step) => ({ part: t.export_parts.ecdf, item, value: unit.of(at), share: percent(curve.height[step]!) }));
  return [...of(all, t.distribution_quantile_row.all), ...(selected ? of(selected, t.distribution_quantile_row.selected) : [])];
}

function densityRows({ density, bars: { isLog } }: SpreadAnswer, unit: Unit, about: TableAbout): SheetRow[] {
  const { t } = about.locale;
  const of = (curve: Curve | null, item: string): SheetRow[] =>
    (curve?.at ?? []).map((at, step) => ({
      part: t.export_parts.density,
      item,
      value: unit.of(at),
      density: heightOf(curve!.height[step]!, isLog, unit),
    }));
  return [...of(density!.all, t.distribution_quantile_row.all), ...of(density!.selected, t.distribution_quantile_row.selected)];
}

/** A height is 1 ÷ unit, of a logarithm it has none. */
export function heightOf(height: number, isLog: boolean, unit: Unit): number {
  return isLog ? height : Number((height / unit.of(1)).toPrecision(15));
}

/** A share in per cent, to fifteen figures. */
export function percent(share: number): number {
  return Number((share * 100).toPrecision(15));
}
