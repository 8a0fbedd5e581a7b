// Longer than other files: everything a view can read and call, in one place on purpose.
import type { BoardRow, BoardSlice, Dimension, FirmSheet, Segment, SegmentNode } from '../../scoring/board/format';
import type { PanelSummary } from '../../scoring/board/summary';
import type { DerivedMeasure } from '../../scoring/scheme/derived';
import type { Scheme, SchemeProblem } from '../../scoring/scheme/format';
import type {
  CoverageBy,
  CoverageMap,
  DistrictProgress,
  FindingAction,
  FindingDecision,
  FindingEffect,
  FindingRule,
} from '../../scoring/quality/format';
import type { Conflict, Duplicate, MatchReport, SupportEvent } from '../model/joined';
import type { ConflictDecision, Keeping, MOST_SAVED, ProjectState, SavedCanvas, SavedSelection, SourceFacts, Step } from '../model/project';
import type { FieldEntry, LostColumn, Recipe } from '../model/recipe';
import type { Account, Dialect, FileProblem, FoundFile, LedgerLine, Origin } from '../model/source';
import type { SchemeDeskFace, SchemeQuestions } from './face-scheme';
import type { ConsistencyFace } from './consistency-face';
import type { ComparingFace } from './compare-face';
import type { FirmnessFace } from './firmness-face';
import type { SeedlingFace } from './seedling-face';
import type { SpreadFace } from './spread-face';
import type { Spec } from './spec';
import type { SqlFace } from './sql-face';

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
  /** Columns the recipe laid on this file takes and the file has not: each is a question until it is given another column or let go. */
  readonly lost?: readonly LostColumn[];
}

/** A loaded source. */
export interface Loaded {
  readonly source: string;
  readonly sha256: string;
  readonly bytes: number;
  /** ISO time of loading; '' for the sample. */
  readonly loaded: string;
  readonly account: Account;
  readonly recipe: Recipe;
  readonly facts: SourceFacts;
  readonly problems: readonly FileProblem[];
}

/** A finding as the page lists it. */
export interface FindingLine {
  /** `Finding.id`. */
  readonly id: string;
  readonly rule: FindingRule;
  readonly field: string | null;
  /** Firm-years in the panel, firms behind them, rows of files that never reached the panel. */
  readonly rows: number;
  readonly firms: number;
  readonly lines: number;
  /** A factor is known for at least one row. */
  readonly canConvert: boolean;
  readonly decision: FindingDecision | null;
}
/** One firm-year of a finding. Values in stored units, as they stood before any decision. */
export interface FindingRow {
  readonly firm: string;
  readonly name: string;
  readonly year: number;
  /** Row of the panel, for a trace; −1 where the row did not reach it. */
  readonly row: number;
  readonly value: number | null;
  /** The figure before and after in the firm's own series, null where there is none. */
  readonly before: number | null;
  readonly after: number | null;
  readonly measure: number | null;
  readonly factor: number | null;
}

/** A workspace kept on this machine. */
export interface Kept {
  readonly id: string;
  readonly name: string;
  /** ISO time. */
  readonly saved: string;
  readonly bytes: number;
}

/** Something found wrong with what was kept, said once at opening. */
export type Loss =
  | { readonly is: 'interrupted'; readonly names: readonly string[]; readonly at: string }
  | { readonly is: 'evicted'; readonly what: string; readonly at: string }
  | { readonly is: 'missing_files'; readonly names: readonly string[] }
  | { readonly is: 'damaged'; readonly what: string };

/**
 * What another person's file has that this workspace has not, and the reverse. `what` is a code, words in i18n; each side is a list of names and codes
 * (`src/state/differences.ts`), empty where that workspace has none.
 */
