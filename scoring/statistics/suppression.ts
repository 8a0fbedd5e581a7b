import { type Cell, type FigureKind, GUARD, type Guard, joined, type Unsafe, unsafe } from './disclosure';
import { type Link, loneLink } from './lone-link';

/** A table row by row. With totals the last column holds those of rows, the last row those of columns; they count among rows and columns. */
export interface CellTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  readonly hasRowTotals: boolean;
  readonly hasColumnTotals: boolean;
}

/** What becomes of a cell: shown; hidden for itself; or hidden because a hidden one could be worked out from it. */
export type Verdict =
  | { readonly status: 'published'; readonly reason: null }
  | { readonly status: 'primary'; readonly reason: Unsafe }
  | { readonly status: 'secondary'; readonly reason: 'derivable' };

/**
 * Which cells of a table may be published. Cells unsafe by themselves are hidden first. Where totals are shown, further ones follow until no row or
 * column holds a single hidden cell, nor hidden ones that their total gives away together, nor any that adding and subtracting rows and columns
 * would yield exactly (Gusfield 1988: no hidden cell is the only link between two parts of the table). The cell hidden next is always the one of
 * fewest firms that helps, empty ones last, the first of equals. How narrowly a hidden cell can be bounded is not examined.
 */
export function suppress(table: CellTable, kind: FigureKind, guard: Guard = GUARD): Verdict[] {
  const { cells, rows, columns } = table;
  if (cells.length !== rows * columns) throw new RangeError(`${cells.length} cells in ${rows} rows and ${columns} columns`);
  const verdicts = cells.map((cell): Verdict => {
    const reason = unsafe(cell, kind, guard);
    return reason === null ? { status: 'published', reason } : { status: 'primary', reason };
  });
  if (kind === 'quantile') return verdicts;
  const isHidden = (at: number): boolean => verdicts[at]!.status !== 'published';
  const hideOne = (candidates: readonly number[]): boolean => {
    const next = smallest(
      candidates.filter((at) => !isHidden(at)),
      cells,
    );
    if (next !== null) verdicts[next] = { status: 'secondary', reason: 'derivable' };
    return next !== null;
  };
  const lines = linesOf(table);
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const line of lines) while (givesAway(line, cells, isHidden, guard) && hideOne(line)) isSettled = false;
  }
  // With totals on one side only a line stands for itself, and two hidden cells of it hide each other.
  if (!table.hasRowTotals || !table.hasColumnTotals) return verdicts;
  for (let beside = besideLoneLink(table, isHidden); beside !== null && hideOne(beside);) beside = besideLoneLink(table, isHidden);
  return verdicts;
}

/** The rows and columns that add up to their last cell. */
function linesOf({ rows, columns, hasRowTotals, hasColumnTotals }: CellTable): number[][] {
  const line = (length: number, at: (i: number) => number): number[] => Array.from({ length }, (_, i) => at(i));
  return [
    ...(hasRowTotals ? line(rows, (row) => row).map((row) => line(columns, (column) => row * columns + column)) : []),
    ...(hasColumnTotals ? line(columns, (column) => column).map((column) => line(rows, (row) => row * columns + column)) : []),
  ];
}

/** Whether the total of a line and what is shown of it say too much of what is hidden in it. */
function givesAway(line: readonly number[], cells: readonly Cell[], isHidden: (at: number) => boolean, guard: Guard): boolean {
  const hidden = line.filter(isHidden);
  if (hidden.length < 2) return hidden.length === 1;
  const isTotalShown = !isHidden(line.at(-1)!);
  return isTotalShown && unsafe(joined(hidden.map((at) => cells[at]!)), 'additive', guard) !== null;
}

/** Among some cells the one of fewest firms, an empty one only where all are. */
function smallest(candidates: readonly number[], cells: readonly Cell[]): number | null {
  const size = (at: number): number => cells[at]!.firms || Infinity;
  return candidates.reduce<number | null>((best, at) => (best === null || size(at) < size(best) ? at : best), null);
}

/**
 * Where one hidden cell alone links two parts of the table, the cells that would link them too; null where there is none. Rows and columns are linked by
 * the hidden cells they share: the rows of one part less its columns would leave such a cell and nothing else hidden.
 */
function besideLoneLink({ rows, columns }: CellTable, isHidden: (at: number) => boolean): readonly number[] | null {
  const all = Array.from({ length: rows * columns }, (_, at) => at);
  const ends = (at: number): Link => [Math.floor(at / columns), rows + (at % columns)];
  const sides = loneLink(all.filter(isHidden).map(ends), rows + columns);
  if (sides === null) return null;
  return all.filter((at) => {
    const [row, column] = ends(at);
    return (sides.one[row] === 1 && sides.other[column] === 1) || (sides.other[row] === 1 && sides.one[column] === 1);
  });
}
