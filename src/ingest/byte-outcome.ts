import type { Column } from '../../scoring/column';
import type { ByteSpace } from './byte-space';
import { type CellRule, type Outcome, readCell } from './read-cell';

/** Takes the cells of one column as UTF-8 bytes, row after row. */
export interface ByteColumn {
  /** Reads a cell. Answers the byte of LEDGER_REASONS to note, 0 for none. */
  put(row: number, from: ByteSpace, start: number, end: number): number;
  /** The cell has no value: the file itself says so. */
  refuse(row: number): void;
  /** Makes room for this many rows. */
  reserve(rows: number): void;
  finish(rows: number): Column;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads a cell given as bytes the way the slow reader does. */
export function readBytes(from: ByteSpace, start: number, end: number, rule: CellRule): Outcome {
  return readCell(decoder.decode(from.bytes.subarray(start, end)), rule);
}
