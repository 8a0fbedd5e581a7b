import { REASON, type Column, type NumberColumn, type SetColumn, type TextColumn, type TruthColumn } from '../../../scoring/column';
import { listWords, WordList, wordOf } from './words';

/** One file's values for a field: its column and, for each row of it, the row of the panel (−1: not placed). */
export interface Given<C extends Column = Column> {
  /** Number of the part it comes from. */
  readonly part: number;
  readonly column: C;
  readonly rows: Int32Array;
  /** Row for row. */
  readonly whole: boolean;
}

/** Told of two sources that differ: what each says, as text. */
export type OnConflict = (row: number, part: number, first: string, second: string) => void;

/** Relative difference up to which two files say the same figure: the digits a unit conversion can cost. */
const SAME = 1e-12;

/**
 * A field from every file that gives it, in the order of the files: the first present value stays, a later one that differs is told. A cell nobody
 * gives is `not_collected`; one that is given but missing keeps the first reason. A single file that fills the panel row by row is not copied.
 */
export function mergeField(given: readonly Given[], rows: number, onConflict: OnConflict): Column {
  const first = given[0]!;
  if (given.length === 1 && first.whole) return first.column;
  switch (first.column.kind) {
    case 'number':
    case 'truth':
      return mergeNumbers(given as readonly Given<NumberColumn | TruthColumn>[], rows, onConflict);
    case 'text':
      return mergeTexts(given as readonly Given<TextColumn>[], rows, onConflict);
    case 'set':
      return mergeSets(given as readonly Given<SetColumn>[], rows, onConflict);
  }
}

function notCollected(rows: number): Uint8Array {
  return new Uint8Array(rows).fill(REASON.not_collected);
}

function mergeNumbers(
  given: readonly Given<NumberColumn | TruthColumn>[],
  rows: number,
  onConflict: OnConflict,
): NumberColumn | TruthColumn {
  const values = new Float64Array(rows).fill(NaN);
  const reasons = notCollected(rows);
  for (const { column, rows: targets, part } of given) {
    for (let row = 0; row < targets.length; row++) {
      const target = targets[row]!;
      if (target === -1) continue;
      const reason = column.reasons[row]!;
      if (reasons[target] !== 0) {
        if (reason === 0) values[target] = column.values[row]!;
        if (reason === 0 || reasons[target] === REASON.not_collected) reasons[target] = reason;
      } else if (reason === 0) {
        const before = values[target]!;
        const after = column.values[row]!;
        if (Math.abs(before - after) > SAME * Math.max(Math.abs(before), Math.abs(after)))
          onConflict(target, part, String(before), String(after));
      }
    }
  }
  return { kind: given[0]!.column.kind, values, reasons };
}

function mergeTexts(given: readonly Given<TextColumn>[], rows: number, onConflict: OnConflict): TextColumn {
  const codes = new Int32Array(rows).fill(-1);
  const reasons = notCollected(rows);
  const words = new WordList();
  for (const { column, rows: targets, part } of given) {
    const list = listWords(column.words);
    const numbers = Int32Array.from(list, (word) => words.add(word));
    const all = given.length > 1 ? words.list() : list;
    for (let row = 0; row < targets.length; row++) {
      const target = targets[row]!;
      if (target === -1) continue;
      const reason = column.reasons[row]!;
      if (reasons[target] !== 0) {
        if (reason === 0) codes[target] = numbers[column.codes[row]!]!;
        if (reason === 0 || reasons[target] === REASON.not_collected) reasons[target] = reason;
      } else if (reason === 0 && codes[target] !== numbers[column.codes[row]!]!) {
        onConflict(target, part, all[codes[target]!]!, wordOf(column, row, list)!);
      }
    }
  }
  return { kind: 'text', codes, words: words.pack(), reasons };
}

function mergeSets(given: readonly Given<SetColumn>[], rows: number, onConflict: OnConflict): SetColumn {
  const words = new WordList();
  const numbers = given.map(({ column }) => words.addAll(column.words));
  const width = Math.max(1, Math.ceil(words.size / 32));
  const bits = new Uint32Array(rows * width);
  const reasons = notCollected(rows);
  const one = new Uint32Array(width);
  given.forEach(({ column, rows: targets, part }, at) => {
    for (let row = 0; row < targets.length; row++) {
      const target = targets[row]!;
      if (target === -1) continue;
      const reason = column.reasons[row]!;
      if (reason === 0) renumberBits(column, row, numbers[at]!, one);
      if (reasons[target] !== 0) {
        if (reason === 0) bits.set(one, target * width);
        if (reason === 0 || reasons[target] === REASON.not_collected) reasons[target] = reason;
      } else if (reason === 0) {
        const before = bits.subarray(target * width, (target + 1) * width);
        if (one.some((word, index) => word !== before[index]))
          onConflict(target, part, setText(before, words.list()), setText(one, words.list()));
      }
    }
  });
  return { kind: 'set', bits, width, words: words.pack(), reasons };
}

function renumberBits({ bits, width }: SetColumn, row: number, numbers: Int32Array, into: Uint32Array): void {
  into.fill(0);
  for (let index = 0; index < width; index++) {
    for (let rest = bits[row * width + index]!; rest !== 0; rest &= rest - 1) {
      const bit = numbers[index * 32 + 31 - Math.clz32(rest & -rest)]!;
      into[bit >>> 5]! |= 1 << (bit & 31);
    }
  }
}

function setText(bits: Uint32Array, words: readonly string[]): string {
  return words.filter((_, bit) => (bits[bit >>> 5]! & (1 << (bit & 31))) !== 0).join(';');
}
