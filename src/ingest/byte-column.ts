import { type Column, packWords, REASON } from '../../scoring/column';
import { type ByteColumn, readBytes } from './byte-outcome';
import type { ByteSpace } from './byte-space';
import { ByteWords, UNSEEN } from './byte-words';
import { columnRoom, sized } from './column-room';
import type { CellRule, Outcome } from './read-cell';
import { WordColumn } from './word-column';

/** The column for a rule: figures as they are, all else by remembering what each different cell was read as. */
export function byteColumn(rule: CellRule): ByteColumn {
  const { kind } = rule;
  if (kind === 'text' || kind === 'code') return new WordColumn(rule);
  if (kind === 'set') return new SetColumnOfBytes(rule);
  return kind === 'flag' || kind === 'date' || kind === 'year' ? new RecalledColumn(rule) : new FigureColumn(rule);
}

const POWERS = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/** Numbers, amounts, counts and shares. */
export class FigureColumn implements ByteColumn {
  /** Plain figures may come by `figure`. Not so while a null word looks like one (`-99`) or the unit is not answered. */
  readonly direct: boolean;
  #values = new Float64Array(0);
  #reasons = new Uint8Array(0);
  readonly #rule: CellRule;
  readonly #exponent: number;

  constructor(rule: CellRule) {
    this.#rule = rule;
    this.#exponent = rule.number.exponent;
    this.direct = !rule.number.asked && ![...rule.nulls].some((word) => /^-?[\d.]*\d[\d.]*$/.test(word));
  }

  reserve(rows: number): void {
    this.#values = columnRoom(this.#values, rows);
    this.#reasons = columnRoom(this.#reasons, rows);
  }

  /** Takes mantissa × 10^−decimals, at most 15 digits. False where one operation would not round exactly; then `put` must read the cell. */
  figure(row: number, mantissa: number, decimals: number): boolean {
    const power = this.#exponent - decimals;
    if (power < -22 || power > 22) return false;
    // Both operands are exact doubles, so the one operation rounds once (Clinger 1990); + 0 turns −0 into 0.
    this.#values[row] = (power < 0 ? mantissa / POWERS[-power]! : mantissa * POWERS[power]!) + 0;
    return true;
  }

  put(row: number, from: ByteSpace, start: number, end: number): number {
    const { value, reason, note } = start === end ? BLANK : readBytes(from, start, end, this.#rule);
    this.#values[row] = reason === 0 ? (value as number) : NaN;
    this.#reasons[row] = reason;
    return note;
  }

  refuse(row: number): void {
    this.#values[row] = NaN;
    this.#reasons[row] = REASON.unreadable;
  }

  finish(rows: number): Column {
    return { kind: 'number', values: sized(this.#values, rows), reasons: sized(this.#reasons, rows) };
  }
}

const BLANK: Outcome = { value: null, reason: REASON.blank, note: 0 };
const REFUSED: Outcome = { value: null, reason: REASON.unreadable, note: 0 };

/** What the different cells of a column were read as, each read once. */
class Recall {
  readonly outcomes: Outcome[] = [];
  readonly #words = new ByteWords();
  readonly #rule: CellRule;

  constructor(rule: CellRule) {
    this.#rule = rule;
  }

  /** The number of the outcome of a cell. */
  of(from: ByteSpace, start: number, end: number): number {
    const known = this.#words.mark(from, start, end);
    if (known !== UNSEEN) return known;
    this.#words.set(this.outcomes.length);
    return this.outcomes.push(readBytes(from, start, end, this.#rule)) - 1;
  }

  /** The number of the outcome of a cell that has no value. */
  refused(): number {
    const known = this.outcomes.indexOf(REFUSED);
    return known === -1 ? this.outcomes.push(REFUSED) - 1 : known;
  }
}

/** Flags, dates and years. */
class RecalledColumn implements ByteColumn {
  #values = new Float64Array(0);
  #reasons = new Uint8Array(0);
  readonly #recall: Recall;
  readonly #kind: 'truth' | 'number';

  constructor(rule: CellRule) {
    this.#recall = new Recall(rule);
    this.#kind = rule.kind === 'flag' ? 'truth' : 'number';
  }

  reserve(rows: number): void {
    this.#values = columnRoom(this.#values, rows);
    this.#reasons = columnRoom(this.#reasons, rows);
  }

  put(row: number, from: ByteSpace, start: number, end: number): number {
    const { value, reason, note } = this.#recall.outcomes[this.#recall.of(from, start, end)]!;
    this.#values[row] = reason === 0 ? (value as number) : NaN;
    this.#reasons[row] = reason;
    return note;
  }

  refuse(row: number): void {
    this.#values[row] = NaN;
    this.#reasons[row] = REASON.unreadable;
  }

  finish(rows: number): Column {
    return { kind: this.#kind, values: sized(this.#values, rows), reasons: sized(this.#reasons, rows) };
  }
}

/** Sets: each row keeps the number of its outcome; bits are made at the end, when the number of words is known. */
class SetColumnOfBytes implements ByteColumn {
  #outcomeOf = new Int32Array(0);
  readonly #recall: Recall;

  constructor(rule: CellRule) {
    this.#recall = new Recall(rule);
  }

  reserve(rows: number): void {
    this.#outcomeOf = columnRoom(this.#outcomeOf, rows);
  }

  put(row: number, from: ByteSpace, start: number, end: number): number {
    const index = this.#recall.of(from, start, end);
    this.#outcomeOf[row] = index;
    return this.#recall.outcomes[index]!.note;
  }

  refuse(row: number): void {
    this.#outcomeOf[row] = this.#recall.refused();
  }

  finish(rows: number): Column {
    // Outcomes stand in the order in which they first came, so their words do too.
    const bitOf = new Map<string, number>();
    const lists = this.#recall.outcomes.map(({ value, reason }) => (reason === 0 ? (value as readonly string[]) : []));
    for (const word of lists.flat()) if (!bitOf.has(word)) bitOf.set(word, bitOf.size);
    const bitLists = lists.map((list) => list.map((word) => bitOf.get(word)!));
    const width = Math.max(1, Math.ceil(bitOf.size / 32));
    const bits = columnRoom(new Uint32Array(0), rows * width);
    const reasons = columnRoom(new Uint8Array(0), rows);
    for (let row = 0; row < rows; row++) {
      const index = this.#outcomeOf[row]!;
      reasons[row] = this.#recall.outcomes[index]!.reason;
      for (const bit of bitLists[index]!) bits[row * width + (bit >>> 5)]! |= 1 << (bit & 31);
    }
    return { kind: 'set', bits, width, words: packWords([...bitOf.keys()]), reasons };
  }
}
