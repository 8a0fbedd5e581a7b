import type { BoardRow, BoardSlice, Dimension, FirmSheet, Segment, SegmentNode } from '../../scoring/board/format';
import type { PanelSummary } from '../../scoring/board/summary';
import type { DerivedMeasure } from '../../scoring/scheme/derived';
import type { Scheme, SchemeProblem } from '../../scoring/scheme/format';
import type { FieldEntry, Recipe } from '../model/recipe';
import type { Account, Dialect, FileProblem, FoundFile, LedgerLine, Origin } from '../model/source';
import type { Spec } from './spec';

/** Asynchronous work as a view meets it. While busy the last answer stays, dimmed. */
export type Outcome<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'busy'; readonly last?: T }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: unknown; readonly last?: T };

/** A file on its way in. */
export interface Incoming {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly found: Outcome<FoundFile>;
  readonly recipe: Recipe | null;
  /** What must be answered (`question`) or cannot be (`error`) before loading, and warnings. */
  readonly problems: readonly FileProblem[];
}

/** A loaded source. */
export interface Loaded {
  readonly source: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly account: Account;
  readonly recipe: Recipe;
  readonly problems: readonly FileProblem[];
}

/** Two rows for one firm and year, waiting for a decision. */
export interface Duplicate {
  readonly firm: string;
  readonly name: string;
  readonly year: number;
  readonly places: readonly { readonly source: string; readonly line: number }[];
  /** Fields in which the rows differ. */
  readonly differ: readonly string[];
}

export interface Progress {
  readonly doing: 'reading' | 'joining' | 'scoring' | 'storing';
  readonly source: string;
  readonly done: number;
  readonly of: number;
  /** Bytes a second, 0 when unknown. */
  readonly speed: number;
}

export interface DataSummary extends PanelSummary<FieldEntry> {
  readonly name: string;
  readonly synthetic: boolean;
  /** Twelve characters for the files and the way they were read. */
  readonly fingerprint: string;
  readonly dimensions: readonly Dimension[];
  /** Usual ratios and growths these fields allow. */
  readonly derived: readonly DerivedMeasure[];
}

/** Shape of one field in one year, asked of the engine. */
export interface Profile {
  readonly field: string;
  readonly firms: number;
  readonly reported: number;
  readonly zero: number;
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
  /** Firms in each of 20 equal bins from the 1st to the 99th percentile. */
  readonly bins: readonly number[];
}

export type EngineState = 'booting' | 'ready' | 'busy' | 'rebuilding' | 'failed';

/** The one app object as views see it: facts to read (all reactive), verbs to call. */
export interface WorkbenchFace {
  readonly spec: Spec;
  readonly engine: EngineState;
  /** Outside requests since load: always 0, counted, not assumed. */
  readonly outsideRequests: number;
  readonly data: DataSummary | null;
  readonly sources: readonly Loaded[];
  readonly schemes: readonly Scheme[];
  readonly scheme: Scheme | null;
  readonly schemeProblems: readonly SchemeProblem[];
  readonly board: Outcome<BoardSlice>;
  readonly tree: Outcome<readonly (SegmentNode & { readonly children: readonly SegmentNode[] })[]>;
  readonly sheet: Outcome<FirmSheet | null>;
  readonly incoming: readonly Incoming[];
  readonly duplicates: readonly Duplicate[];
  readonly progress: Progress | null;
  /** Data loaded by the user that exist nowhere but in this page. */
  readonly unsaved: boolean;
  /** Codes and arguments of what a link or a draft could not say; shown once. */
  readonly notices: readonly { readonly id: number; readonly code: string; readonly given: string }[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;

  change(part: Partial<Spec>, how?: 'step' | 'drag'): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Rows of the current board from `offset`; the view keeps them. */
  rows(offset: number, count: number): Promise<readonly BoardRow[]>;
  /** Children counts of any dimension, for "another cut". */
  segments(dimension: Dimension, within: Segment): Promise<readonly SegmentNode[]>;
  /** Firms whose name or key holds the text, best first, at most 20. */
  find(text: string): Promise<readonly { readonly firm: string; readonly name: string }[]>;
  trace(row: number, field: string, back: number): Promise<readonly Origin[]>;
  profile(field: string): Promise<Profile>;

  tryWeight(indicator: string, weight: number, how: 'step' | 'drag'): Promise<void>;
  tryPoints(place: string, points: number): Promise<void>;
  nameDraft(name: string): Promise<void>;
  endDraft(): Promise<void>;

  open(files: readonly File[]): Promise<void>;
  paste(text: string): Promise<void>;
  reread(id: number, dialect: Partial<Dialect>): Promise<void>;
  edit(id: number, recipe: Recipe): void;
  applyRecipe(id: number, json: string): Promise<void>;
  remove(id: number): void;
  load(): Promise<void>;
  cancel(): void;
  openSample(): Promise<void>;
  ledger(source: string | null, offset: number, count: number): Promise<{ readonly total: number; readonly lines: readonly LedgerLine[] }>;

  quickScheme(
    name: string,
    columns: readonly { readonly field: string; readonly direction: 'more' | 'less'; readonly weight: number }[],
  ): Promise<void>;
  importScheme(json: string): Promise<readonly SchemeProblem[]>;

  /** The current board or data as a file. */
  download(
    what: 'board.csv' | 'board.tsv' | 'panel.arrow' | 'ledger.csv' | 'scheme.json' | `recipe:${string}`,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly type: string }>;
  dismiss(notice: number): void;
}
