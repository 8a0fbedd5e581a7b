import type { Recipe } from '../model/recipe';
import type { LineIndex } from '../model/source';
import { ByteCells, INCOMPLETE, ODD } from './byte-cells';
import { byteColumn, FigureColumn } from './byte-column';
import { type ByteColumn, sized } from './byte-outcome';
import { roomFor } from './column-store';
import { byteSpace, spaceFor } from './byte-space';
import { LEDGER } from './ledger-reasons';
import { LedgerWriter } from './ledger-writer';
import { LineNotes } from './line-counter';
import type { ReadTable } from './papa-reader';
import { cellRule, takenColumns } from './read-cell';
import { rowFate, TOTAL_CELLS, type Width, widthOf } from './row-fate';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Rows of UTF-8 bytes into columns; the same answers as the other reader, cell by cell, without strings where a cell is plain. */
export class ByteTable {
  /** Set when the quotes are not clean: nothing of this table may be used. */
  odd = false;
  /** Line on which the next row begins. */
  line = 1;
  readonly #cells: ByteCells;
  readonly #ledger = new LedgerWriter();
  readonly #notes = new LineNotes();
  readonly #ats: Int32Array;
  readonly #columns: readonly ByteColumn[];
  readonly #head: { readonly line: number; readonly lines: number };
  /** Bytes of the row that is not whole yet, at the beginning of the work space. */
  #work = byteSpace(0);
  #kept = 0;
  #offset = 0;
  /** Bytes before the row being read. */
  #done = 0;
  #seen = 0;
  #rows = 0;
  #room = 0;
  #lines = new Uint32Array(0);
  #width: Width | null = null;

