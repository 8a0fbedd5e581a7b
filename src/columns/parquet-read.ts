import type { ColumnChunk, FileMetaData } from 'hyparquet';
import type { Column } from '../../scoring/column';
import type { FileProblem } from '../model/source';
import { ParquetFault } from './parquet/fault';
import { TooManyDigits } from './parquet/figures';
import { type RangeSource, readFooter } from './parquet/footer';
import { leafColumn } from './parquet/leaf-columns';
import type { Chunk } from './parquet/page-values';
import type { Gunzip } from './parquet/pages';
import { type Leaf, schemaColumns, type Strange } from './parquet/schema';
import type { TypedColumn, TypedTable } from './typed-table';

/** How a reading tells how far it is and hears that it should stop; `gunzip` unpacks pages packed by gzip. */
export interface ParquetReading {
  readonly gunzip: Gunzip;
  readonly report?: ((done: number, of: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Beyond this many cells the columns would not fit into a page's memory. */
const MOST_CELLS = 2 ** 28;

/**
 * A Parquet file as columns, read a column chunk at a time by byte ranges. Doubles keep every bit; a null is missing, `blank`; NaN and infinity are
 * missing, `not_finite`. Whole numbers and decimals that a double cannot hold make their column text, digit for digit. Lists of texts are sets; time
 * stamps the day they fall on. A column of another type is left out with a warning. Cut, damaged, encrypted or otherwise packed files are a problem.
 */
export async function readParquet(source: RangeSource, reading: ParquetReading): Promise<TypedTable | FileProblem> {
  try {
    return await readTable(source, reading);
  } catch (error) {
    // Rows for which there is no memory.
    if (error instanceof RangeError && /allocation|array length/i.test(error.message))
      return problem(source, new ParquetFault(error.message, '', 'parquet_too_large'));
    if (error instanceof ParquetFault) return problem(source, error);
    throw error;
  }
}

function problem({ name }: RangeSource, { code, where, message }: ParquetFault, severity: FileProblem['severity'] = 'error'): FileProblem {
  return { code, source: name, where, given: message, severity };
}

async function readTable(source: RangeSource, reading: ParquetReading): Promise<TypedTable> {
  const { metadata, end } = await readFooter(source);
  const { columns, leaves } = schemaColumns(metadata.schema);
  const groups = metadata.row_groups.map((group) => ({ rows: safe(group.num_rows, 'rows'), chunks: group.columns }));
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  if (rows !== safe(metadata.num_rows, 'rows') || groups.some(({ chunks }) => chunks.length !== leaves))
    throw new ParquetFault(`${rows} rows of ${metadata.num_rows}`);
  if (rows * (columns.length + 1) > MOST_CELLS) throw new ParquetFault(`${rows} × ${columns.length}`, '', 'parquet_too_large');
  const facts = columnFacts(metadata);
  const read: TypedColumn[] = [];
  const problems: FileProblem[] = [];
  let done = 0;
  for (const [at, column] of columns.entries()) {
    const answer = 'read' in column ? await readLeaf(source, column, groups, rows, end, reading) : strange(column);
    if (answer instanceof ParquetFault) problems.push(problem(source, answer, 'warning'));
    else read.push({ name: column.name, ...answer, metadata: facts[at] ?? new Map() });
    reading.report?.(Math.floor((++done / columns.length) * source.size), source.size);
  }
  return { rows, columns: read, metadata: fileFacts(metadata), problems };
}

function strange({ name, type }: Strange): ParquetFault {
  return new ParquetFault(type, name, 'parquet_type');
}

type Group = { readonly rows: number; readonly chunks: readonly ColumnChunk[] };
type Read = { readonly column: Column; readonly from: TypedColumn['from'] };

/** One column; a fault where it is of a type that is not read after all (bytes that are no text). */
async function readLeaf(
  source: RangeSource,
  leaf: Leaf,
  groups: readonly Group[],
  rows: number,
  end: number,
  reading: ParquetReading,
): Promise<Read | ParquetFault> {
  for (const asDigits of [false, true]) {
    const column = leafColumn(leaf, rows, reading.gunzip, asDigits);
    try {
      for (const group of groups) {
        reading.signal?.throwIfAborted();
        column.take(await chunkOf(source, leaf, group, end));
      }
      const made = column.finish();
      return { column: made, from: leaf.read === 'day' ? 'date' : made.kind };
    } catch (error) {
      if (error instanceof ParquetFault && error.code === 'parquet_type') return error;
      if (asDigits || !(error instanceof TooManyDigits)) throw error;
    }
  }
  throw new Error(`column ${leaf.name} has too many digits even as text`);
}

async function chunkOf(source: RangeSource, leaf: Leaf, { rows, chunks }: Group, end: number): Promise<Chunk> {
  const { meta_data: facts, file_path: elsewhere, crypto_metadata: locked } = chunks[leaf.index]!;
  if (locked) throw new ParquetFault('', leaf.name, 'parquet_encrypted');
  if (!facts || elsewhere || facts.path_in_schema.join('\0') !== leaf.path.join('\0')) throw new ParquetFault('column chunk', leaf.name);
  if (facts.codec !== 'UNCOMPRESSED' && facts.codec !== 'SNAPPY' && facts.codec !== 'GZIP')
    throw new ParquetFault(facts.codec, leaf.name, 'parquet_codec');
  const pages = safe(facts.data_page_offset, 'offset');
  const words = safe(facts.dictionary_page_offset ?? 0n, 'offset');
  const from = words > 0 && words < pages ? words : pages;
  const to = from + safe(facts.total_compressed_size, 'size');
  if (from < 4 || to > end) throw new ParquetFault(`bytes ${from} to ${to}`, leaf.name);
  const bytes = await source.read(from, to);
  if (bytes.length !== to - from) throw new ParquetFault(`bytes ${from} to ${to}`, leaf.name);
  return { bytes, codec: facts.codec, rows };
}

function safe(value: bigint | number | undefined, what: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw new ParquetFault(`${what} ${value}`);
  return number;
}

/** Key under which `writeParquet` keeps the metadata of columns, as a JSON list of objects in the order of the file. */
export const COLUMN_FACTS = 'columns';

function columnFacts(metadata: FileMetaData): readonly ReadonlyMap<string, string>[] {
  const text = metadata.key_value_metadata?.find(({ key }) => key === COLUMN_FACTS)?.value;
  if (text === undefined || text.length > 1 << 22) return [];
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return []; // another program's key of this name: nothing is said about the columns then
  }
  if (!Array.isArray(list)) return [];
  return list.map((facts: unknown) => {
    const entries = typeof facts === 'object' && facts !== null ? Object.entries(facts) : [];
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  });
}

function fileFacts({ key_value_metadata: facts }: FileMetaData): ReadonlyMap<string, string> {
  return new Map((facts ?? []).filter(({ key }) => key !== COLUMN_FACTS).map(({ key, value }) => [key, value ?? '']));
}
