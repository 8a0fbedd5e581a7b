import { typeOf, wholeOf } from './cell-attributes';
import { type CellMode, type CellType, type RawCell, setCell, type SheetContext } from './cell-value';
import { type CellRef, readRef, refText } from './cell-ref';
import type { Merge } from './merges';
import { fault, PartFault } from './part-fault';
import { MOST_COLUMNS, MOST_ROWS, type RowBuffer } from './row-buffer';
import { isPreserved } from './shared-strings';
import { nameOf } from './xml-names';
import { XmlText } from './xml-text';
import { CLOSE, MORE, OPEN, TEXT, type XmlTokens } from './xml-tokens';

const NAMES = ['worksheet', 'sheetData', 'mergeCells', 'mergeCell', 'row', 'c', 'v', 'f', 'is', 't', 'r'].map(nameOf);
const [WORKSHEET, SHEET_DATA, MERGE_CELLS, MERGE_CELL, ROW, CELL, VALUE, FORMULA, INLINE, T, R] = NAMES as number[] as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const [STYLE, TYPE, HIDDEN, REF] = ['s', 't', 'hidden', 'ref'].map(nameOf) as [number, number, number, number];
/** Cells a sheet may span, blank ones within its rows included: 1,048,576 rows of 256. */
const MOST_CELLS = 1 << 28;
const MOST_MERGES = 1 << 20;

/** Takes a row that has anything in it, by its number; the buffer is used again for the next one. False stops. */
export type TakeSheetRow = (row: RowBuffer, line: number) => boolean | void;

/** Reads the rows of a sheet from its part while it comes, and the merged cells that stand behind them. */
export class SheetReader {
  readonly merges: Merge[] = [];
  /** Rows with anything in them that are hidden, by hand or by a filter; cells whose value a formula gave. */
  hiddenRows = 0;
  formulas = 0;
  readonly #row: RowBuffer;
  readonly #context: SheetContext;
  readonly #modeOf: (line: number) => CellMode;
  readonly #take: TakeSheetRow;
  #mode: CellMode = 'read';
  #group = 0;
  #line = 0;
  #at = -1;
  #span = 0;
  #isHidden = false;
  #isStopped = false;
  readonly #ref: CellRef = { column: 0, row: 0 };
  readonly #value = new XmlText();
  readonly #formula = new XmlText();
  readonly #cell = { type: 'number' as CellType, style: 0, hasFormula: false, hasValue: false, value: this.#value, formula: this.#formula };
  /** Where texts of the cell go at the moment. */
  #into: XmlText | null = null;
  #isInline = false;
  #inRun = false;
  #start = 0;
  #isKept = true;

  /** `modeOf` says how the cells of a row are wanted. */
  constructor(context: SheetContext, row: RowBuffer, modeOf: (line: number) => CellMode, take: TakeSheetRow) {
    this.#context = context;
    this.#row = row;
    this.#modeOf = modeOf;
    this.#take = take;
  }

