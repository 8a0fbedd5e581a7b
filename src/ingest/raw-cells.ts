import type { LoadedFile } from '../model/source';
import type { ByteSource } from './byte-source';
import { LineCounter } from './line-counter';
import { TextRows } from './text-rows';

/** What is needed of a loaded file to find a row in it again. */
export type Findable = Pick<LoadedFile, 'dialect' | 'lineIndex'>;

/** A row as it stands in the file. */
export interface RawRow {
  readonly cells: readonly string[];
  /** The whole row, without its line end. */
  readonly text: string;
}

const WINDOW = 64 << 10;

/** The cells of the row that begins on a line (from 1), exactly as they stand in the file, read again from it. Throws when there is no such line. */
export async function rawCells(source: ByteSource, loaded: Findable, line: number): Promise<string[]> {
  return [...(await new RawRows(source, loaded).at(line)).cells];
}

/** Finds the rows of a file again by the line on which they begin. Throws when there is no such row. */
export interface RowsAgain {
  at(line: number): Promise<RawRow>;
}

/** Rows of a text read again. Neighbouring lines in ascending order cost one reading of their stretch of the file. */
export class RawRows implements RowsAgain {
  readonly #source: ByteSource;
  readonly #loaded: Findable;
  #rows = new Map<number, RawRow>();

  constructor(source: ByteSource, loaded: Findable) {
    this.#source = source;
    this.#loaded = loaded;
  }

  async at(line: number): Promise<RawRow> {
    const known = this.#rows.get(line);
    if (known) return known;
    const from = await this.#offsetOf(line);
    for (let size = WINDOW; ; size *= 4) {
      this.#rows = this.#read(await this.#source.read(from, from + size), line, from + size >= this.#source.size);
      const row = this.#rows.get(line);
      if (row) return row;
      if (from + size >= this.#source.size) throw new RangeError(`${this.#source.name} has no row on line ${line}`);
    }
  }

  async #offsetOf(line: number): Promise<number> {
    const { lines, offsets } = this.#loaded.lineIndex;
    let low = 0;
    let high = lines.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (lines[middle]! <= line) low = middle;
      else high = middle;
    }
    let from = offsets[low] ?? 0;
    const ahead = line - (lines[low] ?? 1);
    if (ahead === 0) return from;
    const counter = new LineCounter(this.#loaded.dialect.encoding, from);
    for (; from < this.#source.size; from += WINDOW) {
      const found = counter.push(await this.#source.read(from, from + WINDOW), ahead + 1);
      if (found !== -1) return found;
    }
    throw new RangeError(`${this.#source.name} has no line ${line}`);
  }

  /** Every whole row of a stretch that begins with a row. */
  #read(bytes: Uint8Array, line: number, last: boolean): Map<number, RawRow> {
    const { encoding, ...marks } = this.#loaded.dialect;
    const text = new TextDecoder(encoding).decode(bytes, { stream: !last });
    const found = new Map<number, RawRow>();
    const rows = new TextRows(marks, (cells, at, _stray, buffer, start, end) => {
      found.set(line + at - 1, { cells, text: buffer.slice(start, end).replace(/\n$/, '') });
    });
    // A line end cut off at the end of the stretch belongs to a row that is not whole yet.
    rows.push((last ? text : text.replace(/\r$/, '')).replace(/\r\n?/g, '\n'), last);
    return found;
  }
}
