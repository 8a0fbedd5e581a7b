import { trimmed } from './fold';
import { type CellClass, classOf } from './header';
import { LEDGER } from './ledger-reasons';
import { rowFate, type Width } from './row-fate';

type Cells = readonly string[];

/** Rows from which the columns are learned, and how many of them it takes to judge by them. */
const LEARNED = 50;
const ENOUGH = 3;

/** What stands in a column: the classes met, and the words, which no other table's header repeats. */
interface Seen {
  readonly classes: Map<CellClass, number>;
  readonly words: Set<string>;
}

/**
 * Follows the rows under a header and tells what becomes of each: the header once more, the rows of another table below it, rows with a cell too few or too many.
 * Nothing is ever read under a header that is not its own. It knows the columns from the first rows themselves, so that looking and loading judge alike.
 */
export class TableGuard {
  readonly #header: readonly Cells[];
  readonly #isRagged: boolean;
  /** First cells of the header rows. */
  readonly #firsts: readonly Uint8Array[];
  readonly #columns: Seen[] = [];
  #learned = 0;
  #isBroken = false;
  #other: Cells | null = null;

  /** Takes the header rows as they stand; none where the file has no header. `isRagged`: rows end with their last filled cell, so that their width tells nothing. */
  constructor(header: readonly Cells[], isRagged = false) {
    this.#header = header.map(named).filter((cells) => cells.length > 1);
    this.#isRagged = isRagged;
    this.#firsts = this.#header.map(([first]) => new TextEncoder().encode(first));
  }

  /** Whether the next row must be judged whatever it looks like: while the columns are learned, behind a break, and in another table. */
  get isWatching(): boolean {
    return this.#learned < LEARNED || this.#isBroken || this.#other !== null;
  }

  /** Whether another table has begun. */
  get isOutside(): boolean {
    return this.#other !== null;
  }

  /** Whether a row whose first cell begins and ends so in UTF-8 may be the header once more. */
  mayRepeat(bytes: Uint8Array, from: number, to: number): boolean {
    return this.#firsts.some((first) => first.length === to - from && first.every((byte, at) => bytes[from + at] === byte));
  }

  /** A gap in the file, as between two blocks of a sheet. */
  breakHere(): void {
    this.#isBroken = true;
  }

  /** The byte of LEDGER_REASONS of a row: 0 loads it, `short_row` loads it too and is to be noted. */
  judge(cells: Cells, width: Width, stray: boolean): number {
    if (this.#repeats(cells)) return this.#back(LEDGER.repeated_header);
    const fate = rowFate(cells, width, stray);
    if (fate === LEDGER.blank_line) return this.#broken(fate);
    if (this.#isBroken && this.#isOtherHeader(cells)) {
      this.#other = named(cells);
      this.#isBroken = false;
      return LEDGER.other_table;
    }
    if (this.#other && !this.#comesBack(cells, width)) return this.#outside(cells);
    // A title between two tables: the next header may follow it.
    if (filledCount(cells) === 1 && width.most > 1) return this.#broken(fate);
    if (fate === LEDGER.total_row) return fate;
    this.#isBroken = false;
    if (fate === 0) return this.#long(cells, width);
    return fate === LEDGER.too_few_cells && this.#isSurelyShort(cells, width) ? LEDGER.short_row : fate;
  }

  #broken(fate: number): number {
    this.#isBroken = true;
    return fate;
  }

  /** A title among the rows of other tables is a break there too. */
  #outside(cells: Cells): number {
    this.#isBroken = filledCount(cells) === 1;
    return LEDGER.other_table;
  }

