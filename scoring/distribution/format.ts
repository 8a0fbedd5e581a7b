/** What the distribution room asks and is answered: measures, charts and selections. Figures are in stored units; a picture or table scales them. */
import type { Dimension, Segment } from '../board/format';
import type { Reason } from '../column';
import type { Naming } from '../scheme/format';
import type { Status } from '../scored';
import type { Answer } from '../statistics/answer';

/**
 * What is looked at: `score`, `group:<id>` and `points:<indicator>` of the scheme in force, `figure:<indicator>` (its formula before any rule),
 * `field:<id>` of the panel, `formula:<text>`.
 */
export type MeasureId = 'score' | `group:${string}` | `points:${string}` | `figure:${string}` | `field:${string}` | `formula:${string}`;

export interface MeasureFacts {
  readonly id: MeasureId;
  readonly name: Naming;
  /** Field kind and unit as in the dictionary: how figures are written. */
  readonly kind: 'money' | 'ratio' | 'count' | 'number' | 'year' | 'points';
  readonly unit: string;
  /** Stored units in one unit of its logarithm, log10(1 + figure ÷ this): a per cent of ratios, one of everything else. */
  readonly logUnit: number;
  /** The formula in words; null where there is none. */
  readonly definition: Naming | null;
}

/** Values from `from` on and below `to`; null is open. Where both are the same number, exactly that number. */
export interface Range {
  readonly from: number | null;
  readonly to: number | null;
}
/** One condition of a selection; conditions are joined by "and". */
export type Clause =
  /** In one of the ranges, which do not overlap and ascend; or missing, where that is asked for too. */
  | { readonly is: 'ranges'; readonly measure: MeasureId; readonly ranges: readonly Range[]; readonly missing: boolean }
  /** In one of the segments. */
  | { readonly is: 'segments'; readonly dimension: Dimension; readonly values: readonly string[] }
  /** One of the firms, by key. */
  | { readonly is: 'firms'; readonly firms: readonly string[] };

/** A measure cut into bands; `rows` = missing + all bands. */
export interface Bands {
  readonly rows: number;
  readonly missing: number;
  readonly bands: readonly { readonly range: Range; readonly count: number }[];
}

/** What every chart of a canvas shares. */
export interface Frame {
  /** null: every year that has a board, a firm-year each. */
  readonly year: number | null;
  readonly segment: Segment;
  readonly clauses: readonly Clause[];
  /** Keys of pinned firms, at most five. */
  readonly pins: readonly string[];
}

export const SPREAD_MODES = ['histogram', 'ecdf', 'density', 'strip'] as const;
export const SEGMENT_MODES = ['letters', 'box', 'violin', 'ridge', 'histograms'] as const;
export const HEAT_STATISTICS = ['median', 'mean', 'p90', 'gini', 'n', 'missing'] as const;
export const CORRELATIONS = ['pearson', 'spearman', 'kendall'] as const;

/** Firms up to which Kendall's τ of a relation is worked out with the rest: it is the dearest of the three. */
export const MOST_KENDALL = 50_000;

export type ChartSpec =
  | { readonly is: 'spread'; readonly measure: MeasureId; readonly mode: (typeof SPREAD_MODES)[number]; readonly log: boolean }
  | {
      readonly is: 'segments';
      readonly measure: MeasureId;
      /** `year`: a row for each year. */
      readonly by: Dimension | 'year';
      readonly mode: (typeof SEGMENT_MODES)[number];
      readonly log: boolean;
      /** Small multiples on one axis, or each on its own. */
      readonly free: boolean;
    }
  | { readonly is: 'groups'; readonly measure: MeasureId; readonly by: Dimension; readonly of: readonly string[] }
  | { readonly is: 'change'; readonly measure: MeasureId; readonly from: number | null }
  | { readonly is: 'concentration'; readonly measure: MeasureId; readonly by: Dimension | null }
  | { readonly is: 'relation'; readonly x: MeasureId; readonly y: MeasureId; readonly logX: boolean; readonly logY: boolean }
  | { readonly is: 'matrix'; readonly measures: readonly MeasureId[]; readonly kind: (typeof CORRELATIONS)[number] }
  | {
      readonly is: 'heat';
      readonly measure: MeasureId;
      readonly by: Dimension;
      readonly statistic: (typeof HEAT_STATISTICS)[number];
    };

