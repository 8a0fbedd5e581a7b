import { DIMENSIONS, type Dimension, type Segment } from './board/format';
import { chosenCodes } from './chosen';
import { type Column, type SetColumn, unpackWords } from './column';
import type { Panel } from './panel';
import type { RowCodes } from './rank-within';
import type { Naming, Scheme } from './scheme/format';
import type { Evaluated } from './scored';

/** The field behind each dimension. `stage` is the field only where the scheme has no stages of its own; chosen groups have none. */
export const DIMENSION_FIELD: Readonly<Record<Exclude<Dimension, 'chosen'>, string>> = {
  industry: 'industry',
  type: 'titles',
  district: 'district',
  stage: 'stage',
  size: 'size_class',
  chain: 'chain',
  age: 'age_band',
  support: 'support_kinds',
};
/** A missing segment value is a value of its own, shown as unknown: no firm drops out of a cut. */
export const UNKNOWN = '?';
/** The known "none": no title, no chain. */
export const NONE = '';

/** What segments are made of. */
export interface Cut {
  readonly panel: Panel;
  readonly scheme: Pick<Scheme, 'stages'>;
  readonly evaluated: Pick<Evaluated, 'stage'>;
}

/** The segments of a dimension: code → value, and the code or codes of each row. Every row has at least one. */
export interface SegmentCodes extends RowCodes {
  readonly values: readonly string[];
}

const ofField = new WeakMap<Column, SegmentCodes>();
const ofStage = new WeakMap<Int16Array, SegmentCodes>();

/** The codes of a dimension; null where the data do not offer it: no such field, or nothing in it; no chosen group. Computed once a column. */
export function segmentCodes(cut: Cut, dimension: Dimension): SegmentCodes | null {
  if (dimension === 'chosen') return chosenCodes(cut.panel);
  if (dimension === 'stage' && cut.scheme.stages.length > 0) {
    const { stage } = cut.evaluated;
    let codes = ofStage.get(stage);
    if (!codes) {
      const values = cut.scheme.stages.map(({ id }) => id);
      ofStage.set(stage, (codes = plainCodes(values, stage, new Uint8Array(stage.length))));
    }
    return codes;
  }
  const column = cut.panel.fields.get(DIMENSION_FIELD[dimension]);
  if (!column || column.reasons.every((reason) => reason !== 0)) return null;
  let codes = ofField.get(column);
  if (!codes) ofField.set(column, (codes = columnCodes(column)));
  return codes;
}

/** Dimensions the data offer, in their usual order. */
export function offeredDimensions(cut: Cut): Dimension[] {
  return DIMENSIONS.filter((dimension) => segmentCodes(cut, dimension) !== null);
}

function columnCodes(column: Column): SegmentCodes {
  if (column.kind === 'set') return setCodes(column);
  if (column.kind === 'text') return plainCodes(unpackWords(column.words), column.codes, column.reasons);
  const { codes, list } = numberWords(column.values);
  return plainCodes(list, codes, column.reasons);
}

/** Numbers or truth values used as segments, by their text. */
function numberWords(values: Float64Array): { codes: Int32Array; list: string[] } {
  const seen = new Map<number, number>();
  const codes = new Int32Array(values.length).fill(-1);
  values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    const code = seen.get(value) ?? seen.size;
    seen.set(value, code);
    codes[row] = code;
  });
  return { codes, list: [...seen.keys()].map(String) };
}

/** One value a row; without one it is unknown. */
function plainCodes(words: readonly string[], given: Int32Array | Int16Array, reasons: Uint8Array): SegmentCodes {
  const values = [...words];
  const codes = new Int32Array(given.length);
  let unknown = -1;
  for (let row = 0; row < codes.length; row++) {
    if (given[row]! >= 0 && reasons[row] === 0) {
      codes[row] = given[row]!;
      continue;
    }
    if (unknown < 0) unknown = valueCode(values, UNKNOWN);
    codes[row] = unknown;
  }
  return { values, codes, offsets: null, count: values.length };
}

