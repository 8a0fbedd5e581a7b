import type { FileProblem } from '../../model/source';
import { textsOf } from '../row-table';
import type { SampleRow } from '../sample';
import type { Merge } from './merges';
import { readPart } from './package';
import { MOST_COLUMNS, RowBuffer } from './row-buffer';
import { SheetReader } from './sheet-reader';
import type { SheetPart, Workbook } from './workbook';

/** What one pass over a sheet tells: the merged cells, which stand behind the rows, are needed before any row is read in earnest. */
export interface Survey {
  /** Rows and cells with anything in them, and one more than the last column that has. */
  readonly rows: number;
  readonly cells: number;
  readonly width: number;
  readonly isUsed: (at: number) => boolean;
  readonly merges: readonly Merge[];
  readonly hiddenRows: number;
  readonly formulas: number;
  /** Rows from all over the sheet, evenly spread. */
  readonly spread: readonly SampleRow[];
}

/** Rows kept from all over the sheet, and cells in them. */
const SPREAD_ROWS = 900;
const SPREAD_CELLS = 200_000;

const surveys = new WeakMap<Workbook, Map<string, Promise<Survey | FileProblem>>>();

/** The survey of a sheet, made once for as long as the workbook is held. */
export function surveyOf(workbook: Workbook, sheet: SheetPart, signal?: AbortSignal): Promise<Survey | FileProblem> {
  const known = surveys.get(workbook) ?? new Map<string, Promise<Survey | FileProblem>>();
  surveys.set(workbook, known);
  let survey = known.get(sheet.path);
  if (!survey) {
    known.set(sheet.path, (survey = surveySheet(workbook, sheet, signal)));
    // What was stopped is made again when it is asked for again.
    survey.catch(() => known.delete(sheet.path));
  }
  return survey;
}

async function surveySheet({ pack, context }: Workbook, sheet: SheetPart, signal?: AbortSignal): Promise<Survey | FileProblem> {
  const used = new Uint8Array(MOST_COLUMNS);
  const spread = new Spread();
  let [rows, cells, width] = [0, 0, 0];
  const take = (row: RowBuffer, line: number): void => {
    for (let index = 0; index < row.filled; index++) used[row.ats[index]!] = 1;
    cells += row.filled;
    width = Math.max(width, row.count);
    if (spread.wants(rows++)) spread.add(sampleRow(row, line));
  };
  const reader = new SheetReader(context, new RowBuffer(), () => (spread.wants(rows) ? 'raw' : 'counted'), take);
  const problem = await readPart(pack, sheet.path, { take: (xml) => reader.take(xml), signal, keep: true });
  if (problem) return problem;
  const { merges, hiddenRows, formulas } = reader;
  return { rows, cells, width, isUsed: (at) => used[at] === 1, merges, hiddenRows, formulas, spread: spread.rows };
}

/** A row as strings, with the marks of its cells. */
export function sampleRow(row: RowBuffer, line: number): SampleRow {
  const cells = textsOf(row, row.space.bytes);
  const { marks } = row;
  if (!marks) return { line, cells, stray: false };
  const marked = Array.from(row.ats.subarray(0, row.filled)).flatMap((at) => (marks[at] !== 0 ? [[at, marks[at]!] as const] : []));
  return { line, cells, stray: false, marks: new Map(marked) };
}

/** Every row at first, then every second, every fourth … as there are more. */
class Spread {
  rows: SampleRow[] = [];
  #step = 1;

  wants(index: number): boolean {
    return index % this.#step === 0;
  }

  add(row: SampleRow): void {
    this.rows.push(row);
    const cells = this.rows.length * row.cells.length;
    if (this.rows.length < SPREAD_ROWS && cells < SPREAD_CELLS) return;
    this.rows = this.rows.filter((_, at) => at % 2 === 0);
    this.#step *= 2;
  }
}