export interface ProjectDifference {
  readonly what:
    | 'source_added'
    | 'source_removed'
    | 'source_bytes'
    | 'source_renamed'
    | 'source_recipe'
    | 'source_facts'
    | 'source_order'
    | 'finding'
    | 'conflict'
    | 'scheme'
    | 'draft'
    | 'canvas'
    | 'selection'
    | 'scheme_chosen'
    | 'deadline'
    | 'name';
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/** What is not kept because a workspace holds no more of it (`MOST_SAVED`). */
export type TooMany = keyof typeof MOST_SAVED;

/** The data room as views see it: what was joined, what is doubtful, what was decided, and whether it is kept. */
export interface ProjectFace {
  readonly keeping: Keeping;
  readonly state: ProjectState;
  /** The history, oldest first; it is never shortened. */
  readonly steps: readonly Step[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly matches: readonly MatchReport[];
  /** How many values two sources give differently. */
  readonly conflicts: number;
  readonly findings: Outcome<readonly FindingLine[]>;
  readonly losses: readonly Loss[];
  readonly kept: readonly Kept[];
  /** A file of another workspace is open for comparison and waits for a yes. */
  readonly offered: { readonly name: string; readonly differences: readonly ProjectDifference[] } | null;

  rename(name: string): Promise<void>;
  setDeadline(day: string): Promise<void>;
  setFacts(source: string, facts: SourceFacts): Promise<void>;
  /** Joins again with another order of sources, strongest first. */
  orderSources(names: readonly string[]): Promise<void>;
  removeSource(source: string): Promise<void>;
  /** Puts a loaded source back among the incoming ones with its recipe, to read or map it otherwise; nothing changes until it is loaded again. */
  reopen(source: string): Promise<void>;
  /** Joins again with another recipe of a source; only choices that need no reading of the file (wins, tolerance, matches, duplicates). */
  changeJoining(source: string, recipe: Recipe): Promise<void>;
  decideMatch(source: string, given: string, firm: string | null): Promise<void>;
  /** null takes the decision back. */
  decideConflict(of: Pick<Conflict, 'firm' | 'year' | 'field'>, decision: Pick<ConflictDecision, 'take' | 'reason'> | null): Promise<void>;
  decideFinding(
    finding: string,
    decision: { readonly action: FindingAction; readonly reason: string; readonly only: FindingDecision['only'] } | null,
  ): Promise<void>;
  /** Keeps a canvas or a selection, in place of the one of its id; null once it is kept, else what there would be too many of. */
  saveCanvas(canvas: SavedCanvas): Promise<TooMany | null>;
  dropCanvas(id: string): Promise<void>;
  saveSelection(selection: SavedSelection): Promise<TooMany | null>;
  dropSelection(id: string): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;

  conflictPage(offset: number, count: number): Promise<readonly Conflict[]>;
  findingPage(finding: string, offset: number, count: number): Promise<readonly FindingRow[]>;
  effect(finding: string, action: 'exclude' | 'convert'): Promise<FindingEffect | null>;
  coverage(by: CoverageBy): Promise<CoverageMap>;
  /** Field → sources that give it, strongest first. */
  readonly givers: ReadonlyMap<string, readonly string[]>;
  districts(): Promise<readonly DistrictProgress[]>;
  support(firm: string): Promise<readonly SupportEvent[]>;

  /** The workspace as one `.miaopu` file. */
  saveFile(): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly type: string }>;
  /** Opens a `.miaopu` file: at once where nothing of the user's is open, else `offered` shows what differs. */
  openFile(file: Blob & { readonly name: string }): Promise<void>;
  takeOffered(yes: boolean): Promise<void>;
  openKept(id: string): Promise<void>;
  removeKept(id: string): Promise<void>;
  /** Frees the memory of the data and returns to the sample. */
  close(): Promise<void>;
  dismissLoss(at: number): void;
}

/** What of sources marked internal is in a file before it is written, rests in it or is left out. */
export interface Leaving {
  /** The sources, each with its fields that are concerned. */
  readonly internal: readonly { readonly source: string; readonly fields: readonly string[] }[];
  /** Fields of internal sources that the file leaves out. */
  readonly leftOut: readonly string[];
  /**
   * `points`: a board whose points are made of their values; `fields`: data without theirs; `raw`: a working file that holds their raw text; `answer`: a question
   * answered, which may show their values.
   */
  readonly holds: 'points' | 'fields' | 'raw' | 'answer';
}

export type { Duplicate };

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
export interface WorkbenchFace extends SchemeQuestions {
  readonly project: ProjectFace;
  readonly consistency: ConsistencyFace;
  readonly comparing: ComparingFace;
  readonly firmness: FirmnessFace;
  /** The distribution room; null until it has been asked for. */
  readonly spread: SpreadFace | null;
  /** The seedling room, likewise. */
  readonly seedling: SeedlingFace | null;
  readonly spec: Spec;
  readonly engine: EngineState;
  /** Outside requests since load: always 0, counted, not assumed. */
  readonly outsideRequests: number;
  readonly data: DataSummary | null;
  readonly sources: readonly Loaded[];
  readonly schemes: readonly Scheme[];
  readonly scheme: Scheme | null;
  readonly schemeProblems: readonly SchemeProblem[];
  /** Drafts of schemes; null until the scheme room has been asked for. */
  readonly schemeDesk: SchemeDeskFace | null;
  readonly board: Outcome<BoardSlice>;
  readonly tree: Outcome<readonly (SegmentNode & { readonly children: readonly SegmentNode[] })[]>;
  readonly sheet: Outcome<FirmSheet | null>;
  readonly incoming: readonly Incoming[];
  readonly duplicates: readonly Duplicate[];
  /** Problems that belong to no waiting file: members of an archive left out, sources loaded before that can no longer be joined. */
  readonly refused: readonly FileProblem[];
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
  openSchemeDesk(): Promise<SchemeDeskFace>;
  openSpread(): Promise<SpreadFace>;
  openSeedling(): Promise<SeedlingFace>;
  endDraft(): Promise<void>;

