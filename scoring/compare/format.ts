/** What a comparison of two boards is made of, as views and files meet it; assembled in this folder. */
import type { Segment } from '../board/format';
import type { Cause } from '../change';
import type { Naming, Provenance } from '../scheme/format';
import type { Agreement } from './kendall';
import type { Part } from './score-split';
import type { TopOverlap } from './top-overlap';

/** How alike two boards are. Ups, downs and the median shift are over the firms ranked on both. */
export interface CompareSummary {
  readonly rankedA: number;
  readonly rankedB: number;
  readonly both: number;
  readonly agreement: Agreement;
  readonly overlap: TopOverlap;
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** Median of |rank A − rank B|; null where nobody is ranked on both. */
  readonly medianShift: number | null;
}

/** Which board a side is. */
export interface CompareHead {
  readonly id: string;
  readonly version: string;
  readonly name: Naming;
  readonly provenance: Provenance;
  readonly hash: string;
  readonly draft: string | null;
  readonly year: number;
  /** A rule of the scheme compares firms with each other: a score then moves with those of others. */
  readonly isRelative: boolean;
}

/** `both`: ranked on both sides; `a` and `b`: ranked on that side alone. */
export type CompareList = 'both' | 'a' | 'b';
export type CompareSort = 'moved' | 'shift' | 'rankA' | 'rankB' | 'change' | Part;

export interface CompareWindow {
  readonly list: CompareList;
  readonly search: string;
  readonly sort: { readonly key: CompareSort; readonly down: boolean };
  readonly offset: number;
  readonly count: number;
}

/** A firm on two boards. */
export interface CompareRow {
  readonly firm: string;
  readonly name: string;
  readonly rankA: number | null;
  readonly rankB: number | null;
  /** Rank A − rank B, so that up is positive; null where a side has no rank. */
  readonly shift: number | null;
  readonly scoreA: number | null;
  readonly scoreB: number | null;
  /** Score B − score A, and its parts, which add up to it; null where a side has no score. */
  readonly change: number | null;
  readonly parts: Readonly<Record<Part, number>> | null;
  /** Why the other side has no rank for it; null in the list of both. */
  readonly cause: Cause | null;
}

export interface CompareRows {
  readonly offset: number;
  /** Rows the search leaves, of all in the list. */
  readonly shown: number;
  readonly all: number;
  readonly rows: readonly CompareRow[];
}

/** Rank A against the shift, for a picture. */
export interface ShiftPoints {
  readonly rankA: Int32Array;
  readonly shift: Int32Array;
  /** Firms behind them; more than points where only some are drawn. */
  readonly of: number;
}

/** One year under both versions. */
export interface YearAgreement {
  readonly year: number;
  readonly summary: CompareSummary;
}

/** Why two years of one version cannot be compared. */
export type YearsRefusal =
  | { readonly is: 'same_year' }
  | { readonly is: 'not_loaded'; readonly year: number }
  /** Indicators that have values in one of the two years only. */
  | { readonly is: 'indicators_differ'; readonly indicators: readonly { readonly name: Naming; readonly only: number }[] };

/** Everything about two boards but the rows. */
export interface CompareReport {
  readonly a: CompareHead;
  readonly b: CompareHead;
  readonly segment: Segment;
  readonly summary: CompareSummary;
  readonly points: ShiftPoints;
  /** Firms that one side alone ranks, by why the other does not. */
  readonly onlyA: Readonly<Partial<Record<Cause, number>>>;
  readonly onlyB: Readonly<Partial<Record<Cause, number>>>;
  /** Mean size of each part over the firms with a score on both sides, and how many these are. */
  readonly parts: Readonly<Record<Part | 'change', number>>;
  readonly scored: number;
}
