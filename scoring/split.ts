import type { Ranked } from './board/context';
import type { Segment } from './board/format';
import { rankOf, segmentView, yearOf } from './board/segment-view';
import { earlierRow } from './panel';
import { rankAmong } from './rank';
import { keyedRows, nextYearRow } from './year-rows';

/** A rank change in three whole numbers that add up to it; positive is places gained. */
export interface RankSplit {
  readonly own: number;
  readonly others: number;
  readonly membership: number;
}

/** One firm against the rest of its segment, the year before and now. */
export interface Contest {
  readonly rankBefore: number;
  readonly rankNow: number;
  readonly ownNow: number;
  /** Last year's scores of the others ranked then. */
  readonly before: Float64Array;
  /** This year's scores of the same firms, NaN for those no longer ranked in the segment. */
  readonly after: Float64Array;
}

/**
 * Splits the change by walking from last year's board to this year's in three steps, in this order:
 * own: the firm takes this year's score, everyone else stands as last year;
 * others: firms on both boards take this year's scores, those who will leave keep last year's;
 * membership: the leavers (exits, vetoes, lost values) go and the entrants come.
 * Each part is the rank before its step minus the rank after it, so that nothing is left over. Another order would give other parts.
 */
export function splitChange({ rankBefore, rankNow, ownNow, before, after }: Contest): RankSplit {
  const ownOnly = rankAmong(before, ownNow);
  const moved = before.slice();
  for (let i = 0; i < moved.length; i++) if (!Number.isNaN(after[i]!)) moved[i] = after[i]!;
  const withOthers = rankAmong(moved, ownNow);
  return { own: rankBefore - ownOnly, others: ownOnly - withOthers, membership: withOthers - rankNow };
}

/** The split for one row of a ranked panel; null where the row or the year before has no rank in the segment. */
export function rankSplit(ctx: Ranked, segment: Segment, row: number): RankSplit | null {
  const { panel } = ctx;
  const { score } = ctx.totals;
  const view = segmentView(ctx, segment);
  const rowBefore = earlierRow(panel, 1)[row]!;
  const rankNow = rankOf(ctx, view, row);
  const rankBefore = rowBefore < 0 ? -1 : rankOf(ctx, view, rowBefore);
  if (rankNow <= 0 || rankBefore <= 0) return null;
  const then = yearOf(ctx, view, panel.year[rowBefore]!);
  const next = nextYearRow(panel);
  const { ranks } = yearOf(ctx, view, panel.year[row]!);
  const { place } = keyedRows(panel);
  const before = new Float64Array(then.ranked - 1);
  const after = new Float64Array(then.ranked - 1);
  for (let i = 0, at = 0; i < then.ranked; i++) {
    const other = then.rows[i]!;
    if (other === rowBefore) continue;
    const now = next[other]!;
    before[at] = score[other]!;
    after[at++] = now >= 0 && ranks[place[now]!]! > 0 ? score[now]! : NaN;
  }
  return splitChange({ rankBefore, rankNow, ownNow: score[row]!, before, after });
}
