import { absenceOf } from '../absence';
import type { Ranked } from '../board/context';
import type { Segment } from '../board/format';
import { segmentView, yearOf } from '../board/segment-view';
import type { AuditAbout } from './format';

/** The firms an audit looks at: those of the segment, best first, and how many of them are ranked (they come first). */
export interface Members {
  readonly rows: Int32Array;
  readonly ranked: Int32Array;
}

/** Rows of a segment in a year. Empty for a year without data. */
export function membersOf(ctx: Ranked, segment: Segment, year: number): Members {
  const { rows, ranked } = yearOf(ctx, segmentView(ctx, segment), year);
  return { rows, ranked: rows.subarray(0, ranked) };
}

export function aboutOf(ctx: Ranked, { rows, ranked }: Members, year: number): AuditAbout {
  const { name, version, provenance, groups, indicators } = ctx.evaluated.scheme;
  return {
    year,
    scheme: { name, version, provenance },
    draft: ctx.draft,
    all: rows.length,
    ranked: ranked.length,
    groups: groups.map((group) => ({ id: group.id, name: group.name, kind: group.kind })),
    indicators: indicators.map((one) => ({ id: one.id, name: one.name, group: groups.findIndex(({ id }) => id === one.group) })),
  };
}

/** Points ÷ full points of every indicator for some rows. What has no points is NaN, never 0: statistics look at what is known. */
export function pointShares({ evaluated }: Ranked, rows: Int32Array): Float64Array[] {
  return evaluated.indicators.map(({ points }, at) => {
    const { of } = evaluated.scheme.indicators[at]!;
    return Float64Array.from(rows, (row) => (of > 0 ? points[row]! / of : NaN));
  });
}

/**
 * The same with gaps taken as the score takes them, so that another total differs in the total alone: policy `zero` makes 0 of a missing value;
 * with `skip`, and where an indicator does not apply to the firm, the gap stays.
 */
export function scoredShares(ctx: Ranked, rows: Int32Array): Float64Array[] {
  const { missing } = absenceOf(ctx.evaluated);
  return pointShares(ctx, rows).map((column, at) => {
    if (ctx.evaluated.scheme.indicators[at]!.missing !== 'zero') return column;
    const gaps = missing[at >>> 5]!;
    return column.map((share, i) => (Number.isNaN(share) && ((gaps[rows[i]!]! >>> (at & 31)) & 1) === 1 ? 0 : share));
  });
}

/** What each row has of each group's weight in its stage: contribution ÷ weight, missing counted as the scheme counts it. NaN where the stage gives the group no weight. */
export function groupShares({ evaluated, weights, totals }: Ranked, rows: Int32Array): Float64Array[] {
  const { scheme, stage } = evaluated;
  return scheme.groups.map(({ id }, at) => {
    const members = scheme.indicators.flatMap((indicator, number) => (indicator.group === id ? [number] : []));
    return Float64Array.from(rows, (row) => {
      const weight = members.reduce((sum, number) => sum + (weights[number]![stage[row]!] ?? 0), 0);
      return weight > 0 ? totals.groups[at]![row]! / weight : NaN;
    });
  });
}

/** Weight of each indicator as a share of all weight, in the mean over the rows; and whether rows differ in it, being in stages of different weights. */
export function meanWeights(
  { evaluated, weights }: Ranked,
  rows: Int32Array,
): { readonly shares: readonly number[]; readonly differ: boolean } {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(evaluated.stage[row]!, (counts.get(evaluated.stage[row]!) ?? 0) + 1);
  const stages = [...counts].map(([stage, count]) => {
    const own = weights.map((list) => list[stage] ?? 0);
    const sum = own.reduce((total, weight) => total + weight, 0);
    return { count, own: own.map((weight) => (sum > 0 ? weight / sum : 0)) };
  });
  const shares = weights.map((_, at) => stages.reduce((sum, { count, own }) => sum + (own[at]! * count) / rows.length, 0));
  const differ = stages.some(({ own }) => own.some((share, at) => Math.abs(share - stages[0]!.own[at]!) > 1e-12));
  return { shares, differ };
}
