import type { PairStability } from './pair';

/** A firm at the cut and the rival on the other side that meets it first. */
export interface AtRisk {
  readonly contender: number;
  readonly rival: number;
  readonly delta: number;
  readonly isExact: boolean;
}

/** How firm a short list stands. */
export interface CutStability {
  readonly k: number;
  /** Firms of rank k or better: more than k where the cut falls among equals. */
  readonly inside: number;
  /** Everybody is on the list, or nobody: there is no cut. */
  readonly isNone: boolean;
  /** The list stays the same under every weighting within ±delta. */
  readonly delta: number;
  readonly isExact: boolean;
  /** The pair that turns first, or is the first that may; null where none meets within ±share. */
  readonly pair: { readonly upper: number; readonly lower: number; readonly stability: PairStability } | null;
  /** Who may fall off within ±share, and who may come on, weakest first: the first `LISTED` and how many there are. */
  readonly mayLeave: readonly AtRisk[];
  readonly mayLeaveCount: number;
  readonly mayCome: readonly AtRisk[];
  readonly mayComeCount: number;
}

/** Firms listed on each side. */
const LISTED = 20;

/** Firms at risk, weakest first, as lists of the two sides. */
export function listed(risks: readonly AtRisk[], inside: number) {
  const leaving = risks.filter(({ contender }) => contender < inside);
  const coming = risks.filter(({ contender }) => contender >= inside);
  return {
    mayLeave: leaving.slice(0, LISTED),
    mayLeaveCount: leaving.length,
    mayCome: coming.slice(0, LISTED),
    mayComeCount: coming.length,
  };
}
