/** How firm a board is, as it crosses to the page: ranges under the tested assumptions, never confidence intervals. */
import type { Segment } from '../board/format';
import type { Naming } from '../scheme/format';
import type { DrawPlan } from './draw-weights';
import type { Combination, FactorialGrid } from './factorial-grid';
import type { FactorialRun } from './factorial';
import type { PairStability } from './pair';
import type { Shift } from './ranks';

/** What is asked: of which board, which draws, which short list. */
export interface FirmnessAsk extends DrawPlan {
  /** null: the latest year. */
  readonly year: number | null;
  readonly segment: Segment;
  /** Length of the short list. */
  readonly k: number;
}

/** The board an answer is about. Shown beside no other. */
export interface BoardStamp {
  readonly hash: string;
  /** The draft as text, null for the scheme as it stands. */
  readonly draft: string | null;
  readonly year: number;
  readonly segment: Segment;
}

/** Ranges of every ranked firm, in board order. */
export interface RangeColumns {
  /** Row of the panel. */
  readonly rows: Int32Array;
  readonly ranks: Int32Array;
  readonly low: Int32Array;
  readonly middle: Int32Array;
  readonly high: Int32Array;
  readonly best: Int32Array;
  readonly worst: Int32Array;
  readonly top: Float64Array;
  readonly same: Float64Array;
  readonly shift: Float64Array;
}

export interface FirmName {
  readonly row: number;
  readonly firm: string;
  readonly name: string;
  readonly rank: number;
  readonly score: number;
}
/** A pair of firms of a board and its δ*. */
export interface NamedPair {
  readonly upper: FirmName;
  readonly lower: FirmName;
  readonly stability: PairStability;
}
/** One of the least certain ranks, and why. */
export interface UncertainRank extends FirmName {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly best: number;
  readonly worst: number;
  readonly top: number;
  readonly same: number;
  readonly shift: number;
  /** Bounds over every weighting, not only the drawn ones; null for draws of any weights. */
  readonly bound: { readonly best: number; readonly worst: number } | null;
  /** Other firms within one point of its score. */
  readonly near: number;
  /** The indicator whose weight its rank hangs on most: the correlation of the two over the draws, negative where more weight lifts it. */
  readonly driver: { readonly name: Naming; readonly correlation: number } | null;
  /** Ranks under the other ways to make the board (factorial). */
  readonly ways: { readonly best: number; readonly worst: number };
}
export interface NamedRisk extends FirmName {
  readonly rival: FirmName;
  readonly delta: number;
  readonly isExact: boolean;
  /** Share of draws in which it is on the list. */
  readonly top: number;
}
export interface NamedCut {
  readonly k: number;
  readonly inside: number;
  readonly isNone: boolean;
  readonly delta: number;
  readonly isExact: boolean;
  readonly pair: NamedPair | null;
  readonly mayLeave: readonly NamedRisk[];
  readonly mayLeaveCount: number;
  readonly mayCome: readonly NamedRisk[];
  readonly mayComeCount: number;
}
export interface NamedRemoval {
  readonly is: 'indicator' | 'group';
  readonly name: Naming;
  readonly shift: Shift;
}
export interface FactorialAnswer {
  readonly runs: readonly FactorialRun[];
  readonly refused: readonly (Combination & { readonly because: FactorialGrid['refused'][number]['because'] })[];
  readonly levels: FactorialGrid['levels'];
  readonly first: readonly (number | null)[];
  readonly total: readonly (number | null)[];
}
/** What missing data leave open. */
export interface MissingAnswer {
  /** Ranked firms with something missing, and of those the firms whose rank it leaves open. */
  readonly firms: number;
  readonly open: number;
  readonly widest: readonly (FirmName & {
    readonly gaps: number;
    readonly low: number;
    readonly high: number;
    readonly best: number;
    readonly worst: number;
  })[];
  /** Indicators without a ceiling, and those whose points depend on others' values. */
  readonly unbounded: readonly Naming[];
  readonly relative: readonly Naming[];
  /** Unranked for lack of data: they could still come in. */
  readonly entrants: number;
  /** Ranked with a gate, veto or deduction that could not be checked. */
  readonly unchecked: number;
}

export interface FirmnessAnswer {
  /** Why nothing can be said, null otherwise; everything below is then empty. `not_additive`: the scores are no weighted sum of the indicators' points. */
  readonly refused: 'not_additive' | null;
  /** More draws were asked for than a board of this size has memory for; `ask.draws` were made. */
  readonly isLimited: boolean;
  readonly of: BoardStamp;
  readonly ask: FirmnessAsk;
  readonly n: number;
  readonly ranges: RangeColumns;
  readonly least: readonly UncertainRank[];
  /** δ* of neighbours from the top past the cut. */
  readonly pairs: readonly NamedPair[];
  readonly cut: NamedCut;
  readonly removed: readonly NamedRemoval[];
  readonly factorial: FactorialAnswer;
  readonly missing: MissingAnswer;
  /** Ranked firms whose coverage could fall below the scheme's least, and unranked ones that could reach it, were the weights drawn to count there too. */
  readonly coverageAtRisk: number;
}

/** One firm's standing, for its drawer. */
export interface FirmStanding {
  readonly of: BoardStamp;
  readonly row: number;
  readonly rank: number;
  readonly ranked: number;
  readonly above: NamedPair | null;
  readonly below: NamedPair | null;
  readonly share: number;
  readonly bound: { readonly best: number; readonly worst: number };
  readonly missing: { readonly gaps: number; readonly low: number; readonly high: number; readonly best: number; readonly worst: number };
}
