import type { SegmentRow, SegmentsAnswer } from '../../scoring/distribution/format';
import {
  accountRows,
  countOf,
  figureCells,
  figureColumns,
  figureOf,
  type FileTable,
  partWords,
  type SheetColumn,
  sheetOf,
  type SheetRow,
  type TableAbout,
  type Unit,
  unitOf,
} from './chart-sheet';
import { heightOf } from './table-of-spread';

const LETTERS = 'MFEDCBAZYXWVUTSRQPONLKJIHG';

/** A line of figures for each segment, and of all; with the letters or the box of its shape in the line, the points of a density or the bars of a histogram below. */
export function tableOfSegments(answer: SegmentsAnswer, about: TableAbout): FileTable {
  const { locale } = about;
  const { t } = locale;
  const { by, measure, rows, total, isLog } = answer;
  const unit = unitOf(measure, about);
  const named = [
    ...rows.map((row) => [row, partWords(by, row, locale)] as const),
    [total, t.distribution_segments_total[by === 'year' ? 'years' : 'firms']] as const,
  ];
  const hasSelected = total.selected !== 0;
  const lines = named.map(([row, of]): SheetRow => ({
    part: t.export_parts.figures,
    of,
    ...figureCells(row.figures, unit, about),
    ...(hasSelected ? { selected: countOf(row.selected) } : {}),
    ...letterCells(row, unit),
    ...boxCells(row, unit),
  }));
  const shapes = named.flatMap(([row, of]) => shapeRows(row, unit, isLog, about).map((shape) => ({ ...shape, of })));
  const most = Math.max(0, ...[...rows, total].map(({ letters }) => letters?.lower.length ?? 0));
  return sheetOf(
    [
      ['part', t.export_part],
      ['of', by === 'year' ? t.distribution_segments_head_year : t.dimension[by]],
      ['item', t.export_item],
      ['from', unit.head(t.distribution_column_from)],
      ['to', unit.head(t.distribution_column_to)],
      ['value', unit.head(t.distribution_column_value)],
      ...figureColumns(unit, about),
      ['selected', t.distribution_column_selected],
      ...letterColumns(most, unit, about),
      ['low', unit.head(t.export_whiskers.low)],
      ['high', unit.head(t.export_whiskers.high)],
      ['beyondLow', t.export_beyond.low],
      ['beyondHigh', t.export_beyond.high],
      [
        'density',
        t.export_head_unit(t.distribution_column_density, isLog ? t.export_density_log : t.export_density_unit(unit.word || '1')),
      ],
    ],
    [...lines, ...accountRows(answer.account, measure, about), ...shapes],
    about,
  );
}

function letterColumns(most: number, unit: Unit, { locale: { t } }: TableAbout): SheetColumn[] {
  return Array.from({ length: most }, (_, at) => LETTERS[at]!).flatMap((letter): SheetColumn[] =>
    letter === 'M'
      ? [[`lower${letter}`, unit.head(letter)]]
      : [
          [`lower${letter}`, unit.head(t.export_letter.lower(letter))],
          [`upper${letter}`, unit.head(t.export_letter.upper(letter))],
        ],
  );
}

function letterCells({ letters }: SegmentRow, unit: Unit): SheetRow {
  if (!letters) return {};
  return Object.fromEntries(
    letters.lower.flatMap((lower, at) => [
      [`lower${LETTERS[at]!}`, unit.of(lower)],
      [`upper${LETTERS[at]!}`, unit.of(letters.upper[at]!)],
    ]),
  );
}

/** Quartiles are in the line of figures. */
function boxCells({ box }: SegmentRow, unit: Unit): SheetRow {
  if (!box) return {};
  return { low: unit.of(box.low), high: unit.of(box.high), beyondLow: countOf(box.beyondLow), beyondHigh: countOf(box.beyondHigh) };
}

function shapeRows({ density, bars, figures }: SegmentRow, unit: Unit, isLog: boolean, about: TableAbout): SheetRow[] {
  const { t } = about.locale;
  return [
    ...(density?.at ?? []).map((at, step) => ({
      part: t.export_parts.density,
      value: unit.of(at),
      density: heightOf(density!.height[step]!, isLog, unit),
    })),
    ...(bars?.counts ?? []).map((count, at) => ({
      part: t.export_parts.bin,
      from: unit.of(bars!.edges[at]!),
      to: unit.of(bars!.edges[at + 1]!),
      n: figureOf(count, figures.n, null, about),
    })),
  ];
}
