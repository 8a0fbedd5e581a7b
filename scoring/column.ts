/**
 * Columns: the one shape in which values travel between ingest, scoring and the engine.
 * A cell is missing exactly where its reason is not 0; a number column then holds NaN, a text column code −1, a set column no bit.
 */

/** Why a cell has no value. The position in this list is the byte stored in `reasons`; append only. */
export const REASONS = [
  'present',
  'blank', // the cell is empty or holds an agreed null word
  'unreadable', // text that is not a value of this kind; the ledger has the raw text
  'out_of_range', // read, but impossible for this field
  'not_applicable',
  'not_collected', // no loaded source gives this field for this firm and year
  'no_earlier_year', // the year looked back at is not loaded for this firm
  'zero_base', // growth from zero
  'negative_base', // growth from a negative figure
  'divided_by_zero',
  'not_finite', // overflow, or a function outside its domain
  'constant', // a relative rule over equal values separates nobody
  'too_few', // comparison set smaller than the rule needs
  'absence_unknown', // not on a list whose absence means nothing
  'unit_unknown', // a money column whose unit was not answered
  'no_stage',
  'conflict', // sources differ and nobody decided
  'excluded', // set aside by a person on the quality page; the record says why
  'zero_not_allowed', // a ratio to the best over a set with a value of 0 or less
  'incomplete_group', // of a group: less of its weight has a value than the scheme asks for
] as const;
export type Reason = (typeof REASONS)[number];

/** The byte of a reason. */
export const REASON = Object.fromEntries(REASONS.map((name, code) => [name, code])) as Readonly<Record<Reason, number>>;

/** Strings packed as UTF-8, so that a million of them cross a worker border by transfer. `ends[i]` is the byte after string i. */
export interface Words {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
  readonly reasons: Uint8Array;
}
/** Truth values as 1 and 0. */
export interface TruthColumn {
  readonly kind: 'truth';
  readonly values: Float64Array;
  readonly reasons: Uint8Array;
}
export interface TextColumn {
  readonly kind: 'text';
  readonly codes: Int32Array;
  readonly words: Words;
  readonly reasons: Uint8Array;
}
/** Bit b of row r is word b: `bits[r * width + (b >>> 5)] & (1 << (b & 31))`. A present cell without a bit is the empty set. */
export interface SetColumn {
  readonly kind: 'set';
  readonly bits: Uint32Array;
  readonly width: number;
  readonly words: Words;
  readonly reasons: Uint8Array;
}
export type Column = NumberColumn | TruthColumn | TextColumn | SetColumn;
export type ColumnKind = Column['kind'];

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** How many strings are packed. */
export function wordCount(words: Words): number {
  return words.ends.length;
}

/** String i; throws when there is none. */
export function wordAt(words: Words, index: number): string {
  const end = words.ends[index];
  if (end === undefined) throw new RangeError(`no word at ${index}, there are ${words.ends.length}`);
  return decoder.decode(words.bytes.subarray(index === 0 ? 0 : words.ends[index - 1]!, end));
}

/** All strings, in order. */
export function unpackWords(words: Words): string[] {
  return Array.from(words.ends, (_, index) => wordAt(words, index));
}

/** Packs strings in order. */
export function packWords(list: readonly string[]): Words {
  const parts = list.map((word) => encoder.encode(word));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  const ends = new Uint32Array(parts.length);
  let end = 0;
  parts.forEach((part, index) => {
    bytes.set(part, end);
    end += part.length;
    ends[index] = end;
  });
  return { bytes, ends };
}

/** A text column from strings; null is blank. Words are numbered by first appearance. */
export function textColumn(list: readonly (string | null)[]): TextColumn {
  const seen = new Map<string, number>();
  const reasons = new Uint8Array(list.length);
  const codes = Int32Array.from(list, (word, row) => {
    if (word === null) {
      reasons[row] = REASON.blank;
      return -1;
    }
    const code = seen.get(word) ?? seen.size;
    seen.set(word, code);
    return code;
  });
  return { kind: 'text', codes, words: packWords([...seen.keys()]), reasons };
}

/** A number column from numbers; null or NaN is blank. */
export function numberColumn(list: readonly (number | null)[]): NumberColumn {
  const values = Float64Array.from(list, (value) => value ?? NaN);
  return { kind: 'number', values, reasons: Uint8Array.from(values, (value) => (Number.isNaN(value) ? REASON.blank : 0)) };
}

/** A set column from lists of words; null is blank, [] is the known empty set. */
export function setColumn(list: readonly (readonly string[] | null)[]): SetColumn {
  const seen = new Map<string, number>();
  for (const words of list) for (const word of words ?? []) if (!seen.has(word)) seen.set(word, seen.size);
  const width = Math.max(1, Math.ceil(seen.size / 32));
  const bits = new Uint32Array(list.length * width);
  const reasons = new Uint8Array(list.length);
  list.forEach((words, row) => {
    if (words === null) reasons[row] = REASON.blank;
    for (const word of words ?? []) {
      const bit = seen.get(word)!;
      bits[row * width + (bit >>> 5)]! |= 1 << (bit & 31);
    }
  });
  return { kind: 'set', bits, width, words: packWords([...seen.keys()]), reasons };
}

/** Whether row r of a set holds word number b. */
export function hasBit(column: SetColumn, row: number, bit: number): boolean {
  return (column.bits[row * column.width + (bit >>> 5)]! & (1 << (bit & 31))) !== 0;
}
