import { wordAt } from '../../../scoring/column';
import type { Panel } from '../../../scoring/panel';
import type { Conflict } from '../../model/joined';
import { cellText } from './cell-value';
import { cellsFor, isPresent, NO_ORIGINS, type Origins, type SourceCell } from './origins';

/** Nobody decided: the strongest source's value stands. */
export const OPEN = -2;

/** Rows in which sources differ about a field. */
export interface FieldConflicts {
  readonly field: string;
  readonly rows: Int32Array;
  /** Row for row: the part a person decided for, −1 none of them, `OPEN`. */
  readonly decided: Int16Array;
}

/** Values that sources give differently, by field and then by row, one entry a cell of the panel; a page of them says what each source has. */
export class ConflictBook {
  readonly total: number;
  /** Of them, without a decision. */
  readonly open: number;
  readonly fields: readonly FieldConflicts[];
  readonly #panel: Panel | null;
  readonly #origins: Origins;

  constructor(fields: readonly FieldConflicts[], panel: Panel | null = null, origins: Origins = NO_ORIGINS) {
    this.fields = fields;
    this.#panel = panel;
    this.#origins = origins;
    this.total = fields.reduce((sum, { rows }) => sum + rows.length, 0);
    this.open = fields.reduce((sum, { decided }) => sum + decided.filter((one) => one === OPEN).length, 0);
  }

  /** Where the conflicts of a field begin, and how many there are. */
  placeOf(field: string): { readonly before: number; readonly count: number } {
    let before = 0;
    for (const one of this.fields) {
      if (one.field === field) return { before, count: one.rows.length };
      before += one.rows.length;
    }
    return { before, count: 0 };
  }

  /** Conflicts `offset` to `offset + count`: each source that has a value, strongest first, and whose value the panel holds. */
  page(offset: number, count: number): readonly Conflict[] {
    const page: Conflict[] = [];
    let skip = Math.max(0, offset);
    for (const { field, rows, decided } of this.fields) {
      for (let at = skip; at < rows.length && page.length < count; at++) page.push(this.#conflict(field, rows[at]!, decided[at]!));
      skip = Math.max(0, skip - rows.length);
    }
    return page;
  }

  /** Undecided conflicts of one row of the panel. */
  openAt(row: number): readonly Conflict[] {
    return this.fields.flatMap(({ field, rows, decided }) => {
      const at = rows.indexOf(row);
      return at >= 0 && decided[at] === OPEN ? [this.#conflict(field, row, OPEN)] : [];
    });
  }

  #conflict(field: string, row: number, decided: number): Conflict {
    const { firm, firmKeys, name, year, fields } = this.#panel!;
    // A yes/no column of titles adds to the set and contradicts nobody.
    const cells = cellsFor(this.#origins, row, year[row]!, field).filter((cell) => isPresent(cell) && cell.taken?.said.word === undefined);
    const isFlag = fields.get(field)?.kind === 'truth';
    const taken = decided === OPEN ? cells[0] : cells.find(({ at }) => at === decided);
    return {
      firm: wordAt(firmKeys, firm[row]!),
      name: name.reasons[row] === 0 ? wordAt(name.words, name.codes[row]!) : '',
      year: year[row]!,
      field,
      says: cells.map((cell) => ({
        source: cell.part.file.source,
        line: cell.part.file.lines[cell.fileRow]!,
        value: textOf(cell, isFlag),
      })),
      taken: decided === -1 ? null : (taken?.part.file.source ?? null),
    };
  }
}

function textOf({ taken, fileRow, count }: SourceCell, isFlag: boolean): string {
  return taken ? cellText(taken.column, fileRow) : String(isFlag ? 1 : count);
}
