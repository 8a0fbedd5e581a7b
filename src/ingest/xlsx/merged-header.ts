import type { Dialect } from '../../model/source';
import { isUnitRow } from '../header';
import { plainCells, type SampleRow } from '../sample';
import type { Merge } from './merges';

type Header = Dialect['header'];

/** Rows a header may span. */
const TALLEST = 5;

/** The header as merged cells show it: a name merged over three rows makes a header of three, should more follow a row of units. */
export function deepened(rows: readonly SampleRow[], header: Header, merges: readonly Merge[]): Header {
  const first = rows[header.line]?.line;
  if (first === undefined || header.lines === 0) return header;
  const bottom = merges.reduce((lowest, merge) => (merge.top === first ? Math.max(lowest, merge.bottom) : lowest), first);
  const spanned = rows.slice(header.line).findIndex(({ line }) => line > bottom);
  if (spanned <= header.lines || spanned > TALLEST) return header;
  const next = rows[header.line + spanned];
  return { line: header.line, lines: next && isUnitRow(plainCells(next)) ? spanned + 1 : spanned };
}

/** The rows with the merged cells of the header written out, to the right (no further than `width` columns) and down, its row of units left alone. */
export function withMergedHeads(
  rows: readonly SampleRow[],
  { line, lines }: Header,
  merges: readonly Merge[],
  width: number,
): readonly (readonly string[])[] {
  const cells = rows.map((row) => [...plainCells(row)]);
  const heads = rows.slice(line, line + lines);
  const last = heads.at(-1);
  const named = heads.length > 1 && last && isUnitRow(plainCells(last)) ? heads.slice(0, -1) : heads;
  const at = new Map(named.map((row, index) => [row.line, line + index]));
  // Merged cells cannot overlap: more of them than the header has cells is a lie.
  let room = width * at.size;
  for (const { top, bottom, left, right } of merges) {
    const origin = at.get(top);
    const text = origin === undefined ? '' : (cells[origin]![left] ?? '');
    if (text === '') continue;
    const end = Math.min(width, right + 1);
    if ((room -= end - left) < 0) break;
    for (const [row, index] of at) {
      if (row < top || row > bottom) continue;
      for (let column = left; column < end; column++) cells[index]![column] = text;
    }
  }
  return cells.map((row) => Array.from(row, (cell) => cell ?? ''));
}
