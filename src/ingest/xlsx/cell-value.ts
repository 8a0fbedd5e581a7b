import { LEDGER } from '../ledger-reasons';
import { fault } from './part-fault';
import { refText } from './cell-ref';
import type { CellFormat } from './number-format';
import { numberText } from './number-text';
import type { RowBuffer } from './row-buffer';
import type { SharedStrings } from './shared-strings';
import type { XmlText } from './xml-text';

/** What the cells of a sheet need of the rest of the workbook. */
export interface SheetContext {
  readonly strings: SharedStrings;
  /** Formats by the number of the style. */
  readonly formats: readonly CellFormat[];
  readonly from1904: boolean;
}

/** A cell as the sheet writes it down. */
export interface RawCell {
  readonly type: CellType;
  readonly style: number;
  readonly hasFormula: boolean;
  /** Whether there is a value at all; it may still be empty. */
  readonly hasValue: boolean;
  readonly value: XmlText;
  readonly formula: XmlText;
}
export type CellType = 'number' | 'shared' | 'text' | 'truth' | 'error';

const PLAIN: CellFormat = { is: 'plain' };

/** `raw`: cells without a value keep the text they have in the file. `counted`: only whether there is something matters. */
export type CellMode = 'read' | 'raw' | 'counted';

/**
 * Sets a cell of a row from what the sheet says. Texts are copied, numbers become the text a person would write. An error value and a formula without a
 * value are marked.
 */
export function setCell(row: RowBuffer, at: number, line: number, cell: RawCell, context: SheetContext, mode: CellMode): void {
  const { value, type } = cell;
  if (cell.hasFormula && (type === 'text' ? !cell.hasValue : value.length === 0)) {
    row.mark(at, LEDGER.formula_without_value);
    if (mode === 'raw') row.put(at, encoder.encode(`=${String(cell.formula)}`), 0, cell.formula.length + 1);
  } else if (value.length === 0) return;
  else if (type === 'number' && mode === 'counted') row.touch(at);
  else if (type === 'number') setNumber(row, at, cell, context);
  else if (type === 'shared') setShared(row, at, line, value, context.strings);
  else if (type === 'error') {
    row.mark(at, LEDGER.error_value);
    if (mode === 'raw') row.put(at, value.space.bytes, 0, value.length);
  } else if (type === 'truth' && value.length === 1 && (value.space.bytes[0]! | 1) === 49) {
    row.putAscii(at, value.space.bytes[0] === 49 ? 'TRUE' : 'FALSE');
  } else row.put(at, value.space.bytes, 0, value.length);
}

function setShared(row: RowBuffer, at: number, line: number, { space, length }: XmlText, strings: SharedStrings): void {
  let index = 0;
  for (let step = 0; step < length; step++) {
    const digit = space.bytes[step]! - 48;
    index = digit >= 0 && digit <= 9 && step < 10 ? index * 10 + digit : NaN;
  }
  if (!(index < strings.count)) fault('xlsx_broken', `line ${line}`, `${refText(at, line)}: no shared string ${index}`);
  const [from, to] = [strings.ends[index]!, strings.ends[index + 1]!];
  if (to > from) row.put(at, strings.text.space.bytes, from, to);
}

function setNumber(row: RowBuffer, at: number, { value, style }: RawCell, { formats, from1904 }: SheetContext): void {
  const format = formats[style] ?? (formats.length === 0 ? PLAIN : fault('xlsx_broken', '', `style ${style}`));
  if (format.is === 'plain' && setFigure(row, at, value.space.bytes, value.length)) return;
  const text = numberText(asciiOf(value).trim(), format, from1904);
  if (isAscii(text)) row.putAscii(at, text);
  else {
    const bytes = encoder.encode(text);
    row.put(at, bytes, 0, bytes.length);
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A number's characters; a decoder takes longer to start than a loop over twenty of them takes. */
function asciiOf({ space, length }: XmlText): string {
  let text = '';
  for (let at = 0; at < length; at++) {
    const byte = space.bytes[at]!;
    if (byte > 127 || length > 40) return decoder.decode(space.bytes.subarray(0, length));
    text += String.fromCharCode(byte);
  }
  return text;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** A figure of at most 15 digits that is written as anyone would write it: its bytes are its text. False where it must be written anew. */
function setFigure(row: RowBuffer, at: number, bytes: Uint8Array, length: number): boolean {
  const isNegative = bytes[0] === 45;
  const first = isNegative ? 1 : 0;
  let point = -1;
  let mantissa = 0;
  for (let step = first; step < length; step++) {
    const digit = bytes[step]! - 48;
    if (digit >= 0 && digit <= 9) mantissa = mantissa * 10 + digit;
    else if (digit === -2 && point === -1 && step > first) point = step;
    else return false;
  }
  const digits = length - first - (point === -1 ? 0 : 1);
  const hasIdleZero = bytes[first] === 48 && length - first > 1 && point !== first + 1;
  if (digits < 1 || digits > 15 || hasIdleZero || (point !== -1 && bytes[length - 1]! === 48) || point === length - 1) return false;
  if (isNegative && mantissa === 0) return false;
  row.put(at, bytes, 0, length);
  row.figure(at, isNegative ? -mantissa : mantissa, point === -1 ? 0 : length - 1 - point);
  return true;
}
