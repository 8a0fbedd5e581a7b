import type { RelationAnswer } from '../../scoring/distribution/format';
import { answerCells, countOf, figureOf, type FileTable, sheetOf, type SheetRow, type TableAbout, type Unit, unitOf } from './chart-sheet';

/** Two measures: correlations, who has both, medians of y along x, and the count of every cell. No firm by itself: points need a permission of their own. */
export function tableOfRelation(answer: RelationAnswer, about: TableAbout): FileTable {
  const { locale } = about;
  const { t } = locale;
  const { x, y } = answer;
  const [ux, uy] = [unitOf(x, about), unitOf(y, about)];
  const [nameX, nameY] = [locale.name(x.name), locale.name(y.name)];
  const side = (unit: Unit, name: string, what: string): string => unit.head(t.export_side(name, what));
  return sheetOf(
    [
      ['part', t.export_part],
      ['item', t.export_item],
      ['value', t.export_value],
      ['n', t.distribution_column_n],
      ['selected', t.distribution_column_selected],
      ['xFrom', side(ux, nameX, t.distribution_column_from)],
      ['xTo', side(ux, nameX, t.distribution_column_to)],
      ['xMiddle', side(ux, nameX, t.distribution_relation_middle)],
      ['yFrom', side(uy, nameY, t.distribution_column_from)],
      ['yTo', side(uy, nameY, t.distribution_column_to)],
      ...(['q1', 'median', 'q3'] as const).map((name, at) => [name, side(uy, nameY, `P${(at + 1) * 25}`)] as const),
    ],
    [
      ...coefficientRows(answer, about),
      ...accountRows(answer, nameX, nameY, about),
      ...medianRows(answer, ux, uy, about),
      ...cellRows(answer, ux, uy, about),
    ],
    about,
  );
}

function coefficientRows({ pearson, spearman, kendall, selected }: RelationAnswer, about: TableAbout): SheetRow[] {
  const { t } = about.locale;
  const names = t.distribution_correlation;
  return [
    [names.pearson, pearson] as const,
    [names.spearman, spearman] as const,
    ...(kendall ? [[names.kendall, kendall] as const] : []),
    ...(selected ? [[t.distribution_relation_selected, selected] as const] : []),
  ].map(([item, one]) => ({ part: t.export_parts.coefficient, item, ...answerCells(one, null, about) }));
}

function accountRows({ account }: RelationAnswer, nameX: string, nameY: string, { locale: { t } }: TableAbout): SheetRow[] {
  const { rows, present, withoutX, withoutY, withoutBoth } = account;
  const items: readonly (readonly [string, number])[] = [
    [t.export_present, present],
    [t.export_without(nameX), withoutX],
    [t.export_without(nameY), withoutY],
    [t.export_without_both, withoutBoth],
    [t.export_rows, rows],
  ];
  return items.map(([item, count]) => ({ part: t.export_parts.account, item, n: countOf(count) }));
}

function medianRows({ medians }: RelationAnswer, ux: Unit, uy: Unit, about: TableAbout): SheetRow[] {
  return medians.map(({ x, from, to, median, q1, q3, n }) => ({
    part: about.locale.t.export_parts.median,
    n: countOf(n),
    xFrom: figureOf(from, n, ux, about),
    xTo: figureOf(to, n, ux, about),
    xMiddle: ux.of(x),
    q1: figureOf(q1, n, uy, about),
    median: uy.of(median),
    q3: figureOf(q3, n, uy, about),
  }));
}

function cellRows(
  { xEdges, yEdges, cells, selectedCells, beyond }: RelationAnswer,
  ux: Unit,
  uy: Unit,
  { locale: { t } }: TableAbout,
): SheetRow[] {
  const width = xEdges.length - 1;
  const part = t.export_parts.cell;
  return [
    ...cells.map((count, at) => {
      const [column, row] = [at % width, Math.floor(at / width)];
      return {
        part,
        n: countOf(count),
        ...(selectedCells ? { selected: countOf(selectedCells[at]!) } : {}),
        xFrom: ux.of(xEdges[column]!),
        xTo: ux.of(xEdges[column + 1]!),
        yFrom: uy.of(yEdges[row]!),
        yTo: uy.of(yEdges[row + 1]!),
      };
    }),
    { part, item: t.export_cell_beyond, n: countOf(beyond) },
  ];
}