/** Where the firm-years of a frame went: `rows` = `present` + all that is `left`. */
export interface Account {
  readonly rows: number;
  readonly present: number;
  /** Missing by reason; of points and scores also firms without a rank, by what became of them. Most first. */
  readonly left: readonly { readonly why: Reason | Status | 'infinite'; readonly count: number }[];
  /** Of `present`: exactly 0, and below 0. */
  readonly zero: number;
  readonly negative: number;
}

/** P5 … P95 of type 7, and what a table says of a column of figures; null where there is none. */
export interface Quantiles {
  readonly n: number;
  readonly missing: number;
  readonly zero: number;
  readonly p5: number | null;
  readonly p10: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly mean: number | null;
  /** Of a ratio a ÷ b: the sum of a over the sum of b, of firms that have both; null for other measures. */
  readonly pooled: number | null;
}

/** Counts of a histogram: bars of its bins and, beside them, bars of their own. */
export interface BarCounts {
  readonly bins: readonly number[];
  readonly missing: number;
  /** Exactly 0, where zeros have a bar of their own. */
  readonly zero: number;
  readonly below: number;
  readonly above: number;
}
export interface Bars {
  /** One more than bins, ascending; a bin holds its lower edge, the last bin both. */
  readonly edges: readonly number[];
  /** Edges lie evenly on log10(1 + figure ÷ `measure.logUnit`). */
  readonly isLog: boolean;
  readonly rule: 'freedman-diaconis' | 'scott' | 'one';
  /** Width the rule gave before rounding; on a log scale in its units. */
  readonly ruleWidth: number;
  /** Zeros have a bar of their own and are in no bin. */
  readonly zeroApart: boolean;
  readonly all: BarCounts;
  /** null while nothing is selected. */
  readonly selected: BarCounts | null;
}

/** A curve: values ascending, height or share at each. */
export interface Curve {
  readonly at: readonly number[];
  readonly height: readonly number[];
}

/** One pinned firm in one measure of a frame. */
export interface Pin {
  readonly firm: string;
  readonly name: string;
  /** null: missing in this frame. */
  readonly value: number | null;
  /** Share of firms with a value at or below its own, 0…1, and its rank from the highest with ties shared, among `n`. */
  readonly percentile: number | null;
  readonly rank: number | null;
  readonly n: number;
  /** Segment of the chart's dimension it belongs to; null where there is no dimension. */
  readonly segment: string | null;
  /** Of a measure that an indicator has tiers of: the next one, or that it is in the best; null of other measures and where the firm has no value. */
  readonly next: NextTier | { readonly is: 'full'; readonly indicator: Naming } | null;
}
/** The nearest bound behind which tiers give more, and how far it is. */
export interface NextTier {
  readonly is: 'tier';
  readonly indicator: Naming;
  /** What the tiers are of: the measure itself, or of points the figure behind them. */
  readonly of: MeasureFacts;
  readonly threshold: number;
  /** It must be passed, not only reached. */
  readonly strict: boolean;
  /** Threshold − figure. */
  readonly gap: number;
  /** Points there beyond those it has. */
  readonly points: number;
}

