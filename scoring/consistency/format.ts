/** What the consistency page is made of; assembled in this folder, shown by the views. */
import type { Segment } from '../board/format';
import type { Agreement } from '../compare-totals/agreement';
import type { Naming, Provenance } from '../scheme/format';
import type { Answer } from '../statistics/answer';
import type { CorrelationKind, CorrelationMatrix } from '../statistics/correlation-matrix';
import type { Principal } from '../statistics/principal';
import type { Balance } from '../weights/balance';
import type { DataWeights } from '../weights/data-weights';

export interface ConsistencyAsk {
  readonly year: number;
  readonly segment: Segment;
  readonly kind: CorrelationKind;
}

/** What an answer is about. `draft` is the name of the draft in force, null for the scheme as it stands. */
export interface AuditAbout {
  readonly year: number;
  readonly scheme: { readonly name: Naming; readonly version: string; readonly provenance: Provenance };
  readonly draft: string | null;
  /** Firms of the segment that year, and those ranked: only they are looked at, but for the screening. */
  readonly all: number;
  readonly ranked: number;
  readonly groups: readonly { readonly id: string; readonly name: Naming; readonly kind: 'base' | 'bonus' }[];
  /** `group` is the number of the group. */
  readonly indicators: readonly { readonly id: string; readonly name: Naming; readonly group: number }[];
}

/** Two indicators of one group; numbers of `about.indicators`. */
export interface PairFlag {
  readonly is: 'redundant' | 'trade_off';
  readonly a: number;
  readonly b: number;
  readonly value: number;
  readonly n: number;
}
export interface GroupCheck {
  readonly group: number;
  readonly indicators: readonly number[];
  readonly alpha: Answer;
  readonly principal: Principal;
}
/** Weights the data would give, beside the official ones. Every list is in the order of `columns`. */
export interface WeightAudit {
  /** Numbers of the indicators, or of the groups, that carry weight. */
  readonly columns: readonly number[];
  /** Share of all weight, summing to 1 (effective weight); of the group's weight (local weight). Means over the ranked firms where stages differ. */
  readonly official: readonly number[];
  readonly local: readonly number[];
  /** Pearson's r with the score: what a weight is meant to bring about. */
  readonly withScore: readonly Answer[];
  readonly equal: readonly number[];
  readonly entropy: DataWeights;
  readonly critic: DataWeights;
  /** For importance in the proportion of the official weights, and for equal importance. */
  readonly balance: Balance;
  readonly balanceEqual: Balance;
}

export interface Consistency {
  readonly about: AuditAbout;
  readonly matrix: CorrelationMatrix;
  /** Indicator → correlation with the points of its group, itself among them; null where it is the only one of its group that carries weight. */
  readonly toGroup: readonly (Answer | null)[];
  readonly flags: readonly PairFlag[];
  /** Indicators that hardly go along with their group. */
  readonly noise: readonly number[];
  readonly groups: readonly GroupCheck[];
  /** Stages of the ranked firms differ in weights. */
  readonly staged: boolean;
  readonly byIndicator: WeightAudit;
  readonly byGroup: WeightAudit;
  readonly conventions: Conventions;
}
/** Thresholds in use; see conventions.ts. */
export interface Conventions {
  readonly redundant: number;
  readonly tradeOff: number;
  readonly noise: number;
  /** Fewer firms raise no flag. */
  readonly least: number;
}

/** One firm's place in two lists, counted among the firms compared. */
export interface RankShift {
  readonly firm: string;
  readonly name: string;
  readonly official: number;
  readonly other: number;
}
/** The list under another total. */
export interface OtherTotal {
  readonly is: 'topsis' | 'copeland';
  /** Why there is no list; null where there is. `stages_differ`: one set of weights for all is needed. */
  readonly reason: 'too_many' | 'too_few' | 'no_weight' | 'incomplete' | 'constant' | 'stages_differ' | null;
  /** Ranked firms compared, and those left out for a missing value that the scheme skips. */
  readonly n: number;
  readonly leftOut: number;
  readonly undefinedPairs: number;
  readonly pairs: number;
  readonly agreement: Agreement | null;
  readonly shifts: readonly RankShift[];
  /** Firms by official rank (column) and other rank (row), in `cells` × `cells` equal steps of rank, best first. */
  readonly grid: readonly number[];
  readonly cells: number;
}
export interface OtherTotals {
  readonly about: AuditAbout;
  readonly lists: readonly OtherTotal[];
  readonly mostFirms: number;
}

export interface ScreenedFirm {
  readonly firm: string;
  readonly name: string;
  readonly present: number;
  readonly nonZero: number;
  /** Indicators that apply to the firm. */
  readonly of: number;
}
/**
 * Shares are of the firms to which the indicator applies (`present`), or of those with a value (`unique`, `nonZero`); null of none. `unique` is null of yes
 * and no and of points too, which have few values by design.
 */
export interface ScreenedIndicator {
  readonly indicator: number;
  /** The formula's value; of a best-of, which has several formulas, the points. */
  readonly on: 'value' | 'points';
  /** Indicator's unit where it has one. */
  readonly unit: string | null;
  readonly firms: number;
  readonly n: number;
  readonly present: number | null;
  readonly unique: number | null;
  readonly nonZero: number | null;
  readonly low: readonly ('present' | 'unique' | 'nonZero')[];
  /** null of yes and no, which have no shape. */
  readonly shape: Shape | null;
}
export interface Shape {
  readonly median: Answer;
  readonly skewness: Answer;
  readonly kurtosis: Answer;
  /** |G1| ≥ 2 and G2 ≥ 3.5. */
  readonly skewed: boolean;
  /** Values beyond 3.5 robust standard deviations. */
  readonly far: Answer;
}
export interface SizeEffect {
  readonly indicator: number;
  /** Number of the denominator. */
  readonly denominator: number;
  readonly pearson: Answer;
  readonly spearman: Answer;
  readonly flagged: boolean;
}
export interface Screening {
  readonly about: AuditAbout;
  /** Firms screened: all of the segment that a gate does not keep out. */
  readonly screened: number;
  readonly firms: {
    readonly fewPresent: number;
    readonly fewNonZero: number;
    /** Those under a threshold with fewest values first, at most 20. */
    readonly worst: readonly ScreenedFirm[];
  };
  readonly indicators: readonly ScreenedIndicator[];
  readonly denominators: readonly { readonly field: string; readonly present: number; readonly notPositive: number }[];
  readonly effects: readonly SizeEffect[];
  readonly thresholds: ScreeningThresholds;
}
export interface ScreeningThresholds {
  readonly firmPresent: number;
  readonly firmNonZero: number;
  readonly present: number;
  readonly unique: number;
  readonly nonZero: number;
  readonly sizeEffect: number;
}
