import type { Recipe } from '../model/recipe';
import type { Dialect, FileProblem, LineIndex } from '../model/source';
import type { ByteSource } from './byte-source';
import { columnStore, roomFor } from './column-store';
import { decodeAll, type Reading } from './decode';
import { LedgerWriter } from './ledger-writer';
import { LEDGER } from './ledger-reasons';
import { LineCounter } from './line-counter';
import { cellRule, readCell, takenColumns, widthOfRecipe } from './read-cell';
import { fateAbove, type Width, widthOf } from './row-fate';
import { TableGuard } from './table-guard';
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
  /** What the reader itself has to say, beyond what the rows tell. */
  readonly problems?: readonly FileProblem[];
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
  readonly #head: Dialect['header'];
  readonly #known: number;
  #seen = 0;
  #rows = 0;
  #lines = new Uint32Array(0);
  #width: Width | null = null;
  #guard: TableGuard | null = null;
  readonly #heads: (readonly string[])[] = [];
  #strays = { count: 0, first: 0 };

  constructor(recipe: Recipe) {
    this.#head = recipe.dialect.header;
    this.#known = widthOfRecipe(recipe);
    this.#columns = takenColumns(recipe).map((column) => ({
      at: column.at,
      rule: cellRule(column, recipe),
      store: columnStore(column.kind),
    }));
  }

  take(cells: readonly string[], line: number, stray: boolean): void {
    const index = this.#seen++;
    if (stray) this.#strays = { count: this.#strays.count + 1, first: this.#strays.first || line };
    const { line: head, lines, others = 0 } = this.#head;
    if (index < head) return this.#ledger.leftRow(line, fateAbove(cells, index, others));
    if (index < head + lines) return this.#heading(cells);
    // Without a header the first row that is not blank says how many cells there are.
    this.#guard ??= new TableGuard(this.#heads);
    const { least, most } = this.#width ?? { least: 0, most: cells.length };
    const fate = this.#guard.judge(cells, { least, most: Math.max(most, this.#known) }, stray);
    if (fate !== 0 && fate !== LEDGER.short_row) return this.#ledger.leftRow(line, fate);
    this.#width ??= { least: cells.length, most: cells.length };
    this.#load(cells, line, stray ? LEDGER.quotes_as_text : fate);
  }

  #heading(cells: readonly string[]): void {
    this.#heads.push(cells);
    const { least, most } = widthOf(cells);
    this.#width = { least: Math.max(least, this.#width?.least ?? 0), most: Math.max(most, this.#width?.most ?? 0) };
  }

  /** Loads a row; `note` is what is to be told of it as a whole, 0 for nothing. */
  #load(cells: readonly string[], line: number, note: number): void {
    const row = this.#rows++;
    this.#ledger.row();
    if (note !== 0) this.#ledger.cell(line, -1, note);
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
