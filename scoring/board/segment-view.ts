import { sortRowsBy } from '../radix';
import { isTie } from '../rank';
import { STATUSES, type Status } from '../scored';
import { segmentMembers } from '../segment';
import { wordOrder } from '../word-order';
import type { Ranked } from './context';
import { DIMENSIONS, type Segment } from './format';

/** The firms of one segment, every year. */
export interface SegmentView {
  /** Rows of year number i (of the ranking): `rows[starts[i] … starts[i + 1] − 1]`, the first `ranked[i]` of them ranked, by score. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly ranked: Int32Array;
  /** Row → rank in the segment; 0 a member without rank, −1 not a member. */
  readonly rank: Int32Array;
}

/** One year of a view, as a board shows it: by rank, the same rank by firm key; then the unranked by what became of them, and firm key. */
export interface YearView {
  readonly rows: Int32Array;
  readonly ranked: number;
}

/** Unranked rows follow the ranked ones in this order. */
const SINK: readonly Status[] = ['ranked', 'vetoed', 'insufficient_data', 'failed', 'no_stage', 'not_scored'];

/** Segments kept ready: the current one, and those a person goes back to. */
const KEPT = 4;
const known = new WeakMap<Ranked, Map<string, SegmentView>>();

/** One key for one segment, whatever the order its dimensions were chosen in. */
export function segmentKey(segment: Segment): string {
  return JSON.stringify(DIMENSIONS.map((dimension) => segment[dimension] ?? null));
}

/** The view of a segment: one sweep over the order, kept for the last few segments asked. */
export function segmentView(ctx: Ranked, segment: Segment): SegmentView {
  let views = known.get(ctx);
  if (!views) known.set(ctx, (views = new Map()));
  const key = segmentKey(segment);
  const view = views.get(key) ?? findView(ctx, segment);
  views.delete(key);
  views.set(key, view);
  const oldest = views.keys().next().value;
  if (views.size > KEPT && oldest !== undefined) views.delete(oldest);
  return view;
}

function findView(ctx: Ranked, segment: Segment): SegmentView {
  const { ranking } = ctx;
  if (DIMENSIONS.every((dimension) => segment[dimension] === undefined)) {
    return { rows: ranking.order, starts: ranking.starts, ranked: ranking.ranked, rank: ranking.overall };
  }
  const inside = segmentMembers(ctx, segment);
  const rank = new Int32Array(inside.length).fill(-1);
  const rows = new Int32Array(inside.length);
  const starts = new Int32Array(ranking.years.length + 1);
  const ranked = new Int32Array(ranking.years.length);
  let n = 0;
  for (let year = 0; year < ranking.years.length; year++) {
    starts[year] = n;
    const from = ranking.starts[year]!;
    const lastRanked = from + ranking.ranked[year]!;
    let first = NaN;
    let place = 0;
    for (let i = from; i < lastRanked; i++) {
      const row = ranking.order[i]!;
      if (inside[row] !== 1) continue;
      const value = ranking.sorted[i]!;
      if (value !== first && !isTie(first, value)) {
        first = value;
        place = n - starts[year]! + 1;
      }
      rank[row] = place;
      rows[n++] = row;
    }
    ranked[year] = n - starts[year]!;
    for (let i = lastRanked; i < ranking.starts[year + 1]!; i++) {
      const row = ranking.order[i]!;
      if (inside[row] !== 1) continue;
      rank[row] = 0;
      rows[n++] = row;
    }
  }
  starts[ranking.years.length] = n;
  return { rows: rows.slice(0, n), starts, ranked, rank };
}

const shown = new WeakMap<SegmentView, Map<number, YearView>>();

/** A year of a view; empty for a year that is not loaded. Put in order when first asked. */
export function yearOf(ctx: Ranked, view: SegmentView, year: number): YearView {
  let years = shown.get(view);
  if (!years) shown.set(view, (years = new Map()));
  let found = years.get(year);
  if (!found) years.set(year, (found = orderYear(ctx, view, ctx.ranking.years.indexOf(year))));
  return found;
}

function orderYear({ panel, totals }: Ranked, view: SegmentView, at: number): YearView {
  if (at < 0) return { rows: new Int32Array(0), ranked: 0 };
  const rows = view.rows.slice(view.starts[at], view.starts[at + 1]);
  const ranked = view.ranked[at]!;
  const place = wordOrder(panel.firmKeys);
  const byKey = (row: number): number => place[panel.firm[row]!]!;
  for (let from = 0; from < ranked;) {
    const rank = view.rank[rows[from]!]!;
    let to = from + 1;
    while (to < ranked && view.rank[rows[to]!] === rank) to++;
    if (to - from > 1) sortRowsBy(rows.subarray(from, to), byKey);
    from = to;
  }
  const sink = STATUSES.map((status) => SINK.indexOf(status));
  const unranked = rows.subarray(ranked);
  sortRowsBy(unranked, byKey);
  sortRowsBy(unranked, (row) => sink[totals.status[row]!]!);
  return { rows, ranked };
}

/** Whether a rank is shared: with 1-2-2-4 the row after the first of the run has the same one. */
export function isTied(view: SegmentView, of: YearView, rank: number): boolean {
  return rank > 0 && rank < of.ranked && view.rank[of.rows[rank]!] === rank;
}
