import type { Dimension } from '../../scoring/board/format';
import type { Account, MeasureFacts, Quantiles } from '../../scoring/distribution/format';
import type { Naming } from '../../scoring/scheme/format';
import type { Answer } from '../../scoring/statistics/answer';
import type { Cell } from '../columns/csv';
import { byCode, type Locale } from '../i18n';

/** A table as a file holds it: a head for each column, numbers unrounded. */
export interface FileTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
/** What a table is written with. */
export interface TableAbout {
  readonly locale: Locale;
  /** Of the panel: what money is written in. */
  readonly currency: string;
  /** A guard has been over the answer: a figure that is not there where firms are was taken out by it. */
  readonly isGuarded: boolean;
}

/** In place of a figure that may not leave the room. */
export const WITHHELD = { is: 'withheld' } as const;
export type Value = Cell | typeof WITHHELD | undefined;
/** One line: values by the key of their column, and what is to be said of it. */
export interface SheetRow {
  readonly note?: string | undefined;
  readonly [key: string]: Value;
}
export type SheetColumn = readonly [key: string, head: string];

/** Rows under their columns; columns without anything are left out. What was withheld is empty, and named in the last column. */
export function sheetOf(columns: readonly SheetColumn[], rows: readonly SheetRow[], { locale: { t } }: TableAbout): FileTable {
  const filled = columns.filter(([key]) => rows.some((row) => row[key] !== undefined && row[key] !== null));
  const notes = rows.map((row) => {
    const heads = filled.flatMap(([key, head]) => (row[key] === WITHHELD ? [head] : []));
    return t.export_notes([...(row.note ? [row.note] : []), ...(heads.length > 0 ? [t.export_withheld(heads)] : [])]);
  });
  const isNoted = notes.some((note) => note !== '');
  const cellOf = (value: Value): Cell => (typeof value === 'object' || value === undefined ? null : value);
  return {
    heads: [...filled.map(([, head]) => head), ...(isNoted ? [t.export_note] : [])],
    rows: rows.map((row, at) => [...filled.map(([key]) => cellOf(row[key])), ...(isNoted ? [notes[at]! || null] : [])]),
  };
}

/** How the figures of one measure are written: in stored units, ratios in per cent. */
export interface Unit {
  readonly word: string;
  head(name: string): string;
  of(value: number): number;
}
export function unitOf({ kind, unit }: MeasureFacts, { locale: { format, t }, currency }: TableAbout): Unit {
  const { unit: word, factor } = format.column([1], kind === 'points' ? 'number' : kind, unit, currency);
  return {
    word,
    head: (name) => (word === '' ? name : t.export_head_unit(name, word)),
    // Per cent to fifteen figures: 0.07 ÷ 0.01 is 7 and a hair.
    of: (value) => (factor === 1 ? value : Number((value / factor).toPrecision(15))),
  };
}

/** A count; NaN is withheld. */
export function countOf(count: number): Value {
  return Number.isNaN(count) ? WITHHELD : count;
}

/** A figure of n firms: withheld where it is not there though firms are, if a guard has been over them. */
export function figureOf(value: number | null, n: number, unit: Unit | null, { isGuarded }: TableAbout): Value {
  if (value === null) return isGuarded && n !== 0 ? WITHHELD : null;
  return Number.isNaN(value) ? WITHHELD : unit ? unit.of(value) : value;
}

/** A statistic as `value` and `n`, with the reason where there is none. */
export function answerCells(answer: Answer, unit: Unit | null, { locale: { t } }: TableAbout): SheetRow {
  if (answer.reason === null) return { value: unit ? unit.of(answer.value) : answer.value, n: countOf(answer.n) };
  if (Number.isNaN(answer.n)) return { value: WITHHELD, n: WITHHELD };
  return { value: null, n: answer.n, note: byCode(t.distribution_refusal, answer.reason, t.distribution_refusal_other) };
}

const QUANTILES = ['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'] as const;

/** Columns of a line of figures, n first. */
export function figureColumns(unit: Unit, { locale: { t } }: TableAbout): SheetColumn[] {
  return [
    ['n', t.distribution_column_n],
    ['missing', t.distribution_row.missing],
    ['zero', t.distribution_column_zero],
    ...QUANTILES.map((name): SheetColumn => [name, unit.head(name.toUpperCase())]),
    ['mean', unit.head(t.distribution_column_mean)],
    ['pooled', unit.head(t.distribution_column_pooled)],
  ];
}

/** The line; a pooled ratio only where the measure has one. */
export function figureCells(figures: Quantiles, unit: Unit, about: TableAbout): SheetRow {
  const { n, missing, zero, mean, pooled } = figures;
  return {
    n: countOf(n),
    missing: countOf(missing),
    zero: countOf(zero),
    ...Object.fromEntries(QUANTILES.map((name) => [name, figureOf(figures[name], n, unit, about)])),
    mean: figureOf(mean, n, unit, about),
    pooled: pooled === null ? null : unit.of(pooled),
  };
}

/** Where the rows went: with a figure, and without one by reason. They add up to the last line. */
export function accountRows({ rows, present, left }: Account, { id }: MeasureFacts, { locale: { t } }: TableAbout): SheetRow[] {
  const texts: Readonly<Record<string, string>> = id === 'score' || id.startsWith('group:') ? t.status : t.reason;
  const why = (code: string): string =>
    code === 'infinite' ? t.distribution_refusal.not_finite : byCode(texts, code, t.distribution_refusal_other);
  const part = t.export_parts.account;
  return [
    { part, item: t.export_present, n: countOf(present) },
    ...left.map((one) => ({ part, item: why(one.why), n: countOf(one.count) })),
    { part, item: t.export_rows, n: countOf(rows) },
  ];
}

/** A segment, a year, or a group as it is read. */
export function partWords(
  by: Dimension | 'year',
  { value, name }: { readonly value: string; readonly name: Naming | null },
  locale: Locale,
): string {
  if (name) return locale.name(name);
  if (by === 'year') return value;
  if (value === '?') return locale.t.dimension_unknown;
  return value === '' ? locale.t.dimension_none[by] : value;
}
