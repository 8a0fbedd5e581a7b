import {
  Bool,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int32,
  List,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
  Vector,
  type Data,
  type DataType,
} from 'apache-arrow';
import type { SetColumn, TextColumn, Words } from '../../scoring/column';
import type { WrittenColumn } from './written-column';

/**
 * Columns as an Arrow IPC stream. Missing is null. Built from typed arrays alone: the library's builders compile code and fail under our content
 * policy. Names come out as given, repeated ones too.
 */
export function writeArrow(rows: number, columns: readonly WrittenColumn[], metadata: ReadonlyMap<string, string> = new Map()): Uint8Array {
  return RecordBatchStreamWriter.writeAll([batch(rows, columns, metadata)]).toUint8Array(true);
}

/** The same as an Arrow IPC file, which is what other programs mean by `.arrow`. */
export function writeArrowFile(
  rows: number,
  columns: readonly WrittenColumn[],
  metadata: ReadonlyMap<string, string> = new Map(),
): Uint8Array {
  return RecordBatchFileWriter.writeAll([batch(rows, columns, metadata)]).toUint8Array(true);
}

function batch(rows: number, columns: readonly WrittenColumn[], metadata: ReadonlyMap<string, string>): RecordBatch {
  const children = columns.map((one, id) => dataOf(one, rows, id));
  const fields = columns.map(({ name, metadata: own }, at) => new Field(name, children[at]!.type, true, new Map(own ?? [])));
  const schema = new Schema(fields, new Map(metadata));
  return new RecordBatch(schema, makeData({ type: new Struct(fields), length: rows, nullCount: 0, children }));
}

function dataOf({ name, column, as }: WrittenColumn, rows: number, id: number): Data<DataType> {
  if (column.reasons.length !== rows) throw new RangeError(`column ${name} has ${column.reasons.length} rows, not ${rows}`);
  const validity = validityOf(column.reasons);
  if (column.kind === 'text') return textData(column, rows, id, validity);
  if (column.kind === 'set') return setData(column, rows, validity);
  if (column.kind === 'truth') return makeData({ type: new Bool(), length: rows, ...validity, data: packed(column.values) });
  if (as === undefined) return makeData({ type: new Float64(), length: rows, ...validity, data: column.values });
  const data = Int32Array.from(column.values, (value) => (Number.isNaN(value) ? 0 : value));
  if (data.some((value, row) => column.reasons[row] === 0 && value !== column.values[row]))
    throw new TypeError(`column ${name} is not whole numbers`);
  return as === 'date'
    ? makeData({ type: new DateDay(), length: rows, ...validity, data })
    : makeData({ type: new Int32(), length: rows, ...validity, data });
}

/** Bit set: present. */
function validityOf(reasons: Uint8Array): { readonly nullCount: number; readonly nullBitmap: Uint8Array } {
  const nullBitmap = new Uint8Array((reasons.length + 7) >> 3);
  let nullCount = 0;
  for (let row = 0; row < reasons.length; row++) {
    if (reasons[row] === 0) nullBitmap[row >> 3]! |= 1 << (row & 7);
    else nullCount++;
  }
  return { nullCount, nullBitmap };
}

function packed(values: Float64Array): Uint8Array {
  const bits = new Uint8Array((values.length + 7) >> 3);
  for (let row = 0; row < values.length; row++) if (values[row] === 1) bits[row >> 3]! |= 1 << (row & 7);
  return bits;
}

type Validity = ReturnType<typeof validityOf>;

function wordData({ bytes, ends }: Words): Data<Utf8> {
  const valueOffsets = new Int32Array(ends.length + 1);
  valueOffsets.set(ends, 1);
  return makeData({ type: new Utf8(), length: ends.length, nullCount: 0, valueOffsets, data: bytes });
}

/** Codes with their dictionary where words repeat; plain text where most rows have their own (a slice of a long column, mostly). */
function textData(column: TextColumn, rows: number, id: number, validity: Validity): Data<DataType> {
  const { words, codes } = column;
  if (words.ends.length * 2 > rows) return makeData({ type: new Utf8(), length: rows, ...validity, ...spread(words, codes) });
  const dictionary = new Vector([wordData(words)]);
  // Code 0 under a null: readers may look a code up before they look at the validity.
  const data = codes.map((code) => Math.max(0, code));
  return makeData({ type: new Dictionary(new Utf8(), new Int32(), id), length: rows, ...validity, data, dictionary });
}

/** The words of some codes one after another; a code of −1 gives nothing. */
function spread({ bytes, ends }: Words, codes: Int32Array): { readonly valueOffsets: Int32Array; readonly data: Uint8Array } {
  const valueOffsets = new Int32Array(codes.length + 1);
  const startOf = (code: number): number => (code === 0 ? 0 : ends[code - 1]!);
  codes.forEach((code, at) => {
    valueOffsets[at + 1] = valueOffsets[at]! + (code < 0 ? 0 : ends[code]! - startOf(code));
  });
  const data = new Uint8Array(valueOffsets[codes.length]!);
  codes.forEach((code, at) => {
    if (code >= 0) data.set(bytes.subarray(startOf(code), ends[code]), valueOffsets[at]);
  });
  return { valueOffsets, data };
}

function setData({ bits, width, words }: SetColumn, rows: number, validity: Validity): Data<DataType> {
  const valueOffsets = new Int32Array(rows + 1);
  const held: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let bit = 0; bit < words.ends.length; bit++) if ((bits[row * width + (bit >>> 5)]! & (1 << (bit & 31))) !== 0) held.push(bit);
    valueOffsets[row + 1] = held.length;
  }
  const item = spread(words, Int32Array.from(held));
  const child = makeData({ type: new Utf8(), length: held.length, nullCount: 0, ...item });
  return makeData({ type: new List(new Field('item', new Utf8(), true)), length: rows, ...validity, valueOffsets, child });
}
