// Longer than other files: every question between the page and its workers, in one place on purpose.
import type { ConditionHits } from '../../scoring/board/hits';
import type { IndicatorStudy, StudyAsk } from '../../scoring/board/study';
import type { BoardAsk, BoardRow, BoardSlice, Dimension, Draft, FirmSheet, Segment, SegmentNode } from '../../scoring/board/format';
import type { Selection } from '../../scoring/chosen';
import type { Consistency, OtherTotals, Screening } from '../../scoring/consistency/format';
import type { Panel } from '../../scoring/panel';
import type {
  CoverageBy,
  CoverageMap,
  DistrictProgress,
  Finding,
  FindingAction,
  FindingDecision,
  FindingEffect,
} from '../../scoring/quality/format';
import type { FirmnessAnswer, FirmnessAsk, FirmStanding } from '../../scoring/robustness/format';
import type { Beside } from '../../scoring/portrait/format';
import type { Naming, Scheme, SchemeProblem } from '../../scoring/scheme/format';
import type { TriedFormula } from '../../scoring/scheme/try-formula';
import type { CorrelationKind } from '../../scoring/statistics/correlation-matrix';
import type { Ahp } from '../../scoring/weights/ahp';
import type { Frame } from '../columns/frame';
import type { SourceColumn } from '../engine/source-table';
import type { ReadAsk } from '../engine/sql-wrap';
import type { AskOptions } from '../engine/supervisor';
import type { EngineTable } from '../engine/table';
import type { CompareRoomFace } from './compare-face';
import type { SeedlingRoomFace } from './seedling-face';
import type { SpreadRoomFace } from './spread-face';
import type { Conflict, MatchReport, SupportEvent } from '../model/joined';
import type { ConflictDecision, Keeping, KeptSource, Project, SourceFacts } from '../model/project';
import type { FieldEntry, LostColumn, Recipe } from '../model/recipe';
import type { Dialect, FileProblem, FoundFile, LedgerLine, Origin } from '../model/source';
import type {
  DataSummary,
  Duplicate,
  EngineState,
  FindingLine,
  FindingRow,
  Kept,
  Loss,
  Profile,
  Progress,
  ProjectDifference,
} from './face';
import type { FirmnessProgress } from './firmness';

/** The places the workbench asks, each a worker behind one small interface, so that it is tested with literals. */
export interface Rooms {
  readonly data: DataRoomFace;
  readonly keep: KeepRoomFace;
  readonly score: ScoreRoomFace;
  readonly engine: EngineRoomFace;
}

export interface LookAnswer {
  readonly found: FoundFile | null;
  readonly recipe: Recipe | null;
  readonly problems: readonly FileProblem[];
  /** Columns a recipe takes and the file has not; absent: none. */
  readonly lost?: readonly LostColumn[];
}

/** A source a load is to hold: a file now open, by its number, or bytes read before, by their digest. Its place in the list is its strength. */
export interface WantedSource {
  readonly name: string;
  readonly from: { readonly id: number } | { readonly sha256: string };
  readonly recipe: Recipe;
}
/** What people decided between sources and about findings; applied in joining, never written into the files. */
export interface Decisions {
  readonly findings: readonly FindingDecision[];
  readonly conflicts: readonly ConflictDecision[];
}

/** A source as read and joined. */
export type Joined = Omit<KeptSource, 'loaded' | 'facts'> & { readonly problems: readonly FileProblem[] };

export type LoadAnswer =
  | {
      readonly ok: true;
      readonly panel: Panel;
      readonly own: readonly FieldEntry[];
      readonly sources: readonly Joined[];
      readonly fingerprint: string;
      /** Every firm's code has the area 000000, which no real one has. */
      readonly synthetic: boolean;
      readonly matches: readonly MatchReport[];
      readonly conflicts: number;
      /** Field → sources that give it, strongest first. */
      readonly givers: ReadonlyMap<string, readonly string[]>;
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[]; readonly duplicates: readonly Duplicate[] };

