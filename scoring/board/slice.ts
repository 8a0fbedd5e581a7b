import { findLeavers, rankChange } from '../change';
import { chosenCodes } from '../chosen';
import { isAdditive } from '../mean';
import { hasIntervals, scoreRange } from '../score-range';
import { STATUS, STATUSES, type Status } from '../scored';
import { NONE } from '../segment';
import { rowsOfFirm } from '../year-rows';
import { cellValue, firmKey, firmName } from './cell';
import type { Ranked } from './context';
import type { BoardAsk, BoardRow, BoardSlice } from './format';
import { fullMarkOf, groupWeight } from './marks';
import { boardRows } from './order';
import { isTied, rankOf, segmentKey, segmentView, type SegmentView, type YearView, yearOf } from './segment-view';

/**
 * The asked window of a board. A search hides rows (`shown` of `all`) and changes no rank; a year or segment the data lack is an empty board.
 * Objects are made for the window only. What a touch needs is kept: row lists and codes with the panel, the last segments and orders with `ctx`.
 */
export function makeBoard(ctx: Ranked, ask: BoardAsk): BoardSlice {
  const { scheme } = ctx;
  const view = segmentView(ctx, ask.segment);
  const whole = segmentView(ctx, {});
  const of = yearOf(ctx, view, ask.year);
  const shown = boardRows(ctx, ask);
  const offset = Math.max(0, Math.min(Math.floor(ask.offset), shown.length));
  const window = shown.subarray(offset, offset + Math.max(0, Math.floor(ask.count)));
  return {
    year: ask.year,
    years: ctx.years,
    segment: ask.segment,
    counts: countStatuses(ctx, view, ask.year),
    all: of.all,
    shown: shown.length,
    offset,
    rows: boardRowsOf(ctx, ask, { view, whole, of }, window),
    ...(hasIntervals(scheme) ? { ranged: true } : {}),
    ...(scheme.means && !isAdditive(scheme) ? { means: scheme.means } : {}),
    groups: scheme.groups.map(({ id, name, kind }) => ({ id, name, kind, weight: groupWeight(ctx, id, ask.segment.stage) })),
    fullMark: fullMarkOf(ctx, ask.segment.stage),
    scheme: { id: scheme.id, version: scheme.version, name: scheme.name, provenance: scheme.provenance, hash: ctx.schemeHash },
    stages: scheme.stages.map(({ id, name }) => ({ id, name })),
    ...chosenOf(ctx),
    draft: ctx.draft,
    ...findLeavers(ctx, ask.segment, ask.year),
  };
}

function chosenOf({ panel }: Ranked): Pick<BoardSlice, 'chosen'> {
  const groups = chosenCodes(panel);
  return groups ? { chosen: groups.values.flatMap((id, at) => (id === NONE ? [] : [{ id, name: groups.names[at]! }])) } : {};
}

const kept = new WeakMap<SegmentView, Map<number, BoardSlice['counts']>>();

/** How many rows of the segment have each status, whatever the search. */
function countStatuses(ctx: Ranked, view: SegmentView, year: number): BoardSlice['counts'] {
  let years = kept.get(view);
  if (!years) kept.set(view, (years = new Map()));
  let counts = years.get(year);
  if (!counts) {
    const { status } = ctx.totals;
    const { rows, ranked } = yearOf(ctx, view, year);
    const found = new Int32Array(STATUSES.length);
    found[STATUS.ranked] = ranked;
    for (let i = ranked; i < rows.length; i++) found[status[rows[i]!]!]!++;
    const named = Object.fromEntries(STATUSES.map((name, code) => [name, found[code]!])) as Record<Status, number>;
    years.set(year, (counts = { ...named, unchecked: countUnchecked(ctx, view, year) }));
  }
  return counts;
}

const checked = new WeakMap<Uint8Array, Map<string, number>>();

/** Rows of the segment in which something could not be checked. No weight moves it: kept with the marks. */
function countUnchecked(ctx: Ranked, view: SegmentView, year: number): number {
  const { unchecked } = ctx.totals;
  let counts = checked.get(unchecked);
  if (!counts) checked.set(unchecked, (counts = new Map()));
  const key = `${year} ${segmentKey(ctx.panel, view.segment)}`;
  let count = counts.get(key);
  if (count === undefined) {
    count = 0;
    for (const row of yearOf(ctx, view, year).rows) count += unchecked[row]!;
    counts.set(key, count);
  }
  return count;
}

/** The views a row's ranks are read from: of the board, and of everybody. */
interface Views {
  readonly view: SegmentView;
  readonly whole: SegmentView;
  readonly of: YearView;
}

/** The rows of a window, each with the upper end of its score where it has one. */
function boardRowsOf(ctx: Ranked, ask: BoardAsk, views: Views, window: Int32Array): BoardRow[] {
  const rows = Array.from(window, (row) => boardRow(ctx, ask, views, row));
  if (!hasIntervals(ctx.scheme)) return rows;
  const { low, high } = scoreRange(ctx.evaluated, ctx.weights, window);
  return rows.map((row, at) => (high[at]! > low[at]! ? { ...row, high: high[at]! } : row));
}

function boardRow(ctx: Ranked, ask: BoardAsk, { view, whole, of }: Views, row: number): BoardRow {
  const { panel, totals } = ctx;
  const rank = rankOf(ctx, view, row);
  const district = panel.fields.get('district');
  const place = district && cellValue(district, row);
  return {
    row,
    firm: firmKey(panel, row),
    name: firmName(panel, row),
    district: place === undefined || place === null ? null : String(place),
    rank: rank > 0 ? rank : null,
    tied: isTied(ctx, of, rank),
    overall: rankOf(ctx, whole, row) || null,
    change: rankChange(ctx, ask.segment, row),
    score: orNull(totals.score[row]!),
    groups: totals.groups.map((points) => points[row]!),
    lost: totals.lost.map((points) => points[row]!),
    deduction: totals.deduction[row]!,
    coverage: totals.coverage[row]!,
    status: STATUSES[totals.status[row]!]!,
    unchecked: totals.unchecked[row] === 1,
    history: scoreHistory(ctx, row),
    fields: ask.fields.map((field) => {
      const column = panel.fields.get(field);
      return column ? cellValue(column, row) : null;
    }),
  };
}

/** Scores of the row's firm in each year that has a board. */
function scoreHistory(ctx: Ranked, row: number): (number | null)[] {
  const { panel, totals, years } = ctx;
  const scores = years.map((): number | null => null);
  for (const other of rowsOfFirm(panel, panel.firm[row]!)) {
    const at = years.indexOf(panel.year[other]!);
    if (at >= 0) scores[at] = orNull(totals.score[other]!);
  }
  return scores;
}

/** NaN is how a column says missing; a slice says null. */
export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
