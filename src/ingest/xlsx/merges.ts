import { LEDGER } from '../ledger-reasons';
import { isSpoilt } from '../sample';
import { fault } from './part-fault';
import { MOST_COLUMNS, type RowBuffer } from './row-buffer';

/** Cells merged into one: rows from 1 and columns from 0, both ends included. Only the first of them holds a value. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Cells that merges may fill: each is a line of the ledger. */
const MOST_FILLED = 1 << 24;

interface Held {
  readonly merge: Merge;
  readonly bytes: Uint8Array;
  readonly mark: number;
}

/**
 * Fills merged cells of the body down while the rows go by: a district's name over twenty rows stands in each of them. Only the first column of a merge
 * is filled, and only rows that have something of their own; what is merged in the header or above it says nothing of the rows below.
 */
export class MergeFill {
  readonly #waiting: readonly Merge[];
  #next = 0;
  #held: Held[] = [];
  #filled = 0;

  constructor(merges: readonly Merge[]) {
    this.#waiting = merges.filter(({ top, bottom }) => bottom > top).sort((a, b) => a.top - b.top);
  }

  /** Passes a row; `isBody` when it stands below the header. */
  pass(row: RowBuffer, line: number, isBody: boolean): void {
    if (this.#held.length > 0) this.#fill(row, line);
    for (; this.#next < this.#waiting.length && this.#waiting[this.#next]!.top <= line; this.#next++) {
      const merge = this.#waiting[this.#next]!;
      if (!isBody || merge.top !== line || !row.has(merge.left)) continue;
      if (this.#held.length === MOST_COLUMNS) fault('xlsx_broken', '', 'merged cells overlap');
      const mark = row.marks?.[merge.left] ?? 0;
      this.#held.push({ merge, bytes: row.space.bytes.slice(row.starts[merge.left], row.ends[merge.left]), mark });
    }
  }

  #fill(row: RowBuffer, line: number): void {
    this.#held = this.#held.filter(({ merge }) => merge.bottom >= line);
    this.#filled += this.#held.length;
    if (this.#filled > MOST_FILLED) fault('sheet_too_large', '', `${MOST_FILLED} merged cells`);
    for (const { merge, bytes, mark } of this.#held) {
      row.put(merge.left, bytes, 0, bytes.length);
      row.decimals[merge.left] = -1;
      row.mark(merge.left, isSpoilt(mark) ? mark : LEDGER.merged_cell);
    }
  }
}