/** Files: reading, mapping, joining, the way back from a number to its cell, and what is doubtful. */
export interface DataRoomFace {
  look(id: number, file: Blob & { readonly name: string }, hints: Partial<Dialect>): Promise<LookAnswer>;
  /** Looks again with other hints; a mapping made before stays where it still fits. */
  relook(id: number, hints: Partial<Dialect>, recipe: Recipe | null): Promise<LookAnswer>;
  /** A recipe written by hand or brought from elsewhere, held against the file as found. */
  check(id: number, recipe: Recipe): Promise<readonly FileProblem[]>;
  parseRecipe(id: number, json: string): Promise<LookAnswer>;
  /** Another name for a file that waits. */
  rename(id: number, name: string): Promise<void>;
  /** The same file under another number and name. */
  copy(id: number, next: number, name: string): Promise<void>;
  forget(id: number): Promise<void>;
  /** The files of a zip; a file that is none comes back as it is. */
  expand(file: Blob & { readonly name: string }): Promise<Expanded>;
  /** Bytes read before, opened again under a number; null where they are not to be had. */
  reopen(id: number, sha256: string, name: string, hints: Partial<Dialect>): Promise<FoundFile | null>;
  load(wanted: readonly WantedSource[], decisions: Decisions, report: (progress: Progress) => void): Promise<LoadAnswer>;
  cancel(): Promise<void>;
  /** Lets go of everything loaded. */
  close(): Promise<void>;
  trace(row: number, field: string, back: number): Promise<readonly Origin[]>;
  /** `action`: only lines that tell of it; absent: all. */
  ledger(
    source: string | null,
    offset: number,
    count: number,
    action?: LedgerLine['action'],
  ): Promise<{ readonly total: number; readonly lines: readonly LedgerLine[] }>;

  conflictPage(offset: number, count: number): Promise<readonly Conflict[]>;
  findings(): Promise<readonly FindingLine[]>;
  findingPage(finding: string, offset: number, count: number): Promise<readonly FindingRow[]>;
  /** A finding over the panel as scored, for its effect; null where its rows are decided already. */
  finding(finding: string): Promise<Finding | null>;
  coverage(by: CoverageBy, year: number | null): Promise<CoverageMap>;
  districts(ask: DistrictAsk): Promise<readonly DistrictProgress[]>;
  /** Titles a firm holds in a year with their ends, and what its sources say differently of it. */
  beside(firm: string, year: number): Promise<Beside>;
  support(firm: string): Promise<readonly SupportEvent[]>;
  /** The loaded sources as tables for the engine; none while nothing is loaded. `stamp` tells one load from another. */
  sourceTables(): Promise<readonly SourceTable[]>;
  /** Rows of a source from `from` on as Arrow; null past the end. Throws once other data have been loaded. */
  sourcePiece(source: string, stamp: number, from: number): Promise<Piece | null>;
}
/** Rows of a table on their way to the engine, and where the next ones begin. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly next: number;
}
export interface SourceTable {
  readonly source: string;
  readonly stamp: number;
  readonly rows: number;
  /** Without `line`, which stands first. */
  readonly columns: readonly SourceColumn[];
}
export interface Expanded {
  readonly files: readonly (Blob & { readonly name: string })[];
  readonly problems: readonly FileProblem[];
}
export interface DistrictAsk {
  readonly year: number;
  /** Fields a delivery is measured by: those the scheme reads. */
  readonly wanted: readonly string[];
  /** `MM-DD` of the year after. */
  readonly deadline: string;
  readonly facts: readonly { readonly source: string; readonly facts: SourceFacts }[];
}

export type MarkVerb = (verb: 'all' | 'put' | 'remove', id: string, text: string) => Promise<ReadonlyMap<string, string>>;