  /** Takes what the tokens hold so far; false once the taker of rows wants no more. */
  take(xml: XmlTokens): boolean {
    try {
      for (let token = xml.next(); token !== MORE && !this.#isStopped; token = xml.next()) {
        if (token === TEXT) {
          if (this.#into) this.#into.add(xml.bytes, xml.start, xml.end, xml.isLiteral);
        } else if (token === OPEN) this.#open(xml);
        else if (token === CLOSE) this.#close(xml);
      }
    } catch (error) {
      if (error instanceof PartFault && error.where === '' && this.#line > 0) fault(error.code, `line ${this.#line}`, error.given);
      throw error;
    }
    return !this.#isStopped;
  }

  #open(xml: XmlTokens): void {
    const { name, depth } = xml;
    if (depth > 2 && this.#group === SHEET_DATA) {
      if (depth === 3 && name === CELL) this.#openCell(xml);
      else if (depth > 3) this.#openPart(xml);
    } else if (depth === 2) {
      if (this.#group === SHEET_DATA && name === ROW) this.#openRow(xml);
      else if (this.#group === MERGE_CELLS && name === MERGE_CELL) this.#merge(xml);
    } else if (depth === 1) this.#group = name;
    else if (depth === 0 && name !== WORKSHEET) fault('xlsx_broken', '', 'no sheet of cells');
  }

  #openRow(xml: XmlTokens): void {
    this.#row.clear();
    this.#at = -1;
    this.#isHidden = false;
    let line = this.#line + 1;
    for (let name = xml.attribute(); name !== 0; name = xml.attribute()) {
      if (name === R) line = wholeOf(xml, MOST_ROWS);
      else if (name === HIDDEN) this.#isHidden = xml.bytes[xml.valueStart] === 49 || xml.bytes[xml.valueStart] === 116;
    }
    if (line <= this.#line || line > MOST_ROWS) fault('xlsx_broken', '', `row ${line} behind row ${this.#line}`);
    this.#line = line;
    this.#mode = this.#modeOf(line);
  }

  #openCell(xml: XmlTokens): void {
    const cell = this.#cell;
    [cell.type, cell.style, cell.hasFormula, cell.hasValue] = ['number', 0, false, false];
    this.#value.length = this.#formula.length = 0;
    let at = this.#at + 1;
    for (let name = xml.attribute(); name !== 0; name = xml.attribute()) {
      if (name === R) {
        readRef(xml.bytes, xml.valueStart, xml.valueEnd, this.#ref);
        if (this.#ref.row !== this.#line) fault('xlsx_broken', '', `cell ${refText(this.#ref.column, this.#ref.row)}`);
        at = this.#ref.column;
      } else if (name === STYLE) cell.style = wholeOf(xml, 1 << 20);
      else if (name === TYPE) cell.type = typeOf(xml);
    }
    if (at >= MOST_COLUMNS || this.#row.has(at)) fault('xlsx_broken', '', `cell ${refText(at, this.#line)}`);
    this.#at = at;
  }

  /** What stands within a cell: value, formula, or a text of its own, in runs or not. */
  #openPart(xml: XmlTokens): void {
    const { name, depth } = xml;
    if (depth === 4) {
      this.#isInline = this.#inRun = name === INLINE;
      if (name === VALUE) [this.#into, this.#cell.hasValue] = [this.#value, true];
      else if (name === FORMULA) [this.#into, this.#cell.hasFormula] = [this.#formula, true];
    } else if (name === T && this.#inRun) {
      this.#start = this.#value.length;
      this.#isKept = isPreserved(xml);
      [this.#into, this.#cell.hasValue] = [this.#value, true];
    } else if (depth === 5) this.#inRun = name === R && this.#inRun;
  }

  #close(xml: XmlTokens): void {
    const { name, depth } = xml;
    if (this.#group !== SHEET_DATA) return;
    if (depth > 3) {
      if (depth === 5 && name !== T) this.#inRun = this.#isInline;
      if (name === T && this.#into && !this.#isKept) this.#value.trim(this.#start);
      this.#into = null;
      this.#isKept = true;
    } else if (depth === 3 && name === CELL) {
      setCell(this.#row, this.#at, this.#line, this.#cell as RawCell, this.#context, this.#mode);
      if (this.#cell.hasFormula && this.#value.length > 0) this.formulas++;
    } else if (depth === 2 && name === ROW) this.#closeRow();
  }

  #closeRow(): void {
    const row = this.#row;
    if (row.count === 0) return;
    this.#span += row.count;
    if (this.#span > MOST_CELLS) fault('sheet_too_large', '', String(MOST_CELLS));
    if (this.#isHidden) this.hiddenRows++;
    if (this.#take(row, this.#line) === false) this.#isStopped = true;
  }

  #merge(xml: XmlTokens): void {
    for (let name = xml.attribute(); name !== 0; name = xml.attribute()) {
      if (name !== REF) continue;
      const { bytes, valueStart, valueEnd } = xml;
      const colon = bytes.subarray(valueStart, valueEnd).indexOf(58);
      if (colon === -1) continue;
      readRef(bytes, valueStart, valueStart + colon, this.#ref);
      const { column: left, row: top } = this.#ref;
      readRef(bytes, valueStart + colon + 1, valueEnd, this.#ref);
      const { column: right, row: bottom } = this.#ref;
      if (right < left || bottom < top) fault('xlsx_broken', '', `merged cells ${refText(left, top)}:${refText(right, bottom)}`);
      if (this.merges.length === MOST_MERGES) fault('sheet_too_large', '', `${MOST_MERGES} merged cells`);
      this.merges.push({ top, bottom, left, right });
    }
  }
}
