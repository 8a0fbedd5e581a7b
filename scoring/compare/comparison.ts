import type { Segment } from '../board/format';
import { segmentView } from '../board/segment-view';
import { causeOf, type Cause } from '../change';
import type { CompareSummary } from './format';
import { kendall } from './kendall';
import { medianOf } from './median';
import { pairFirms, rankedOnBoth, type Pairs, type Side } from './pairs';
import { type ScoreSplit, splitScores } from './score-split';
import { topOverlap } from './top-overlap';

/** Two boards held against each other: two versions of a year, or two years of a version. */
export interface Comparison {
  readonly a: Side;
  readonly b: Side;
  readonly segment: Segment;
  readonly pairs: Pairs;
  readonly split: ScoreSplit;
}

/** Pairs the firms of two boards and splits their changes of score. */
export function compareSides(a: Side, b: Side, segment: Segment): Comparison {
  const pairs = pairFirms(a, b, segment);
  return { a, b, segment, pairs, split: splitScores(a.ranked, b.ranked, pairs) };
}

/** How alike two boards are, in a few figures over the firms ranked on both. `k` is the length of the short list. */
export function summarise(pairs: Pairs, k: number): CompareSummary {
  const { rankA, rankB } = pairs;
  const { a, b } = rankedOnBoth(pairs);
  let [up, down] = [0, 0];
  const moved = new Int32Array(a.length);
  for (let i = 0; i < a.length; i++) {
    const shift = a[i]! - b[i]!;
    if (shift > 0) up++;
    else if (shift < 0) down++;
    moved[i] = Math.abs(shift);
  }
  return {
    rankedA: rankedIn(rankA),
    rankedB: rankedIn(rankB),
    both: a.length,
    agreement: kendall(a, b),
    overlap: topOverlap(rankA, rankB, k),
    up,
    down,
    same: a.length - up - down,
    medianShift: medianOf(moved),
  };
}

function rankedIn(ranks: Int32Array): number {
  let count = 0;
  for (let i = 0; i < ranks.length; i++) if (ranks[i]! > 0) count++;
  return count;
}

/** Why the firm of a pair has no rank on one side. Throws where it has one. */
export function absenceCause({ a, b, segment, pairs }: Comparison, at: number, side: 'a' | 'b'): Cause {
  const { ranked } = side === 'a' ? a : b;
  const row = (side === 'a' ? pairs.rowA : pairs.rowB)[at]!;
  return row < 0 ? 'no_data' : causeOf(ranked, segmentView(ranked, segment), segment, row);
}

/** Firms ranked on one side only, by why the other has no rank for them. `side` is the one that lacks them. */
export function absences(comparison: Comparison, side: 'a' | 'b'): Readonly<Partial<Record<Cause, number>>> {
  const ranks = side === 'a' ? comparison.pairs.rankA : comparison.pairs.rankB;
  const counts: Partial<Record<Cause, number>> = {};
  for (let at = 0; at < ranks.length; at++) {
    if (ranks[at]! > 0) continue;
    const cause = absenceCause(comparison, at, side);
    counts[cause] = (counts[cause] ?? 0) + 1;
  }
  return counts;
}
