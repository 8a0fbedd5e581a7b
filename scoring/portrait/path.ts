import type { Ranked } from '../board/context';
import type { Segment } from '../board/format';
import { rankOf, segmentView, yearOf } from '../board/segment-view';
import { orNull } from '../board/slice';
import { indicatorsWith } from '../change';
import { rowsOfFirm } from '../year-rows';
import type { PathYear } from './format';

/**
 * A row's firm over the years that have a board, each with its rank among the segment as it was then. Two years are apart where other indicators had values, the
 * firm's stage (and with it its weights) was another, or a year lies between that is not loaded: a line between them would be of the data, not of the firm.
 */
export function pathOf(ctx: Ranked, segment: Segment, row: number): PathYear[] {
  const { panel, totals, evaluated, years } = ctx;
  const view = segmentView(ctx, segment);
  const rows = rowsOfFirm(panel, panel.firm[row]!);
  const rowIn = (year: number): number | undefined => rows.find((other) => panel.year[other] === year);
  const apart = (year: number, before: number | undefined): PathYear['apart'] => {
    if (before === undefined) return null;
    if (year - before > 1) return 'years';
    if (indicatorsWith(ctx, year) !== indicatorsWith(ctx, before)) return 'indicators';
    const [now, then] = [rowIn(year), rowIn(before)];
    return now !== undefined && then !== undefined && evaluated.stage[now] !== evaluated.stage[then] ? 'stage' : null;
  };
  return years.map((year, at) => {
    const found = rowIn(year);
    const rank = found === undefined ? 0 : rankOf(ctx, view, found);
    return {
      year,
      score: found === undefined ? null : orNull(totals.score[found]!),
      rank: rank > 0 ? rank : null,
      ranked: yearOf(ctx, view, year).ranked,
      apart: apart(year, years[at - 1]),
    };
  });
}
