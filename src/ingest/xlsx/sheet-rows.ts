import type { Dialect, FileProblem } from '../../model/source';
import type { RawRow, RowsAgain } from '../raw-cells';
import type { SampleRow } from '../sample';
import { MergeFill } from './merges';
import { readPart } from './package';
import { RowBuffer } from './row-buffer';
import { SheetReader } from './sheet-reader';
import { sampleRow, type Survey } from './survey';
import type { SheetPart, Workbook } from './workbook';

/** A sheet ready to be read. */
export interface OpenSheet {
  readonly workbook: Workbook;
  readonly sheet: SheetPart;
  readonly survey: Survey;
}

/** Row of the sheet at which to begin, and rows and cells that are enough. `bodyFrom`: rows with anything in them before which nothing is filled. */
export interface Wanted {
  readonly from: number;
  readonly rows: number;
  readonly cells: number;
  readonly bodyFrom: number;
}

/** Rows of a sheet as strings, as they stand in the file, merged cells of the body filled down. */
export async function sheetRows({ workbook, sheet, survey }: OpenSheet, wanted: Wanted): Promise<readonly SampleRow[] | FileProblem> {
  const rows: SampleRow[] = [];
  const fill = new MergeFill(survey.merges);
  const tops = new Set(survey.merges.map(({ top }) => top));
  let cells = 0;
  let index = 0;
  const take = (row: RowBuffer, line: number): boolean => {
    fill.pass(row, line, index++ >= wanted.bodyFrom);
    if (line < wanted.from) return true;
    rows.push(sampleRow(row, line));
    cells += row.count;
    return rows.length < wanted.rows && cells < wanted.cells;
  };
  const modeOf = (line: number) => (line >= wanted.from || tops.has(line) ? 'raw' : 'counted');
  const reader = new SheetReader(workbook.context, new RowBuffer(), modeOf, take);
  const problem = await readPart(workbook.pack, sheet.path, { take: (xml) => reader.take(xml) });
  return problem ?? rows;
}

/** Rows read again at once, as they are asked for one after the other. */
const WINDOW = { rows: 1 << 16, cells: 1 << 18 } as const;

/** Finds rows of a sheet again. Packed bytes can only be read from the beginning, so many rows are kept at once. */
export class SheetRowsAgain implements RowsAgain {
  readonly #open: OpenSheet;
  readonly #header: Dialect['header'];
  #rows = new Map<number, RawRow>();

  constructor(open: OpenSheet, header: Dialect['header']) {
    this.#open = open;
    this.#header = header;
  }

  async at(line: number): Promise<RawRow> {
    const known = this.#rows.get(line);
    if (known) return known;
    const { workbook, sheet } = this.#open;
    const rows = await sheetRows(this.#open, { from: line, ...WINDOW, bodyFrom: this.#header.line + this.#header.lines });
    if ('code' in rows) throw new Error(`${workbook.pack.source.name} is no longer what was loaded: ${rows.code}`);
    this.#rows = new Map(rows.map((row) => [row.line, { cells: row.cells, text: row.cells.join(' | ') }]));
    const row = this.#rows.get(line);
    if (!row) throw new RangeError(`${workbook.pack.source.name} has no row ${line} on sheet ${sheet.name}`);
    return row;
  }
}
