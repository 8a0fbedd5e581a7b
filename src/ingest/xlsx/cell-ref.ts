import { fault } from './part-fault';
import { MOST_COLUMNS, MOST_ROWS } from './row-buffer';

/** A cell by column, from 0, and row, from 1; −1 and 0 where the reference leaves them out. */
export interface CellRef {
  column: number;
  row: number;
}

/** Reads `AB12` from bytes into `into`. What lies outside a sheet, or is no reference, is a fault of the part. */
export function readRef(bytes: Uint8Array, from: number, to: number, into: CellRef): void {
  let at = from;
  let column = 0;
  for (let letter = (bytes[at]! | 32) - 96; at < to && letter >= 1 && letter <= 26; letter = (bytes[++at]! | 32) - 96) {
    column = column * 26 + letter;
    if (column > MOST_COLUMNS) break;
  }
  let row = 0;
  for (let digit = bytes[at]! - 48; at < to && digit >= 0 && digit <= 9; digit = bytes[++at]! - 48) {
    row = row * 10 + digit;
    if (row > MOST_ROWS) break;
  }
  if (at !== to || column < 1 || row < 1 || column > MOST_COLUMNS || row > MOST_ROWS)
    fault('xlsx_broken', '', `cell ${String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 20)))}`);
  into.column = column - 1;
  into.row = row;
}

/** The name of a cell as a spreadsheet shows it. */
export function refText(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