function valueCode(values: string[], value: string): number {
  const at = values.indexOf(value);
  return at >= 0 ? at : values.push(value) - 1;
}

/** Several values a row: one code for each word held, the code of none for the empty set. */
function setCodes(column: SetColumn): SegmentCodes {
  const { bits, width, reasons } = column;
  const rows = reasons.length;
  const values = unpackWords(column.words);
  const none = valueCode(values, NONE);
  const unknown = valueCode(values, UNKNOWN);
  const offsets = new Int32Array(rows + 1);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    offsets[row] = total;
    let held = 0;
    if (reasons[row] === 0) for (let at = row * width; at < (row + 1) * width; at++) held += bitCount(bits[at]!);
    total += Math.max(1, held);
  }
  offsets[rows] = total;
  const codes = new Int32Array(total);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    const from = next;
    if (reasons[row] === 0) {
      for (let at = 0; at < width; at++) {
        for (let left = bits[row * width + at]!; left !== 0; left &= left - 1) codes[next++] = at * 32 + 31 - Math.clz32(left & -left);
      }
    }
    if (next === from) codes[next++] = reasons[row] === 0 ? none : unknown;
  }
  return { values, codes, offsets, count: values.length };
}

function bitCount(word: number): number {
  let count = 0;
  for (let left = word; left !== 0; left &= left - 1) count++;
  return count;
}

/**
 * Which of some rows, or of all, are in the segment: 1 for a row in the chosen value of every dimension named. A dimension or value the data
 * lack has no rows.
 */
export function segmentMembers(cut: Cut, segment: Segment, rows: Int32Array | null = null): Uint8Array {
  const inside = new Uint8Array(rows?.length ?? cut.panel.rows).fill(1);
  for (const dimension of DIMENSIONS) {
    const value = segment[dimension];
    if (value === undefined) continue;
    const codes = segmentCodes(cut, dimension);
    const code = codes ? codes.values.indexOf(value) : -1;
    if (!codes || code < 0) return inside.fill(0);
    keepCode(inside, codes, code, rows);
  }
  return inside;
}

function keepCode(inside: Uint8Array, { codes, offsets }: SegmentCodes, code: number, rows: Int32Array | null): void {
  for (let i = 0; i < inside.length; i++) {
    const row = rows ? rows[i]! : i;
    if (!offsets) {
      if (codes[row] !== code) inside[i] = 0;
      continue;
    }
    let found = 0;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) if (codes[at] === code) found = 1;
    inside[i]! &= found;
  }
}

/** The values a row has in a dimension; empty where the dimension is not offered. */
export function segmentValues(cut: Cut, dimension: Dimension, row: number): string[] {
  const found = segmentCodes(cut, dimension);
  if (!found) return [];
  const { codes, offsets, values } = found;
  if (!offsets) return [values[codes[row]!]!];
  return Array.from(codes.subarray(offsets[row], offsets[row + 1]), (code) => values[code]!);
}

/** Name of a value that is an id: a stage of the scheme, a chosen group. null where a value is its own name, or nobody's. */
export function valueName(cut: Cut, dimension: Dimension, value: string): Naming | null {
  if (dimension === 'stage') return cut.scheme.stages.find(({ id }) => id === value)?.name ?? null;
  const chosen = dimension === 'chosen' && value !== NONE ? chosenCodes(cut.panel) : null;
  const name = chosen?.names[chosen.values.indexOf(value)];
  return name === undefined ? null : { zh: name, en: name };
}

/** Whether one row is in the segment. */
export function isMember(cut: Cut, segment: Segment, row: number): boolean {
  return DIMENSIONS.every((dimension) => {
    const value = segment[dimension];
    return value === undefined || segmentValues(cut, dimension, row).includes(value);
  });
}