/** What is kept on this machine. Lives beside the data room, which has the bytes. */
export interface KeepRoomFace {
  /** `took`: the workspace as another tab left it, now that it is this one's. `mark`: a few words in the page's own storage, by which a loss is noticed. */
  start(keeping: (keeping: Keeping) => void, took: (project: Project) => void, mark: MarkVerb): Promise<void>;
  /** What was open last, and what was lost of it; null where nothing is kept. */
  last(): Promise<{ readonly project: Project | null; readonly losses: readonly Loss[] }>;
  /** Writes down that a load began, so that a crash can name its files. */
  importing(project: Project, files: readonly { readonly name: string; readonly size: number }[]): Promise<void>;
  /** The load was given up. */
  imported(project: Project): Promise<void>;
  /** Keeps the document as it now is, and the bytes its sources stand on. */
  keep(project: Project): Promise<void>;
  list(): Promise<readonly Kept[]>;
  open(id: string): Promise<{ readonly project: Project | null; readonly losses: readonly Loss[] }>;
  remove(id: string): Promise<void>;
  close(): Promise<void>;
  bundle(project: Project, panel: Uint8Array): Promise<Uint8Array>;
  unbundle(
    file: Blob,
    mine: Project | null,
  ): Promise<{
    readonly project: Project | null;
    readonly differences: readonly ProjectDifference[];
    readonly problems: readonly FileProblem[];
  }>;
}

/** What the screen shows next. `tree` and `sheet` are null where nothing was asked. */
export interface ShowRequest {
  readonly draft: Draft | null;
  /** A whole scheme tried in place of the one in force; goes before `draft`. */
  readonly trial: { readonly scheme: Scheme; readonly name: string } | null;
  readonly board: Omit<BoardAsk, 'year'> & { readonly year: number | null };
  readonly tree: readonly Dimension[] | null;
  readonly firm: string | null;
}
export interface ShowAnswer {
  readonly board: BoardSlice;
  readonly tree: readonly (SegmentNode & { readonly children: readonly SegmentNode[] })[] | null;
  readonly sheet: FirmSheet | null;
  /** Ways the data can be cut under this scheme. */
  readonly dimensions: readonly Dimension[];
  /** Places of a draft this scheme does not have. */
  readonly unknownPlaces: readonly string[];
  /** The chosen group the board is cut by, where it is not in this workspace and the board so is empty; said once, then null until another is lost. */
  readonly newlyLost: string | null;
  /** What is wrong with the trial; with an error among it the board is that of the last trial that was right, or the official one. */
  readonly trialProblems: readonly SchemeProblem[];
}

/** Year (null: the latest) and segment an audit of the scheme in force is about. */
export interface AuditAsk {
  readonly year: number | null;
  readonly segment: Segment;
}

