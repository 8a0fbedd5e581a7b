// Longer than other files: one view of a segment, its years and ranks built together so that a weight change walks the rows once.
import { chosenStamp } from '../chosen';
import type { Panel } from '../panel';
import { sortRowsBy } from '../radix';
import { emptyYear, isTie, rankAmong, rankYear, type YearMemory, type YearRanking } from '../rank';
import { STATUS, STATUSES, type Status } from '../scored';
import { segmentMembers } from '../segment';
import { keyedRows, keyedRowsOf } from '../year-rows';
import type { Ranked } from './context';
import { DIMENSIONS, type Segment } from './format';

/** The firms of one segment. A year is ranked when it is first asked for. */
export interface SegmentView {
  readonly segment: Segment;
  readonly isWhole: boolean;
  readonly years: Map<number, YearView>;
}

/** One year of a view. */
export interface YearView {
  /** As a board shows them: by rank, the same rank by firm key; then the unranked by what became of them, and firm key. Put in order when first asked for. */
  readonly rows: Int32Array;
  readonly all: number;
  readonly ranked: number;
  /** Place of a row in its year (`keyedRows`) → rank in the segment; 0 a member without rank, −1 not a member. */
  readonly ranks: Int32Array;
}

/** Unranked rows follow the ranked ones in this order. */
const SINK: readonly Status[] = ['ranked', 'vetoed', 'insufficient_data', 'failed', 'no_stage', 'not_scored'];

/** Segments kept ready: the whole, the current one, and those a person goes back to. */
const KEPT = 5;
const known = new WeakMap<Ranked, Map<string, SegmentView>>();

/** One key for one segment, whatever the order its dimensions were chosen in; another one once chosen groups it is cut by have changed. */
export function segmentKey(panel: Panel, segment: Segment): string {
  return JSON.stringify([...DIMENSIONS.map((dimension) => segment[dimension] ?? null), stampOf(panel, segment)]);
}

/** Only a segment cut by chosen groups hangs on them. */
function stampOf(panel: Panel, segment: Segment): number {
  return segment.chosen === undefined ? 0 : chosenStamp(panel);
}

/** The view asked for last: the rows of one board ask for the same again and again. */
const latest = new WeakMap<Ranked, { readonly asked: Segment; readonly stamp: number; readonly view: SegmentView }>();

/** The view of a segment, kept for the last few segments asked. */
export function segmentView(ctx: Ranked, segment: Segment): SegmentView {
  const last = latest.get(ctx);
  const stamp = stampOf(ctx.panel, segment);
  if (last?.asked === segment && last.stamp === stamp) return last.view;
  let views = known.get(ctx);
  if (!views) known.set(ctx, (views = new Map()));
  const key = segmentKey(ctx.panel, segment);
  const isWhole = DIMENSIONS.every((dimension) => segment[dimension] === undefined);
  const view = views.get(key) ?? { segment, isWhole, years: new Map() };
  views.delete(key);
  views.set(key, view);
  const oldest = views.keys().next().value;
  if (views.size > KEPT && oldest !== undefined) views.delete(oldest);
  latest.set(ctx, { asked: segment, stamp, view });
  return view;
}

/** A year of a view; empty for a year that is not loaded. */
export function yearOf(ctx: Ranked, view: SegmentView, year: number): YearView {
  let found = view.years.get(year);
  if (!found) view.years.set(year, (found = rankSegment(ctx, view, year)));
  return found;
}

/** Rank of a row in its year: 0 a member without rank, −1 not a member. */
export function rankOf(ctx: Ranked, view: SegmentView, row: number): number {
  return yearOf(ctx, view, ctx.panel.year[row]!).ranks[keyedRows(ctx.panel).place[row]!]!;
}

/** `rankOf` for a year that nobody looks at: a count where the year is not ranked yet, as the ranks of its other firms are not wanted. */
export function countedRank(ctx: Ranked, view: SegmentView, row: number): number {
  const { panel, totals } = ctx;
  if (view.years.has(panel.year[row]!)) return rankOf(ctx, view, row);
  const inside = membersOf(ctx, view, panel.year[row]!);
  if (inside[keyedRows(panel).place[row]!] === 0) return -1;
  if (totals.status[row] !== STATUS.ranked) return 0;
  const rows = keyedRowsOf(ctx.panel, panel.year[row]!);
  const scores = new Float64Array(rows.length);
  let n = 0;
  for (let place = 0; place < rows.length; place++) {
    const other = rows[place]!;
    if (inside[place] === 1 && totals.status[other] === STATUS.ranked) scores[n++] = totals.score[other]!;
  }
  return rankAmong(scores.subarray(0, n), totals.score[row]!);
}

/** Memberships kept ready, by year and segment. */
const KEPT_MEMBERS = 64;
const members = new WeakMap<Int16Array, Map<string, Uint8Array>>();

