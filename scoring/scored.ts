import type { Scheme } from './scheme/format';

/** What became of a row. The position is the byte in `status`; append only. */
export const STATUSES = [
  'ranked',
  'not_scored', // a gate is false
  'vetoed', // scored, out of the ranking
  'no_stage', // the scheme has stages, none fits, no default
  'insufficient_data', // coverage below the scheme's minimum; score shown, unranked
  'failed', // an indicator with missing policy `fail` has no value
] as const;
export type Status = (typeof STATUSES)[number];
export const STATUS = Object.fromEntries(STATUSES.map((name, code) => [name, code])) as Readonly<Record<Status, number>>;

/** Points of one indicator for every row. */
export interface IndicatorPoints {
  /** Points out of `of`; NaN where there is none (then `reasons` says why). */
  readonly points: Float64Array;
  readonly reasons: Uint8Array;
  /** Tier hit, of a best-of the winning option's; −1 where the row has none. null where the rule has no tiers, so that nobody else pays for it. */
  readonly hit: Int16Array | null;
  /** Option that won, −1 where none has a value. null but for best-of. */
  readonly option: Int16Array | null;
  /** Points at the upper end of the tier's interval; left out where no tier has one. */
  readonly high?: Float64Array;
  /** Of a rule with a peer group: how many firms of it have a value, where these were too few and a wider industry (`parent`) or the whole comparison set was taken; see `PEERS`. */
  readonly wider?: Int32Array;
  /** Where these were too few and a wider industry had enough: digits of its code after the section letter, −1 where none was taken, and its firms with a value. */
  readonly parent?: { readonly digits: Int8Array; readonly firms: Int32Array };
}

/** What `wider` says instead of a number: compared within the peer group, or not in any (no industry, no stage) and compared with the whole set. */
export const PEERS = { within: -1, none: -2 } as const;

/** Three-valued: what a gate or veto says of a row. */
export const VERDICT = { no: 0, yes: 1, unknown: 2 } as const;

/** Everything that needs the formulas: made once a scheme and panel, kept while only weights move. */
export interface Evaluated {
  readonly rows: number;
  readonly scheme: Scheme;
  /** In the order of `scheme.indicators`. */
  readonly indicators: readonly IndicatorPoints[];
  /** Row → number of the stage in `scheme.stages`, −1 none. All 0 where the scheme has no stages. */
  readonly stage: Int16Array;
  readonly gates: readonly Uint8Array[];
  readonly vetoes: readonly Uint8Array[];
  /** Points each deduction takes (≥ 0, own cap applied); NaN unknown. */
  readonly deductions: readonly Float64Array[];
}

/** Weights in force: [indicator][stage] (one stage, 0, where the scheme has none). Sum of a stage's weights is its full mark. */
export type Weights = readonly (readonly number[])[];

/** Everything that follows from the weights. A touch. */
export interface Totals {
  /** Contribution of each group, in the order of `scheme.groups`. NaN never: nothing earned is 0. */
  readonly groups: readonly Float64Array[];
  /** Weight of each group lost to missing values (not to poor ones). */
  readonly lost: readonly Float64Array[];
  /** Sum of base groups, of bonus groups, and points taken after the overall cap. */
  readonly base: Float64Array;
  readonly bonus: Float64Array;
  readonly deduction: Float64Array;
  /** clip(base + bonus − deduction, 0, cap). NaN where not scored at all (`not_scored`, `no_stage`, `failed`). */
  readonly score: Float64Array;
  /** Weight with a value ÷ weight applicable, 0…1. */
  readonly coverage: Float64Array;
  readonly status: Uint8Array;
  /** 1 where some gate, veto or deduction could not be checked. */
  readonly unchecked: Uint8Array;
}
