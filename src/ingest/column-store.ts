import { type Column, packWords, REASON } from '../../scoring/column';
import type { FieldKind } from '../model/source';
import type { Outcome } from './read-cell';

/** A column that grows row by row from what its cells were read as. */
export interface ColumnStore {
  put(row: number, outcome: Outcome): void;
  finish(rows: number): Column;
}

/** The store for a kind: text and codes as words, sets as bits, flags as truth values, all else as numbers. */
export function columnStore(kind: FieldKind): ColumnStore {
  if (kind === 'set') return setStore();
  if (kind === 'text' || kind === 'code') return textStore();
  return numberStore(kind === 'flag' ? 'truth' : 'number');
}

/** `array` or a copy of it with room for `index`, filled on with `fill`. */
export function roomFor<T extends Float64Array | Int32Array | Uint8Array | Uint32Array | Int8Array>(array: T, index: number, fill = 0): T {
  if (index < array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(Math.max(index + 1, Math.ceil(array.length * 1.5), 1024));
  larger.set(array);
  if (fill !== 0) larger.fill(fill, array.length);
  return larger;
}

function numberStore(kind: 'number' | 'truth'): ColumnStore {
  let values = new Float64Array(0);
  let reasons = new Uint8Array(0);
  return {
    put(row, { value, reason }) {
      values = roomFor(values, row);
      reasons = roomFor(reasons, row);
      values[row] = reason === 0 ? (value as number) : NaN;
      reasons[row] = reason;
    },
    finish: (rows) => ({ kind, values: values.slice(0, rows), reasons: reasons.slice(0, rows) }),
  };
}

function textStore(): ColumnStore {
  let codes = new Int32Array(0);
  let reasons = new Uint8Array(0);
  const words = new Map<string, number>();
  return {
    put(row, { value, reason }) {
      codes = roomFor(codes, row);
      reasons = roomFor(reasons, row);
      codes[row] = reason === 0 ? codeOf(words, value as string) : -1;
      reasons[row] = reason;
    },
    finish: (rows) => ({ kind: 'text', codes: codes.slice(0, rows), words: packWords([...words.keys()]), reasons: reasons.slice(0, rows) }),
  };
}

function setStore(): ColumnStore {
  const words = new Map<string, number>();
  const kinds = new Map<string, number>();
  const lists: (readonly number[])[] = [];
  let rowsOf = new Int32Array(0);
  let reasons = new Uint8Array(0);
  return {
    put(row, { value, reason }) {
      rowsOf = roomFor(rowsOf, row);
      reasons = roomFor(reasons, row);
      reasons[row] = reason;
      if (reason !== 0) return;
      // Few different sets stand in many rows: each is kept once.
      const list = (value as readonly string[]).map((word) => codeOf(words, word));
      const kind = codeOf(kinds, list.join());
      lists[kind] = list;
      rowsOf[row] = kind;
    },
    finish(rows) {
      const width = Math.max(1, Math.ceil(words.size / 32));
      const bits = new Uint32Array(rows * width);
      for (let row = 0; row < rows; row++) {
        if (reasons[row] !== REASON.present) continue;
        for (const bit of lists[rowsOf[row]!]!) bits[row * width + (bit >>> 5)]! |= 1 << (bit & 31);
      }
      return { kind: 'set', bits, width, words: packWords([...words.keys()]), reasons: reasons.slice(0, rows) };
    },
  };
}

function codeOf(codes: Map<string, number>, key: string): number {
  const known = codes.get(key);
  if (known !== undefined) return known;
  codes.set(key, codes.size);
  return codes.size - 1;
}
