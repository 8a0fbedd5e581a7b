import Papa from 'papaparse';
import type { Dialect } from '../model/source';
import { EscapedParser } from './escaped-rows';

/** Takes a row: its cells, the line it begins on (from 1), whether its quotes were broken, and its text as `text.slice(start, end)`. False stops. */
export type TakeRow = (cells: string[], line: number, stray: boolean, text: string, start: number, end: number) => boolean | void;

export interface Step {
  readonly data: readonly string[][];
  readonly errors: readonly unknown[];
  readonly meta: { readonly cursor: number };
}
export interface LowParser {
  parse(text: string, base: number, ignoreLast: boolean): unknown;
  abort(): void;
}
// The parser below `Papa.parse`: that one strips a byte-order mark from each piece of text, which would shift its cursor.
const { Parser } = Papa as unknown as { Parser: new (config: object) => LowParser };

/** A quoted cell may run over this many lines; a longer one is a stray quote that swallows rows. */
const LONGEST_CELL = 50;

interface Held {
  readonly cells: string[];
  readonly start: number;
  readonly end: number;
  readonly bad: boolean;
}

/**
 * Splits text into rows with PapaParse. Text comes in pieces of any size, line ends as `\n`.
 * Where quotes do not close, or a quoted cell runs over more than 50 lines, only the one line is read without quotes and marked stray.
 */
export class TextRows {
  /** Line on which the next row begins. */
  line = 1;
  #buffer = '';
  #stopped = false;
  readonly #take: TakeRow;
  readonly #delimiter: string;
  readonly #quote: string;
  readonly #isEscaped: boolean;

  constructor(dialect: Pick<Dialect, 'delimiter' | 'quote' | 'escape'>, take: TakeRow) {
    this.#delimiter = dialect.delimiter;
    this.#quote = dialect.quote;
    this.#isEscaped = dialect.escape !== undefined;
    this.#take = take;
  }

  /** Characters of the row that is not whole yet. */
  get pending(): number {
    return this.#buffer.length;
  }

  /** Reads on; false once the taker wants no more. */
  push(text: string, last: boolean): boolean {
    this.#buffer += text;
    // Without a line end no row can be whole: a long line is not parsed again with each piece.
    if (!last && !text.includes('\n')) return !this.#stopped;
    let again = true;
    while (again && !this.#stopped) again = this.#run(this.#buffer, last);
    return !this.#stopped;
  }

  /** Parses the buffer and keeps what is left. True when a stray line was passed and parsing must start again behind it. */
  #run(text: string, last: boolean): boolean {
    let held: Held | null = null;
    let before = 0;
    let behind = -1;
    const step = (result: Step): void => {
      const ready = held;
      held = { cells: result.data[0]!, start: before, end: result.meta.cursor, bad: result.errors.length > 0 };
      before = result.meta.cursor;
      if (ready) behind = this.#settle(text, ready);
      if (behind !== -1 || this.#stopped) parser.abort();
    };
    const parser = this.#parser(step);
    parser.parse(text, 0, false);
    // The last row is what stands behind the last line end: nothing, or a row that goes on in the next piece.
    const rest = behind === -1 && !this.#stopped ? (held as Held | null) : null;
    if (rest && rest.start < text.length) {
      const whole = last || lineEnds(text, rest.start, rest.end) > LONGEST_CELL;
      behind = whole ? this.#settle(text, rest) : rest.start;
      if (!whole) {
        this.#buffer = text.slice(behind);
        return false;
      }
    }
    this.#buffer = behind === -1 ? '' : text.slice(behind);
    return this.#buffer !== '';
  }

  #parser(step: (result: Step) => void): LowParser {
    if (this.#isEscaped) return new EscapedParser(this.#delimiter, this.#quote, step);
    const [quoteChar, fastMode] = this.#quote === '' ? ['"', true] : [this.#quote, undefined];
    return new Parser({ delimiter: this.#delimiter, newline: '\n', quoteChar, fastMode, step });
  }

  /** Hands a row on. Answers where the next line begins when only the row's first line could be taken, else −1. */
  #settle(text: string, row: Held): number {
    const ends = lineEnds(text, row.start, row.end);
    if (!row.bad && ends <= LONGEST_CELL + 1) {
      this.#give(row.cells, false, text, row.start, row.end, ends);
      return -1;
    }
    const lineEnd = text.indexOf('\n', row.start);
    const end = lineEnd === -1 ? text.length : lineEnd + 1;
    const cells = text.slice(row.start, lineEnd === -1 ? end : lineEnd).split(this.#delimiter);
    this.#give(
      cells.map((cell) => this.#unquoted(cell)),
      true,
      text,
      row.start,
      end,
      lineEnd === -1 ? 0 : 1,
    );
    return end;
  }

  #give(cells: string[], stray: boolean, text: string, start: number, end: number, ends: number): void {
    if (this.#take(cells, this.line, stray, text, start, end) === false) this.#stopped = true;
    this.line += ends;
  }

  /** In a stray line the cells with a pair of quotes around them lose these; the others keep theirs as text. */
  #unquoted(cell: string): string {
    const quote = this.#quote;
    if (cell.length < 2 || !cell.startsWith(quote) || !cell.endsWith(quote)) return cell;
    return cell.slice(1, -1).replaceAll(quote + quote, quote);
  }
}

function lineEnds(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
