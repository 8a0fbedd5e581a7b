import { type ByteSpace, byteSpace, spaceFor } from '../byte-space';
import { roomFor } from '../column-store';
import type { RowCells } from '../row-table';

/** A sheet has 16,384 columns (XFD), and 1,048,576 rows. */
export const MOST_COLUMNS = 1 << 14;
export const MOST_ROWS = 1 << 20;

/** One row of a sheet, its cells set in any order; a new row costs only as much as the last one had cells. */
export class RowBuffer implements RowCells {
  count = 0;
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  mantissas = new Float64Array(64);
  decimals = new Int8Array(64).fill(-1);
  /** Bytes of the cells' texts. */
  space: ByteSpace = byteSpace(1 << 12);
  /** How many cells have a value or a mark, and which. */
  filled = 0;
  readonly ats = new Uint16Array(MOST_COLUMNS);
  readonly #isSet = new Uint8Array(MOST_COLUMNS);
  #allMarks = new Uint8Array(64);
  #isMarked = false;
  #used = 0;
  readonly plainEnd = 0;
  readonly #isFigure: Uint8Array;

  /** `isFigure` is 1 at the cells that may be handed on as figures. */
  constructor(isFigure: Uint8Array = new Uint8Array(0)) {
    this.#isFigure = isFigure;
  }

  get marks(): Uint8Array | null {
    return this.#isMarked ? this.#allMarks : null;
  }

  isDressed(): boolean {
    return false;
  }

  plain(): ByteSpace {
    return this.space;
  }

  clear(): void {
    for (let index = 0; index < this.filled; index++) {
      const at = this.ats[index]!;
      this.#isSet[at] = 0;
      this.starts[at] = this.ends[at] = this.#allMarks[at] = 0;
      this.decimals[at] = -1;
    }
    this.count = this.filled = this.#used = 0;
    this.#isMarked = false;
  }

  has(at: number): boolean {
    return this.#isSet[at] === 1;
  }

  /** The cell has something, whatever it is. */
  touch(at: number): void {
    if (at >= this.starts.length) this.#grow(at);
    if (at >= this.count) this.count = at + 1;
    if (this.#isSet[at] === 1) return;
    this.#isSet[at] = 1;
    this.ats[this.filled++] = at;
  }

  /** Sets a cell's text to a copy of bytes. */
  put(at: number, bytes: Uint8Array, from: number, to: number): void {
    this.touch(at);
    const start = this.#used;
    const end = start + to - from;
    if (end + 8 > this.space.bytes.length) this.space = spaceFor(this.space, end);
    const out = this.space.bytes;
    if (to - from > 64) out.set(bytes.subarray(from, to), start);
    else for (let step = from, place = start; step < to; step++) out[place++] = bytes[step]!;
    this.starts[at] = start;
    this.ends[at] = this.#used = end;
  }

  /** Sets a cell's text; only characters below U+0080. */
  putAscii(at: number, text: string): void {
    this.touch(at);
    const start = this.#used;
    this.space = spaceFor(this.space, start + text.length);
    for (let step = 0; step < text.length; step++) this.space.bytes[start + step] = text.charCodeAt(step);
    this.starts[at] = start;
    this.ends[at] = this.#used = start + text.length;
  }

  /** The cell is a plain figure besides its text, should anyone read it as one. */
  figure(at: number, mantissa: number, decimals: number): void {
    if (this.#isFigure[at] !== 1) return;
    this.mantissas[at] = mantissa;
    this.decimals[at] = decimals;
  }

  /** Marks a cell with a byte of LEDGER_REASONS. */
  mark(at: number, reason: number): void {
    this.touch(at);
    this.#allMarks[at] = reason;
    this.#isMarked = true;
  }

  #grow(at: number): void {
    const size = Math.min(MOST_COLUMNS, Math.max(at + 1, this.starts.length * 2));
    this.starts = roomFor(this.starts, size - 1);
    this.ends = roomFor(this.ends, size - 1);
    this.mantissas = roomFor(this.mantissas, size - 1);
    this.decimals = roomFor(this.decimals, size - 1, -1);
    this.#allMarks = roomFor(this.#allMarks, size - 1);
  }
}
