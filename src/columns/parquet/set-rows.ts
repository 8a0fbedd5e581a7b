import { REASON, type SetColumn } from '../../../scoring/column';
import { ParquetFault } from './fault';
import type { Page } from './pages';
import type { Leaf } from './schema';
import type { WordTable } from './word-table';

/** A set column of more words than this a row group of bits is no list of titles. */
const MOST_BITS = 2 ** 31;

/**
 * Puts lists of texts together from Parquet's levels. A null list is blank, an empty one the empty set; null and empty items are dropped.
 * Repetition level 0 begins a row.
 */
export function setOf(leaf: Leaf, rows: number, table: WordTable) {
  const reasons = new Uint8Array(rows);
  const items: number[] = [];
  const ends = new Uint32Array(rows);
  let row = -1;
  return {
    /** Rows begun. */
    rows: (): number => row + 1,
    /** Takes a page; no row may begin from `end` on. */
    take({ defined, repeated, count }: Page, codes: Int32Array, end: number): void {
      let next = 0;
      for (let index = 0; index < count; index++) {
        if (!repeated || repeated[index] === 0) {
          row++;
          if (row >= end) throw new ParquetFault('more lists than rows', leaf.name);
        }
        if (row < 0) throw new ParquetFault('a list without a row', leaf.name);
        const level = defined ? defined[index]! : leaf.mostDefined;
        if (level < leaf.itemDefined - 1) reasons[row] = REASON.blank;
        const code = level === leaf.mostDefined ? codes[next++]! : -1;
        if (code >= 0) items.push(code);
        ends[row] = items.length;
      }
    },
    finish(): SetColumn {
      if (row + 1 !== rows) throw new ParquetFault(`${row + 1} lists in ${rows} rows`, leaf.name);
      const width = Math.max(1, Math.ceil(table.size / 32));
      if (width * 32 * rows > MOST_BITS) throw new ParquetFault(`list of ${table.size} words`, leaf.name, 'parquet_type');
      const bits = new Uint32Array(rows * width);
      for (let at = 0, item = 0; at < rows; at++)
        for (; item < ends[at]!; item++) bits[at * width + (items[item]! >>> 5)]! |= 1 << (items[item]! & 31);
      return { kind: 'set', bits, width, words: table.words(), reasons };
    },
  };
}
