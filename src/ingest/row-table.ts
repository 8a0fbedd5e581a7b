import type { Recipe } from '../model/recipe';
import type { Dialect, LineIndex } from '../model/source';
import { byteColumn, FigureColumn } from './byte-column';
import type { ByteColumn } from './byte-outcome';
import type { ByteSpace } from './byte-space';
import { columnRoom, sized } from './column-room';
import { actionOf, LEDGER } from './ledger-reasons';
import { LedgerWriter } from './ledger-writer';
import type { ReadTable } from './papa-reader';
import { mayBeTotal } from './may-be-total';
import { cellRule, takenColumns, widthOfRecipe } from './read-cell';
import { fateAbove, TOTAL_CELLS, type Width, widthOf } from './row-fate';
import { TableGuard } from './table-guard';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The cells of one row as a reader found them: bytes of a work space, and plain figures read on the way. */
export interface RowCells {
  readonly count: number;
  /** Where each cell begins and ends in the work space. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of a plain figure of at most 15 digits: its digits with sign, and how many are decimals; −1 decimals for any other cell. */
  readonly mantissas: Float64Array;
  readonly decimals: Int8Array;
  /** Bytes of LEDGER_REASONS of cells the file itself spoils (they are empty here) or fills; null where the row has none. */
  readonly marks: Uint8Array | null;
  /** Whether a cell must be taken from `plain`, which writes it out; it then ends at `plainEnd`. */
  isDressed(cell: number): boolean;
  plain(bytes: Uint8Array, cell: number): ByteSpace;
  readonly plainEnd: number;
}

/** Rows of byte cells into columns, ledger and account: what becomes of a row and of each cell, whatever the file they come from. */
export class RowTable {
  /** 1 at each cell that only columns of figures read: a reader may hand these on as figures. */
  readonly isFigure: Uint8Array;
  /** Rows loaded so far. */
  rows = 0;
  readonly #ledger = new LedgerWriter();
  readonly #ats: Int32Array;
  readonly #columns: readonly ByteColumn[];
  readonly #head: Dialect['header'];
  readonly #expected: () => number;
  readonly #ragged: boolean;
  #seen = 0;
  #room = 0;
  #lines = new Uint32Array(0);
  readonly #known: number;
  #width: Width | null;
  #widest = 0;
  #lastLine = 0;
  readonly #heads: (readonly string[])[] = [];
  #guard: TableGuard | null = null;

  /**
   * `expected` guesses how many rows there will be, 0 where nothing is known. `ragged`: a row ends with its last filled cell, as in a sheet, so that
   * none has too few, and a row may be as wide as the recipe knows columns.
   */
  constructor(recipe: Recipe, expected: () => number, ragged = false) {
    this.#head = recipe.dialect.header;
    this.#expected = expected;
    this.#ragged = ragged;
    this.#known = widthOfRecipe(recipe);
    this.#width = ragged ? { least: 0, most: this.#known } : null;
    const taken = takenColumns(recipe);
    this.#ats = Int32Array.from(taken, ({ at }) => at);
    this.#columns = taken.map((column) => byteColumn(cellRule(column, recipe)));
    this.isFigure = figureCells(this.#ats, this.#columns);
  }

  /** Takes the next row of the file, which begins on a line. */
  take(cells: RowCells, work: ByteSpace, line: number): void {
    const index = this.#seen++;
    this.#widest = Math.max(this.#widest, cells.count);
    const head = this.#head;
    if (index < head.line) return this.#ledger.leftRow(line, this.#fateAbove(cells, work.bytes, index));
    if (index < head.line + head.lines) {
      const texts = textsOf(cells, work.bytes);
      this.#heads.push(texts);
      const { least, most } = widthOf(texts);
      this.#lastLine = line;
      this.#width = {
        least: this.#ragged ? 0 : Math.max(least, this.#width?.least ?? 0),
        most: Math.max(most, this.#width?.most ?? 0),
      };
      return;
    }
    const fate = this.#fateOf(cells, work.bytes, line);
    if (fate !== 0 && fate !== LEDGER.short_row) return this.#ledger.leftRow(line, fate);
    this.#width ??= { least: cells.count, most: cells.count };
    if (fate !== 0) this.#ledger.cell(line, -1, fate);
    this.#load(cells, work, line);
  }

  /** Rows are written out as strings only where other tables stand above. */
  #fateAbove(cells: RowCells, bytes: Uint8Array, index: number): number {
    const { others = 0 } = this.#head;
    return fateAbove(index < others ? textsOf(cells, bytes) : [], index, others);
  }

