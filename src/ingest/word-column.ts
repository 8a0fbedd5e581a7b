import { type Column, REASON } from '../../scoring/column';
import { type ByteColumn, readBytes } from './byte-outcome';
import { type ByteSpace, spaceOf } from './byte-space';
import { ByteWords, UNSEEN } from './byte-words';
import { columnRoom, sized } from './column-room';
import { roomFor } from './column-store';
import type { CellRule } from './read-cell';

const encoder = new TextEncoder();

/** Texts and codes. A cell's mark is the code of its word, or −1 − the number of an outcome that is missing or has a note. */
export class WordColumn implements ByteColumn {
  #codes = new Int32Array(0);
  #reasons = new Uint8Array(0);
  readonly #words = new ByteWords();
  readonly #special: { readonly code: number; readonly reason: number; readonly note: number }[] = [];
  #starts = new Uint32Array(256);
  #lengths = new Uint32Array(256);
  #count = 0;
  readonly #rule: CellRule;
  readonly #longestNull: number;

  constructor(rule: CellRule) {
    this.#rule = rule;
    this.#longestNull = Math.max(0, ...[...rule.nulls].map((word) => word.length));
  }

  reserve(rows: number): void {
    this.#codes = columnRoom(this.#codes, rows);
    this.#reasons = columnRoom(this.#reasons, rows);
  }

  put(row: number, from: ByteSpace, start: number, end: number): number {
    let mark = this.#words.mark(from, start, end);
    if (mark === UNSEEN) mark = this.#settle(from, start, end);
    if (mark >= 0) {
      this.#codes[row] = mark;
      return 0;
    }
    const { code, reason, note } = this.#special[-1 - mark]!;
    this.#codes[row] = code;
    this.#reasons[row] = reason;
    return note;
  }

  refuse(row: number): void {
    this.#codes[row] = -1;
    this.#reasons[row] = REASON.unreadable;
  }

  /** Reads a cell that is new and marks it. */
  #settle(from: ByteSpace, start: number, end: number): number {
    if (this.#isPlain(from.bytes, start, end)) return this.#newWord(end - start);
    const { value, reason, note } = readBytes(from, start, end, this.#rule);
    if (reason === 0 && note === 0) return this.#newWord(end - start);
    const mark = -1 - this.#special.length;
    this.#words.set(mark);
    const word = reason === 0 ? spaceOf(encoder.encode(value as string)) : null;
    const length = word ? word.bytes.length - 8 : 0;
    // What a cell is read as is read as itself, so it can be marked as a word without reading it.
    const known = word ? this.#words.mark(word, 0, length) : -1;
    this.#special.push({ code: known === UNSEEN ? this.#newWord(length) : known, reason, note });
    return mark;
  }

  /** Makes the bytes asked about last a word of the column. */
  #newWord(length: number): number {
    const code = this.#count++;
    this.#starts = roomFor(this.#starts, code);
    this.#lengths = roomFor(this.#lengths, code);
    this.#starts[code] = this.#words.start;
    this.#lengths[code] = length;
    this.#words.set(code);
    return code;
  }

  /** Whether bytes are surely read as they stand: too long for a null word, no white space at the ends, and for a code nothing that is folded or refused. */
  #isPlain(bytes: Uint8Array, start: number, end: number): boolean {
    const code = this.#rule.kind === 'code';
    let ascii = true;
    for (let at = start; at < end && ascii; at++) ascii = bytes[at]! < 0x80 && (!code || bytes[at] !== 43);
    if (ascii) return end - start > this.#longestNull && bytes[start]! > 32 && bytes[end - 1]! > 32;
    // A null word in full width or in Chinese takes three bytes a character.
    if (code || end - start <= this.#longestNull * 3 + 3) return false;
    return !mayBeSpace(bytes[start]!) && bytes[end - 1]! > 32 && !mayBeSpace(bytes[end - 2]!) && !mayBeSpace(bytes[end - 3]!);
  }

  finish(rows: number): Column {
    const words = this.#words.pack(this.#starts, this.#lengths, this.#count);
    return { kind: 'text', codes: sized(this.#codes, rows), words, reasons: sized(this.#reasons, rows) };
  }
}

/** A blank, or the first byte of a character of the blocks in which white space and marks without width stand. */
function mayBeSpace(byte: number): boolean {
  return byte <= 32 || byte === 0xc2 || byte === 0xe1 || byte === 0xe2 || byte === 0xe3 || byte === 0xef;
}
