import type { Ranked } from './board/context';
import type { Change, Segment } from './board/format';
import { rankOf, type SegmentView, segmentView, yearOf } from './board/segment-view';
import { wordAt } from './column';
import { earlierRow, type Panel } from './panel';
import { sortRowsBy } from './radix';
import { type Evaluated, STATUSES, type Status } from './scored';
import { isMember } from './segment';
import { keyedRows, keyedRowsOf, nextYearRow, rowsOfYear, yearRows } from './year-rows';

/** Why a firm is new, has left, or has no change. `not_in_segment` is only said of a firm looked at from a segment it is not in. */
export const CAUSES = [
  'no_data',
  'changed_segment',
  'vetoed',
  'below_gate',
  'insufficient_data',
  'no_stage',
  'failed',
  'first_year',
  'indicators_differ',
  'not_in_segment',
] as const;
export type Cause = (typeof CAUSES)[number];

const OF_STATUS: Readonly<Record<Exclude<Status, 'ranked'>, Cause>> = {
  not_scored: 'below_gate',
  vetoed: 'vetoed',
  no_stage: 'no_stage',
  insufficient_data: 'insufficient_data',
  failed: 'failed',
};

const present = new WeakMap<Evaluated, Map<number, string>>();

/** Which indicators have any value in a year, as a string of 0 and 1. */
export function indicatorsWith(ctx: Ranked, year: number): string {
  let years = present.get(ctx.evaluated);
  if (!years) present.set(ctx.evaluated, (years = new Map()));
  let found = years.get(year);
  if (found === undefined) {
    const rows = rowsOfYear(ctx.panel, year);
    found = ctx.evaluated.indicators.map(({ reasons }) => (rows.some((row) => reasons[row] === 0) ? '1' : '0')).join('');
    years.set(year, found);
  }
  return found;
}

/** Why a whole year has no changes: the year before is not loaded, or other indicators had values in it. null where it can be compared. */
export function refusal(ctx: Ranked, year: number): 'first_year' | 'indicators_differ' | null {
  if (!yearRows(ctx.panel).years.includes(year - 1)) return 'first_year';
  return indicatorsWith(ctx, year) === indicatorsWith(ctx, year - 1) ? null : 'indicators_differ';
}

/** Why a row has no rank in a segment. Without a stage a firm is in no segment of stages: then that is the cause, not a changed segment. */
export function causeOf(ctx: Ranked, view: SegmentView, segment: Segment, row: number): Cause {
  const status = STATUSES[ctx.totals.status[row]!]!;
  if (rankOf(ctx, view, row) >= 0) {
    if (status === 'ranked') throw new RangeError(`row ${row} has a rank in the segment`);
    return OF_STATUS[status];
  }
  if (status !== 'no_stage' || segment.stage === undefined) return 'changed_segment';
  const rest = { ...segment };
  delete rest.stage;
  return isMember(ctx, rest, row) ? 'no_stage' : 'changed_segment';
}

/**
 * Rank change of a row against the year before: under the same scheme (the panel is scored by one), within the same segment as membership
 * was then. A firm unranked today has none, whatever it was; `by` counts places, up is towards 1.
 */
export function rankChange(ctx: Ranked, segment: Segment, row: number): Change {
  const view = segmentView(ctx, segment);
  const rank = rankOf(ctx, view, row);
  if (rank < 0) return { is: 'none', cause: 'not_in_segment' };
  if (rank === 0) return { is: 'none', cause: causeOf(ctx, view, segment, row) };
  const refused = refusal(ctx, ctx.panel.year[row]!);
  if (refused) return { is: 'none', cause: refused };
  const before = earlierRow(ctx.panel, 1)[row]!;
  if (before < 0) return { is: 'new', cause: 'no_data' };
  const rankBefore = rankOf(ctx, view, before);
  if (rankBefore <= 0) return { is: 'new', cause: causeOf(ctx, view, segment, before) };
  if (rankBefore === rank) return { is: 'same' };
  return rankBefore > rank ? { is: 'up', by: rankBefore - rank } : { is: 'down', by: rank - rankBefore };
}

