import { absenceOf } from '../absence';
import type { Ranked } from '../board/context';
import type { Segment } from '../board/format';
import { segmentView, yearOf } from '../board/segment-view';
import { keyedRows } from '../year-rows';

/** What stands between a firm and points of an indicator. */
export const CELL = { present: 0, missing: 1, inapplicable: 2 } as const;

/** One group with policy `skip` somewhere: which of its indicators a firm lacks, so that their weight is shared out among the others. */
export interface Sharing {
  readonly group: number;
  /** Contender → number of the pattern in `absent`; pattern 0 lacks nothing. */
  readonly pattern: Int32Array;
  /** Pattern → places (in `Contenders.indicators`) of what is lacking. */
  readonly absent: readonly (readonly number[])[];
}

/**
 * The ranked firms of one board as compact columns, in board order, and all that their totals are made of. A copy: later drafts cannot change it.
 * Who is ranked at all (gates, vetoes, least coverage) is taken as it stands; weights move only the order among them.
 */
export interface Contenders {
  readonly n: number;
  /** Contender → row of the panel, rank on the board, score. */
  readonly rows: Int32Array;
  readonly ranks: Int32Array;
  readonly scores: Float64Array;
  /** Place → number of the indicator in the scheme. Only indicators with weight in some stage take part. */
  readonly indicators: readonly number[];
  /** [place][contender]: points ÷ `of`; 0 where there are none. */
  readonly shares: readonly Float64Array[];
  /** [place][contender]: CELL. */
  readonly cells: readonly Uint8Array[];
  /** [stage][place]. */
  readonly weights: readonly Float64Array[];
  readonly stage: Int16Array;
  /** The one stage all contenders have, −1 where there are several with different weights. */
  readonly oneStage: number;
  readonly deduction: Float64Array;
  /** Infinity where the scheme has no ceiling. */
  readonly cap: number;
  readonly groups: readonly { readonly id: string; readonly kind: 'base' | 'bonus'; readonly members: readonly number[] }[];
  /** Place → whether its weight is shared out where it is missing. */
  readonly skips: readonly boolean[];
  readonly sharing: readonly Sharing[];
  /** Weight with a value ÷ weight applicable, as the board shows it, and the scheme's least. */
  readonly coverage: Float64Array;
  readonly minimumCoverage: number;
}

/** Takes the ranked firms of a board out of a scored panel. Empty for a year or segment without any. */
export function contendersOf(ctx: Ranked, segment: Segment, year: number): Contenders {
  const { scheme, evaluated, totals, weights } = ctx;
  const { rows: all, ranked, ranks } = yearOf(ctx, segmentView(ctx, segment), year);
  const { place } = keyedRows(ctx.panel);
  const rows = all.slice(0, ranked);
  const indicators = scheme.indicators.flatMap((_, at) => (weights[at]!.some((weight) => weight > 0) ? [at] : []));
  const stage = Int16Array.from(rows, (row) => evaluated.stage[row]!);
  const byStage = Array.from({ length: Math.max(1, scheme.stages.length) }, (_, s) =>
    Float64Array.from(indicators, (at) => weights[at]![s]!),
  );
  const cells = cellsOf(ctx, rows, indicators);
  const groups = scheme.groups.map(({ id, kind }) => ({
    id,
    kind,
    members: indicators.flatMap((at, position) => (scheme.indicators[at]!.group === id ? [position] : [])),
  }));
  const skips = indicators.map((at) => scheme.indicators[at]!.missing === 'skip');
  return {
    n: rows.length,
    rows,
    ranks: Int32Array.from(rows, (row) => ranks[place[row]!]!),
    scores: Float64Array.from(rows, (row) => totals.score[row]!),
    indicators,
    shares: indicators.map((at) => {
      const { points } = evaluated.indicators[at]!;
      const { of } = scheme.indicators[at]!;
      return Float64Array.from(rows, (row) => (Number.isNaN(points[row]!) ? 0 : points[row]! / of));
    }),
    cells,
    weights: byStage,
    stage,
    oneStage: oneStageOf(stage, byStage),
    deduction: Float64Array.from(rows, (row) => totals.deduction[row]!),
    cap: scheme.cap ?? Infinity,
    groups,
    skips,
    sharing: sharingOf(groups, skips, cells, rows.length),
    coverage: Float64Array.from(rows, (row) => totals.coverage[row]!),
    minimumCoverage: scheme.minimumCoverage,
  };
}

function cellsOf({ evaluated }: Ranked, rows: Int32Array, indicators: readonly number[]): Uint8Array[] {
  const { missing, inapplicable } = absenceOf(evaluated);
  return indicators.map((at) => {
    const bit = at & 31;
    const gaps = missing[at >>> 5]!;
    const apart = inapplicable?.[at >>> 5];
    return Uint8Array.from(rows, (row) => {
      if (((gaps[row]! >>> bit) & 1) === 1) return CELL.missing;
      return apart && ((apart[row]! >>> bit) & 1) === 1 ? CELL.inapplicable : CELL.present;
    });
  });
}

function oneStageOf(stage: Int16Array, weights: readonly Float64Array[]): number {
  const first = stage[0] ?? 0;
  const isAlike = (s: number): boolean => weights[s]!.every((weight, at) => weight === weights[first]![at]);
  return [...new Set(stage)].every(isAlike) ? first : -1;
}

function sharingOf(groups: Contenders['groups'], skips: readonly boolean[], cells: readonly Uint8Array[], n: number): Sharing[] {
  return groups.flatMap(({ members }, group) => {
    const able = members.filter((place) => skips[place]);
    const seen = new Map<string, number>([['', 0]]);
    const absent: number[][] = [[]];
    const pattern = Int32Array.from({ length: n }, (_, i) => {
      const lacking = able.filter((place) => cells[place]![i] !== CELL.present);
      const key = lacking.join();
      let number = seen.get(key);
      if (number === undefined) {
        seen.set(key, (number = absent.length));
        absent.push(lacking);
      }
      return number;
    });
    return absent.length > 1 ? [{ group, pattern, absent }] : [];
  });
}

/** Whether some group of the contender shares weight out. */
export function isShared({ sharing }: Contenders, i: number): boolean {
  return sharing.some(({ pattern }) => pattern[i]! > 0);
}

/** Sum of all weights of a stage, bonus included. */
export function weightSum(weights: Float64Array): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}
