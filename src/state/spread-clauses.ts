import type { Clause, MeasureId, Range } from '../../scoring/distribution/format';
import { subtractRange, unionRanges } from '../../scoring/distribution/ranges';
import type { BrushHow } from './spread-face';

/** Clauses with the ranges of a measure in place of those it had; without ranges and missing values its clause goes. */
export function withRanges(clauses: readonly Clause[], measure: MeasureId, ranges: readonly Range[], missing: boolean): readonly Clause[] {
  const others = clauses.filter((clause) => clause.is !== 'ranges' || clause.measure !== measure);
  if (ranges.length === 0 && !missing) return others;
  const at = clauses.findIndex((clause) => clause.is === 'ranges' && clause.measure === measure);
  const made: Clause = { is: 'ranges', measure, ranges: unionRanges(ranges), missing };
  return at < 0 ? [...others, made] : clauses.with(at, made);
}

/** Ranges of a measure after a brush: alone, added to what was there, or taken out of it. */
export function brushed(before: readonly Range[], range: Range, how: BrushHow): readonly Range[] {
  if (how === 'set') return [range];
  return how === 'add' ? unionRanges([...before, range]) : subtractRange(before, range);
}

/** The condition a measure has now. */
export function rangesOf(clauses: readonly Clause[], measure: MeasureId): { readonly ranges: readonly Range[]; readonly missing: boolean } {
  const clause = clauses.find((one) => one.is === 'ranges' && one.measure === measure);
  return clause?.is === 'ranges' ? clause : { ranges: [], missing: false };
}
