import type { FieldKind } from '../model/source';
import type { Leaving } from './face';

/** A table that can be asked, by the name a statement calls it. */
export interface SqlTable {
  readonly name: string;
  readonly is: 'panel' | 'score' | 'source';
  /** The loaded source it is; null for the others. */
  readonly source: string | null;
  /** null: not known before it has been made. */
  readonly rows: number | null;
  readonly columns: readonly SqlName[];
}
/** A column as people and the engine call it. */
export interface SqlName {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: FieldKind;
  readonly unit: string;
}

/** A usual ratio over columns of the panel, under its name; what a statement needs for it. */
export interface SqlMeasure extends SqlName {
  readonly expression: string;
}

export interface SqlColumn {
  readonly name: string;
  /** As DuckDB calls it. */
  readonly type: string;
  readonly kind: 'number' | 'truth' | 'time' | 'text' | 'other';
}
/** The column whose cells are keys of firms. */
export function isFirmColumn({ name }: Pick<SqlColumn, 'name'>): boolean {
  return name.toLowerCase() === 'firm';
}
/** `counting`, then how many rows there are, or why that is not known: `late` past its deadline, `stopped` by a person or the next statement, `failed`. */
export type SqlTotal = { readonly is: 'counting' | 'late' | 'stopped' | 'failed' } | { readonly is: 'known'; readonly rows: number };

/** The first rows of an answer. */
export interface SqlResult {
  readonly columns: readonly SqlColumn[];
  /** Rows held. */
  readonly rows: number;
  /** Column → cells as the engine writes them, every digit of them; null is missing. A cell longer than `cut` signs is cut there. */
  readonly cells: readonly (readonly (string | null)[])[];
  readonly cut: number;
  readonly total: SqlTotal;
  /** More rows can be shown, up to this many. */
  readonly most: number;
  /** The plan of an `explain`: one text. */
  readonly plan: string | null;
}

/** What went wrong: a code with what it is about (words in i18n), what the engine itself said, and where in the statement. */
export interface SqlFault {
  readonly code: string;
  readonly given: readonly string[];
  readonly said: string;
  readonly place: { readonly from: number; readonly to: number } | null;
}

/** One statement that was run. */
export interface SqlRun {
  readonly id: number;
  readonly text: string;
  /** ISO time of its start. */
  readonly at: string;
  readonly status: 'running' | 'done' | 'failed';
  /** Milliseconds until its first rows; null while it runs. */
  readonly took: number | null;
  /** null also where it was let go for later ones. */
  readonly result: SqlResult | null;
  readonly fault: SqlFault | null;
  /** Where it stood in the editor. */
  readonly from: number;
  /** Fingerprint of the data it was asked of. */
  readonly data: string;
  /** Scheme and version its table `score` was made with, null where it did not ask for it. */
  readonly scheme: string | null;
}

/** Text for the editor; another number is another wish. */
export interface SqlDraft {
  readonly text: string;
  readonly number: number;
}

export interface SqlFirms {
  readonly firms: readonly string[];
  /** false: there are more than could be taken. */
  readonly isWhole: boolean;
  /** Rows of the answer whose key the panel does not know, or that have none. */
  readonly strays: number;
}

/** The SQL room as its view sees it. */
export interface SqlFace {
  readonly tables: readonly SqlTable[];
  readonly measures: readonly SqlMeasure[];
  /** Column of the panel → firm-years without a value; empty until counted. */
  readonly missing: ReadonlyMap<string, number>;
  /** What was typed last. */
  readonly text: string;
  /** What the editor is asked to take in, in place of what is there. */
  readonly draft: SqlDraft | null;
  /** Newest first, as long as the page stands. */
  readonly runs: readonly SqlRun[];
  readonly shown: SqlRun | null;
  readonly isBusy: boolean;
  /** Table that is being put into the engine for the statement. */
  readonly fetching: string | null;

  /** The editor says what stands in it. */
  write(text: string): void;
  /** Puts a text into the editor; undo brings back what was there. */
  open(text: string): void;
  /** Looks at the tables of the data now loaded. */
  look(): Promise<void>;
  runAll(): Promise<void>;
  runAt(cursor: number): Promise<void>;
  cancel(): void;
  /** Shows the answer of an earlier run. */
  show(id: number): void;
  /** As many rows as can be shown. */
  more(): Promise<void>;
  /** The whole answer, as far as a file takes it. */
  file(what: 'csv' | 'tsv'): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly type: string }>;
  /** What a person should know of internal sources before the answer leaves; null where none has a part in it. */
  leaving(): Promise<Leaving | null>;
  /** Keys of the firms in column `firm` of the whole answer, each once, those the panel knows; null where it has no such column. */
  takeFirms(): Promise<SqlFirms | null>;
}

/** How long a statement may take, and the count of its rows, in milliseconds. */
export const SQL_LIMITS = { run: 30_000, count: 15_000 } as const;
/** Rows shown at first, at most, and in a file; cells keep these together below what a page can hold. */
export const SQL_ROWS = {
  first: 500,
  most: 10_000,
  file: 100_000,
  cells: 400_000,
  fileCells: 4_000_000,
  columns: 300,
  firms: 100_000,
} as const;