/** Scores: keeps the panel and everything made from it. */
export interface ScoreRoomFace extends CompareRoomFace, SpreadRoomFace, SeedlingRoomFace {
  /** The schemes that ship, checked. */
  shipped(): Promise<readonly Scheme[]>;
  /** `own`: entries of fields the dictionary does not have. Years before `boardsFrom` are read for growth and comparison, but have no board. */
  adopt(
    panel: Panel,
    own: readonly FieldEntry[],
    name: string,
    synthetic: boolean,
    fingerprint: string,
    boardsFrom: number | null,
  ): Promise<DataSummary>;
  /** Checks a scheme against the panel and scores with it; problems of severity error leave the former scheme in force. */
  choose(scheme: Scheme): Promise<readonly SchemeProblem[]>;
  /** The chosen groups of the workspace: the segments of dimension `chosen` over the panel adopted, under the scheme in force. Those of another panel do not stay. */
  setChosen(selections: readonly Selection[]): Promise<void>;
  checkScheme(text: string): Promise<{ readonly scheme: Scheme | null; readonly problems: readonly SchemeProblem[] }>;
  /** Share of a scheme's fields the panel has, 0…1. */
  fit(scheme: Scheme): Promise<number>;
  quick(
    name: string,
    columns: readonly { readonly field: string; readonly direction: 'more' | 'less'; readonly weight: number }[],
  ): Promise<Scheme>;
  suggest(): Promise<readonly { readonly field: string; readonly direction: 'more' | 'less'; readonly weight: number }[]>;
  show(request: ShowRequest): Promise<ShowAnswer>;
  hash(scheme: Scheme): Promise<string>;
  /** What is shown is what is asked about: the trial or draft, held against the scheme in force. */
  study(ask: Omit<StudyAsk, 'year'> & { readonly year: number | null }): Promise<IndicatorStudy | null>;
  hits(segment: Segment, year: number | null): Promise<readonly ConditionHits[]>;
  tryFormula(text: string, wanted: 'number' | 'truth'): Promise<TriedFormula>;
  rows(ask: Omit<BoardAsk, 'year'> & { readonly year: number | null }): Promise<readonly BoardRow[]>;
  segments(dimension: Dimension, within: Segment, year: number | null): Promise<readonly SegmentNode[]>;
  find(text: string): Promise<readonly { readonly firm: string; readonly name: string }[]>;
  /** The whole board of a year and segment as separated text. */
  /** `leaveOut`: fields whose columns do not leave, and columns of no field by their name. */
  boardText(
    year: number | null,
    segment: Segment,
    separator: ',' | '\t',
    language: 'zh' | 'en',
    leaveOut?: readonly string[],
  ): Promise<string>;
  /** The panel with what is needed to open it again, without the fields to be left out. */
  panelArrow(leaveOut: readonly string[]): Promise<Uint8Array>;
  panelParquet(leaveOut: readonly string[]): Promise<Uint8Array>;
  /** Fields the scheme in force reads; none while there is none. */
  reads(): Promise<readonly string[]>;
  /** Fields whose values a member of a chosen group tells of; what a rule says of scores and points tells of none. */
  chosenReads(): Promise<readonly string[]>;
  /** What deciding a finding does to the scores of a year; null while no scheme is in force. */
  effect(finding: Finding, action: FindingAction, year: number | null): Promise<FindingEffect | null>;
  /** Audits of the scheme, or the draft, in force; they throw while there is none. */
  consistency(ask: AuditAsk, kind: CorrelationKind): Promise<Consistency>;
  otherTotals(ask: AuditAsk): Promise<OtherTotals>;
  screening(ask: AuditAsk): Promise<Screening>;
  ahp(things: number, upper: readonly number[]): Promise<Ahp>;
  /** How firm the ranks of a board are, under the scheme or draft in force; null where given up. Draws in workers of its own. */
  firmness(ask: FirmnessAsk, report: (progress: FirmnessProgress) => void): Promise<FirmnessAnswer | null>;
  stopFirmness(): Promise<void>;
  /** One firm's standing on a board; null where the row has no rank on it. */
  standing(ask: {
    readonly row: number;
    readonly segment: Segment;
    readonly year: number;
    readonly share: number;
  }): Promise<FirmStanding | null>;
  /** Columns and rows of the engine's table `panel`; `panel` numbers the panel it is about. */
  engineShape(): Promise<{ readonly panel: number; readonly rows: number; readonly columns: readonly string[] }>;
  /** Rows of that panel from `from` on as Arrow; null past the end. Throws once another panel has been adopted. */
  enginePiece(panel: number, from: number): Promise<Piece | null>;
  /** Table `score`: what the scheme, draft or trial in force gives. `stamp` tells it from every other; null while no scheme is in force. */
  scoreShape(): Promise<ScoreShape | null>;
  /** Rows of that table from `from` on as Arrow; null past the end. Throws once other scores are in force. */
  scorePiece(stamp: number, from: number): Promise<Piece | null>;
}
export interface ScoreShape {
  readonly stamp: number;
  readonly rows: number;
  readonly columns: readonly string[];
  readonly scheme: { readonly name: Naming; readonly version: string };
  /** Name of the draft, null where the scheme stands as it is. */
  readonly draft: string | null;
}

/** The engine, once it is there. */
export interface EngineRoomFace {
  readonly onstate: (listener: (state: EngineState) => void) => void;
  /** Puts the panel in, in place of the one before; what is asked meanwhile calls `hurry` and waits for it. The engine asks for the pieces again after a rebuild. */
  adopt(coming: Promise<EngineTable>, hurry?: () => void): Promise<void>;
  profile(field: string, year: number): Promise<Profile>;
  /** Puts a further table in before it is asked about, unless the one of this stamp is there. It goes when another panel comes. */
  put(table: EngineTable, stamp: string): Promise<void>;
  /** Asks something of a statement a person wrote; what does not only read must have been refused before. */
  read(statement: string, ask: ReadAsk, options: AskOptions): Promise<Frame>;
}
