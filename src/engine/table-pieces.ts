import { writeArrow } from '../columns/arrow-write';
import { sliceColumn } from '../columns/slice-column';
import type { WrittenColumn } from '../columns/written-column';

/** A table as columns, before it goes to the engine. */
export interface WrittenTable {
  readonly rows: number;
  readonly columns: readonly WrittenColumn[];
}

/** Rows a piece, as of the panel (`panel-pieces.ts`). */
const PIECE = 32_768;

/** Rows of a table from one on, as an Arrow stream, and where the next piece begins; null past the end. An empty table has one empty piece. */
export function tablePiece({ rows, columns }: WrittenTable, from: number): { readonly bytes: Uint8Array; readonly next: number } | null {
  if (from > 0 && from >= rows) return null;
  const next = Math.min(rows, from + PIECE);
  const cut = columns.map(({ name, column }) => ({ name, column: sliceColumn(column, from, next) }));
  return { bytes: writeArrow(next - from, cut), next: Math.max(next, 1) };
}
