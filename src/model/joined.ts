import type { SupportKind } from './recipe';

/** Two or more rows of one file for one firm and year, waiting for a decision (`Recipe.duplicates`). */
export interface Duplicate {
  readonly firm: string;
  readonly name: string;
  readonly year: number;
  readonly places: readonly { readonly source: string; readonly line: number }[];
  /** Fields in which the rows differ; empty where they are copies. */
  readonly differ: readonly string[];
}

/** One value two sources give differently. Values as text in stored units; `taken` is the source whose value the panel holds, null where none is. */
export interface Conflict {
  readonly firm: string;
  readonly name: string;
  readonly year: number;
  readonly field: string;
  readonly says: readonly { readonly source: string; readonly line: number; readonly value: string }[];
  readonly taken: string | null;
}

/** How the firms of a source without sure credit codes were found among the firms of the others. Counts are distinct keys as given, not rows. */
export interface MatchReport {
  readonly source: string;
  /** What the source's rows are known by. */
  readonly by: 'uscc' | 'reg_no' | 'firm_name' | 'firm_id';
  readonly exact: number;
  /** Found under a former name, an old number or after folding; sure, and listed so that a person can look. */
  readonly known: readonly { readonly given: string; readonly firm: string; readonly name: string; readonly why: MatchWhy }[];
  /** Needs a person: nothing of these rows is in the panel until decided. */
  readonly likely: readonly LikelyMatch[];
  /** Found nowhere; at most 1,000 listed, all counted. */
  readonly none: { readonly count: number; readonly given: readonly string[] };
}
export interface LikelyMatch {
  readonly given: string;
  readonly name: string;
  readonly rows: number;
  /** Best first, at most five. */
  readonly candidates: readonly { readonly firm: string; readonly name: string; readonly why: MatchWhy; readonly likeness: number }[];
}
export const MATCH_WHYS = ['old_number', 'former_name', 'same_name', 'folded_name', 'similar_name', 'code_typo'] as const;
export type MatchWhy = (typeof MATCH_WHYS)[number];

/** Support a firm received, from a source of its own. `null` where the file does not say. */
export interface SupportEvent {
  readonly kind: SupportKind;
  /** ISO day, or a year alone. */
  readonly date: string | null;
  readonly name: string;
  /** In the panel's currency, stored unit. */
  readonly amount: number | null;
  readonly office: string;
  /** ISO day on which it ends: of a loan, a project. */
  readonly end: string | null;
  readonly source: string;
  readonly line: number;
}

/** What joining met and the panel alone cannot show. Lists hold the first 1,000, counts are whole. */
export interface JoinReceipts {
  /** Firm-years given more than once in one source. */
  readonly repeated: Counted<{ readonly source: string; readonly firm: string; readonly year: number; readonly lines: readonly number[] }>;
  /** One firm and year under names that differ by more than width, brackets and legal form, in one source or between several. */
  readonly severalNames: Counted<{
    readonly firm: string;
    readonly year: number;
    readonly names: readonly { readonly source: string; readonly line: number; readonly name: string }[];
  }>;
  /** One name under several keys in one source and year. */
  readonly severalKeys: Counted<{
    readonly source: string;
    readonly year: number;
    readonly name: string;
    readonly keys: readonly string[];
  }>;
  /** Rows of totals left out in reading; sources without any are not listed. */
  readonly totals: readonly { readonly source: string; readonly count: number; readonly lines: readonly number[] }[];
}
export interface Counted<T> {
  readonly count: number;
  readonly listed: readonly T[];
}
