import type { DecodedArray, SchemaElement } from 'hyparquet';
import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import { unpackWords, type Column } from '../../scoring/column';
import { COLUMN_FACTS } from './parquet-read';
import type { WrittenColumn } from './written-column';

/** Words of a set stand in one text, parted by this: it stands in no title. */
const SET_SEPARATOR = '；';
const NO_MEMBERS = '无';

/**
 * Columns as a Parquet file, packed by Snappy: numbers as doubles (or whole numbers and days, by `as`), texts, truth values, sets as one text. Missing is
 * null, and its reason is not in the file; an empty set is `无`, which is read as known and empty. Metadata of columns stand as JSON under the key `columns`. Equal columns give equal bytes.
 */
export function writeParquet(
  rows: number,
  columns: readonly WrittenColumn[],
  metadata: ReadonlyMap<string, string> = new Map(),
): Uint8Array {
  const wrong = columns.find(({ column }) => column.reasons.length !== rows);
  if (wrong) throw new RangeError(`column ${wrong.name} has ${wrong.column.reasons.length} rows, not ${rows}`);
  const root: SchemaElement = { name: 'root', num_children: columns.length };
  const facts = JSON.stringify(columns.map((one) => Object.fromEntries(one.metadata ?? [])));
  const writer = new ByteWriter();
  // The library writes to memory at once here; only other writers make it wait.
  void parquetWrite({
    writer,
    columnData: columns.map((one) => ({ name: one.name, data: dataOf(one) })),
    schema: [root, ...columns.map(schemaOf)],
    rowGroupSize: 100_000,
    kvMetadata: [...[...metadata].map(([key, value]) => ({ key, value })), { key: COLUMN_FACTS, value: facts }],
    createdBy: 'miaopu',
  });
  return writer.getBytes();
}

function schemaOf({ name, column, as }: WrittenColumn): SchemaElement {
  const repetition_type = 'OPTIONAL';
  if (column.kind === 'truth') return { name, type: 'BOOLEAN', repetition_type };
  if (column.kind !== 'number') return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type };
  if (as === 'date') return { name, type: 'INT32', converted_type: 'DATE', repetition_type };
  return { name, type: as === 'int32' ? 'INT32' : 'DOUBLE', repetition_type };
}

function dataOf({ name, column, as }: WrittenColumn): DecodedArray {
  const { reasons } = column;
  if (column.kind === 'text') {
    const words = unpackWords(column.words);
    return Array.from(column.codes, (code) => (code < 0 ? null : words[code]!));
  }
  if (column.kind === 'set') return setTexts(column);
  const { values } = column;
  if (as !== undefined && values.some((value, row) => reasons[row] === 0 && !isSmallWhole(value)))
    throw new TypeError(`column ${name} is not whole numbers`);
  if (column.kind === 'truth') return Array.from(values, (value, row) => (reasons[row] === 0 ? value === 1 : null));
  // The writer takes days as dates.
  const given = as === 'date' ? (value: number) => new Date(value * 86_400_000) : (value: number) => value;
  return Array.from(values, (value, row) => (reasons[row] === 0 ? given(value) : null));
}

function isSmallWhole(value: number): boolean {
  return value === (value | 0);
}

function setTexts({ bits, width, words, reasons }: Extract<Column, { kind: 'set' }>): (string | null)[] {
  const list = unpackWords(words);
  const known = new Map<string, string>();
  return Array.from(reasons, (reason, row) => {
    if (reason !== 0) return null;
    const key = bits.subarray(row * width, (row + 1) * width).join();
    let text = known.get(key);
    if (text === undefined) {
      text = list.filter((_, bit) => (bits[row * width + (bit >>> 5)]! & (1 << (bit & 31))) !== 0).join(SET_SEPARATOR) || NO_MEMBERS;
      known.set(key, text);
    }
    return text;
  });
}
