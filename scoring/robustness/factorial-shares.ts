import { formulaColumn } from '../evaluate';
import type { Ranked } from '../board/context';
import { applyRule } from '../rules/apply';
import { comparing } from '../rules/comparing';
import { CELL, type Contenders } from './contenders';
import type { Treatment } from './factorial-grid';
import { normalise, type Normalisation } from './normalise';
import { winsorise, type Winsorised } from './winsorise';

type Shares = readonly Float64Array[];

/** Shares under one normalisation and treatment, [place][contender], with what was done to get them. */
export interface FactorialShares {
  readonly shares: Shares;
  /** Values drawn in, all indicators together. */
  readonly moved: number;
}

/** Figures of each place and the same drawn in, worked out once a factorial; null for an indicator without a single figure. */
export type Figures = readonly ({ readonly values: Float64Array; readonly drawn: Winsorised } | null)[];

/** The figures of all indicators among the ranked firms. */
export function figuresOfAll(ctx: Ranked, contenders: Contenders): Figures {
  return contenders.indicators.map((at, place) => {
    const values = figuresOf(ctx, contenders, at, place);
    return values && { values, drawn: winsorise(values) };
  });
}

/**
 * Shares of every indicator under another normalisation among the ranked firms of the board. An indicator that is a yes or no, or the best of several
 * ways, has no single figure and keeps the scheme's own points. A missing value earns what the worst earns: 0, or the least z-score; a figure that
 * separates nobody earns everybody 0. With `scheme` and winsorised figures the scheme's rule is applied to the figures drawn in.
 */
export function factorialShares(
  ctx: Ranked,
  contenders: Contenders,
  figures: Figures,
  { normalisation: way, treatment }: { readonly normalisation: Normalisation; readonly treatment: Treatment },
): FactorialShares {
  let moved = 0;
  const shares = contenders.indicators.map((at, place) => {
    const own = contenders.shares[place]!;
    const known = figures[place]!;
    if (!known || (way === 'scheme' && treatment === 'none')) return own;
    const drawn = treatment === 'winsorised' ? known.drawn : { values: known.values, moved: 0 };
    moved += drawn.moved;
    if (way === 'scheme') return drawn.moved === 0 ? own : underRule(ctx, contenders, at, drawn.values, own);
    const { direction } = ctx.scheme.indicators[at]!;
    const found = normalise(direction === 'more' ? drawn.values : drawn.values.map((value) => -value), way);
    if (!found) return new Float64Array(contenders.n);
    const least = way === 'z-score' ? found.reduce((low, value) => (value < low ? value : low), Infinity) : 0;
    return found.map((value) => (Number.isNaN(value) ? least : value));
  });
  return { shares, moved };
}

/** The figures of an indicator, NaN where it has no points; null where it has no single one. */
function figuresOf(ctx: Ranked, { rows, cells }: Contenders, at: number, place: number): Float64Array | null {
  const { formula, rule } = ctx.scheme.indicators[at]!;
  if (formula === undefined || rule.is === 'flag' || rule.is === 'best-of') return null;
  const { values, reasons } = formulaColumn(ctx.panel, formula, 'number', rows);
  return values.map((value, i) => (reasons[i] === 0 && cells[place]![i] === CELL.present ? value : NaN));
}

/** The scheme's rule over figures no further out than the outermost left after winsorising; whom it compares with stays the scheme's own set. */
function underRule(ctx: Ranked, { rows }: Contenders, at: number, drawn: Float64Array, own: Float64Array): Float64Array {
  const { scheme, panel, evaluated } = ctx;
  const { rule, formula, of, direction, treatment } = scheme.indicators[at]!;
  if (rule.is === 'best-of' || formula === undefined) return own;
  const low = drawn.reduce((least, value) => (value < least ? value : least), Infinity);
  const high = drawn.reduce((most, value) => (value > most ? value : most), -Infinity);
  const column = formulaColumn(panel, formula, 'number');
  const values = column.values.map((value) => (value < low ? low : value > high ? high : value));
  const { points } = applyRule(
    rule,
    { ...column, values },
    { of, direction, ...comparing(panel, scheme.comparison, evaluated.stage), ...(treatment ? { treatment } : {}) },
  );
  return Float64Array.from(rows, (row) => (Number.isNaN(points[row]!) ? 0 : points[row]! / of));
}
