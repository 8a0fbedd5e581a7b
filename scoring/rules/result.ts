import type { NumberColumn, TruthColumn } from '../column';

/** What a rule reads: the value column of an indicator's formula. */
export type RuleColumn = NumberColumn | TruthColumn;

/** Relative tolerance at which two numbers count as equal: 0.57 × 100 is 57. */
const SLACK = 1e-9;

/** How far from `bound` a number still counts as equal to it. */
export function slackAt(bound: number): number {
  return SLACK * Math.max(1, Math.abs(bound));
}

/** `of` × part ÷ whole: multiplied first, which keeps whole results whole, unless that overflows. */
export function partOf(of: number, part: number, whole: number): number {
  const product = of * part;
  return Number.isFinite(product) ? product / whole : of * (part / whole);
}

/** A result with no point given yet: NaN points, the column's own reasons (shared, never written to), neither tier nor option. */
export function nothingYet(column: RuleColumn): { points: Float64Array; reasons: Uint8Array; hit: null; option: null } {
  return { points: new Float64Array(column.values.length).fill(NaN), reasons: column.reasons, hit: null, option: null };
}
