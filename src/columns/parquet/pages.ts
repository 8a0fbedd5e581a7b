import type { CompressionCodec } from 'hyparquet';
import { crc32 } from '../crc32';
import { ParquetFault } from './fault';
import { isOneRun, readSmallHybrid } from './hybrid';
import type { Leaf } from './schema';
import { unpackSnappy } from './snappy';
import { type ThriftStruct, ThriftReader } from './thrift';

/** Unpacks a gzip page; handed in, as this room has no library for it. */
export type Gunzip = (packed: Uint8Array, size: number) => Uint8Array;

/** A page of a column, unpacked. */
export interface Page {
  readonly isDictionary: boolean;
  /** Values, missing ones and items of lists included. */
  readonly count: number;
  readonly encoding: string | undefined;
  /** Null where no value is missing; repetition only of lists. */
  readonly defined: Uint8Array | null;
  readonly repeated: Uint8Array | null;
  /** Where the values begin. */
  readonly bytes: Uint8Array;
  readonly at: number;
}

const ENCODINGS = [
  'PLAIN',
  'GROUP_VAR_INT',
  'PLAIN_DICTIONARY',
  'RLE',
  'BIT_PACKED',
  'DELTA_BINARY_PACKED',
  'DELTA_LENGTH_BYTE_ARRAY',
  'DELTA_BYTE_ARRAY',
  'RLE_DICTIONARY',
  'BYTE_STREAM_SPLIT',
];
/** Deflate packs 1,032 to 1 at most, Snappy 22 to 1. */
const HIGHEST_RATIO = 1100;
const MOST_VALUES = 1 << 26;

/** The pages of a column chunk. `most` is how many values a page can have: the rows of the group, more for lists. */
export function* pagesOf(chunk: Uint8Array, leaf: Leaf, codec: CompressionCodec, gunzip: Gunzip, most: number): Generator<Page> {
  const reader = new ThriftReader(chunk);
  while (reader.at < chunk.length) {
    const head = reader.struct();
    const [type, size, packedSize] = [numberAt(head, 1), numberAt(head, 2), numberAt(head, 3)];
    const packed = chunk.subarray(reader.at, reader.at + packedSize);
    if (packed.length < packedSize || size > packedSize * HIGHEST_RATIO + 64) throw new ParquetFault(`page of ${packedSize}`, leaf.name);
    reader.at += packedSize;
    const sum = head.get(4);
    if (typeof sum === 'number' && sum >>> 0 !== crc32(packed)) throw new ParquetFault('checksum of a page', leaf.name);
    const unpack = (bytes: Uint8Array, wanted: number): Uint8Array => unpacked(bytes, wanted, codec, gunzip, leaf.name);
    if (type === 2) yield dictionaryPage(partOf(head, 7), unpack(packed, size));
    else if (type === 0) yield firstPage(partOf(head, 5), unpack(packed, size), leaf, most);
    else if (type === 3) yield secondPage(partOf(head, 8), packed, size, unpack, leaf, most);
    else if (type !== 1) throw new ParquetFault(`page of type ${type}`, leaf.name);
  }
}

function dictionaryPage(head: ThriftStruct, bytes: Uint8Array): Page {
  const count = countAt(head, 1, MOST_VALUES);
  return { isDictionary: true, count, encoding: 'PLAIN', defined: null, repeated: null, bytes, at: 0 };
}

/** A page of version 1: levels, each with its length, stand packed before the values. */
function firstPage(head: ThriftStruct, bytes: Uint8Array, leaf: Leaf, most: number): Page {
  const count = countAt(head, 1, leaf.isList ? MOST_VALUES : most);
  let at = 0;
  const levels = (highest: number, encoding: number): Uint8Array | null => {
    if (highest === 0) return null;
    if (ENCODINGS[encoding] !== 'RLE') throw new ParquetFault(`levels of encoding ${ENCODINGS[encoding] ?? encoding}`, leaf.name);
    if (at + 4 > bytes.length) throw new ParquetFault('levels cut short', leaf.name);
    const length = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true);
    const from = at + 4;
    at = from + length;
    return readLevels(bytes, from, at, highest, count, leaf);
  };
  const repeated = levels(leaf.mostRepeated, numberAt(head, 4));
  const defined = levels(leaf.mostDefined, numberAt(head, 3));
  return { isDictionary: false, count, encoding: ENCODINGS[numberAt(head, 2)], repeated, defined, bytes, at };
}

/** A page of version 2: levels stand before the packed part, their lengths in the header. */
function secondPage(
  head: ThriftStruct,
  packed: Uint8Array,
  size: number,
  unpack: (bytes: Uint8Array, size: number) => Uint8Array,
  leaf: Leaf,
  most: number,
): Page {
  const count = countAt(head, 1, leaf.isList ? MOST_VALUES : most);
  const [definedSize, repeatedSize] = [numberAt(head, 5), numberAt(head, 6)];
  const both = definedSize + repeatedSize;
  if (definedSize < 0 || repeatedSize < 0 || both > packed.length || both > size) throw new ParquetFault('levels cut short', leaf.name);
  const levels = (highest: number, from: number, to: number): Uint8Array | null =>
    highest === 0 ? null : readLevels(packed, from, to, highest, count, leaf);
  const repeated = levels(leaf.mostRepeated, 0, repeatedSize);
  const defined = levels(leaf.mostDefined, repeatedSize, both);
  const rest = packed.subarray(both);
  const bytes = head.get(7) === false ? rest : unpack(rest, size - both);
  return { isDictionary: false, count, encoding: ENCODINGS[numberAt(head, 4)], repeated, defined, bytes, at: 0 };
}

/** Levels of a page; null where a plain column has no missing value. */
function readLevels(bytes: Uint8Array, from: number, to: number, highest: number, count: number, leaf: Leaf): Uint8Array | null {
  if (!leaf.isList && to <= bytes.length && isOneRun(bytes, from, to, highest, count)) return null;
  return readSmallHybrid(bytes, from, to, 32 - Math.clz32(highest), count);
}

function unpacked(bytes: Uint8Array, size: number, codec: CompressionCodec, gunzip: Gunzip, column: string): Uint8Array {
  if (size < 0) throw new ParquetFault(`page of ${size}`, column);
  if (codec === 'UNCOMPRESSED') return bytes;
  if (size === 0) return new Uint8Array(0);
  if (codec === 'SNAPPY') return unpackSnappy(bytes, size);
  if (codec !== 'GZIP') throw new ParquetFault(codec, column, 'parquet_codec');
  const whole = gunzip(bytes, size);
  if (whole.length !== size) throw new ParquetFault(`page of ${whole.length}, not ${size}`, column);
  return whole;
}

function countAt(head: ThriftStruct, field: number, most: number): number {
  const count = numberAt(head, field);
  if (count < 0 || count > most) throw new ParquetFault(`${count} values`);
  return count;
}

function numberAt(head: ThriftStruct, field: number): number {
  const value = head.get(field);
  if (typeof value !== 'number') throw new ParquetFault(`page header without field ${field}`);
  return value;
}

function partOf(head: ThriftStruct, field: number): ThriftStruct {
  const value = head.get(field);
  if (!(value instanceof Map)) throw new ParquetFault(`page header without field ${field}`);
  return value as ThriftStruct;
}
