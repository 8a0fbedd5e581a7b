import { DataType, type Data, type Table } from 'apache-arrow';
import { isNull } from './arrow-words';

/**
 * Throws where a table does not hold what its metadata say. The library takes lengths and offsets on trust: a spoilt one would mean reading past a
 * buffer, or making room for rows that are not there.
 */
export function checkTable(table: Table, bytes: number): void {
  if (table.schema.fields.length === 0) throw new Error('no columns');
  if (!(table.numRows >= 0 && table.numRows <= bytes * 8)) throw new Error(`${table.numRows} rows in ${bytes} bytes`);
  for (const [at, field] of table.schema.fields.entries()) {
    const vector = table.getChildAt(at);
    if (!vector || vector.length !== table.numRows)
      throw new Error(`column ${field.name} has ${vector?.length ?? 0} rows of ${table.numRows}`);
    for (const data of vector.data as readonly Data[]) checkData(data, field.name, bytes);
  }
}

function checkData(data: Data, name: string, bytes: number): void {
  const { type, length, offset, nullBitmap, nullCount } = data;
  const refuse = (what: string): never => {
    throw new Error(`column ${name}: ${what}`);
  };
  if (!(length >= 0 && offset >= 0 && length <= bytes * 8)) refuse(`${length} rows`);
  if (nullCount > 0 && nullBitmap && nullBitmap.length > 0 && nullBitmap.length * 8 < offset + length) refuse('validity is short');
  if (DataType.isNull(type)) return;
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return checkOffsets(data, (data.values as Uint8Array).length, refuse);
  if (DataType.isList(type)) {
    const child = data.children[0];
    if (!child) return refuse('no items');
    checkData(child, name, bytes);
    return checkOffsets(data, child.length, refuse);
  }
  if (DataType.isStruct(type)) return;
  const values = data.values as ArrayLike<unknown> | undefined;
  const needed = DataType.isBool(type)
    ? Math.ceil((offset + length) / 8)
    : DataType.isDecimal(type)
      ? (length * type.bitWidth) / 32
      : length;
  if (!values || values.length < needed) {
    // The library writes no bits at all for a column of nothing but nulls.
    if (DataType.isBool(type) && isAllNull(data)) return;
    refuse('values are short');
  }
  if (DataType.isDictionary(type)) {
    for (const words of data.dictionary?.data ?? []) checkData(words as Data, name, bytes);
    checkCodes(data, data.dictionary?.length ?? 0, refuse);
  }
}

/** By the validity bits themselves, not by the count of nulls the metadata claim. */
function isAllNull(data: Data): boolean {
  for (let row = 0; row < data.length; row++) if (!isNull(data, row)) return false;
  return data.length > 0;
}

function checkOffsets({ valueOffsets, length }: Data, room: number, refuse: (what: string) => never): void {
  const offsets = valueOffsets as ArrayLike<number | bigint> | undefined;
  if (length === 0) return;
  if (!offsets || offsets.length < length + 1) return refuse('offsets are short');
  let before = Number(offsets[0]);
  if (before < 0) refuse('offsets run back');
  for (let row = 1; row <= length; row++) {
    const next = Number(offsets[row]);
    if (next < before) refuse('offsets run back');
    before = next;
  }
  if (before > room) refuse('offsets run past the end');
}

function checkCodes({ values, nullBitmap, nullCount, offset, length }: Data, words: number, refuse: (what: string) => never): void {
  const codes = values as ArrayLike<number | bigint>;
  for (let row = 0; row < length; row++) {
    const bit = offset + row;
    const isNull = nullCount > 0 && nullBitmap && nullBitmap.length > 0 && (nullBitmap[bit >> 3]! & (1 << (bit & 7))) === 0;
    if (!isNull && !(Number(codes[row]) >= 0 && Number(codes[row]) < words)) refuse('a code without a word');
  }
}