/** Place → 1 where the row is in the segment. No weight moves it: kept with the stages, which belong to one panel and scheme. */
function membersOf(ctx: Ranked, { segment }: SegmentView, year: number): Uint8Array {
  const { stage } = ctx.evaluated;
  let lists = members.get(stage);
  if (!lists) members.set(stage, (lists = new Map()));
  const key = `${year} ${segmentKey(ctx.panel, segment)}`;
  let inside = lists.get(key);
  if (!inside) {
    lists.set(key, (inside = segmentMembers(ctx, segment, keyedRowsOf(ctx.panel, year))));
    const oldest = lists.keys().next().value;
    if (lists.size > KEPT_MEMBERS && oldest !== undefined) lists.delete(oldest);
  }
  return inside;
}

const everybody = new WeakMap<Ranked, Map<number, YearRanking>>();
const memories = new WeakMap<Ranked, Map<number, YearMemory>>();

/** All firms of a year in order: what every segment of it is cut from. */
function rankingOf(ctx: Ranked, year: number): YearRanking {
  let years = everybody.get(ctx);
  if (!years) everybody.set(ctx, (years = new Map()));
  let ranking = years.get(year);
  if (!ranking) {
    const rows = keyedRowsOf(ctx.panel, year);
    years.set(year, (ranking = rankYear(rows, ctx.totals, memoryOf(ctx, year, rows.length))));
  }
  return ranking;
}

function memoryOf(ctx: Ranked, year: number, rows: number): YearMemory {
  let years = memories.get(ctx);
  if (!years) memories.set(ctx, (years = new Map()));
  let memory = years.get(year);
  if (!memory) years.set(year, (memory = emptyYear(rows)));
  return memory;
}

/** Lets one ranked panel write over the ranks of another of the same panel, which must not be used any more: while a weight is dragged, fresh memory costs as much as the ranking. */
export function takeRanksOver(from: Ranked, to: Ranked): void {
  const years = memories.get(from);
  if (!years || from.panel !== to.panel) return;
  memories.set(to, years);
  memories.delete(from);
  everybody.delete(from);
  known.delete(from);
  latest.delete(from);
}

function rankSegment(ctx: Ranked, view: SegmentView, year: number): YearView {
  const everyone = rankingOf(ctx, year);
  const ranking = view.isWhole ? everyone : within(everyone, membersOf(ctx, view, year));
  const { order, ranked, ranks } = ranking;
  let rows: Int32Array | null = null;
  return {
    all: order.length,
    ranked,
    ranks,
    // Of the year before only ranks are wanted.
    get rows() {
      return (rows ??= boardOrder(ctx, year, ranking));
    },
  };
}

function boardOrder(ctx: Ranked, year: number, { order, ranked, ranks }: Omit<YearRanking, 'sorted'>): Int32Array {
  const rows = order.slice();
  orderTies(rows.subarray(0, ranked), ranks);
  const own = keyedRowsOf(ctx.panel, year);
  for (let i = 0; i < rows.length; i++) rows[i] = own[rows[i]!]!;
  const sink = STATUSES.map((status) => SINK.indexOf(status));
  sortRowsBy(rows.subarray(ranked), (row) => sink[ctx.totals.status[row]!]!);
  return rows;
}

/** The members of a segment out of the order of all, ranked among themselves. */
function within({ order, ranked, sorted }: YearRanking, inside: Uint8Array): Omit<YearRanking, 'sorted'> {
  const ranks = new Int32Array(inside.length).fill(-1);
  const own = new Int32Array(inside.length);
  let n = 0;
  let first = NaN;
  let rank = 0;
  let ownRanked = 0;
  for (let i = 0; i < order.length; i++) {
    const place = order[i]!;
    if (inside[place] !== 1) continue;
    own[n++] = place;
    if (i >= ranked) {
      ranks[place] = 0;
      continue;
    }
    const value = sorted[i]!;
    if (value !== first && !isTie(first, value)) {
      first = value;
      rank = n;
    }
    ranks[place] = rank;
    ownRanked = n;
  }
  return { order: own.slice(0, n), ranked: ownRanked, ranks };
}

/** Places within a run of one rank ascend, which is the order of firm keys. Equal scores already stand so; those that differ by a hair may not. */
function orderTies(order: Int32Array, ranks: Int32Array): void {
  for (let from = 0; from < order.length;) {
    const rank = ranks[order[from]!]!;
    let to = from + 1;
    let ascends = true;
    for (; to < order.length && ranks[order[to]!] === rank; to++) if (order[to]! < order[to - 1]!) ascends = false;
    if (!ascends) order.subarray(from, to).sort();
    from = to;
  }
}

/** Whether a rank is shared: with 1-2-2-4 the row after the first of the run has the same one. */
export function isTied(ctx: Ranked, { rows, ranked, ranks }: YearView, rank: number): boolean {
  return rank > 0 && rank < ranked && ranks[keyedRows(ctx.panel).place[rows[rank]!]!] === rank;
}
