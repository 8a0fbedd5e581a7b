import type { Recipe } from '../model/recipe';
import type { LineIndex } from '../model/source';
import { ByteCells, INCOMPLETE, ODD } from './byte-cells';
import { byteSpace, spaceFor } from './byte-space';
import { LineNotes } from './line-counter';
import type { ReadTable } from './papa-reader';
import { RowTable } from './row-table';

/** Rows of UTF-8 bytes into columns; the same answers as the other reader, cell by cell, without strings where a cell is plain. */
export class ByteTable {
  /** Set when the quotes are not clean: nothing of this table may be used. */
  odd = false;
  /** Line on which the next row begins. */
  line = 1;
  readonly #cells: ByteCells;
  readonly #table: RowTable;
  readonly #notes = new LineNotes();
  /** Bytes of the row that is not whole yet, at the beginning of the work space. */
  #work = byteSpace(0);
  #kept = 0;
  #offset = 0;
  /** Bytes before the row being read, and of the whole; 0 where that is not known. */
  #done = 0;
  #size = 0;

  constructor(recipe: Recipe) {
    const { delimiter, quote } = recipe.dialect;
    // The first megabyte says how many rows a byte holds; what follows seldom needs more.
    const expected = () => (this.#done > 1 << 20 ? Math.ceil((this.#table.rows / this.#done) * this.#size * 1.01) : 0);
    this.#table = new RowTable(recipe, expected);
    this.#cells = new ByteCells(delimiter.charCodeAt(0), quote === '' ? -1 : quote.charCodeAt(0), this.#table.isFigure);
    this.#notes.note(1, 0);
  }

  /** Bytes of the row that is not whole yet. */
  get pending(): number {
    return this.#kept;
  }

  /** Reads on. `size` is that of the whole, to make room for the rest at once; 0 where it is not known. False once the table is odd. */
  push(piece: Uint8Array, last: boolean, size: number): boolean {
    this.#join(piece);
    this.#size = size;
    const { bytes } = this.#work;
    const end = this.#kept + piece.length;
    const base = this.#offset - this.#kept;
    let at = this.#offset === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    while (at < end) {
      const next = this.#cells.next(bytes, at, end, last);
      if (next === INCOMPLETE) break;
      if (next === ODD) {
        this.odd = true;
        return false;
      }
      this.#notes.note(this.line, base + at);
      this.#done = base + at;
      this.#table.take(this.#cells, this.#work, this.line);
      this.line += this.#cells.lineEnds;
      at = next;
    }
    bytes.copyWithin(0, at, end);
    this.#kept = end - at;
    this.#offset += piece.length;
    return true;
  }

  /** Sets a piece behind the bytes kept, and a line feed behind it, which stops the loops of `ByteCells`. */
  #join(piece: Uint8Array): void {
    const end = this.#kept + piece.length;
    this.#work = spaceFor(this.#work, end);
    this.#work.bytes.set(piece, this.#kept);
    this.#work.bytes[end] = 10;
  }

  /** The table; `lineIndex` where the bytes are not those of the file. */
  finish(lineIndex?: LineIndex): ReadTable {
    return this.#table.finish(lineIndex ?? this.#notes.index());
  }
}
