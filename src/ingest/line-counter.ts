import type { LineIndex } from '../model/source';

/** A line start is noted every so many lines. */
export const LINE_STEP = 256;

/** Collects where lines begin; `note` must be called with ascending lines and may be called for every one of them. */
export class LineNotes {
  #lines: number[] = [];
  #offsets: number[] = [];
  #next = 1;

  note(line: number, offset: number): void {
    if (line < this.#next) return;
    this.#lines.push(line);
    this.#offsets.push(offset);
    this.#next = line + LINE_STEP;
  }

  index(): LineIndex {
    return { lines: Uint32Array.from(this.#lines), offsets: Float64Array.from(this.#offsets) };
  }
}

/** Counts lines in raw bytes as an editor does: CRLF, LF and CR each end one. `unit` is 2 for UTF-16, with the byte order. */
export class LineCounter {
  readonly notes = new LineNotes();
  line = 1;
  /** Byte at which the current line starts. */
  lineStart: number;
  #offset: number;
  #afterReturn = false;
  readonly #unit: 1 | 2;
  readonly #big: boolean;

  constructor(encoding: string, start = 0) {
    this.#unit = encoding.startsWith('utf-16') ? 2 : 1;
    this.#big = encoding === 'utf-16be';
    this.#offset = start;
    this.lineStart = start;
    this.notes.note(1, start);
  }

  /** Counts on. In UTF-16 the pieces must have an even length. Stops where line `until` begins and answers that byte, else −1. */
  push(bytes: Uint8Array, until = Infinity): number {
    const unit = this.#unit;
    for (let at = 0; at < bytes.length; at += unit) {
      const code =
        unit === 1 ? bytes[at]! : this.#big ? (bytes[at]! << 8) | (bytes[at + 1] ?? 0) : bytes[at]! | ((bytes[at + 1] ?? 0) << 8);
      if (this.#afterReturn) {
        this.#afterReturn = false;
        const start = code === 10 ? at + unit : at;
        this.#begin(this.#offset + start);
        if (this.line >= until) return this.#offset + start;
        if (code === 10) continue;
      }
      if (code === 13) this.#afterReturn = true;
      else if (code === 10) {
        this.#begin(this.#offset + at + unit);
        if (this.line >= until) return this.#offset + at + unit;
      }
    }
    this.#offset += bytes.length;
    return -1;
  }

  #begin(offset: number): void {
    this.line++;
    this.lineStart = offset;
    this.notes.note(this.line, offset);
  }
}