  #back(fate: number): number {
    this.#other = null;
    this.#isBroken = false;
    return fate;
  }

  #repeats(cells: Cells): boolean {
    if (this.#header.length === 0) return false;
    const row = named(cells);
    return this.#header.some((header) => header.length === row.length && header.every((name, at) => name === row[at]));
  }

  /** A row of the right number of cells, or with empty ones behind them: these are a doubt, as a cell may have come in before them. */
  #long(cells: Cells, { most }: Width): number {
    if (cells.length > most) return this.#isSurelyLong(cells, most) ? 0 : LEDGER.too_many_cells;
    if (this.#learned < LEARNED) {
      this.#learned++;
      this.#learn(cells);
    }
    return 0;
  }

  #learn(cells: Cells): void {
    cells.forEach((cell, at) => {
      const { classes, words } = (this.#columns[at] ??= { classes: new Map(), words: new Set() });
      const kind = classOf(cell);
      if (kind === 'empty') return;
      classes.set(kind, (classes.get(kind) ?? 0) + 1);
      words.add(trimmed(cell));
    });
  }

  /** How many cells are of a class that their column never held. */
  #misfits(cells: Cells): number {
    return cells.filter((cell, at) => {
      const { classes } = this.#columns[at] ?? { classes: new Map<CellClass, number>() };
      const kind = classOf(cell);
      return kind !== 'empty' && classes.size > 0 && !classes.has(kind);
    }).length;
  }

  /** Whether the cells fit as they stand, and would not with one taken out before the last. */
  #isSurelyLong(cells: Cells, most: number): boolean {
    if (this.#learned < ENOUGH || this.#misfits(cells) > 0) return false;
    for (let at = 0; at < most - 1; at++) if (this.#misfits(cells.toSpliced(at, 1)) === 0) return false;
    return true;
  }

  /** Whether cells are missing at the end of a row and nowhere else: they fit where they stand, and nowhere with a gap before them. */
  #isSurelyShort(cells: Cells, { most }: Width): boolean {
    if (this.#learned < ENOUGH || this.#misfits(cells) > 0 || filledCount(cells) < 2) return false;
    const gap = new Array<string>(most - cells.length).fill('');
    for (let at = cells.length - 1; at >= 0; at--) if (this.#misfits(cells.toSpliced(at, 0, ...gap)) === 0) return false;
    return true;
  }

  /** Names of other columns behind a break: more or fewer than ours, or where ours hold figures; none of them a word met among the rows. */
  #isOtherHeader(cells: Cells): boolean {
    const names = named(cells);
    if (names.length < 2 || this.#learned === 0 || this.#header.length === 0) return false;
    if (new Set(names).size < names.length || names.some((name) => name === '' || name.length > 60)) return false;
    const classes = names.map(classOf);
    if (!classes.includes('text') || classes.some((kind) => kind !== 'text' && kind !== 'year')) return false;
    if (names.some((name) => /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(name) || this.#columns.some(({ words }) => words.has(name)))) return false;
    const overFigures = names.some((_, at) => classes[at] === 'text' && this.#isFigures(at));
    return overFigures || (!this.#isRagged && names.length !== this.#header[0]!.length);
  }

  #isFigures(at: number): boolean {
    const classes = this.#columns[at]?.classes;
    return classes !== undefined && classes.size > 0 && !classes.has('text');
  }

  /** A row that is none of the other table's, for its number of cells, and fits ours. */
  #comesBack(cells: Cells, { least, most }: Width): boolean {
    const other = this.#other!;
    const fits = cells.length >= least && cells.length <= most && this.#misfits(cells) === 0;
    const isOurs =
      fits &&
      !this.#isRagged &&
      cells.length !== other.length &&
      cells.some((cell, at) => this.#isFigures(at) && classOf(cell) !== 'empty');
    if (isOurs) this.#other = null;
    return isOurs;
  }
}

/** Names without white space and without the empty cells behind them. */
function named(cells: Cells): string[] {
  const names = cells.map(trimmed);
  while (names.length > 0 && names.at(-1) === '') names.pop();
  return names;
}

function filledCount(cells: Cells): number {
  return cells.filter((cell) => trimmed(cell) !== '').length;
}
