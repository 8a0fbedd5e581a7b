import type { SegmentRow, SegmentsAnswer } from '../../../../scoring/distribution/format';
import { widthOf } from '../../../charts/label';
import type { Locale } from '../../../i18n';
import { missingWord } from './account-words';
import type { Written } from './written';

/** Segments that are drawn; the rest are in the table. */
export const MOST_ROWS = 40;

/** Selected firms of each row and of all. */
export interface SelectedRows {
  readonly rows: readonly number[];
  /** null: not known while a brush is under way and firms stand in several rows. */
  readonly total: number | null;
}

/** Of a step under way, else of the answer; null where nothing is selected anywhere. */
export function selectedByRow({ rows, total, overlaps }: SegmentsAnswer, step: Int32Array | null): SelectedRows | null {
  if (step) {
    const counts = Array.from(step.subarray(0, rows.length));
    return { rows: counts, total: overlaps ? null : counts.reduce((sum, count) => sum + count, 0) };
  }
  return total.selected > 0 ? { rows: rows.map(({ selected }) => selected), total: total.selected } : null;
}

const SHOWN = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;

/** Heads of the figures beside the shapes. */
export function segmentHeads({ measure }: SegmentsAnswer, hasSelected: boolean, locale: Locale): string[] {
  const { t } = locale;
  return [
    t.distribution_column_n,
    ...SHOWN.map((key) => key.toUpperCase()),
    t.distribution_column_mean,
    t.distribution_column_zero,
    missingWord(measure, locale),
    ...(hasSelected ? [t.distribution_column_selected] : []),
  ];
}

/** The figures of one row, under those heads; `selected` is left out where there is no such column. */
export function segmentCells({ figures }: SegmentRow, selected: string | null, written: Written, { format }: Locale): string[] {
  return [
    format.number(figures.n),
    ...SHOWN.map((key) => written.cell(figures[key])),
    written.cell(figures.mean),
    format.number(figures.zero),
    format.number(figures.missing),
    ...(selected === null ? [] : [selected]),
  ];
}

/** A line of a table of segments. */
export interface SegmentLine {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly string[];
  readonly n: number;
  readonly isSmall: boolean;
}

/** How the width of a picture is shared between names, shapes and figures. */
export interface SegmentWidths {
  readonly name: number;
  readonly shape: number;
  readonly figures: readonly number[];
  /** Of all together; wider than there is room where figures need it, and then scrolled. */
  readonly whole: number;
}

const [PADDING, LEAST_SHAPE, SIZE] = [12, 190, 12];

/** Names take up to a quarter, figures what they need, shapes the rest. `columns` are the texts of each column of figures, its head too. */
export function segmentWidths(names: readonly string[], columns: readonly (readonly string[])[], width: number): SegmentWidths {
  const longest = Math.max(0, ...names.map((name) => widthOf(name, SIZE + 0.5)));
  const name = Math.ceil(Math.min(longest + PADDING, Math.max(76, Math.min(190, width * 0.24))));
  const figures = columns.map((texts) => Math.ceil(Math.max(...texts.map((text) => widthOf(text, SIZE))) + PADDING));
  const needed = figures.reduce((sum, one) => sum + one, name);
  const shape = Math.max(LEAST_SHAPE, Math.floor(width - needed));
  return { name, shape, figures, whole: needed + shape };
}
