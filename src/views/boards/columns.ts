import type { BoardRow, BoardSlice, SortKey } from '../../../scoring/board/format';
import type { Locale } from '../../i18n';
import type { ColumnUnit } from '../../i18n/format';
import type { DataSummary } from '../../state/face';
import type { Spec } from '../../state/spec';

/** Extra field columns shown at once; more would no longer be read. */
export const MOST_FIELDS = 8;
/** Below this width of the window the table is rank, firm and score. */
export const PHONE = 720;

export type FieldOfData = DataSummary['fields'][number];
export interface BoardColumn {
  readonly id: 'rank' | 'overall' | 'change' | 'firm' | 'score' | 'groups' | 'history' | 'coverage' | 'range' | `field:${string}`;
  readonly label: string;
  readonly note: string;
  readonly sort: SortKey | null;
  /** Least width in pixels, and the share of what is left over. */
  readonly width: number;
  readonly grow: number;
  readonly end: boolean;
  /** Distance from the left edge where the column stays in sight, null where it scrolls away. */
  readonly frozen: number | null;
  /** Of a field column: the field, its place in `BoardRow.fields`, and how its figures are written. */
  readonly field: { readonly of: FieldOfData; readonly at: number; readonly unit: ColumnUnit } | null;
}

/** A range of ranks as it is drawn and said. */
export interface DrawnRange {
  readonly width: number;
  readonly height: number;
  readonly range: string;
  readonly dot: string;
  readonly short: string;
  readonly words: string;
}
/** The column of rank ranges of a tested board; its words and its drawing come with the room of firmness. */
export interface Tested {
  readonly label: string;
  readonly note: string;
  draw(row: BoardRow): DrawnRange | null;
}

/** The columns of a board in order: fixed ones, what the person did not hide, then the fields asked for. */
export function columnsOf(
  slice: BoardSlice,
  spec: Spec,
  data: DataSummary | null,
  locale: Locale,
  width: number,
  tested: Tested | null = null,
): BoardColumn[] {
  const { t } = locale;
  const plain = { note: '', grow: 0, end: false, frozen: null, field: null } as const;
  // Six figures of a national board need more room than the 142 of a segment.
  const figures = (n: number): number => 26 + 9 * locale.format.number(n).length;
  const rank: BoardColumn = {
    ...plain,
    id: 'rank',
    label: t.board_column_rank,
    sort: 'rank',
    width: Math.max(60, figures(slice.counts.ranked)),
    end: true,
  };
  const firm: BoardColumn = { ...plain, id: 'firm', label: t.board_column_firm, sort: 'name', width: 162, grow: 1.4 };
  const full = locale.format.short(slice.fullMark, 1);
  const score: BoardColumn = {
    ...plain,
    id: 'score',
    label: t.board_column_score,
    note: t.board_column_score_note(full),
    sort: 'score',
    width: slice.ranged ? 126 : 74,
    end: true,
  };
  if (width < PHONE) return [{ ...rank, width: Math.max(46, figures(slice.counts.ranked)) }, { ...firm, width: 150 }, score];

  const shows = (name: Spec['hidden'][number]): boolean => !spec.hidden.includes(name);
  const columns: BoardColumn[] = [rank];
  if (shows('change'))
    columns.push({
      ...plain,
      id: 'change',
      label: t.board_column_change,
      note: t.board_column_change_note(slice.year - 1),
      sort: 'change',
      width: 66,
    });
  columns.push(firm, score);
  if (tested) columns.push({ ...plain, id: 'range', label: tested.label, note: tested.note, sort: null, width: 150 });
  if (shows('groups')) columns.push({ ...plain, id: 'groups', label: t.board_column_groups, sort: null, width: 110, grow: 1.2 });
  if (shows('history') && slice.years.length > 1) {
    const note = t.board_column_history_note(slice.years[0]!, slice.years.at(-1)!);
    columns.push({ ...plain, id: 'history', label: t.board_column_history, note, sort: null, width: 80 });
  }
  if (shows('overall'))
    columns.push({
      ...plain,
      id: 'overall',
      label: t.board_column_overall,
      note: t.board_column_overall_note,
      sort: null,
      width: Math.max(70, figures(Math.max(0, ...slice.rows.map((row) => row.overall ?? 0)))),
      end: true,
    });
  if (shows('coverage'))
    columns.push({
      ...plain,
      id: 'coverage',
      label: t.board_column_coverage,
      sort: 'coverage',
      width: locale.language === 'zh' ? 58 : 76,
      end: true,
    });
  return freeze([...columns, ...fieldColumns(slice, spec, data, locale)]);
}

function fieldColumns(slice: BoardSlice, spec: Spec, data: DataSummary | null, locale: Locale): BoardColumn[] {
  return spec.fields.flatMap((id, at) => {
    const of = data?.fields.find((field) => field.id === id);
    if (!of) return [];
    const values = slice.rows.map((row) => {
      const value = row.fields[at];
      return typeof value === 'number' ? value : null;
    });
    const unit = locale.format.column(values, of.kind, of.unit, data?.currency ?? 'CNY');
    const isText = of.kind === 'text' || of.kind === 'set' || of.kind === 'code';
    const column: BoardColumn = {
      id: `field:${id}`,
      label: locale.language === 'zh' ? of.zh : of.en,
      note: unit.unit,
      sort: `field:${id}`,
      width: isText ? 120 : 104,
      grow: 0.2,
      end: !isText,
      frozen: null,
      field: { of, at, unit },
    };
    return [column];
  });
}

/** Everything up to the firm's name stays in sight. */
function freeze(columns: BoardColumn[]): BoardColumn[] {
  const last = columns.findIndex((column) => column.id === 'firm');
  let left = 0;
  return columns.map((column, at) => {
    if (at > last) return column;
    const frozen = left;
    left += column.width;
    return { ...column, frozen };
  });
}

/** Value of the `grid-template-columns` that all rows share, and the width below which the table scrolls sideways. */
export function trackOf(columns: readonly BoardColumn[]): { template: string; least: number } {
  const template = columns.map(({ width, grow }) => (grow > 0 ? `minmax(${width}px, ${grow}fr)` : `${width}px`)).join(' ');
  return { template, least: columns.reduce((sum, { width }) => sum + width, 8) };
}

/** Decimals a score needs so that it does not look like a neighbour it differs from: 1, and up to 4. Tied neighbours may look the same. */
export function scoreDigits(
  score: number,
  rank: number | null,
  neighbours: readonly { readonly score: number | null; readonly rank: number | null }[],
): number {
  const others = neighbours.filter((other) => other.score !== null && other.rank !== rank);
  let digits = 1;
  while (digits < 4 && others.some((other) => other.score!.toFixed(digits) === score.toFixed(digits))) digits++;
  return digits;
}

/** Ends of a firm's sparkline: its own lowest and highest score, but never less than a fifth of the full mark apart, so that small moves look small. */
export function pathScale(history: readonly (number | null)[], fullMark: number): { low: number; high: number } {
  const scores = history.filter((score) => score !== null);
  if (scores.length === 0) return { low: 0, high: fullMark };
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const more = Math.max(0, fullMark / 5 - (high - low)) / 2;
  return { low: low - more, high: high + more };
}
