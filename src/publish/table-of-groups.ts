import type { GroupsAnswer, PairOfGroups } from '../../scoring/distribution/format';
import type { Answer } from '../../scoring/statistics/answer';
import {
  accountRows,
  answerCells,
  countOf,
  figureCells,
  figureColumns,
  type FileTable,
  partWords,
  sheetOf,
  type SheetRow,
  type TableAbout,
  type Unit,
  unitOf,
} from './chart-sheet';
import { percent } from './table-of-spread';

/** Groups against each other: a line of figures each, a line for each statistic of each pair, the test of all, and the steps of each group. */
export function tableOfGroups(answer: GroupsAnswer, about: TableAbout): FileTable {
  const { locale } = about;
  const { t } = locale;
  const { by, measure, groups, kruskal } = answer;
  const unit = unitOf(measure, about);
  const nameOf = (value: string): string => partWords(by, groups.find((group) => group.value === value) ?? { value, name: null }, locale);
  const rows: SheetRow[] = [
    ...groups.map((group) => ({ part: t.export_parts.figures, of: nameOf(group.value), ...figureCells(group.figures, unit, about) })),
    ...accountRows(answer.account, measure, about),
    ...answer.pairs.flatMap((pair) => pairRows(pair, unit, about).map((row) => ({ ...row, of: nameOf(pair.a), second: nameOf(pair.b) }))),
    ...(kruskal ? testRows({ 'Kruskal–Wallis H': kruskal.h, p: kruskal.p, 'ε²': kruskal.epsilon2 }, t.export_parts.test, about) : []),
    ...groups.flatMap(({ value, ecdf }) =>
      ecdf.at.map((at, step) => ({
        part: t.export_parts.ecdf,
        of: nameOf(value),
        figure: unit.of(at),
        share: percent(ecdf.height[step]!),
      })),
    ),
  ];
  return sheetOf(
    [
      ['part', t.export_part],
      ['of', t.dimension[by]],
      ['second', t.export_second],
      ['item', t.export_item],
      ['value', t.export_value],
      ['difference', unit.head(t.distribution_groups_column.difference)],
      ['figure', unit.head(t.distribution_column_value)],
      ['share', t.export_head_unit(t.distribution_column_cumulative, '%')],
      ...figureColumns(unit, about),
    ],
    rows,
    about,
  );
}

function testRows(answers: Readonly<Record<string, Answer>>, part: string, about: TableAbout): SheetRow[] {
  return Object.entries(answers).map(([item, answer]) => ({ part, item, ...answerCells(answer, null, about) }));
}

function pairRows(pair: PairOfGroups, unit: Unit, about: TableAbout): SheetRow[] {
  const { t } = about.locale;
  const part = t.export_parts.pair;
  const { value: difference, ...rest } = answerCells(pair.medianDifference, unit, about);
  const size = pair.size === null ? undefined : t.distribution_groups_size[pair.size];
  const [delta, ...effects] = testRows({ 'Cliff δ': pair.cliff, A12: pair.a12 }, part, about);
  return [
    { ...delta, note: delta!.note ?? size },
    ...effects,
    { part, item: t.distribution_groups_column.difference, difference, ...rest },
    ...testRows(
      {
        'Kolmogorov–Smirnov D': pair.kolmogorov.d,
        'Kolmogorov–Smirnov p': pair.kolmogorov.p,
        'Mann–Whitney U': pair.mannWhitney.u,
        'Mann–Whitney p': pair.mannWhitney.p,
        ...(pair.dunn ? { 'Dunn z': pair.dunn.z, 'Dunn p (Holm)': pair.dunn.p } : {}),
      },
      part,
      about,
    ),
    { part, item: t.export_head_unit('n', t.distribution_groups_column.a), n: countOf(pair.na) },
    { part, item: t.export_head_unit('n', t.distribution_groups_column.b), n: countOf(pair.nb) },
  ];
}
