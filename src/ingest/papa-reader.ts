import type { Recipe } from '../model/recipe';
import type { FileProblem, LineIndex } from '../model/source';
import type { ByteSource } from './byte-source';
import { columnStore, roomFor } from './column-store';
import { decodeAll, type Reading } from './decode';
import { LedgerWriter } from './ledger-writer';
import { LEDGER } from './ledger-reasons';
import { LineCounter } from './line-counter';
import { cellRule, readCell, takenColumns } from './read-cell';
import { rowFate, type Width, widthOf } from './row-fate';
import { TextRows } from './text-rows';
import type { Column } from '../../scoring/column';

/** What a reader makes of a file: columns in the order of `takenColumns`, the line of each row, ledger and account. */
export interface ReadTable {
  readonly columns: readonly Column[];
  readonly lines: Uint32Array;
  readonly width: Width | null;
  readonly ledger: LedgerWriter;
  readonly lineIndex: LineIndex;
  /** Lines whose quotes were broken, and the first of them. */
  readonly strays: { readonly count: number; readonly first: number };
}

/** Reads a file of any encoding, delimiter and quote; the slow reader, and the measure of the other one. */
export async function readWithPapa(source: ByteSource, recipe: Recipe, reading: Reading = {}): Promise<ReadTable | FileProblem> {
  const table = new TextTable(recipe);
  const counter = new LineCounter(recipe.dialect.encoding);
  const rows = new TextRows(recipe.dialect, (cells, line, stray) => table.take(cells, line, stray));
  const take = (text: string, last: boolean) => rows.push(text, last) && rows.pending <= LONGEST_ROW;
  const problem = await decodeAll(source, recipe.dialect.encoding, counter, take, reading);
  if (problem) return problem;
  return rows.pending > LONGEST_ROW ? rowTooLong(source.name, rows.line) : table.finish(counter.notes.index());
}

/** A row beyond this many bytes or characters is none: the file is not a table of lines. */
export const LONGEST_ROW = 16 << 20;

/** The problem of such a row. */
export function rowTooLong(source: string, line: number): FileProblem {
  return { code: 'row_too_long', source, where: `line ${line}`, given: String(LONGEST_ROW), severity: 'error' };
}

class TextTable {
  readonly #ledger = new LedgerWriter();
  readonly #columns;
  readonly #head: { readonly line: number; readonly lines: number };
  #seen = 0;
  #rows = 0;
  #lines = new Uint32Array(0);
  #width: Width | null = null;
  #strays = { count: 0, first: 0 };

  constructor(recipe: Recipe) {
    this.#head = recipe.dialect.header;
    this.#columns = takenColumns(recipe).map((column) => ({
      at: column.at,
      rule: cellRule(column, recipe),
      store: columnStore(column.kind),
    }));
  }

  take(cells: readonly string[], line: number, stray: boolean): void {
    const index = this.#seen++;
    if (stray) this.#strays = { count: this.#strays.count + 1, first: this.#strays.first || line };
    const { line: head, lines } = this.#head;
    if (index < head) return this.#ledger.leftRow(line, LEDGER.above_header);
    if (index < head + lines) return this.#heading(cells);
    // Without a header the first row that is not blank says how many cells there are.
    const fate = rowFate(cells, this.#width ?? { least: 0, most: cells.length }, stray);
    if (fate !== 0) return this.#ledger.leftRow(line, fate);
    this.#width ??= { least: cells.length, most: cells.length };
    this.#load(cells, line, stray);
  }

  #heading(cells: readonly string[]): void {
    const { least, most } = widthOf(cells);
    this.#width = { least: Math.max(least, this.#width?.least ?? 0), most: Math.max(most, this.#width?.most ?? 0) };
  }

  #load(cells: readonly string[], line: number, stray: boolean): void {
    const row = this.#rows++;
    this.#ledger.row();
    if (stray) this.#ledger.cell(line, -1, LEDGER.quotes_as_text);
    this.#lines = roomFor(this.#lines, row);
    this.#lines[row] = line;
    for (const { at, rule, store } of this.#columns) {
      const outcome = readCell(cells[at] ?? '', rule);
      if (outcome.note !== 0) this.#ledger.cell(line, at, outcome.note);
      store.put(row, outcome);
    }
  }

  finish(lineIndex: LineIndex): ReadTable {
    return {
      columns: this.#columns.map(({ store }) => store.finish(this.#rows)),
      lines: this.#lines.slice(0, this.#rows),
      width: this.#width,
      ledger: this.#ledger,
      lineIndex,
      strays: this.#strays,
    };
  }
}
