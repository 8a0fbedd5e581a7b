import type { ChangeAnswer } from '../../scoring/distribution/format';
import {
  accountRows,
  countOf,
  figureCells,
  figureColumns,
  figureOf,
  type FileTable,
  sheetOf,
  type SheetRow,
  type TableAbout,
  type Unit,
  unitOf,
} from './chart-sheet';

/** Two years: figures of both, the firms of both, of the later and of the earlier alone and what they add to the change of the mean, moves, and the shift of tenths. */
export function tableOfChange(answer: ChangeAnswer, about: TableAbout): FileTable {
  const { t } = about.locale;
  const { measure, from, to, moves, shift } = answer;
  const unit = unitOf(measure, about);
  const [before, after] = [t.export_year(String(from)), t.export_year(String(to))];
  const rows: SheetRow[] = [
    ...(
      [
        [answer.before, before],
        [answer.after, after],
      ] as const
    ).flatMap(([end, item]) => [
      { part: t.export_parts.figures, item, ...figureCells(end.figures, unit, about) },
      ...accountRows(end.account, measure, about).map((row) => ({ ...row, of: item })),
    ]),
    ...partRows(answer, unit, about),
    ...(['up', 'down', 'same'] as const).map((move) => ({
      part: t.export_parts.moves,
      item: t.export_moves[move],
      n: countOf(moves[move]),
    })),
    { part: t.export_parts.moves, item: t.distribution_change_by, ...figureCells(moves.change, unit, about) },
    ...shift.map(({ p, before: was, after: is }) => ({
      part: t.export_parts.shift,
      item: `P${Math.round(p * 100)}`,
      medianBefore: figureOf(was, answer.before.figures.n, unit, about),
      medianAfter: figureOf(is, answer.after.figures.n, unit, about),
    })),
  ];
  return sheetOf(
    [
      ['part', t.export_part],
      ['of', t.distribution_segments_head_year],
      ['item', t.export_item],
      ...figureColumns(unit, about),
      ['medianBefore', unit.head(t.distribution_change_median(String(from)))],
      ['medianAfter', unit.head(t.distribution_change_median(String(to)))],
      ['meanBefore', unit.head(t.distribution_change_mean(String(from)))],
      ['meanAfter', unit.head(t.distribution_change_mean(String(to)))],
      ['contribution', unit.head(t.distribution_change_contribution)],
    ],
    rows,
    about,
  );
}

function partRows(answer: ChangeAnswer, unit: Unit, about: TableAbout): SheetRow[] {
  const { t } = about.locale;
  return (['stayers', 'entrants', 'leavers'] as const).map((name) => {
    const part = answer[name];
    // Entrants have no figure before and leavers none after: nothing was taken out there.
    const [was, is] = [name === 'entrants' ? 0 : part.n, name === 'leavers' ? 0 : part.n];
    return {
      part: t.export_parts.part,
      item: t.distribution_change_part[name],
      n: countOf(part.n),
      medianBefore: figureOf(part.medianBefore, was, unit, about),
      medianAfter: figureOf(part.medianAfter, is, unit, about),
      meanBefore: figureOf(part.meanBefore, was, unit, about),
      meanAfter: figureOf(part.meanAfter, is, unit, about),
      contribution: figureOf(part.contribution, part.n, unit, about),
    };
  });
}
