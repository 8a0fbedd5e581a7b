import type { BoardAsk, BoardRow, BoardSlice, Dimension, Draft, FirmSheet, Segment, SegmentNode } from '../../scoring/board/format';
import type { Panel } from '../../scoring/panel';
import type { Scheme, SchemeProblem } from '../../scoring/scheme/format';
import type { EngineTable } from '../engine/table';
import type { FieldEntry, Recipe } from '../model/recipe';
import type { Dialect, FileProblem, FoundFile, LedgerLine, Origin } from '../model/source';
import type { DataSummary, Duplicate, EngineState, Loaded, Profile, Progress } from './face';

/** The three places the workbench asks, each a worker behind one small interface, so that it is tested with literals. */
export interface Rooms {
  readonly data: DataRoomFace;
  readonly score: ScoreRoomFace;
  readonly engine: EngineRoomFace;
}

export interface LookAnswer {
  readonly found: FoundFile | null;
  readonly recipe: Recipe | null;
  readonly problems: readonly FileProblem[];
}

export type LoadAnswer =
  | {
      readonly ok: true;
      readonly panel: Panel;
      readonly own: readonly FieldEntry[];
      readonly sources: readonly Loaded[];
      readonly fingerprint: string;
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[]; readonly duplicates: readonly Duplicate[] };

/** Files: reading, mapping, and the way back from a number to its cell. */
export interface DataRoomFace {
  look(id: number, file: Blob & { readonly name: string }, hints: Partial<Dialect>): Promise<LookAnswer>;
  /** A recipe written by hand or brought from elsewhere, held against the file as found. */
  check(id: number, recipe: Recipe): Promise<readonly FileProblem[]>;
  parseRecipe(id: number, json: string): Promise<LookAnswer>;
  forget(id: number): Promise<void>;
  load(parts: readonly { readonly id: number; readonly recipe: Recipe }[], report: (progress: Progress) => void): Promise<LoadAnswer>;
  cancel(): Promise<void>;
  trace(row: number, field: string, back: number): Promise<readonly Origin[]>;
  ledger(source: string | null, offset: number, count: number): Promise<{ readonly total: number; readonly lines: readonly LedgerLine[] }>;
}

/** What the screen shows next. `tree` and `sheet` are null where nothing was asked. */
export interface ShowRequest {
  readonly draft: Draft | null;
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
}

/** Scores: keeps the panel and everything made from it. */
export interface ScoreRoomFace {
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
  checkScheme(text: string): Promise<{ readonly scheme: Scheme | null; readonly problems: readonly SchemeProblem[] }>;
  /** Share of a scheme's fields the panel has, 0…1. */
  fit(scheme: Scheme): Promise<number>;
  quick(
    name: string,
    columns: readonly { readonly field: string; readonly direction: 'more' | 'less'; readonly weight: number }[],
  ): Promise<Scheme>;
  suggest(): Promise<readonly { readonly field: string; readonly direction: 'more' | 'less'; readonly weight: number }[]>;
  show(request: ShowRequest): Promise<ShowAnswer>;
  rows(ask: Omit<BoardAsk, 'year'> & { readonly year: number | null }): Promise<readonly BoardRow[]>;
  segments(dimension: Dimension, within: Segment, year: number | null): Promise<readonly SegmentNode[]>;
  find(text: string): Promise<readonly { readonly firm: string; readonly name: string }[]>;
  /** The whole board of a year and segment as separated text. */
  boardText(year: number | null, segment: Segment, separator: ',' | '\t', language: 'zh' | 'en'): Promise<string>;
  /** The panel as an Arrow stream, with what is needed to open it again. */
  panelArrow(): Promise<Uint8Array>;
  /** Columns and rows of the engine's table `panel`; `panel` numbers the panel it is about. */
  engineShape(): Promise<{ readonly panel: number; readonly rows: number; readonly columns: readonly string[] }>;
  /** Rows of that panel from `from` on as Arrow; null past the end. Throws once another panel has been adopted. */
  enginePiece(panel: number, from: number): Promise<{ readonly bytes: Uint8Array; readonly next: number } | null>;
}

/** The engine, once it is there. */
export interface EngineRoomFace {
  readonly onstate: (listener: (state: EngineState) => void) => void;
  /** Puts the panel in, in place of the one before. The engine asks for the pieces again after a rebuild. */
  adopt(panel: EngineTable): Promise<void>;
  profile(field: string, year: number): Promise<Profile>;
}