/** Five-number box: quartiles of type 7, whiskers at the last firm within 1.5 IQR, firms beyond them counted. */
export interface Box {
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly low: number;
  readonly high: number;
  readonly beyondLow: number;
  readonly beyondHigh: number;
}
/** Letter values: for each letter, M first, the lower and the upper value; shares of firms within are ½, ¾, ⅞ … */
export interface Letters {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

export interface SpreadAnswer {
  readonly is: 'spread';
  readonly measure: MeasureFacts;
  readonly account: Account;
  readonly all: Quantiles;
  readonly selected: Quantiles | null;
  /** A log scale would help: greatest ÷ median above 50 and nothing below 0. */
  readonly suggestsLog: boolean;
  /** A log scale was asked and refused: figures below 0. */
  readonly refusesLog: boolean;
  readonly bars: Bars;
  readonly ecdf: { readonly all: Curve; readonly selected: Curve | null } | null;
  /** `refused`: fewer than 30 firms, or all equal. */
  readonly density: { readonly all: Curve | null; readonly selected: Curve | null; readonly bandwidth: number | null } | null;
  /** Few enough firms to draw each: value and whether selected. */
  readonly strip: readonly { readonly firm: string; readonly name: string; readonly value: number; readonly selected: boolean }[] | null;
  readonly pins: readonly Pin[];
}

export interface SegmentRow {
  /** Code of the segment, or the year. */
  readonly value: string;
  /** Of a stage of the scheme or a saved selection, whose values are ids. */
  readonly name: Naming | null;
  readonly figures: Quantiles;
  readonly selected: number;
  /** Drawn by the mode asked for; the others are null. Too few for a shape is null too. */
  readonly letters: Letters | null;
  readonly box: Box | null;
  readonly density: Curve | null;
  readonly bars: { readonly edges: readonly number[]; readonly counts: readonly number[] } | null;
  /** Firms beyond the shown range. */
  readonly beyond: number;
}
export interface SegmentsAnswer {
  readonly is: 'segments';
  readonly measure: MeasureFacts;
  readonly account: Account;
  readonly by: Dimension | 'year';
  /** Highest median first, years ascending; segments without a figure last. All of them, also where only the first are drawn. */
  readonly rows: readonly SegmentRow[];
  /** Of all firms, by the same formulas. */
  readonly total: SegmentRow;
  /** A firm can be in several segments (titles, chains). */
  readonly overlaps: boolean;
  /** Range the shapes are drawn over; null where nothing is present. */
  readonly low: number | null;
  readonly high: number | null;
  readonly isLog: boolean;
  readonly suggestsLog: boolean;
  readonly refusesLog: boolean;
  /** Largest ÷ smallest positive median of segments that are not small; null where there are no two. */
  readonly spreadOfMedians: number | null;
  readonly pins: readonly Pin[];
}

/** Two groups held against each other; effect first. */
export interface PairOfGroups {
  readonly a: string;
  readonly b: string;
  readonly na: number;
  readonly nb: number;
  /** P(a > b) − P(a < b). */
  readonly cliff: Answer;
  readonly a12: Answer;
  readonly size: 'negligible' | 'small' | 'medium' | 'large' | null;
  readonly medianDifference: Answer;
  readonly kolmogorov: { readonly d: Answer; readonly p: Answer };
  readonly mannWhitney: { readonly u: Answer; readonly p: Answer };
  /** Dunn's z with Holm's adjustment over all pairs; null for a single pair. */
  readonly dunn: { readonly z: Answer; readonly p: Answer } | null;
}
export interface GroupsAnswer {
  readonly is: 'groups';
  readonly measure: MeasureFacts;
  readonly account: Account;
  readonly by: Dimension;
  readonly groups: readonly { readonly value: string; readonly name: Naming | null; readonly figures: Quantiles; readonly ecdf: Curve }[];
  /** What else could be compared, most firms first. */
  readonly offered: readonly { readonly value: string; readonly name: Naming | null; readonly n: number }[];
  readonly pairs: readonly PairOfGroups[];
  /** Of three groups or more. */
  readonly kruskal: { readonly h: Answer; readonly p: Answer; readonly epsilon2: Answer } | null;
  /** Some firms stand in more than one of the groups: tests that want them apart do not hold. */
  readonly shared: number;
}

/** One part of the firms of two years. */
export interface ChangePart {
  readonly n: number;
  readonly medianBefore: number | null;
  readonly medianAfter: number | null;
  readonly meanBefore: number | null;
  readonly meanAfter: number | null;
  /** What it adds to the change of the mean of all; parts add up to it. */
  readonly contribution: number | null;
}
export interface ChangeAnswer {
  readonly is: 'change';
  readonly measure: MeasureFacts;
  readonly from: number;
  readonly to: number;
  readonly years: readonly number[];
  readonly before: { readonly account: Account; readonly figures: Quantiles };
  readonly after: { readonly account: Account; readonly figures: Quantiles };
  readonly stayers: ChangePart;
  readonly entrants: ChangePart;
  readonly leavers: ChangePart;
  /** Of the stayers: up, down, the same; quantiles of their own change. */
  readonly moves: { readonly up: number; readonly down: number; readonly same: number; readonly change: Quantiles };
  /** Change of P10 … P90 of all firms: did the middle move, or only the top? */
  readonly shift: readonly { readonly p: number; readonly before: number | null; readonly after: number | null }[];
}

export interface ConcentrationAnswer {
  readonly is: 'concentration';
  readonly measure: MeasureFacts;
  readonly account: Account;
  /** Firms cumulated from the smallest, share of the sum; from (0, 0) to (1, 1). null where refused. */
  readonly lorenz: { readonly all: Curve | null; readonly selected: Curve | null };
  readonly gini: Answer;
  readonly giniSelected: Answer | null;
  readonly theil: Answer;
  /** Of Theil's T by the dimension asked for; null without one. */
  readonly split: { readonly by: Dimension; readonly between: Answer; readonly within: Answer } | null;
  readonly hhi: Answer;
  readonly effective: Answer;
  readonly cr: readonly { readonly k: number; readonly share: Answer }[];
  /** The firms of CR10 by name, largest first. */
  readonly top: readonly { readonly firm: string; readonly name: string; readonly value: number; readonly share: number }[];
  readonly deciles: readonly {
    readonly n: number;
    readonly from: number;
    readonly to: number;
    readonly share: number;
    readonly cumulative: number;
  }[];
  readonly years: readonly {
    readonly year: number;
    readonly n: number;
    readonly gini: Answer;
    readonly cr10: Answer;
    readonly hhi: Answer;
  }[];
  readonly pins: readonly (Pin & { readonly at: number | null; readonly height: number | null })[];
}

export interface RelationAnswer {
  readonly is: 'relation';
  readonly x: MeasureFacts;
  readonly y: MeasureFacts;
  /** Firm-years of the frame; with both figures; without x, without y, without either; below 0 where a log was asked. */
  readonly account: {
    readonly rows: number;
    readonly present: number;
    readonly withoutX: number;
    readonly withoutY: number;
    readonly withoutBoth: number;
  };
  readonly logX: boolean;
  readonly logY: boolean;
  readonly suggestsLogX: boolean;
  readonly suggestsLogY: boolean;
  /** Edges of the cells on each axis, ascending. */
  readonly xEdges: readonly number[];
  readonly yEdges: readonly number[];
  /** Firms in each cell, row by row from the lowest y; and of them the selected. */
  readonly cells: readonly number[];
  readonly selectedCells: readonly number[] | null;
  /** Present, but beyond the shown ranges. */
  readonly beyond: number;
  /** Every selected firm as a point while they are few, else every firm while those are few, else none. */
  readonly points: readonly {
    readonly firm: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly selected: boolean;
  }[];
  readonly medians: readonly {
    readonly x: number;
    readonly from: number;
    readonly to: number;
    readonly median: number;
    readonly q1: number;
    readonly q3: number;
    readonly n: number;
  }[];
  readonly pearson: Answer;
  readonly spearman: Answer;
  /** null: not worked out for so many firms. */
  readonly kendall: Answer | null;
  /** Spearman's of the selected. */
  readonly selected: Answer | null;
  readonly pins: readonly { readonly firm: string; readonly name: string; readonly x: number | null; readonly y: number | null }[];
}

export interface MatrixAnswer {
  readonly is: 'matrix';
  readonly measures: readonly MeasureFacts[];
  readonly kind: (typeof CORRELATIONS)[number];
  readonly rows: number;
  /** Places of the measures so that like stand beside like. */
  readonly order: readonly number[];
  /** [row][column], each with its own n. */
  readonly cells: readonly (readonly Answer[])[];
}

export interface HeatAnswer {
  readonly is: 'heat';
  readonly measure: MeasureFacts;
  readonly by: Dimension;
  readonly statistic: (typeof HEAT_STATISTICS)[number];
  readonly years: readonly number[];
  /** Most firms first. */
  readonly rows: readonly {
    readonly value: string;
    readonly name: Naming | null;
    readonly cells: readonly { readonly value: Answer; readonly n: number; readonly firms: number }[];
  }[];
  readonly overlaps: boolean;
}

export type ChartAnswer =
  SpreadAnswer | SegmentsAnswer | GroupsAnswer | ChangeAnswer | ConcentrationAnswer | RelationAnswer | MatrixAnswer | HeatAnswer;

/** Why a chart cannot be made at all. */
export type ChartRefusal =
  | { readonly is: 'refused'; readonly why: 'unknown_measure'; readonly given: string }
  | { readonly is: 'refused'; readonly why: 'bad_formula'; readonly given: string; readonly at: number }
  | { readonly is: 'refused'; readonly why: 'not_offered'; readonly given: string }
  | { readonly is: 'refused'; readonly why: 'one_year'; readonly given: string };

/** The firm table of a canvas. */
export interface FirmRow {
  readonly row: number;
  readonly firm: string;
  readonly name: string;
  readonly year: number;
  readonly industry: string | null;
  readonly pinned: boolean;
  readonly figures: readonly (number | null)[];
}