  open(files: readonly File[]): Promise<void>;
  paste(text: string): Promise<void>;
  reread(id: number, dialect: Partial<Dialect>): Promise<void>;
  edit(id: number, recipe: Recipe): void;
  applyRecipe(id: number, json: string): Promise<void>;
  remove(id: number): void;
  /** Lets a lost column of a file go: it is not taken, and no question any more. */
  letGo(id: number, header: string): void;
  /** Gives a waiting file a name of its own, so that it stands beside the source of the same name: another table or sheet of one file. */
  keepBoth(id: number): Promise<void>;
  /** Takes another table or sheet of a waiting file as a source of its own; its number, null where the file is gone. */
  alsoRead(id: number, dialect: Partial<Dialect>): Promise<number | null>;
  load(): Promise<void>;
  cancel(): void;
  openSample(): Promise<void>;
  /** `action`: only lines that tell of it; absent: all. */
  ledger(
    source: string | null,
    offset: number,
    count: number,
    action?: LedgerLine['action'],
  ): Promise<{ readonly total: number; readonly lines: readonly LedgerLine[] }>;

  quickScheme(
    name: string,
    columns: readonly { readonly field: string; readonly direction: 'more' | 'less'; readonly weight: number }[],
  ): Promise<void>;
  importScheme(json: string): Promise<readonly SchemeProblem[]>;

  /** The console; its code comes with the first call. */
  openSqlRoom(): Promise<SqlFace>;
  /** Goes to the console with a text in its editor; undo there brings back what stood in it. */
  openSql(text: string): Promise<void>;

  /** The current board or data as a file. */
  download(
    what: 'board.csv' | 'board.tsv' | 'panel.arrow' | 'panel.parquet' | 'ledger.csv' | 'scheme.json' | `recipe:${string}`,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly type: string }>;
  /** What a person should know of internal sources before such a file is written; null where none has a part in it. */
  leaving(what: Parameters<WorkbenchFace['download']>[0]): Promise<Leaving | null>;
  dismiss(notice: number): void;
}
