import type { Column, Reason } from '../../scoring/column';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'big5' | 'shift_jis' | 'windows-1252';

/** How text becomes rows. Found, then open to change by hand; stored in the recipe. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** '' where nothing is quoted. */
  readonly quote: '"' | "'" | '';
  /** A backslash before a quote, a delimiter, a line end or itself takes its meaning away. Absent: a quote inside quotes is doubled. */
  readonly escape?: '\\';
  /**
   * First header line (0-based line of the parsed file) and how many lines it spans; `lines` 0 is a file without header. `others`: how many rows from the
   * top belong to tables before this one, where a file holds several; absent: none.
   */
  readonly header: { readonly line: number; readonly lines: number; readonly others?: number };
  /** Sheet of a workbook; absent where the file has none. A recipe keeps it as `Recipe.sheet`. */
  readonly sheet?: string;
}

/** One sheet of a workbook. */
export interface FoundSheet {
  readonly name: string;
  /** Rows with any value in them. */
  readonly rows: number;
  readonly hidden: boolean;
}

/** One table of a file that holds several. */
export interface FoundTable {
  /** Line of its header, from 1. */
  readonly line: number;
  readonly header: Dialect['header'];
  readonly names: readonly string[];
  /** Rows under its header, as far as was looked. */
  readonly rows: number;
}

export type FieldKind = 'number' | 'money' | 'count' | 'ratio' | 'flag' | 'text' | 'code' | 'date' | 'set' | 'year';

/** One column of a file as found, before mapping. */
export interface FoundColumn {
  /** Position in the file, from 0. */
  readonly at: number;
  /** Header text, two-row headers joined with ` · `; `第 n 列` is never invented: '' where there is none. */
  readonly header: string;
  readonly kind: FieldKind;
  /** Unit written in the header or above it (`万元`), null where none was found. */
  readonly unit: string | null;
  /** Up to five raw values. */
  readonly samples: readonly string[];
  readonly filled: number;
  readonly blank: number;
  /** Cells whose reading changed the text (1,234 → 1234). */
  readonly changed: number;
  /** Cells refused by the kind. */
  readonly refused: number;
  /** Null words met and how often, most frequent first. */
  readonly nulls: readonly { readonly word: string; readonly count: number }[];
  /** Cells that carry a unit of their own (`3.4亿`, `50万美元`); where all do, a money column needs no unit. */
  readonly ownUnits: number;
}

/** A line of the ledger: nothing is rejected, skipped or rewritten without one. Lines count from 1 as an editor shows them. */
export interface LedgerLine {
  readonly source: string;
  readonly line: number;
  /** Column header, or '' for a whole row. */
  readonly column: string;
  readonly raw: string;
  readonly action: 'rejected row' | 'skipped row' | 'rejected cell' | 'changed cell';
  /** Code of the reason, text in i18n: `too_many_cells`, `duplicate_key`, `thousands_separator` … */
  readonly reason: string;
  /** What it was read as, '' where refused. */
  readonly read: string;
}

/**
 * A ledger as columns, one entry a line, in the order of the file: a million rewritten cells are a few megabytes and cross a worker border.
 * `src/ingest/ledger.ts` turns a page of it into `LedgerLine`s, reading the raw text again from the file.
 */
export interface LedgerStore {
  readonly source: string;
  readonly total: number;
  /** Line in the file where the row begins, from 1. */
  readonly lines: Uint32Array;
  /** Position of the column in the file; −1 for a whole row. */
  readonly ats: Int32Array;
  /** Position in LEDGER_REASONS (src/ingest/ledger-reasons.ts). */
  readonly reasons: Uint8Array;
}

/** Where some of the lines begin: `offsets[i]` is the byte at which line `lines[i]` starts; both ascending, the first is line 1. */
export interface LineIndex {
  readonly lines: Uint32Array;
  readonly offsets: Float64Array;
}