  constructor(recipe: Recipe) {
    const { delimiter, quote, header } = recipe.dialect;
    this.#head = header;
    const taken = takenColumns(recipe);
    this.#ats = Int32Array.from(taken, ({ at }) => at);
    this.#columns = taken.map((column) => byteColumn(cellRule(column, recipe)));
    const isFigure = figureCells(this.#ats, this.#columns);
    this.#cells = new ByteCells(delimiter.charCodeAt(0), quote === '' ? -1 : quote.charCodeAt(0), isFigure);
    this.#notes.note(1, 0);
  }

  /** Bytes of the row that is not whole yet. */
  get pending(): number {
    return this.#kept;
  }

  /** Reads on. `size` is that of the whole, to make room for the rest at once; 0 where it is not known. False once the table is odd. */
  push(piece: Uint8Array, last: boolean, size: number): boolean {
    this.#join(piece);
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
      this.#row(bytes, size);
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

  #row(bytes: Uint8Array, size: number): void {
    const index = this.#seen++;
    const { line, lines } = this.#head;
    if (index < line) return this.#ledger.leftRow(this.line, LEDGER.above_header);
    if (index < line + lines) {
      const { least, most } = widthOf(this.#texts(bytes));
      this.#width = { least: Math.max(least, this.#width?.least ?? 0), most: Math.max(most, this.#width?.most ?? 0) };
      return;
    }
    if (!this.#isPlainRow(bytes)) {
      const texts = this.#texts(bytes);
      const fate = rowFate(texts, this.#width ?? { least: 0, most: texts.length }, false);
      if (fate !== 0) return this.#ledger.leftRow(this.line, fate);
    }
    this.#width ??= { least: this.#cells.count, most: this.#cells.count };
    this.#load(size);
  }

  /** Whether a row is surely loaded: the right number of cells, a first cell that is not blank, and no first cell that may be a word for a total. */
  #isPlainRow(bytes: Uint8Array): boolean {
    const { count, starts, ends } = this.#cells;
    const width = this.#width;
    if (!width || count < width.least || count > width.most) return false;
    const first = bytes[starts[0]!]!;
    if (ends[0] === starts[0] || first <= 32 || first === 0xc2 || (first >= 0xe1 && first <= 0xe3) || first === 0xef) return false;
    for (let cell = 0; cell < TOTAL_CELLS && cell < count; cell++) if (mayBeTotal(bytes, starts[cell]!, ends[cell]!)) return false;
    return true;
  }

  #load(size: number): void {
    const row = this.#rows++;
    if (row === this.#room) this.#reserve(size);
    this.#ledger.row();
    this.#lines[row] = this.line;
    const cells = this.#cells;
    const work = this.#work;
    const { count, starts, ends, mantissas, decimals } = cells;
    const ats = this.#ats;
    const columns = this.#columns;
    for (let index = 0; index < columns.length; index++) {
      const at = ats[index]!;
      const column = columns[index]!;
      let note: number;
      if (at >= count) note = column.put(row, work, 0, 0);
      else if (decimals[at]! >= 0 && (column as FigureColumn).figure(row, mantissas[at]!, decimals[at]!)) continue;
      else if (cells.isDressed(at)) {
        const plain = cells.plain(work.bytes, at);
        note = column.put(row, plain, 0, cells.plainEnd);
      } else note = column.put(row, work, starts[at]!, ends[at]!);
      if (note !== 0) this.#ledger.cell(this.line, at, note);
    }
  }

  /** The first megabyte says how many rows a byte holds; what follows seldom needs more. */
  #reserve(size: number): void {
    const expected = this.#done > 1 << 20 ? Math.ceil((this.#rows / this.#done) * size * 1.01) : 0;
    this.#room = Math.max(expected, this.#rows + 1024, Math.ceil(this.#room * 1.25));
    this.#lines = roomFor(this.#lines, this.#room - 1);
    for (const column of this.#columns) column.reserve(this.#room);
  }

  #texts(bytes: Uint8Array): string[] {
    const cells = this.#cells;
    return Array.from({ length: cells.count }, (_, cell) => {
      if (cells.isDressed(cell)) return decoder.decode(cells.plain(bytes, cell).bytes.subarray(0, cells.plainEnd));
      return decoder.decode(bytes.subarray(cells.starts[cell]!, cells.ends[cell]!));
    });
  }

  /** The table; `lineIndex` where the bytes are not those of the file. */
  finish(lineIndex?: LineIndex): ReadTable {
    return {
      columns: this.#columns.map((column) => column.finish(this.#rows)),
      lines: sized(this.#lines, this.#rows),
      width: this.#width,
      ledger: this.#ledger,
      lineIndex: lineIndex ?? this.#notes.index(),
      strays: { count: 0, first: 0 },
    };
  }
}

/** 1 at each cell that only columns of figures read. Far cells are not marked: they are read the long way. */
function figureCells(ats: Int32Array, columns: readonly ByteColumn[]): Uint8Array {
  const marks = new Uint8Array(Math.min(1 << 14, Math.max(0, ...ats) + 1));
  ats.forEach((at) => {
    if (at < marks.length)
      marks[at] = columns.every((column, twin) => ats[twin] !== at || (column instanceof FigureColumn && column.direct)) ? 1 : 0;
  });
  return marks;
}

/** Whether a cell begins like 合 总 小 共, Total, Grand, Sub or Sum, or with something that is folded or trimmed first. */
function mayBeTotal(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return false;
  const first = bytes[start]!;
  if (first <= 32 || first === 0xc2 || first === 0xe2 || first === 0xe3 || first === 0xef) return true;
  const second = bytes[start + 1]!;
  const third = bytes[start + 2]!;
  if (first === 0xe5)
    return (second === 0x90 && third === 0x88) || (second === 0xb0 && third === 0x8f) || (second === 0x85 && third === 0xb1);
  if (first === 0xe6) return second === 0x80 && third === 0xbb;
  const letter = first | 32;
  // t, g and s; of a space in between (`s u m`) the second byte tells nothing.
  return (
    (letter === 116 || letter === 103 || letter === 115) &&
    end - start <= 40 &&
    (second <= 32 || 'oru'.includes(String.fromCharCode(second | 32)))
  );
}
