import type { Dialect, Encoding } from '../model/source';
import type { ByteSource } from './byte-source';
import { actionOf } from './ledger-reasons';
import { TextRows } from './text-rows';

const HEAD = 1 << 20;
const BLOCK = 128 << 10;
const BLOCKS = 6;
const PIECE = 64 << 10;

/** Bytes of a file for looking at it: its beginning, and for a large file some stretches further on, each from the beginning of a line. */
export interface SampleBytes {
  readonly head: Uint8Array;
  /** Whether `head` is the whole file. */
  readonly whole: boolean;
  readonly further: readonly Uint8Array[];
}

/** Takes the sample. */
export async function sampleBytes(source: ByteSource): Promise<SampleBytes> {
  const head = await source.read(0, Math.min(HEAD, source.size));
  const further: Uint8Array[] = [];
  for (let block = 1; block <= BLOCKS && source.size > HEAD * 8; block++) {
    const from = Math.floor(((source.size - BLOCK) * block) / BLOCKS);
    const bytes = await source.read(from, from + BLOCK);
    further.push(bytes.subarray(bytes.indexOf(10) + 1));
  }
  return { head, whole: source.size <= HEAD, further };
}

/** The sample as text, of whole lines. Bytes that are no characters become U+FFFD here: this is only looked at, never loaded. */
export function sampleText(
  { head, whole, further }: SampleBytes,
  encoding: Encoding,
): { readonly head: string; readonly further: string[] } {
  const text = (bytes: Uint8Array, isWhole: boolean): string =>
    unified(new TextDecoder(encoding).decode(bytes, { stream: !isWhole }), isWhole);
  // Line ends of UTF-16 are not found by one byte; its files are seldom large.
  return { head: text(head, whole), further: encoding.startsWith('utf-16') ? [] : further.map((bytes) => text(bytes, false)) };
}

function unified(text: string, whole: boolean): string {
  const lines = (whole ? text : text.replace(/\r$/, '')).replace(/\r\n?/g, '\n');
  return whole ? lines : lines.slice(0, lines.lastIndexOf('\n') + 1);
}

export interface SampleRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly stray: boolean;
  /** Cells the file itself spoils or fills, as bytes of LEDGER_REASONS by their place. */
  readonly marks?: ReadonlyMap<number, number>;
}

/** The cells of a row without those the file itself spoils. */
export function plainCells({ cells, marks }: SampleRow): readonly string[] {
  return marks ? cells.map((cell, at) => (isSpoilt(marks.get(at) ?? 0) ? '' : cell)) : cells;
}

/** Whether a mark says that a cell has no value, whatever its column. */
export function isSpoilt(mark: number): boolean {
  return mark !== 0 && actionOf(mark) === 'rejected cell';
}

/** Up to `most` rows of a text. */
export function sampleRows(text: string, dialect: Pick<Dialect, 'delimiter' | 'quote' | 'escape'>, most: number): SampleRow[] {
  const rows: SampleRow[] = [];
  const reader = new TextRows(dialect, (cells, line, stray) => {
    rows.push({ line, cells, stray });
    return rows.length < most;
  });
  for (let from = 0; from < text.length; from += PIECE) {
    if (!reader.push(text.slice(from, from + PIECE), from + PIECE >= text.length)) break;
  }
  return rows;
}
