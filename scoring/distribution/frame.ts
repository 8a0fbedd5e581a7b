import { segmentKey } from '../board/segment-view';
import type { Ranked } from '../board/context';
import type { Dimension, Segment } from '../board/format';
import type { Naming } from '../scheme/format';
import { firmSet } from '../firm-set';
import { segmentCodes, segmentMembers, valueName } from '../segment';
import type { RowCodes } from '../rank-within';
import { keyedRowsOf } from '../year-rows';
import type { Clause, Frame, Range } from './format';
import { measureOf } from './measure';

const known = new WeakMap<Int16Array, Map<string, Int32Array>>();
const KEPT = 8;

/** Rows of the panel in a year (null: every year with a board) and segment, by year and firm key. */
export function frameRows(ctx: Ranked, { year, segment }: Pick<Frame, 'year' | 'segment'>): Int32Array {
  const { stage } = ctx.evaluated;
  let lists = known.get(stage);
  if (!lists) known.set(stage, (lists = new Map()));
  const years = year === null ? ctx.years : [year];
  const key = `${years.join()} ${segmentKey(ctx.panel, segment)}`;
  let rows = lists.get(key);
  if (!rows) {
    lists.set(key, (rows = findRows(ctx, years, segment)));
    if (lists.size > KEPT) lists.delete(lists.keys().next().value!);
  }
  return rows;
}

function findRows(ctx: Ranked, years: readonly number[], segment: Segment): Int32Array {
  const parts = years.map((year) => {
    const rows = keyedRowsOf(ctx.panel, year);
    if (Object.values(segment).every((value) => value === undefined)) return rows;
    const inside = segmentMembers(ctx, segment, rows);
    return rows.filter((_, at) => inside[at] === 1);
  });
  if (parts.length === 1) return parts[0]!;
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** 1 for each of the rows that every clause holds for; null where there is no clause, or none that can be read. */
export function selectedOf(ctx: Ranked, clauses: readonly Clause[], rows: Int32Array): Uint8Array | null {
  if (clauses.length === 0) return null;
  const selected = new Uint8Array(rows.length).fill(1);
  for (const clause of clauses) keep(ctx, clause, rows, selected);
  return selected;
}

/** A clause over a measure, segment or firm that is not here holds for nobody: a selection never grows by what is lost. */
function keep(ctx: Ranked, clause: Clause, rows: Int32Array, selected: Uint8Array): void {
  switch (clause.is) {
    case 'ranges': {
      const measured = measureOf(ctx, clause.measure);
      if ('is' in measured) selected.fill(0);
      else keepRanges(measured.values, clause.ranges, clause.missing, rows, selected);
      return;
    }
    case 'segments':
      keepSegments(segmentCodes(ctx, clause.dimension), clause.values, rows, selected);
      return;
    case 'firms': {
      const firms = firmSet(ctx.panel, clause.firms);
      for (let i = 0; i < rows.length; i++) selected[i]! &= firms[ctx.panel.firm[rows[i]!]!]!;
    }
  }
}

function keepRanges(values: Float64Array, ranges: readonly Range[], missing: boolean, rows: Int32Array, selected: Uint8Array): void {
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]!]!;
    if (value !== value ? !missing : !ranges.some((range) => isWithin(value, range))) selected[i] = 0;
  }
}

/** Whether a figure lies in a range; see `Range`. */
export function isWithin(value: number, { from, to }: Range): boolean {
  if (from !== null && from === to) return value === from;
  return (from === null || value >= from) && (to === null || value < to);
}

function keepSegments(
  codes: (RowCodes & { readonly values: readonly string[] }) | null,
  values: readonly string[],
  rows: Int32Array,
  selected: Uint8Array,
): void {
  if (!codes) {
    selected.fill(0);
    return;
  }
  const wanted = Uint8Array.from(codes.values, (value) => (values.includes(value) ? 1 : 0));
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const end = codes.offsets ? codes.offsets[row + 1]! : row + 1;
    let holds = 0;
    for (let at = codes.offsets ? codes.offsets[row]! : row; at < end; at++) holds |= wanted[codes.codes[at]!]!;
    selected[i]! &= holds;
  }
}

/** The firms of a frame in parts: by a dimension, or by year. */
export interface Parts {
  readonly values: readonly string[];
  readonly names: readonly (Naming | null)[];
  /** Positions in the rows of the frame, part after part: those of part p are `members[starts[p] … starts[p + 1] − 1]`. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
  /** A row can be in several parts. */
  readonly overlaps: boolean;
}

/** Cuts rows into parts; null where the data do not offer the dimension. */
export function partsOf(ctx: Ranked, by: Dimension | 'year', rows: Int32Array): Parts | null {
  const found = by === 'year' ? yearCodes(ctx, rows) : segmentCodes(ctx, by);
  if (!found) return null;
  const { values, codes, offsets, count } = found;
  const starts = new Int32Array(count + 1);
  const each = (take: (position: number, code: number) => void): void => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const end = offsets ? offsets[row + 1]! : row + 1;
      for (let at = offsets ? offsets[row]! : row; at < end; at++) if (codes[at]! >= 0) take(i, codes[at]!);
    }
  };
  each((_, code) => void starts[code + 1]!++);
  for (let code = 0; code < count; code++) starts[code + 1]! += starts[code]!;
  const fronts = starts.slice();
  const members = new Int32Array(starts[count]!);
  each((position, code) => void (members[fronts[code]!++] = position));
  return { values, names: values.map((value) => partName(ctx, by, value)), starts, members, overlaps: offsets !== null };
}

function yearCodes(ctx: Ranked, rows: Int32Array): RowCodes & { readonly values: readonly string[] } {
  const codes = new Int32Array(ctx.panel.rows).fill(-1);
  for (const row of rows) codes[row] = ctx.years.indexOf(ctx.panel.year[row]!);
  return { values: ctx.years.map(String), codes, offsets: null, count: ctx.years.length };
}

/** Stages of the scheme and chosen groups are ids; every other value is its own name. */
export function partName(ctx: Ranked, by: Dimension | 'year', value: string): Naming | null {
  return by === 'year' ? null : valueName(ctx, by, value);
}
