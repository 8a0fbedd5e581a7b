import { type ByteSpace, byteSpace, spaceFor } from './byte-space';
import { roomFor } from './column-store';

/** What `ByteCells.next` answers beside the byte behind the row. */
export const INCOMPLETE = -1;
export const ODD = -2;

/** A row that spans more line ends than this is left to the other reader, which decides about stray quotes. */
const MOST_LINES = 50;

const RETURN = 13;
const FEED = 10;
const POINT = 46;

/**
 * Finds the cells of one row after another in UTF-8 bytes, without making strings, and reads plain figures on the way.
 * The byte behind the end of the data must be a line feed (10): the loops then need not ask for the end at each byte.
 */
export class ByteCells {
  /** Cells of the row found last, and where each begins and ends, its quotes left out. */
  count = 0;
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** Of a cell that is a plain figure of at most 15 digits: its digits with sign, and how many are decimals; −1 decimals for any other cell. */
  mantissas = new Float64Array(256);
  decimals = new Int8Array(256);
  /** Line ends that the row takes, its own included. */
  lineEnds = 0;
  /** 1 where a cell holds doubled quotes or a carriage return, and must be written out by `plain`. */
  #dressed = new Uint8Array(256);
  /** A text spoils no cell. */
  readonly marks = null;
  /** Where the cell that `plain` wrote last ends. */
  plainEnd = 0;
  #scratch = byteSpace(256);
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #highest: number;
  readonly #isFigure: Uint8Array;

  /** `isFigure` is 1 at the cells that are to be read as figures. */
  constructor(delimiter: number, quote: number, isFigure: Uint8Array) {
    this.#delimiter = delimiter;
    this.#quote = quote;
    this.#isFigure = isFigure;
    this.#highest = Math.max(delimiter, RETURN);
  }

  /** Reads the row at `from`. Answers the byte behind it; INCOMPLETE when it may go on behind `end`; ODD when its quotes are not clean. */
  next(bytes: Uint8Array, from: number, end: number, last: boolean): number {
    const delimiter = this.#delimiter;
    const highest = this.#highest;
    const quote = this.#quote;
    const isFigure = this.#isFigure;
    const figures = isFigure.length;
    let { starts, ends, decimals } = this;
    let at = from;
    let count = 0;
    this.lineEnds = 0;
    for (;;) {
      if (count === starts.length) {
        this.#grow();
        ({ starts, ends, decimals } = this);
      }
      starts[count] = at;
      decimals[count] = -1;
      if (bytes[at] === quote) {
        at = this.#quoted(bytes, at, end, last, count);
        if (at < 0) return at;
      } else {
        this.#dressed[count] = 0;
        if (count < figures && isFigure[count] === 1) at = this.#figure(bytes, at, count);
        let byte = bytes[at]!;
        while (byte > highest || (byte !== delimiter && byte !== FEED && byte !== RETURN)) byte = bytes[++at]!;
        ends[count] = at;
      }
      count++;
      if (bytes[at] === delimiter && at < end) {
        at++;
        continue;
      }
      if (at >= end) {
        if (!last) return INCOMPLETE;
        break;
      }
      if (bytes[at++] === RETURN) {
        if (at === end && !last) return INCOMPLETE;
        if (at < end && bytes[at] === FEED) at++;
      }
      this.lineEnds++;
      break;
    }
    this.count = count;
    return this.lineEnds > MOST_LINES ? ODD : at;
  }

  /** Reads digits with sign and point. Answers where they end: at the end of the cell when it is a plain figure. */
  #figure(bytes: Uint8Array, from: number, cell: number): number {
    const negative = bytes[from] === 45;
    const first = negative ? from + 1 : from;
    let at = first;
    // Whole numbers of 32 bits are much faster than doubles; up to nine digits they hold every figure.
    let low = 0;
    let digit = (bytes[at]! - 48) >>> 0;
    while (digit <= 9) {
      low = (Math.imul(low, 10) + digit) | 0;
      digit = (bytes[++at]! - 48) >>> 0;
    }
    let digits = at - first;
    let decimals = 0;
    if (bytes[at] === POINT) {
      const point = at;
      digit = (bytes[++at]! - 48) >>> 0;
      while (digit <= 9) {
        low = (Math.imul(low, 10) + digit) | 0;
        digit = (bytes[++at]! - 48) >>> 0;
      }
      decimals = at - point - 1;
      digits += decimals;
    }
    const stop = bytes[at]!;
    if (digits > 0 && digits <= 15 && (stop === this.#delimiter || stop === FEED || stop === RETURN)) {
      const mantissa = digits <= 9 ? low : longMantissa(bytes, first, at);
      this.mantissas[cell] = negative ? -mantissa : mantissa;
      this.decimals[cell] = decimals;
    }
    return at;
  }

  /** Passes a quoted cell. Answers the byte behind its closing quote, or INCOMPLETE, or ODD. */
  #quoted(bytes: Uint8Array, open: number, end: number, last: boolean, cell: number): number {
    const quote = this.#quote;
    this.#dressed[cell] = 0;
    let at = open + 1;
    for (;;) {
      if (at >= end) return last || this.lineEnds > MOST_LINES ? ODD : INCOMPLETE;
      const byte = bytes[at]!;
      if (byte === quote) {
        if (at + 1 >= end && !last) return INCOMPLETE;
        if (at + 1 >= end || bytes[at + 1] !== quote) break;
        this.#dressed[cell] = 1;
        at += 2;
        continue;
      }
      if (byte === RETURN) {
        this.#dressed[cell] = 1;
        if (bytes[at + 1] !== FEED) this.lineEnds++;
      } else if (byte === FEED) this.lineEnds++;
      at++;
    }
    this.starts[cell] = open + 1;
    this.ends[cell] = at;
    const behind = at + 1 < end ? bytes[at + 1]! : FEED;
    return behind === this.#delimiter || behind === FEED || behind === RETURN ? at + 1 : ODD;
  }

  /** Whether a cell must be taken from `plain`. */
  isDressed(cell: number): boolean {
    return this.#dressed[cell] === 1;
  }

  /** A dressed cell written out: quotes single, line ends `\n`; it ends at `plainEnd`. Valid until the next call. */
  plain(bytes: Uint8Array, cell: number): ByteSpace {
    const end = this.ends[cell]!;
    this.#scratch = spaceFor(this.#scratch, end - this.starts[cell]!);
    const scratch = this.#scratch.bytes;
    let length = 0;
    for (let at = this.starts[cell]!; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === this.#quote) at++;
      if (byte === RETURN && bytes[at + 1] === FEED && at + 1 < end) continue;
      scratch[length++] = byte === RETURN ? FEED : byte;
    }
    this.plainEnd = length;
    return this.#scratch;
  }

  #grow(): void {
    const size = this.starts.length;
    this.starts = roomFor(this.starts, size * 2);
    this.ends = roomFor(this.ends, size * 2);
    this.mantissas = roomFor(this.mantissas, size * 2);
    this.decimals = roomFor(this.decimals, size * 2);
    this.#dressed = roomFor(this.#dressed, size * 2);
  }
}

/** The digits of a figure, its point passed over. */
function longMantissa(bytes: Uint8Array, from: number, to: number): number {
  let mantissa = 0;
  for (let at = from; at < to; at++) if (bytes[at] !== POINT) mantissa = mantissa * 10 + (bytes[at]! - 48);
  return mantissa;
}
