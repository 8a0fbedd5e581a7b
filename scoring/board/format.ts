/** What a board, its segment tree and a firm's sheet are made of; assembled in this folder, shown by the views, written by the command line. */
import type { Reason } from '../column';
import type { Status } from '../scored';
import type { Naming, Provenance, Scheme, Treatment } from '../scheme/format';

/** The ways a board is cut. Each is offered only where the data have it. */
export const DIMENSIONS = ['industry', 'type', 'district', 'stage', 'size', 'chain', 'age', 'support', 'chosen'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
/** One choice a dimension; several dimensions cross. `''` is the known "none" (no title, no chain). Of `chosen` the value is the id of a saved selection. */
export type Segment = Readonly<Partial<Record<Dimension, string>>>;

/** A try-out over a scheme: never the official result, always named. */
export interface Draft {
  readonly name: string;
  /** Indicator id → weight (all stages), or stage id → weight. */
  readonly weights: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
  /** `indicator id/tier number` → points; best-of: `indicator id/option id/tier number`. */
  readonly points: Readonly<Record<string, number>>;
}

export type SortKey = 'rank' | 'change' | 'name' | 'score' | 'coverage' | `group:${string}` | `field:${string}`;

export interface BoardAsk {
  readonly year: number;
  readonly segment: Segment;
  /** Hides rows, never changes a rank. */
  readonly search: string;
  readonly sort: { readonly key: SortKey; readonly down: boolean };
  readonly offset: number;
  readonly count: number;
  /** Extra fields to show as columns. */
  readonly fields: readonly string[];
}

export type Change =
  | { readonly is: 'up' | 'down'; readonly by: number }
  | { readonly is: 'same' }
  /** Not on last year's board. Cause: first year in the data, no data last year, changed segment, gained title, was vetoed, was below a gate, had insufficient data. */
  | { readonly is: 'new'; readonly cause: string }
  /** No change can be given: first year loaded, indicators differ, this firm is unranked. */
  | { readonly is: 'none'; readonly cause: string };

export interface BoardRow {
  /** Row of the panel. */
  readonly row: number;
  readonly firm: string;
  readonly name: string;
  readonly district: string | null;
  /** Within the segment; null where unranked. `tied` shows `=`. */
  readonly rank: number | null;
  readonly tied: boolean;
  readonly overall: number | null;
  readonly change: Change;
  readonly score: number | null;
  /** Upper end of the score, of which `score` is the lower, where experts choose points inside a band; left out where the two are one. */
  readonly high?: number;
  /** Contribution and points lost to missing, by group, in the order of `Board.groups`. */
  readonly groups: readonly number[];
  readonly lost: readonly number[];
  readonly deduction: number;
  readonly coverage: number;
  readonly status: Status;
  readonly unchecked: boolean;
  /** Score of each loaded board year, null where none. */
  readonly history: readonly (number | null)[];
  readonly fields: readonly (number | string | null)[];
}

export interface BoardSlice {
  readonly year: number;
  readonly years: readonly number[];
  readonly segment: Segment;
  readonly counts: Readonly<Record<Status, number>> & { readonly unchecked: number };
  /** Rows of the segment, and of those the filter leaves. */
  readonly all: number;
  readonly shown: number;
  readonly offset: number;
  readonly rows: readonly BoardRow[];
  readonly groups: readonly { readonly id: string; readonly name: Naming; readonly weight: number; readonly kind: 'base' | 'bonus' }[];
  readonly fullMark: number;
  /** Whether some score of the scheme has an upper end of its own. */
  readonly ranged?: true;
  /** How levels become one where they are not added up: then groups need not add up to the score. */
  readonly means?: NonNullable<Scheme['means']>;
  readonly scheme: {
    readonly id: string;
    readonly version: string;
    readonly name: Naming;
    readonly provenance: Provenance;
    readonly hash: string;
  };
  /** The scheme's own stages, whose ids are the values of dimension `stage`; empty where the data give the stages. */
  readonly stages: readonly { readonly id: string; readonly name: Naming }[];
  /** The chosen groups of the workspace, whose ids are the values of dimension `chosen`; left out where there are none. */
  readonly chosen?: readonly { readonly id: string; readonly name: string }[];
  readonly draft: string | null;
  /** Firms on last year's board and not on this one, by cause. */
  readonly left: Readonly<Record<string, number>>;
  /** Names of the firms behind `left`, at most 200. */
  readonly leavers: readonly { readonly firm: string; readonly name: string; readonly rank: number; readonly cause: string }[];
}

/** A node of the segment tree. */
export interface SegmentNode {
  readonly dimension: Dimension;
  readonly value: string;
  /** Of a stage of the scheme or a chosen group, whose value is its id. */
  readonly name?: Naming;
  readonly firms: number;
  /** Fewer firms than can carry a ranking (5). */
  readonly small: boolean;
}

/** One firm-year explained: a sum that adds up. */
export interface FirmSheet {
  readonly row: number;
  readonly firm: string;
  readonly name: string;
  readonly year: number;
  readonly segments: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  /** Names of the chosen groups it is in; left out where it is in none. */
  readonly chosen?: readonly string[];
  readonly status: Status;
  /** Gates failed, vetoes hit, or not checked, with their names. */
  readonly conditions: readonly {
    readonly is: 'gate' | 'veto';
    readonly name: Naming;
    readonly verdict: 'yes' | 'no' | 'unknown';
    readonly words: Worded;
  }[];
  readonly score: number | null;
  /** Upper end of the score where it has one, see `BoardRow.high`. */
  readonly high?: number;
  readonly rank: number | null;
  readonly ranked: number;
  readonly tied: boolean;
  readonly overall: number | null;
  readonly overallRanked: number;
  readonly base: number;
  readonly bonus: number;
  readonly deduction: number;
  /** base + bonus − deduction before clipping at 0 and the cap. */
  readonly before: number;
  readonly cap: number | null;
  /** How levels become one where they are not added up: contributions are then parts in proportion, and groups need not add up to the base. */
  readonly means?: NonNullable<Scheme['means']>;
  readonly coverage: number;
  readonly stage: Naming | null;
  readonly passed: 'yes' | 'no' | 'unknown' | null;
  readonly groups: readonly {
    readonly id: string;
    readonly name: Naming;
    readonly earned: number;
    readonly lost: number;
    readonly weight: number;
    /** Of a base group with less of its weight present than the scheme asks for: the share present, and the share asked for. */
    readonly incomplete?: { readonly present: number; readonly least: number };
  }[];
  readonly indicators: readonly IndicatorSheet[];
  readonly deductions: readonly { readonly name: Naming; readonly taken: number | null; readonly reason: Reason; readonly words: Worded }[];
  readonly change: Change;
  /** Rank change in three parts, which add up to it; null where there is no change to split. */
  readonly split: { readonly own: number; readonly others: number; readonly membership: number } | null;
  readonly history: readonly { readonly year: number; readonly score: number | null; readonly rank: number | null }[];
}

/** A formula in words and with this firm's numbers filled in, zh and en. */
export interface Worded {
  readonly words: Naming;
  readonly filled: Naming;
}

/** A value changed before a relative rule. After a logarithm `value` is one, and has no unit. */
export interface TreatedSheet {
  readonly value: number;
  readonly isLog: boolean;
  /** Points without any treatment of the set; null where there would be none. */
  readonly untreated: number | null;
}

/** A wider industry a firm was compared in: its code, its Chinese name where the classification has one, and its firms with a value. */
export interface ParentSheet {
  readonly code: string;
  readonly name: string | null;
  readonly firms: number;
}

/** One way of a best-of: what it would earn alone. */
export interface OptionSheet {
  readonly id: string;
  readonly name: Naming;
  /** At most one option won; none where no option has a value. */
  readonly won: boolean;
  readonly value: number | null;
  readonly unit: string | null;
  readonly reason: Reason;
  readonly points: number | null;
  /** Points at the upper end of the band's interval, where it has one. */
  readonly high?: number;
  readonly hit: number;
  /** See `IndicatorSheet`. */
  readonly wider?: number;
  readonly parent?: ParentSheet;
  readonly formula: Worded;
}

export interface IndicatorSheet {
  readonly id: string;
  readonly name: Naming;
  readonly group: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly reason: Reason;
  readonly points: number | null;
  /** Points at the upper end of the band's interval, where it has one. */
  readonly high?: number;
  /** Of a rule with a peer group: firms of the group with a value, where too few and others were taken; −1 compared within the group, −2 in no group. */
  readonly wider?: number;
  /** The wider industry that was taken; left out where it was the whole comparison set. */
  readonly parent?: ParentSheet;
  /** What is done to values before the rule compares them. */
  readonly treatment?: Treatment;
  /** What the rule saw in place of the value, and what the value itself would have earned. */
  readonly treated?: TreatedSheet;
  readonly of: number;
  readonly direction: 'more' | 'less';
  readonly weight: number;
  readonly contribution: number;
  readonly lost: number;
  readonly formula: Worded;
  /** The rule as data for `i18n` to say, and which tier was hit, of a best-of the winning option's (−1 none). */
  readonly rule: Readonly<Record<string, unknown>>;
  readonly hit: number;
  /** The ways of a best-of, in the order of the scheme; empty for any other rule. `value`, `unit` and `formula` above are the winner's. */
  readonly options: readonly OptionSheet[];
  readonly provenance: Provenance;
  /** Fields the formula read: `field`, and the years back (0 = this year). */
  readonly reads: readonly {
    readonly field: string;
    readonly back: number;
    readonly value: number | string | null;
    readonly reason: Reason;
  }[];
  /** 0…1 mid-rank percentile of the value among the firms of the year and the firm's industry; null where there is none. */
  readonly percentile: number | null;
  /** How many of those firms have a value, itself included; null where there is no percentile. */
  readonly peers: number | null;
  /** How many of them have the very same value, itself included. */
  readonly level: number | null;
}
