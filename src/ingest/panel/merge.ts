import { REASON, type Column, type NumberColumn, type SetColumn, type TextColumn, type TruthColumn } from '../../../scoring/column';
import type { Marks } from './marks';
import { WordList } from './words';

/** One file's values for a field: its column and, for each row of it, the row of the panel (−1: not placed). */
export interface Given<C extends Column = Column> {
  /** Number of the part it comes from. */
  readonly part: number;
  readonly column: C;
  readonly rows: Int32Array;
  /** Row for row. */
  readonly whole: boolean;
  /** Relative difference from a stronger source that does not count. */
  readonly tolerance: number;
}

/** Whether two texts say the same though they are written differently. */
export type SameText = (one: string, other: string) => boolean;

/** Relative difference up to which two files say the same figure: the digits a unit conversion can cost. */
const SAME = 1e-12;

/**
 * A field from every file that gives it, strongest first: the first present value stays, a cell in which a later one differs is marked. A cell nobody
 * gives is `not_collected`; one that is given but missing keeps the first reason. A single file that fills the panel row by row is not copied.
 */
export function mergeField(given: readonly Given[], rows: number, marks: Marks, sameText: SameText = () => false): Column {
  const first = given[0]!;
  if (given.length === 1 && first.whole) return first.column;
  switch (first.column.kind) {
    case 'number':
    case 'truth':
      return mergeNumbers(given as readonly Given<NumberColumn | TruthColumn>[], rows, marks);
    case 'text':
      return mergeTexts(given as readonly Given<TextColumn>[], rows, marks, sameText);
    case 'set':
      return mergeSets(given as readonly Given<SetColumn>[], rows, marks);
  }
}

function notCollected(rows: number): Uint8Array {
  return new Uint8Array(rows).fill(REASON.not_collected);
}

function mergeNumbers(given: readonly Given<NumberColumn | TruthColumn>[], rows: number, marks: Marks): NumberColumn | TruthColumn {
  const values = new Float64Array(rows).fill(NaN);
  const reasons = notCollected(rows);
  for (const { column, rows: targets, tolerance } of given) {
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
        if (before === after) continue;
        const most = Math.max(SAME * Math.max(Math.abs(before), Math.abs(after)), tolerance * Math.abs(before));
        if (Math.abs(before - after) > most) marks.add(target);
      }
    }
  }
  return { kind: given[0]!.column.kind, values, reasons };
}

function mergeTexts(given: readonly Given<TextColumn>[], rows: number, marks: Marks, sameText: SameText): TextColumn {
  const codes = new Int32Array(rows).fill(-1);
  const reasons = notCollected(rows);
  const words = new WordList();
  for (const { column, rows: targets } of given) {
    const numbers = words.addAll(column.words);
    for (let row = 0; row < targets.length; row++) {
      const target = targets[row]!;
      if (target === -1) continue;
      const reason = column.reasons[row]!;
      const number = reason === 0 ? numbers[column.codes[row]!]! : -1;
      if (reasons[target] !== 0) {
        if (reason === 0) codes[target] = number;
        if (reason === 0 || reasons[target] === REASON.not_collected) reasons[target] = reason;
      } else if (reason === 0 && codes[target] !== number && !sameText(words.word(codes[target]!), words.word(number))) marks.add(target);
    }
  }
  return { kind: 'text', codes, words: words.pack(), reasons };
}

function mergeSets(given: readonly Given<SetColumn>[], rows: number, marks: Marks): SetColumn {
  const words = new WordList();
  const numbers = given.map(({ column }) => words.addAll(column.words));
  const width = Math.max(1, Math.ceil(words.size / 32));
  const bits = new Uint32Array(rows * width);
  const reasons = notCollected(rows);
  const one = new Uint32Array(width);
  given.forEach(({ column, rows: targets }, at) => {
    for (let row = 0; row < targets.length; row++) {
      const target = targets[row]!;
      if (target === -1) continue;
      const reason = column.reasons[row]!;
      if (reason === 0) renumberBits(column, row, numbers[at]!, one);
      if (reasons[target] !== 0) {
        if (reason === 0) bits.set(one, target * width);
        if (reason === 0 || reasons[target] === REASON.not_collected) reasons[target] = reason;
      } else if (reason === 0) {
        for (let index = 0; index < width; index++) if (one[index] !== bits[target * width + index]) marks.add(target);
      }
    }
  });
  return { kind: 'set', bits, width, words: words.pack(), reasons };
}

/** Sets that add up: a row holds what any of them gives it. A row to which nobody gives a set keeps the first reason. */
export function uniteSets(given: readonly Given<SetColumn>[], rows: number): SetColumn {
  const words = new WordList();
  const numbers = given.map(({ column }) => words.addAll(column.words));
  const width = Math.max(1, Math.ceil(words.size / 32));
  const bits = new Uint32Array(rows * width);
  const reasons = notCollected(rows);
  const one = new Uint32Array(width);
  given.forEach(({ column, rows: targets }, at) => {
    for (let row = 0; row < targets.length; row++) {
      const target = targets[row]!;
      if (target === -1) continue;
      const reason = column.reasons[row]!;
      if (reason !== 0) {
        if (reasons[target] === REASON.not_collected) reasons[target] = reason;
        continue;
      }
      renumberBits(column, row, numbers[at]!, one);
      for (let index = 0; index < width; index++) bits[target * width + index]! |= one[index]!;
      reasons[target] = 0;
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
