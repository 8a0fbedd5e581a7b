import type { CompressionCodec } from 'hyparquet';
import { ParquetFault } from './fault';
import { readHybrid } from './hybrid';
import { type Gunzip, type Page, pagesOf } from './pages';
import type { Leaf } from './schema';

/** A column chunk: its bytes, how they are packed, and the rows of its group. */
export interface Chunk {
  readonly bytes: Uint8Array;
  readonly codec: CompressionCodec;
  readonly rows: number;
}

type Values = Float64Array | Int32Array;

/** Hands the present values of each data page on, dictionaries looked up. Rows of a plain column must come out as the group has them. */
export function eachPage<T extends Values>(
  { bytes, codec, rows }: Chunk,
  leaf: Leaf,
  gunzip: Gunzip,
  read: (page: Page, count: number) => T,
  look: (dictionary: T, codes: Int32Array) => T,
  take: (page: Page, values: T) => void,
): void {
  let dictionary: T | null = null;
  let seen = 0;
  for (const found of pagesOf(bytes, leaf, codec, gunzip, rows)) {
    const present = found.defined === null ? found.count : countOf(found.defined, leaf.mostDefined);
    const page = present === found.count && !leaf.isList ? { ...found, defined: null } : found;
    if (page.isDictionary) {
      dictionary = read(page, page.count);
      continue;
    }
    seen += page.count;
    if (!leaf.isList && seen > rows) throw new ParquetFault(`${seen} values in ${rows} rows`, leaf.name);
    if (page.encoding !== 'PLAIN_DICTIONARY' && page.encoding !== 'RLE_DICTIONARY') {
      take(page, read(page, present));
      continue;
    }
    if (dictionary === null) throw new ParquetFault('no dictionary', leaf.name);
    take(page, look(dictionary, codesOf(page, present, dictionary.length, leaf.name)));
  }
  if (!leaf.isList && seen !== rows) throw new ParquetFault(`${seen} values in ${rows} rows`, leaf.name);
}

function codesOf({ bytes, at }: Page, count: number, words: number, column: string): Int32Array {
  if (count === 0) return new Int32Array(0);
  if (at >= bytes.length) throw new ParquetFault('codes cut short', column);
  const codes = readHybrid(bytes, at + 1, bytes.length, bytes[at]!, count);
  for (let index = 0; index < count; index++) if (codes[index]! >>> 0 >= words) throw new ParquetFault('a code without a word', column);
  return codes;
}

export function pick(dictionary: Float64Array, codes: Int32Array): Float64Array {
  const values = new Float64Array(codes.length);
  for (let index = 0; index < codes.length; index++) values[index] = dictionary[codes[index]!]!;
  return values;
}

export function pickCodes(dictionary: Int32Array, codes: Int32Array): Int32Array {
  const values = new Int32Array(codes.length);
  for (let index = 0; index < codes.length; index++) values[index] = dictionary[codes[index]!]!;
  return values;
}

function countOf(levels: Uint8Array, level: number): number {
  let count = 0;
  for (let index = 0; index < levels.length; index++) if (levels[index] === level) count++;
  return count;
}