/** Places gained by each of some rows of a year, NaN where there is no number: new, unranked, or a year that cannot be compared. */
export function placesGained(ctx: Ranked, view: SegmentView, year: number, rows: Int32Array): Float64Array {
  const gained = new Float64Array(rows.length).fill(NaN);
  if (refusal(ctx, year)) return gained;
  const earlier = earlierRow(ctx.panel, 1);
  const { place } = keyedRows(ctx.panel);
  const { ranks } = yearOf(ctx, view, year);
  const { ranks: ranksBefore } = yearOf(ctx, view, year - 1);
  for (let i = 0; i < rows.length; i++) {
    const before = earlier[rows[i]!]!;
    const rank = ranks[place[rows[i]!]!]!;
    const rankBefore = before < 0 ? -1 : ranksBefore[place[before]!]!;
    if (rank > 0 && rankBefore > 0) gained[i] = rankBefore - rank;
  }
  return gained;
}

export interface Leaver {
  readonly firm: string;
  readonly name: string;
  /** Rank in the segment the year before. */
  readonly rank: number;
  readonly cause: string;
}
export interface Leavers {
  readonly left: Readonly<Record<string, number>>;
  readonly leavers: readonly Leaver[];
}

/** How many leavers are named. */
const NAMED = 200;
const known = new WeakMap<SegmentView, Map<number, Leavers>>();

/** Firms ranked in the segment the year before and not now, counted by cause, the best 200 of them named. None where the years cannot be compared. */
export function findLeavers(ctx: Ranked, segment: Segment, year: number): Leavers {
  const view = segmentView(ctx, segment);
  let years = known.get(view);
  if (!years) known.set(view, (years = new Map()));
  let found = years.get(year);
  if (!found) years.set(year, (found = refusal(ctx, year) ? { left: {}, leavers: [] } : listLeavers(ctx, segment, year, view)));
  return found;
}

const names = new WeakMap<Panel, Map<number, Pick<Leaver, 'firm' | 'name'>>>();

/** Key and name of a row's firm. Kept, as much the same firms are named with every weight; the oldest go once they are many. */
function nameOf(panel: Panel, row: number): Pick<Leaver, 'firm' | 'name'> {
  let kept = names.get(panel);
  if (!kept) names.set(panel, (kept = new Map()));
  let found = kept.get(row);
  if (!found) {
    const firm = wordAt(panel.firmKeys, panel.firm[row]!);
    found = { firm, name: panel.name.reasons[row] === 0 ? wordAt(panel.name.words, panel.name.codes[row]!) : firm };
    kept.set(row, found);
    const oldest = kept.keys().next().value;
    if (kept.size > 50 * NAMED && oldest !== undefined) kept.delete(oldest);
  }
  return found;
}

const onward = new WeakMap<Panel, Map<number, Int32Array>>();

/** Place of a row in its year (`keyedRows`) → place of the same firm one year after, or −1. Computed once a panel and year. */
function nextPlaces(panel: Panel, year: number): Int32Array {
  let years = onward.get(panel);
  if (!years) onward.set(panel, (years = new Map()));
  let places = years.get(year);
  if (!places) {
    const { place } = keyedRows(panel);
    const next = nextYearRow(panel);
    places = keyedRowsOf(panel, year).map((row) => (next[row]! < 0 ? -1 : place[next[row]!]!));
    years.set(year, places);
  }
  return places;
}

function listLeavers(ctx: Ranked, segment: Segment, year: number, view: SegmentView): Leavers {
  const { panel } = ctx;
  const next = nextPlaces(panel, year - 1);
  const { ranks: before } = yearOf(ctx, view, year - 1);
  const { ranks: now } = yearOf(ctx, view, year);
  const found: number[] = [];
  for (let place = 0; place < before.length; place++) if (before[place]! > 0 && !(now[next[place]!]! > 0)) found.push(place);
  const gone = Int32Array.from(found);
  sortRowsBy(gone, (place) => before[place]!);
  const rows = keyedRowsOf(panel, year - 1);
  const rowsNow = keyedRowsOf(panel, year);
  const left: Partial<Record<Cause, number>> = {};
  const leavers: Leaver[] = [];
  for (const place of gone) {
    const row = rows[place]!;
    const cause = next[place]! < 0 ? 'no_data' : causeOf(ctx, view, segment, rowsNow[next[place]!]!);
    left[cause] = (left[cause] ?? 0) + 1;
    if (leavers.length === NAMED) continue;
    const { firm, name } = nameOf(panel, row);
    leavers.push({ firm, name, rank: before[place]!, cause });
  }
  return { left, leavers };
}