  /** What becomes of a row: a byte of LEDGER_REASONS. Most rows are plain, and not written out as strings. */
  #fateOf(cells: RowCells, bytes: Uint8Array, line: number): number {
    const guard = (this.#guard ??= new TableGuard(this.#heads, this.#ragged));
    // A sheet leaves empty rows out.
    if (this.#ragged && line > this.#lastLine + 1) guard.breakHere();
    this.#lastLine = line;
    if (!guard.isWatching && this.#isPlainRow(cells, bytes) && !guard.mayRepeat(bytes, cells.starts[0]!, cells.ends[0]!)) return 0;
    const texts = textsOf(cells, bytes);
    const { least, most } = this.#width ?? { least: 0, most: texts.length };
    return guard.judge(texts, { least, most: Math.max(most, this.#known) }, false);
  }

  /** Leaves out what the reader could not read as a row. */
  leave(line: number, reason: number): void {
    this.#ledger.leftRow(line, reason);
  }

  /** Whether a row is surely loaded: the right number of cells, a first cell that is not blank, and no first cell that may be a word for a total. */
  #isPlainRow({ count, starts, ends }: RowCells, bytes: Uint8Array): boolean {
    const width = this.#width;
    if (!width || count < width.least || count > width.most) return false;
    const first = bytes[starts[0]!]!;
    if (ends[0] === starts[0] || first <= 32 || first === 0xc2 || (first >= 0xe1 && first <= 0xe3) || first === 0xef) return false;
    for (let cell = 0; cell < TOTAL_CELLS && cell < count; cell++) if (mayBeTotal(bytes, starts[cell]!, ends[cell]!)) return false;
    return true;
  }

  #load(cells: RowCells, work: ByteSpace, line: number): void {
    const row = this.rows++;
    if (row === this.#room) this.#reserve();
    this.#ledger.row();
    this.#lines[row] = line;
    const { count, starts, ends, mantissas, decimals, marks } = cells;
    const ats = this.#ats;
    const columns = this.#columns;
    for (let index = 0; index < columns.length; index++) {
      const at = ats[index]!;
      const column = columns[index]!;
      if (marks !== null && at < count && marks[at] !== 0 && this.#isSpoilt(marks[at]!, column, row, line, at)) continue;
      let note: number;
      if (at >= count) note = column.put(row, work, 0, 0);
      else if (decimals[at]! >= 0 && (column as FigureColumn).figure(row, mantissas[at]!, decimals[at]!)) continue;
      else if (cells.isDressed(at)) {
        const plain = cells.plain(work.bytes, at);
        note = column.put(row, plain, 0, cells.plainEnd);
      } else note = column.put(row, work, starts[at]!, ends[at]!);
      if (note !== 0) this.#ledger.cell(line, at, note);
    }
  }

  /** Writes down what the file itself did to a cell. True where it has no value, whatever the column. */
  #isSpoilt(mark: number, column: ByteColumn, row: number, line: number, at: number): boolean {
    this.#ledger.cell(line, at, mark);
    if (actionOf(mark) !== 'rejected cell') return false;
    column.refuse(row);
    return true;
  }

  #reserve(): void {
    this.#room = Math.max(this.#expected(), this.rows + 1024, Math.ceil(this.#room * 1.25));
    this.#lines = columnRoom(this.#lines, this.#room);
    for (const column of this.#columns) column.reserve(this.#room);
  }

  /** The table; of ragged rows the width is that of the widest. */
  finish(lineIndex: LineIndex): ReadTable {
    return {
      columns: this.#columns.map((column) => column.finish(this.rows)),
      lines: sized(this.#lines, this.rows),
      width: this.#ragged ? { least: 0, most: this.#widest } : this.#width,
      ledger: this.#ledger,
      lineIndex,
      strays: { count: 0, first: 0 },
    };
  }
}

/** The cells of a row as strings. */
export function textsOf(cells: RowCells, bytes: Uint8Array): string[] {
  return Array.from({ length: cells.count }, (_, cell) => {
    if (cells.isDressed(cell)) return decoder.decode(cells.plain(bytes, cell).bytes.subarray(0, cells.plainEnd));
    return decoder.decode(bytes.subarray(cells.starts[cell]!, cells.ends[cell]!));
  });
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
