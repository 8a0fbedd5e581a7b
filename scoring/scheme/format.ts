/** Scheme format v1: the shape of a checked scheme. The closed check is in `check.ts`, the prose in docs/scheme-format.md. */

import type { FormulaProblem } from '../formula/tree';

export type Provenance = 'official' | 'reported' | 'memory' | 'illustrative';
export interface Naming {
  readonly zh: string;
  readonly en: string;
}
export type MissingPolicy = 'zero' | 'skip' | 'fail';
export type ComparisonSet = 'year' | 'year*stage' | 'year*industry' | 'all';

/** Half-open by default: `from` belongs to the tier, `to` does not. null is open-ended. Points may be an interval where experts choose inside a band. */
export interface Tier {
  readonly from: number | null;
  readonly to: number | null;
  readonly fromOpen?: boolean;
  readonly toClosed?: boolean;
  readonly points: number | readonly [number, number];
}

export const PEER_GROUPS = ['industry', 'stage', 'industry*stage'] as const;
/** A peer group inside the comparison set; where fewer than `least` (10) firms of it have a value, the whole comparison set is taken for them. */
export interface Peers {
  readonly within?: (typeof PEER_GROUPS)[number];
  readonly least?: number;
}

/** What is done to values before a relative rule, in this order, within the set the rule compares in. */
export interface Treatment {
  /** Values beyond these two quantiles (type 7) are brought in to them. */
  readonly winsorise?: readonly [number, number];
  /** ln(v − lowest + 0.01 × (highest − lowest)). */
  readonly log?: true;
}

/** How shares of a full mark become one: `floor` is the least a share counts for, since one zero would end the others. */
export type Mean =
  | { readonly is: 'arithmetic' }
  | { readonly is: 'geometric' | 'harmonic'; readonly floor: number }
  | { readonly is: 'power'; readonly power: number; readonly floor: number };

export type Rule =
  | { readonly is: 'tiers'; readonly unit?: string; readonly tiers: readonly Tier[] }
  /** of × clamp((v − from) ÷ (to − from)); from > to means less is better. */
  | { readonly is: 'linear'; readonly unit?: string; readonly from: number; readonly to: number }
  /** of × clamp(ln(1 + v) ÷ ln(1 + full)), v and full in `unit`; v < 0 earns 0. */
  | { readonly is: 'log'; readonly unit?: string; readonly full: number }
  /** perUnit × v, capped at `cap` when given (else it may exceed `of`). v < 0 earns 0. */
  | { readonly is: 'per-unit'; readonly unit?: string; readonly perUnit: number; readonly cap?: number }
  /** of × goalposts as methods 1.1 c, in the indicator's direction. */
  | { readonly is: 'goalposts'; readonly unit?: string; readonly low: number; readonly high: number }
  /** Relative rules: within the scheme's comparison set, or a peer group inside it. */
  | ({ readonly is: 'min-max' } & Peers)
  | ({ readonly is: 'percentile' } & Peers)
  /** of × v ÷ highest; less is better: of × lowest ÷ v. A set with a value of 0 or less is refused. */
  | ({ readonly is: 'ratio' } & Peers)
  /** of × clamp((z − from) ÷ (to − from)), z being the standard score in the indicator's direction (n − 1). */
  | ({ readonly is: 'z-score'; readonly from: number; readonly to: number } & Peers)
  /** of × (v − worst) ÷ (target − worst), full at the target and beyond. */
  | ({ readonly is: 'target'; readonly unit?: string; readonly target: number } & Peers)
  | { readonly is: 'flag' }
  /** The option with most points wins and is recorded. */
  | { readonly is: 'best-of'; readonly options: readonly BestOption[] };
export interface BestOption {
  readonly id: string;
  readonly name: Naming;
  readonly formula: string;
  readonly rule: Exclude<Rule, { is: 'best-of' }>;
}

export interface Group {
  readonly id: string;
  readonly name: Naming;
  /** `bonus` groups add beyond the base. */
  readonly kind: 'base' | 'bonus';
  readonly provenance: Provenance;
}
export interface Indicator {
  readonly id: string;
  readonly name: Naming;
  readonly group: string;
  /** Absent for `best-of`, whose options carry their own. */
  readonly formula?: string;
  readonly rule: Rule;
  /** Points a full mark earns. */
  readonly of: number;
  /** Weight, or weight by stage id; default `of`. */
  readonly weight?: number | Readonly<Record<string, number>>;
  readonly direction: 'more' | 'less';
  readonly missing: MissingPolicy;
  /** Before a relative rule only. */
  readonly treatment?: Treatment;
  readonly unit?: string;
  /** Where the figures come from, such as a tax return. */
  readonly source?: Naming;
  readonly provenance: Provenance;
  readonly note?: Naming;
}
export interface Stage {
  readonly id: string;
  readonly name: Naming;
  /** First stage whose formula is true wins; the last may say `true`. */
  readonly when: string;
}
/** Events: a truth formula takes `points`; a number formula takes `perUnit` × value up to `cap`. */
export interface Deduction {
  readonly id: string;
  readonly name: Naming;
  readonly formula: string;
  readonly points?: number;
  readonly perUnit?: number;
  readonly cap?: number;
  readonly provenance: Provenance;
  readonly note?: Naming;
}
/** A gate must be true to be scored; a veto, when true, takes a scored firm out of the ranking. */
export interface Condition {
  readonly id: string;
  readonly name: Naming;
  readonly formula: string;
  readonly provenance: Provenance;
  readonly note?: Naming;
}
export interface Pass {
  readonly total?: number;
  /** true: total must exceed, not reach. */
  readonly exceed?: boolean;
  readonly groups?: Readonly<Record<string, number>>;
  readonly positive?: readonly string[];
  /** Shortcuts: any true one passes. */
  readonly anyOf?: readonly Condition[];
}
export interface Scheme {
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  readonly name: Naming;
  readonly effective: { readonly from: string | null; readonly to: string | null };
  readonly currency: string;
  readonly comparison: ComparisonSet;
  readonly stages: readonly Stage[];
  readonly defaultStage: string | null;
  readonly stageProvenance: Provenance | null;
  readonly groups: readonly Group[];
  readonly indicators: readonly Indicator[];
  readonly deductions: readonly Deduction[];
  readonly deductionCap: number | null;
  readonly gates: readonly Condition[];
  readonly vetoes: readonly Condition[];
  readonly pass: Pass | null;
  /** Highest total; null is no ceiling. */
  readonly cap: number | null;
  /** What the base weights are said to add up to, where that is not `cap` (a bonus on top). Only the check reads it. */
  readonly fullMark?: number;
  /** 0…1; below it the status is `insufficient_data`. */
  readonly minimumCoverage: number;
  /** 0…1; a base group with a smaller share of its weight present is incomplete, and the status `insufficient_data`. */
  readonly minimumGroupCoverage?: number;
  /** How indicators become a base group, and base groups the base; left out is arithmetic. */
  readonly means?: { readonly indicators?: Mean; readonly groups?: Mean };
  readonly provenance: Provenance;
  readonly sources: readonly string[];
  readonly note?: Naming;
}

/** What is wrong with a scheme. `path` is a JSON pointer such as `/indicators/3/rule/tiers/1/from`. Texts are in i18n, by code. */
export interface SchemeProblem {
  readonly code: string;
  readonly path: string;
  readonly given: string;
  /** `warning` does not stop scoring. */
  readonly severity: 'error' | 'warning';
  /** With code `formula`: what is wrong inside it, and where. */
  readonly formula?: FormulaProblem;
}
