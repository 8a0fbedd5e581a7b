import { REASON, wordAt, type Column, type Words } from '../../../scoring/column';
import type { ConflictDecision } from '../../model/project';
import { OPEN } from './conflicts';
import type { Given } from './merge';
import { WordList } from './words';

/** Decisions about one field, by row of the panel: the part to take, −1 for none. */
export type FieldDecisions = ReadonlyMap<number, number>;

/** Decisions as rows and parts, by field; those about a firm-year or a source that is not there are left out. `rowOf`: row of a firm's key and year, or −1. */
export function readDecisions(
  decisions: readonly ConflictDecision[],
  sources: readonly string[],
  rowOf: (firm: string, year: number) => number,
): ReadonlyMap<string, FieldDecisions> {
  const byField = new Map<string, Map<number, number>>();
  for (const { firm, year, field, take } of decisions) {
    const row = rowOf(firm, year);
    const part = take === null ? -1 : sources.indexOf(take);
    if (row === -1 || (take !== null && part === -1)) continue;
    byField.set(field, (byField.get(field) ?? new Map<number, number>()).set(row, part));
  }
  return byField;
}

/**
 * Puts what was decided into a merged column, only in the rows in which sources differ (`rows`): the value of the source taken, or none, reason
 * `conflict`. Answers the new column and what was decided row for row; a source that has no value there decides nothing.
 */
export function applyDecisions(
  column: Column,
  rows: Int32Array,
  decisions: FieldDecisions | undefined,
  given: readonly Given[],
): { readonly column: Column; readonly decided: Int16Array; readonly used: number } {
  const decided = new Int16Array(rows.length).fill(OPEN);
  if (!decisions) return { column, decided, used: 0 };
  const writer = columnWriter(column);
  const sourceRows = new Map<Given, Int32Array>();
  const rowIn = (one: Given, target: number): number => {
    let inverse = sourceRows.get(one);
    if (!inverse) {
      inverse = new Int32Array(column.reasons.length).fill(-1);
      one.rows.forEach((to, row) => to !== -1 && (inverse![to] = row));
      sourceRows.set(one, inverse);
    }
    return inverse[target]!;
  };
  let used = 0;
  rows.forEach((row, at) => {
    const part = decisions.get(row);
    if (part === undefined) return;
    const from = given.find((one) => one.part === part && rowIn(one, row) !== -1 && one.column.reasons[rowIn(one, row)] === 0);
    if (part !== -1 && !from) return;
    if (from) writer.copy(row, from.column, rowIn(from, row));
    else writer.clear(row);
    decided[at] = part;
    used++;
  });
  return { column: writer.finish(), decided, used };
}

interface Writer {
  copy(row: number, from: Column, fromRow: number): void;
  clear(row: number): void;
  finish(): Column;
}

/** Writes single cells into a copy of a merged column, whose dictionaries hold every source's words already. */
function columnWriter(column: Column): Writer {
  const reasons = column.reasons.slice();
  if (column.kind === 'text') {
    const codes = column.codes.slice();
    const number = numberer(column.words);
    return {
      copy(row, from, fromRow) {
        if (from.kind !== 'text') throw new TypeError(`a ${from.kind} was decided for a text`);
        codes[row] = number(wordAt(from.words, from.codes[fromRow]!));
        reasons[row] = REASON.present;
      },
      clear(row) {
        codes[row] = -1;
        reasons[row] = REASON.conflict;
      },
      finish: () => ({ ...column, codes, reasons }),
    };
  }
  if (column.kind === 'set') {
    const bits = column.bits.slice();
    const { width } = column;
    const number = numberer(column.words);
    const empty = (row: number): void => void bits.fill(0, row * width, (row + 1) * width);
    return {
      copy(row, from, fromRow) {
        if (from.kind !== 'set') throw new TypeError(`a ${from.kind} was decided for a set`);
        empty(row);
        for (let bit = 0; bit < from.words.ends.length; bit++) {
          if ((from.bits[fromRow * from.width + (bit >>> 5)]! & (1 << (bit & 31))) === 0) continue;
          const own = number(wordAt(from.words, bit));
          bits[row * width + (own >>> 5)]! |= 1 << (own & 31);
        }
        reasons[row] = REASON.present;
      },
      clear(row) {
        empty(row);
        reasons[row] = REASON.conflict;
      },
      finish: () => ({ ...column, bits, reasons }),
    };
  }
  const values = column.values.slice();
  return {
    copy(row, from, fromRow) {
      if (from.kind !== 'number' && from.kind !== 'truth') throw new TypeError(`a ${from.kind} was decided for a ${column.kind}`);
      values[row] = from.values[fromRow]!;
      reasons[row] = REASON.present;
    },
    clear(row) {
      values[row] = NaN;
      reasons[row] = REASON.conflict;
    },
    finish: () => ({ ...column, values, reasons }),
  };
}

function numberer(words: Words): (word: string) => number {
  const list = new WordList();
  list.addAll(words);
  return (word) => list.find(word)!;
}
