import type { MeasureFacts, Range } from '../../../../scoring/distribution/format';
import type { Locale } from '../../../i18n';
import type { ColumnUnit } from '../../../i18n/format';

/** How the figures of one measure are written in one chart: its unit is chosen once, so that figures can be held against each other. */
export interface Written {
  /** Said once, in a head or on an axis; '' where there is none. */
  readonly unit: string;
  /** In a table; missing is a dash. */
  cell(value: number | null): string;
  /** In a sentence: three figures and the unit. */
  said(value: number | null): string;
  /** Two figures with enough digits that they differ, if they do. */
  pair(a: number, b: number): readonly [string, string];
  /** `2–6%` */
  span(from: number, to: number): string;
  /** A brushed range; open ends as ≥ and <. */
  range(range: Range): string;
  /** Writes the edges of bins with as many decimals as their distance needs. */
  edges(edges: readonly number[]): (edge: number) => string;
  /** A figure on an axis whose ticks are `step` apart, without the unit. */
  tick(value: number, step: number): string;
  /** A difference of two figures in a sentence, with its sign; of ratios in percentage points. */
  change(value: number | null): string;
  /** The same without a sign: how far two figures lie apart. */
  apart(value: number): string;
  /** Unit of differences. */
  readonly changeUnit: string;
  /** Decimals of a difference in a table, in its unit; `changeCell` writes one. */
  readonly changeDigits: number;
  readonly factor: number;
  changeCell(value: number | null): string;
}

type Format = Locale['format'];
type Kind = Parameters<Format['cell']>[1];

/** The writer of a measure; `values` are what stands in the chart, the unit is that of their middle. */
export function writtenOf(measure: MeasureFacts, values: readonly (number | null)[], currency: string, { format, t }: Locale): Written {
  const kind: Kind = measure.kind === 'points' ? 'number' : measure.kind;
  const column = format.column(values, kind, measure.unit, currency);
  const { factor, unit } = column;
  const plain = (value: number): boolean => kind === 'year' && Number.isInteger(value);
  const bare = (value: number, digits: number): string =>
    plain(value) ? String(value) : format.short(noMinus(value / factor, digits), digits);
  const withUnit = (text: string): string => (unit === '' ? text : unit === '%' ? `${text}%` : t.distribution_with_unit(text, unit));
  const pairOf = (a: number, b: number): readonly [string, string] => {
    for (let figures = 2; figures < 7; figures++) {
      const texts = [bare(a, decimals(a / factor, figures)), bare(b, decimals(b / factor, figures))] as const;
      if (texts[0] !== texts[1] || figures === 6) return a === b ? [texts[0], texts[0]] : texts;
    }
    return [String(a), String(b)];
  };
  // As many decimals as the column has, unless two figures need more; never more than three figures need.
  const short = (value: number): number => Math.min(decimals(value / factor, 3), Math.max(column.digits, decimals(value / factor, 2)));
  const said = (value: number | null): string => (value === null ? '—' : withUnit(bare(value, short(value))));
  const span = (from: number, to: number): string => {
    const [low, high] = pairOf(from, to);
    if (low === high) return withUnit(low);
    return withUnit((from < 0 ? t.distribution_span_negative : t.distribution_span)(low, high));
  };
  const changeUnit = unit === '%' ? t.distribution_percentage_points : unit;
  const changed = (text: string): string => (changeUnit === '' ? text : t.distribution_with_unit(text, changeUnit));
  const changeDigits = column.digits + (kind === 'count' && column.digits === 0 ? 1 : kind === 'ratio' ? 1 : 0);
  return {
    unit,
    cell: (value) => cellOf(value, kind, column, format),
    said,
    pair: (a, b) => {
      const [first, second] = pairOf(a, b);
      return [withUnit(first), withUnit(second)];
    },
    span,
    edges: (edges) => {
      const finest = (at: number): number => {
        const gaps = [at - 1, at].map((left) => (edges[left + 1] ?? NaN) - (edges[left] ?? NaN)).filter((gap) => gap > 0);
        return gaps.length > 0 ? decimals(Math.min(...gaps) / factor, 2) : 2;
      };
      return (edge) => {
        const digits = finest(edges.indexOf(edge));
        return plain(edge) ? String(edge) : format.number(noMinus(edge / factor, digits), digits);
      };
    },
    range: ({ from, to }) => {
      if (from !== null && from > 0 && from < 1e-300) return to === null ? t.distribution_positive_any : t.distribution_positive(said(to));
      if (from !== null && to !== null) return span(from, to);
      if (from !== null) return t.distribution_at_least(said(from));
      return to !== null ? t.distribution_below(said(to)) : t.distribution_any;
    },
    change: (value) => (value === null ? '—' : changed(format.signed(value / factor, decimals(value / factor, 2)))),
    apart: (value) => changed(bare(Math.abs(value), decimals(value / factor, 2))),
    changeUnit,
    changeDigits,
    factor,
    changeCell: (value) => (value === null ? '—' : format.signed(value / factor, changeDigits)),
    tick: (value, step) => bare(value, Math.max(0, Math.min(6, -Math.floor(Math.log10(Math.abs(step / factor) || 1) + 1e-9)))),
  };
}

/** A figure that its column's digits would write as 0 keeps two figures of its own: what is not 0 must not read as 0. */
function cellOf(value: number | null, kind: Kind, column: ColumnUnit, format: Format): string {
  if (value === null) return '—';
  const shown = Math.abs(value / column.factor);
  if (shown === 0 || kind === 'year' || shown >= 0.5 / 10 ** column.digits) return format.cell(value + 0, kind, column);
  return format.short(value / column.factor, decimals(shown, 2));
}

/** Decimals that leave a number with so many figures; whole parts are never cut. */
function decimals(value: number, figures: number): number {
  const size = Math.abs(value);
  return size === 0 || Number.isNaN(size) ? 0 : Math.max(0, Math.min(12, figures - 1 - Math.floor(Math.log10(size) + 1e-9)));
}

/** What would be written −0 is 0. */
function noMinus(value: number, digits: number): number {
  return Math.abs(value) < 0.5 / 10 ** digits ? 0 : value;
}
