import type { Ranked } from '../board/context';
import type { Segment } from '../board/format';
import { segmentView, yearOf } from '../board/segment-view';
import { STATUS } from '../scored';
import type { Contenders } from './contenders';
import type { MissingAnswer } from './format';
import { missingBounds, type MissingBounds } from './missing-bounds';
import { nameOfFirm } from './names';

const LISTED = 10;

/** What missing data leave open on a board: how many firms, the widest of them, and who could still come in. */
export function missingAnswer(ctx: Ranked, contenders: Contenders, segment: Segment, year: number): MissingAnswer {
  const bounds = missingBounds(ctx, contenders);
  const { status, unchecked } = ctx.totals;
  const { rows } = yearOf(ctx, segmentView(ctx, segment), year);
  const width = (i: number): number => bounds.worst[i]! - bounds.best[i]!;
  const gapped = Array.from({ length: contenders.n }, (_, i) => i).filter((i) => bounds.gaps[i]! > 0);
  const names = (ids: readonly string[]) => ids.map((id) => ctx.scheme.indicators.find((indicator) => indicator.id === id)!.name);
  return {
    firms: gapped.length,
    open: gapped.filter((i) => width(i) > 0).length,
    widest: gapped
      .filter((i) => width(i) > 0)
      .sort((a, b) => width(b) - width(a) || a - b)
      .slice(0, LISTED)
      .map((i) => ({ ...nameOfFirm(ctx, contenders, i), ...lineOf(bounds, i) })),
    unbounded: names(bounds.unbounded),
    relative: names(bounds.relative),
    entrants: rows.reduce((count, row) => count + Number(status[row] === STATUS.insufficient_data || status[row] === STATUS.failed), 0),
    unchecked: contenders.rows.reduce((count, row) => count + unchecked[row]!, 0),
  };
}

function lineOf({ gaps, low, high, best, worst }: MissingBounds, i: number) {
  return { gaps: gaps[i]!, low: low[i]!, high: high[i]!, best: best[i]!, worst: worst[i]! };
}
