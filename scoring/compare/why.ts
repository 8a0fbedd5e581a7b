import { firmKey, firmName } from '../board/cell';
import type { Ranked } from '../board/context';
import type { Segment } from '../board/format';
import { rankOf, segmentView, yearOf } from '../board/segment-view';
import { contributionsOf } from '../board/sheet-indicator';
import { orNull } from '../board/slice';
import type { Neighbour, WhyAbove, WhyFirm, WhyLine } from './next-format';
import { quiet } from './score-split';

/**
 * Why one row stands above (or below) another of the same scored panel: what each indicator contributes to the one less what it contributes to the
 * other, w·(s_i − s_j) where both have the same stage, then what is taken off and what the cap or the floor does. The lines add up to the difference
 * of the scores.
 */
export function whyAbove(ctx: Ranked, segment: Segment, row: number, otherRow: number): WhyAbove {
  const { scheme, totals, evaluated } = ctx;
  const by = totals.score[row]! - totals.score[otherRow]!;
  const firms = { own: firmOf(ctx, segment, row), other: firmOf(ctx, segment, otherRow) };
  if (Number.isNaN(by)) return { ...firms, by: null, lines: [] };
  const [own, other] = [contributionsOf(ctx, row), contributionsOf(ctx, otherRow)];
  const present = (at: number, of: number, value: number): number | null => (evaluated.indicators[at]!.reasons[of] === 0 ? value : null);
  const lines = scheme.indicators.map(({ name, group }, at): WhyLine => ({
    is: 'indicator',
    name,
    group,
    own: present(at, row, own[at]!),
    other: present(at, otherRow, other[at]!),
    by: own[at]! - other[at]!,
  }));
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
  const earned = (of: number): number => totals.base[of]! + totals.bonus[of]!;
  const line = (is: Exclude<WhyLine['is'], 'indicator'>, first: number, second: number): WhyLine[] => {
    const difference = quiet(first - second, Math.max(Math.abs(earned(row)), Math.abs(earned(otherRow))));
    return difference === 0 ? [] : [{ is, name: null, group: null, own: first, other: second, by: difference }];
  };
  const limit = (of: number): number => totals.score[of]! - (earned(of) - totals.deduction[of]!);
  return {
    ...firms,
    by,
    lines: [
      ...lines.filter((one) => one.by !== 0),
      ...line('shared', earned(row) - sum(own), earned(otherRow) - sum(other)),
      ...line('deduction', -totals.deduction[row]!, -totals.deduction[otherRow]!),
      ...line('limit', limit(row), limit(otherRow)),
    ].sort((a, b) => b.by - a.by),
  };
}

function firmOf(ctx: Ranked, segment: Segment, row: number): WhyFirm {
  const rank = rankOf(ctx, segmentView(ctx, segment), row);
  return {
    firm: firmKey(ctx.panel, row),
    name: firmName(ctx.panel, row),
    rank: rank > 0 ? rank : null,
    score: orNull(ctx.totals.score[row]!),
  };
}

/** The firms that stand just above and just below a row on the board of its year, best first; none where it has no rank there. */
export function neighbours(ctx: Ranked, segment: Segment, row: number, each: number): Neighbour[] {
  const view = segmentView(ctx, segment);
  const { rows, ranked } = yearOf(ctx, view, ctx.panel.year[row]!);
  if (rankOf(ctx, view, row) <= 0) return [];
  const at = rows.indexOf(row);
  const near = [...rows.subarray(Math.max(0, at - each), at), ...rows.subarray(at + 1, Math.min(ranked, at + 1 + each))];
  return near.map((other) => ({ firm: firmKey(ctx.panel, other), name: firmName(ctx.panel, other), rank: rankOf(ctx, view, other) }));
}