/** The account of one file: read = loaded + rejected + skipped, always. */
export interface Account {
  readonly read: number;
  readonly loaded: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly changedCells: number;
  readonly rejectedCells: number;
}

/** What `look` answers: enough to preview a file and propose a mapping. */
export interface FoundFile {
  readonly source: string;
  readonly bytes: number;
  readonly dialect: Dialect;
  /** Whether the encoding is certain (BOM or strict), or the person should look. */
  readonly certain: boolean;
  /** Unit stated above the header for the whole file (`单位：万元`), null where none is. */
  readonly unit: string | null;
  /** ISO 4217 code the file itself states (metadata of an Arrow file). */
  readonly currency?: string;
  /** Sheets of a workbook, in its order; the one looked at is `dialect.sheet`. */
  readonly sheets?: readonly FoundSheet[];
  /** The tables of a file that holds several, in its order; the one looked at is that of `dialect.header`. Another is chosen by its header. */
  readonly tables?: readonly FoundTable[];
  /** Data rows looked at; the counts of `columns` are over these. */
  readonly sampled: number;
  readonly columns: readonly FoundColumn[];
  /** First rows as parsed, header and what stands above it included, with the fate of each. */
  readonly preview: readonly PreviewRow[];
  readonly problems: readonly FileProblem[];
}
export interface PreviewRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fate: 'above' | 'header' | 'data' | 'blank' | 'unit' | 'total' | 'other' | 'rejected';
}

/** What the user's file got wrong, as a value. `where` is a line, column or file in words of the file; texts in i18n by code. */
export interface FileProblem {
  readonly code: string;
  readonly source: string;
  readonly where: string;
  readonly given: string;
  /** `error` stops the load, `question` must be answered first, `warning` is shown. */
  readonly severity: 'error' | 'question' | 'warning';
}

/** Columns of one file after its recipe: what goes to the panel, and to the engine as its source table. */
export interface LoadedFile {
  readonly source: string;
  readonly sha256: string;
  readonly rows: number;
  /** The columns taken (recipe field not null), in file order; `at` is the position in the file, which header names cannot tell when they repeat. */
  readonly columns: readonly { readonly at: number; readonly header: string; readonly column: Column }[];
  /** Row → line number in the file, from 1. */
  readonly lines: Uint32Array;
  readonly account: Account;
  readonly ledger: LedgerStore;
  readonly dialect: Dialect;
  /** How many cells a row has. */
  readonly width: number;
  readonly lineIndex: LineIndex;
  /** Warnings of the reading: `stray_quotes` … */
  readonly problems: readonly FileProblem[];
}

/** One number's way back to its file. */
export interface Origin {
  readonly field: string;
  readonly value: number | string | readonly string[] | null;
  readonly reason: Reason;
  readonly source: string;
  readonly line: number;
  readonly column: string;
  /** The cell exactly as it stands in the file. */
  readonly raw: string;
  /** Unit of the raw figure, factor to the stored unit. */
  readonly unit: string | null;
  readonly factor: number;
  /** Sheet of a workbook; null where the file has none. */
  readonly sheet: string | null;
  /** Why the panel's value comes from here; null where it does not. */
  readonly used: OriginUse | null;
  /** Days between which a title is held, as ISO; null for all but titles with dates. */
  readonly held: { readonly from: string | null; readonly to: string | null } | null;
  /** Made from other fields of the row by a rule; null for all that a file gives. */
  readonly derived: { readonly rule: string; readonly fields: readonly string[] } | null;
}

/** `only` the one source with a value; `first` the strongest by order; `wins` put first by its recipe; `decided` by a person; `united` one of several that add up to a set; `counted` one of several that are counted; `absent` not on a list that says none; `derived` by a rule. */
export const ORIGIN_USES = ['only', 'first', 'wins', 'decided', 'united', 'counted', 'absent', 'derived'] as const;
export type OriginUse = (typeof ORIGIN_USES)[number];
