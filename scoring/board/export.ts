import stated from '../../data/stated.json';
import { type Column, type NumberColumn, REASON, type TextColumn, type Words, packWords, textColumn } from '../column';
import { hasIntervals, scoreRange } from '../score-range';
import { STATUSES } from '../scored';
import { offeredDimensions, segmentCodes, valueName } from '../segment';
import type { Ranked } from './context';
import type { Dimension, Segment } from './format';
import { rankOf, segmentView, yearOf } from './segment-view';

/** A board as columns, for a file: numbers unrounded, missing left missing. */
export interface BoardTable {
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly column: Column }[];
}

/**
 * Everything about the firms of a segment in board order: firm, name, year, one column a dimension offered (several values joined with `;`, `?` unknown),
 * score (with intervals of points its upper end, too), rank overall and in the segment, coverage, status, unchecked, and `points:<id>` of each indicator; then, on
 * every row, so that no row parts from it: scheme and version, its hash, how sure its numbers are, and the draft the scores are of, if they are. `year` null is every
 * year that has a board. Stages, chosen groups, scheme and provenance are written by name for people who read `language`, by id for programs (null).
 */
export function boardTable(ctx: Ranked, year: number | null, segment: Segment, language: 'zh' | 'en' | null): BoardTable {
  const { panel, totals, scheme, evaluated } = ctx;
  const view = segmentView(ctx, segment);
  const rows = joined((year === null ? ctx.years : [year]).map((one) => yearOf(ctx, view, one).rows));
  const columns = [
    { name: 'firm', column: textOf(rows, panel.firm, panel.firmKeys, null) },
    { name: 'name', column: textOf(rows, panel.name.codes, panel.name.words, panel.name.reasons) },
    { name: 'year', column: gather(rows, panel.year) },
    ...offeredDimensions(ctx).map((dimension) => ({
      name: dimension,
      column: segmentsOf(ctx, rows, dimension, language),
    })),
    { name: 'score', column: gather(rows, totals.score, REASON.not_applicable) },
    ...(hasIntervals(scheme)
      ? [{ name: 'score_high', column: whole(scoreRange(evaluated, ctx.weights, rows).high, REASON.not_applicable) }]
      : []),
    { name: 'rank_overall', column: ranksOf(ctx, rows, {}) },
    { name: 'rank_segment', column: ranksOf(ctx, rows, segment) },
    { name: 'coverage', column: gather(rows, totals.coverage) },
    { name: 'status', column: statusOf(ctx, rows) },
    { name: 'unchecked', column: { ...gather(rows, totals.unchecked), kind: 'truth' as const } },
    ...scheme.indicators.map(({ id }, at) => ({ name: `points:${id}`, column: pointsOf(rows, evaluated.indicators[at]!) })),
    ...statedIn(ctx, language).map(([name, text]) => ({
      name,
      column: textOf(rows, new Uint8Array(panel.firm.length), packWords([text]), null),
    })),
  ];
  return { rows: rows.length, columns };
}

/**
 * Every firm-year that has a board, as table `score` of the engine holds it: firm, year, score (missing where it is not scored), coverage, status, and the rank in
 * its year (missing where it has none). The memory is its own: a draft may write over the totals later.
 */
export function scoreTable(ctx: Ranked): BoardTable {
  const { panel, totals } = ctx;
  const view = segmentView(ctx, {});
  const rows = joined(ctx.years.map((year) => yearOf(ctx, view, year).rows));
  return {
    rows: rows.length,
    columns: [
      { name: 'firm', column: textOf(rows, panel.firm, panel.firmKeys, null) },
      { name: 'year', column: gather(rows, panel.year) },
      { name: 'score', column: gather(rows, totals.score, REASON.not_applicable) },
      { name: 'coverage', column: gather(rows, totals.coverage) },
      { name: 'status', column: statusOf(ctx, rows) },
      { name: 'rank', column: ranksOf(ctx, rows, {}) },
    ],
  };
}

/** What a board rests on. */
function statedIn({ scheme, schemeHash, draft }: Ranked, language: 'zh' | 'en' | null): readonly (readonly [string, string])[] {
  const { name, id, version, provenance } = scheme;
  return [
    ['scheme', language === null ? `${id}@${version}` : `${name[language] || id} · ${version}`],
    ['scheme_hash', schemeHash],
    ['provenance', language === null ? provenance : stated[language].provenance[provenance]],
    ...(draft === null ? [] : [['draft', draft] as const]),
  ];
}

function joined(lists: readonly Int32Array[]): Int32Array {
  const rows = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    rows.set(list, at);
    at += list.length;
  }
  return rows;
}

/** Values of some rows; a NaN is missing for the given reason. */
function gather(rows: Int32Array, values: ArrayLike<number>, reason: number = REASON.not_collected): NumberColumn {
  const column: NumberColumn = { kind: 'number', values: new Float64Array(rows.length), reasons: new Uint8Array(rows.length) };
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]!]!;
    column.values[i] = value;
    if (Number.isNaN(value)) column.reasons[i] = reason;
  }
  return column;
}

/** Values of exactly the rows of a table. */
function whole(values: Float64Array, reason: number): NumberColumn {
  return { kind: 'number', values, reasons: Uint8Array.from(values, (value) => (Number.isNaN(value) ? reason : 0)) };
}

/** A rank of 0 is none: the row is unranked. */
function ranksOf(ctx: Ranked, rows: Int32Array, segment: Segment): NumberColumn {
  const view = segmentView(ctx, segment);
  const values = Float64Array.from(rows, (row) => rankOf(ctx, view, row) || NaN);
  return { kind: 'number', values, reasons: Uint8Array.from(values, (rank) => (Number.isNaN(rank) ? REASON.not_applicable : 0)) };
}

function pointsOf(rows: Int32Array, { points, reasons }: { points: Float64Array; reasons: Uint8Array }): NumberColumn {
  const column = gather(rows, points);
  for (let i = 0; i < rows.length; i++) column.reasons[i] = reasons[rows[i]!]!;
  return column;
}

function textOf(rows: Int32Array, codes: ArrayLike<number>, words: Words, reasons: Uint8Array | null): TextColumn {
  const column: TextColumn = { kind: 'text', codes: new Int32Array(rows.length), words, reasons: new Uint8Array(rows.length) };
  for (let i = 0; i < rows.length; i++) {
    column.codes[i] = codes[rows[i]!]!;
    if (reasons) column.reasons[i] = reasons[rows[i]!]!;
  }
  return column;
}

function statusOf({ totals }: Ranked, rows: Int32Array): TextColumn {
  return textOf(rows, totals.status, packWords(STATUSES), null);
}

/** The segments of some rows in one dimension. Every row has one, if only the unknown. */
function segmentsOf(ctx: Ranked, rows: Int32Array, dimension: Dimension, language: 'zh' | 'en' | null): TextColumn {
  const { codes, offsets, values } = segmentCodes(ctx, dimension)!;
  const said = language === null ? values : values.map((value) => valueName(ctx, dimension, value)?.[language] ?? value);
  if (!offsets) return textOf(rows, codes, packWords(said), null);
  return textColumn(Array.from(rows, (row) => Array.from(codes.subarray(offsets[row], offsets[row + 1]), (code) => said[code]!).join(';')));
}
