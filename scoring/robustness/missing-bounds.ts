import type { Ranked } from '../board/context';
import { isTie } from '../rank';
import { CELL, type Contenders } from './contenders';
import { ruleEnds } from './rule-ends';
import { clipped } from './score-range';

/** Score and rank of every contender with what is missing at its worst and at its best. */
export interface MissingBounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 1 + #{j: low of j > high of i}, and #{j: high of j ≥ low of i}, j = i counted. */
  readonly best: Int32Array;
  readonly worst: Int32Array;
  /** Contender → indicators missing that carry weight. */
  readonly gaps: Uint8Array;
  /** Ids of indicators of which something is missing and whose rule has no ceiling: taken up to the most any firm here has. */
  readonly unbounded: readonly string[];
  /** Ids of indicators of which something is missing and whose points depend on the others' values, which are taken as they stand. */
  readonly relative: readonly string[];
}

/**
 * Bounds from missing data: each missing indicator earns the least, or the most, its rule can give; weight that was shared out goes back to it.
 * What does not apply to a firm stays shared out. Gates, vetoes and deductions that could not be checked are taken as the board takes them.
 */
export function missingBounds(ctx: Ranked, contenders: Contenders): MissingBounds {
  const { n, indicators, cells, shares } = contenders;
  const ends = indicators.map((at, place) => {
    const { least, most } = ruleEnds(ctx.scheme.indicators[at]!);
    return { least, most: most ?? shares[place]!.reduce((top, share) => Math.max(top, share), 1) };
  });
  const gaps = new Uint8Array(n);
  for (const cell of cells) for (let i = 0; i < n; i++) if (cell[i] === CELL.missing) gaps[i]! = Math.min(255, gaps[i]! + 1);
  const bound = (end: 'least' | 'most'): Float64Array =>
    Float64Array.from({ length: n }, (_, i) =>
      gaps[i] === 0 ? contenders.scores[i]! : filled(contenders, i, (place) => ends[place]![end]),
    );
  const low = bound('least');
  const high = bound('most');
  const isGap = (place: number): boolean => cells[place]!.includes(CELL.missing);
  const ids = (has: (at: number) => boolean): string[] =>
    indicators.flatMap((at, place) => (isGap(place) && has(at) ? [ctx.scheme.indicators[at]!.id] : []));
  return {
    low,
    high,
    ...rankBounds(low, high),
    gaps,
    unbounded: ids((at) => ruleEnds(ctx.scheme.indicators[at]!).most === null),
    relative: ids((at) => ruleEnds(ctx.scheme.indicators[at]!).isRelative),
  };
}

function filled(
  { groups, cells, shares, weights, stage, skips, deduction, cap }: Contenders,
  i: number,
  given: (place: number) => number,
): number {
  const own = weights[Math.max(0, stage[i]!)]!;
  let sum = 0;
  for (const { members } of groups) {
    let [earned, whole, apart] = [0, 0, 0];
    for (const place of members) {
      whole += own[place]!;
      const cell = cells[place]![i];
      if (cell === CELL.inapplicable && skips[place]) apart += own[place]!;
      earned += own[place]! * (cell === CELL.missing ? given(place) : shares[place]![i]!);
    }
    const left = whole - apart;
    sum += apart === 0 ? earned : left > 1e-9 * whole ? (earned * whole) / left : 0;
  }
  return clipped({ cap }, sum - deduction[i]!);
}

/** Best and worst rank from bounds of scores: equal within the tolerance of ranks is not above, and not below. */
export function rankBounds(low: Float64Array, high: Float64Array): { readonly best: Int32Array; readonly worst: Int32Array } {
  const n = low.length;
  const lows = low.slice().sort();
  const highs = high.slice().sort();
  return {
    best: Int32Array.from(high, (own) => 1 + n - firstAbove(lows, (other) => other > own && !isTie(other, own))),
    worst: Int32Array.from(low, (own) => n - firstAbove(highs, (other) => other >= own || isTie(other, own))),
  };
}

/** First place of an ascending list from which something holds. */
function firstAbove(list: Float64Array, holds: (value: number) => boolean): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(list[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}
