import type { Curve, Quantiles, SegmentRow, SegmentsAnswer } from './format';
import { type Guard, hideParts, withoutHidden } from './guard-counts';
import { guardRange } from './guard-curves';
import { guardAccount, guardBox, guardLetters, guardQuantiles, type HiddenCounts, outermost } from './guard-figures';

/** Whether each count of each row is hidden, and of the row of all firms. */
interface Columns {
  readonly rows: readonly RowMarks[];
  readonly total: RowMarks;
}
type RowMarks = HiddenCounts & { readonly selected: boolean };

/**
 * Segments without single firms. A row of too few loses its counts, mean and shape; where segments do not overlap a second one loses counts and mean, in each column by
 * itself. Quantiles, letters, boxes and densities as `guard-figures` and `guardRange` have them; bars of too few are NaN, and all firms have no bars where a row has such.
 * Rows whose median is gone stand last, so that no order tells it; the shown range ends at the outermost figures left.
 */
export function guardSegments(guard: Guard, answer: SegmentsAnswer): SegmentsAnswer {
  guard.note('firms', answer.pins.length);
  const marks = columnsOf(guard, answer);
  const hide = { present: marks.total.n, missing: marks.total.missing, zero: marks.total.zero, negative: marks.total.n };
  const { account, hidesMissing } = guardAccount(guard, answer.account, hide);
  const rows = answer.rows.map((row, at) => guardRow(guard, row, marks.rows[at]!));
  const total = guardRow(guard, answer.total, { ...marks.total, missing: hidesMissing });
  const drops = total.bars !== null && !answer.overlaps && answer.rows.some((row, at) => givesAway(row, rows[at]!, answer.total));
  if (drops) guard.note('second', total.bars!.counts.length);
  const kept = {
    rows: answer.by === 'year' ? rows : lastWithoutMedian(rows),
    total: drops ? { ...total, bars: null } : total,
  };
  return { ...answer, account, pins: [], ...kept, ...rangeOf([...kept.rows, kept.total]) };
}

/** Whether bars hidden in a row could be worked out from those of all firms: the same bins, all rows but this one listed. */
function givesAway(before: SegmentRow, after: SegmentRow, total: SegmentRow): boolean {
  if (!before.bars || !total.bars || before.bars.edges.some((edge, at) => edge !== total.bars!.edges[at])) return false;
  return after.bars === null || after.bars.counts.some(Number.isNaN);
}

function columnsOf(guard: Guard, { rows, total, overlaps }: SegmentsAnswer): Columns {
  const column = (count: CountOf, rest: CountOf | null): ColumnMarks =>
    markColumn(guard, overlaps, [...rows, total].map(count), rest && [...rows, total].map(rest));
  const n = column(({ figures }) => figures.n, null);
  const missing = column(({ figures }) => figures.missing, null);
  const zero = column(
    ({ figures }) => figures.zero,
    ({ figures }) => figures.n - figures.zero,
  );
  const selected = column(
    (row) => row.selected,
    (row) => row.figures.n + row.figures.missing - row.selected,
  );
  const at = (row: number): RowMarks => ({
    n: n.rows[row]!,
    missing: missing.rows[row]!,
    zero: zero.rows[row]!,
    selected: selected.rows[row]!,
  });
  return { rows: rows.map((_, row) => at(row)), total: { n: n.total, missing: missing.total, zero: zero.total, selected: selected.total } };
}

type CountOf = (row: SegmentRow) => number;
interface ColumnMarks {
  readonly rows: readonly boolean[];
  readonly total: boolean;
}

/**
 * Marks of one column, whose last count is that of all firms. `rest`: who is in the row and not in the count, which must not be told of too few either. Where the
 * count of all is hidden no row has any, as they would add up to it.
 */
function markColumn(guard: Guard, overlaps: boolean, counts: readonly number[], rest: readonly number[] | null): ColumnMarks {
  const marked = counts.map((count, at) => Number.isNaN(count) || (count > 0 && rest !== null && guard.isSmall(rest[at]!)));
  const parts = counts.slice(0, -1);
  const hidesTotal = marked.at(-1)! || guard.isSmall(counts.at(-1)!);
  if (hidesTotal || overlaps) {
    const hidden = counts.map((count, at) => marked[at]! || guard.isSmall(count) || (hidesTotal && !overlaps && count > 0));
    guard.note(
      'small',
      hidden.reduce((sum, hides, at) => sum + (hides && !Number.isNaN(counts[at]!) ? 1 : 0), 0),
    );
    return { rows: hidden.slice(0, -1), total: hidden.at(-1)! };
  }
  const { hidden, totalStands } = hideParts(guard, parts, marked, rest ? [parts, rest.slice(0, -1)] : [parts]);
  if (!totalStands) guard.note('second');
  return { rows: hidden, total: !totalStands };
}

function guardRow(guard: Guard, row: SegmentRow, marks: RowMarks): SegmentRow {
  const { n } = row.figures;
  const figures = guardQuantiles(guard, row.figures, marks);
  const shapes = {
    letters: guardLetters(guard, row.letters, n),
    box: guardBox(guard, row.box, figures),
    density: densityOf(guard, row.density, figures),
  };
  const isTrue = row.beyond === 0 || Number.isNaN(row.beyond);
  return {
    ...row,
    figures,
    selected: marks.selected ? NaN : row.selected,
    ...shapes,
    bars: barsOf(guard, row, marks.n),
    // The range is another one now, so that this is no longer how many are beyond it.
    beyond: isTrue ? row.beyond : NaN,
  };
}

function densityOf(guard: Guard, density: Curve | null, figures: Quantiles): Curve | null {
  return guardRange(guard, density, outermost(figures));
}

/** Bars add up to the n of their row, with what lies beside them. */
function barsOf(guard: Guard, { bars, figures }: SegmentRow, hidesN: boolean): SegmentRow['bars'] {
  if (!bars) return null;
  if (hidesN) {
    guard.note('second', bars.counts.length);
    return null;
  }
  const beside = figures.n - bars.counts.reduce((sum, count) => sum + count, 0);
  const { hidden } = hideParts(guard, [...bars.counts, ...(beside > 0 ? [beside] : [])]);
  return { ...bars, counts: withoutHidden(bars.counts, hidden) };
}

function lastWithoutMedian(rows: readonly SegmentRow[]): SegmentRow[] {
  const isOut = ({ figures }: SegmentRow): boolean => figures.p50 === null;
  return [...rows.filter((row) => !isOut(row)), ...rows.filter(isOut).sort((a, b) => (a.value < b.value ? -1 : 1))];
}

/** Between the outermost figures that are left; null where none is. */
function rangeOf(rows: readonly SegmentRow[]): Pick<SegmentsAnswer, 'low' | 'high'> {
  let low = Infinity;
  let high = -Infinity;
  for (const { figures, letters, box, bars } of rows) {
    const ends = outermost(figures);
    for (const figure of [
      ends?.low,
      ends?.high,
      letters?.lower.at(-1),
      letters?.upper.at(-1),
      box?.low,
      box?.high,
      bars?.edges[0],
      bars?.edges.at(-1),
    ]) {
      if (figure === undefined) continue;
      low = Math.min(low, figure);
      high = Math.max(high, figure);
    }
  }
  return low <= high ? { low, high } : { low: null, high: null };
}
