import { REASON, type Column, type NumberColumn, type TextColumn, type TruthColumn } from '../../../scoring/column';
import { ParquetFault } from './fault';
import { readDigits, readFigures } from './figures';
import { readHybrid } from './hybrid';
import { type Chunk, eachPage, pick, pickCodes } from './page-values';
import type { Gunzip, Page } from './pages';
import { plainBytes } from './plain-bytes';
import type { Leaf } from './schema';
import { setOf } from './set-rows';
import { WordTable } from './word-table';

/** Takes the chunks of one leaf in order and makes a column of them. */
export interface LeafColumn {
  take(chunk: Chunk): void;
  finish(): Column;
}

/** How a leaf becomes a column; `asDigits` reads whole numbers and decimals as text. */
export function leafColumn(leaf: Leaf, rows: number, gunzip: Gunzip, asDigits: boolean): LeafColumn {
  if (leaf.isList) return listColumn(leaf, rows, gunzip);
  return asDigits || leaf.read === 'text' ? textColumn(leaf, rows, gunzip) : figureColumn(leaf, rows, gunzip);
}

function figureColumn(leaf: Leaf, rows: number, gunzip: Gunzip): LeafColumn {
  const values = new Float64Array(rows);
  const reasons = new Uint8Array(rows);
  const mayBeInfinite = leaf.element.type !== 'INT32' && leaf.element.type !== 'INT64';
  const figures = (page: Page, count: number): Float64Array => {
    if (leaf.element.type === 'BOOLEAN' && page.encoding === 'RLE') return truths(page, count, leaf);
    return readFigures(plainBytes(page.encoding, page, count, leaf.element.type!, leaf.element.type_length), count, leaf);
  };
  let at = 0;
  return {
    take(chunk) {
      eachPage<Float64Array>(chunk, leaf, gunzip, figures, pick, (page, given) => {
        if (page.defined === null) values.set(given, at);
        else scatter(page.defined, leaf.mostDefined, given, values, reasons, at);
        if (mayBeInfinite) refuseInfinite(values, reasons, at, at + page.count);
        at += page.count;
      });
    },
    finish: () => ({ kind: leaf.read === 'truth' ? 'truth' : 'number', values, reasons }) satisfies NumberColumn | TruthColumn,
  };
}

/** Truth values as runs, behind the length of all. */
function truths({ bytes, at }: Page, count: number, { name }: Leaf): Float64Array {
  if (at + 4 > bytes.length) throw new ParquetFault('codes cut short', name);
  return Float64Array.from(readHybrid(bytes, at + 4, bytes.length, 1, count));
}

function scatter(defined: Uint8Array, most: number, given: Float64Array, values: Float64Array, reasons: Uint8Array, at: number): void {
  let next = 0;
  for (let index = 0, row = at; index < defined.length; index++, row++) {
    if (defined[index] === most) values[row] = given[next++]!;
    else {
      values[row] = NaN;
      reasons[row] = REASON.blank;
    }
  }
}

/** NaN and infinity of the file are missing. While the page is still in the processor's memory: a pass of its own would cost twice. */
function refuseInfinite(values: Float64Array, reasons: Uint8Array, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    const value = values[row]!;
    if (value - value === 0 || reasons[row] !== 0) continue;
    values[row] = NaN;
    reasons[row] = REASON.not_finite;
  }
}

function textColumn(leaf: Leaf, rows: number, gunzip: Gunzip): LeafColumn {
  const table = new WordTable(leaf.name);
  const codes = new Int32Array(rows);
  let at = 0;
  return {
    take(chunk) {
      eachPage<Int32Array>(
        chunk,
        leaf,
        gunzip,
        (page, count) => wordNumbers(page, count, leaf, table),
        pickCodes,
        (page, given) => {
          let next = 0;
          if (page.defined === null) codes.set(given, at);
          else
            for (let index = 0; index < page.count; index++)
              codes[at + index] = page.defined[index] === leaf.mostDefined ? given[next++]! : -1;
          at += page.count;
        },
      );
    },
    finish() {
      const reasons = new Uint8Array(rows);
      for (let row = 0; row < rows; row++) if (codes[row]! < 0) reasons[row] = REASON.blank;
      return { kind: 'text', codes, words: table.words(), reasons } satisfies TextColumn;
    },
  };
}

function listColumn(leaf: Leaf, rows: number, gunzip: Gunzip): LeafColumn {
  const table = new WordTable(leaf.name);
  const set = setOf(leaf, rows, table);
  return {
    take(chunk) {
      const before = set.rows();
      eachPage<Int32Array>(
        chunk,
        leaf,
        gunzip,
        (page, count) => wordNumbers(page, count, leaf, table),
        pickCodes,
        (page, given) => set.take(page, given, before + chunk.rows),
      );
    },
    finish: () => set.finish(),
  };
}

function wordNumbers(page: Page, count: number, leaf: Leaf, table: WordTable): Int32Array {
  const { element, name } = leaf;
  const plain = plainBytes(page.encoding, page, count, element.type!, element.type_length);
  if (leaf.read !== 'text') return Int32Array.from(readDigits(plain, count, leaf), (word) => numberOf(table, word));
  if (element.type === 'BYTE_ARRAY') return table.numbers(plain, count);
  const width = element.type_length ?? 0;
  if (plain.at + width * count > plain.bytes.length) throw new ParquetFault('text cut short', name);
  return Int32Array.from({ length: count }, (_, index) =>
    numberOf(table, uuid(plain.bytes.subarray(plain.at + index * width, plain.at + (index + 1) * width))),
  );
}

const encoder = new TextEncoder();
function numberOf(table: WordTable, word: string): number {
  const bytes = encoder.encode(word);
  return table.number(bytes, 0, bytes.length);
}

function uuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
