import { firmKey, firmName } from '../board/cell';
import type { Ranked } from '../board/context';
import { binnedMedians } from '../statistics/binned-medians';
import { shownRange } from '../statistics/bin-layout';
import { orderedClassesOf } from '../statistics/classes';
import { correlator, correlatorOfClasses } from '../statistics/correlation-matrix';
import { offScale, onScale, type Scale } from '../statistics/scale';
import { type GridAxis, scatterGrid } from '../statistics/scatter-grid';
import { gatheredOf } from './gathered';
import { suggestsLog } from './figures';
import { type ChartSpec, type Frame, MOST_KENDALL, type RelationAnswer } from './format';
import { frameRows, selectedOf } from './frame';
import type { Measured } from './measure';
import { pinnedRows } from './pins';
import { scaledOf } from './spread';
import { taken } from './taken';

type Spec = Extract<ChartSpec, { is: 'relation' }>;

export const CELLS = { x: 48, y: 36 } as const;
/** Firms up to which each one is a point. */
const FEW = 1500;
const BINS = 12;
const CUT = 0.005;

/** Two measures of the same firms: counts in cells, medians of y along x, three correlations, the selected beside all. */
export function relationOf(ctx: Ranked, spec: Spec, frame: Frame, x: Measured, y: Measured): RelationAnswer {
  const rows = frameRows(ctx, frame);
  const selection = selectedOf(ctx, frame.clauses, rows);
  const [gx, gy] = [gatheredOf(x, rows), gatheredOf(y, rows)];
  const [logX, logY] = [spec.logX && gx.negative === 0, spec.logY && gy.negative === 0];
  const xs = taken(x.values, rows);
  const ys = taken(y.values, rows);
  const axes = axesOf(ctx, spec, frame, x, y);
  const cells = axes && cellsOf(xs, ys, axes);
  const some = selection && masked(xs, selection);
  // Each column is put in order once, for ranks and for bins.
  const [byX, byY] = [orderedClassesOf(xs), orderedClassesOf(ys)];
  const classes = [byX.classes, byY.classes];
  const pearson = correlator([xs, ys], 'pearson')(0, 1);
  const medians = binnedMedians(xs, ys, BINS, { x: byX.order, y: byY.order });
  return {
    is: 'relation',
    x: x.facts,
    y: y.facts,
    account: accountOf(xs, ys),
    logX,
    logY,
    suggestsLogX: suggestsLog(gx),
    suggestsLogY: suggestsLog(gy),
    xEdges: axes ? edgesOf(axes.x) : [],
    yEdges: axes ? edgesOf(axes.y) : [],
    cells: cells ? Array.from(cells.counts) : [],
    selectedCells: axes && some ? Array.from(cellsOf(some, ys, axes).counts) : null,
    beyond: cells?.beyond ?? 0,
    points: pointsOf(ctx, rows, xs, ys, selection),
    medians: medians.bins.map(({ middle, from, to, median, lower, upper, n }) => ({
      x: middle,
      from,
      to,
      median,
      q1: lower,
      q3: upper,
      n,
    })),
    pearson,
    spearman: correlatorOfClasses(classes, 'spearman')(0, 1),
    kendall: pearson.n > MOST_KENDALL ? null : correlatorOfClasses(classes, 'kendall')(0, 1),
    selected: some && correlator([some, ys], 'spearman')(0, 1),
    pins: pinnedRows(ctx, frame.pins, rows).map(({ firm, row }) => ({
      firm,
      name: row < 0 ? firm : firmName(ctx.panel, row),
      x: orNull(row < 0 ? NaN : x.values[row]!),
      y: orNull(row < 0 ? NaN : y.values[row]!),
    })),
  };
}

function masked(figures: Float64Array, selection: Uint8Array): Float64Array {
  return figures.map((value, at) => (selection[at] === 1 ? value : NaN));
}

/** Both axes in figures divided by the unit of their logarithm. */
interface Axes {
  readonly x: GridAxis & { readonly unit: number };
  readonly y: GridAxis & { readonly unit: number };
}

/** What is shown of both measures; null where one has no two different figures among the firms that have both. */
export function axesOf(ctx: Ranked, { logX, logY }: Pick<Spec, 'logX' | 'logY'>, frame: Frame, x: Measured, y: Measured): Axes | null {
  const rows = frameRows(ctx, frame);
  const axis = (measured: Measured, wantsLog: boolean, cells: number): Axes['x'] | null => {
    const all = gatheredOf(measured, rows);
    const isLog = wantsLog && all.negative === 0;
    const unit = isLog ? measured.facts.logUnit : 1;
    const scale: Scale = isLog ? 'log1p' : 'linear';
    if (all.sorted.length === 0) return null;
    const { low, high } = shownRange(scaledOf(all.sorted, unit), scale, CUT);
    return high > low ? { from: low, to: high, cells, scale, unit } : null;
  };
  const [one, other] = [axis(x, logX, CELLS.x), axis(y, logY, CELLS.y)];
  return one && other ? { x: one, y: other } : null;
}

function cellsOf(xs: Float64Array, ys: Float64Array, { x, y }: Axes) {
  const scaled = (figures: Float64Array, unit: number): Float64Array => (unit === 1 ? figures : figures.map((value) => value / unit));
  return scatterGrid(scaled(xs, x.unit), scaled(ys, y.unit), x, y);
}

function edgesOf({ from, to, cells, scale, unit }: Axes['x']): number[] {
  const [low, high] = [onScale(from, scale), onScale(to, scale)];
  return Array.from({ length: cells + 1 }, (_, at) => offScale(low + ((high - low) * at) / cells, scale) * unit);
}

function accountOf(xs: Float64Array, ys: Float64Array): RelationAnswer['account'] {
  let [present, withoutX, withoutY, withoutBoth] = [0, 0, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    const [noX, noY] = [Number.isNaN(xs[i]!), Number.isNaN(ys[i]!)];
    if (noX && noY) withoutBoth++;
    else if (noX) withoutX++;
    else if (noY) withoutY++;
    else present++;
  }
  return { rows: xs.length, present, withoutX, withoutY, withoutBoth };
}

/** Selected firms as points while they are few, else all while they are. */
function pointsOf(
  ctx: Ranked,
  rows: Int32Array,
  xs: Float64Array,
  ys: Float64Array,
  selection: Uint8Array | null,
): RelationAnswer['points'] {
  const both = (at: number): boolean => !Number.isNaN(xs[at]!) && !Number.isNaN(ys[at]!);
  const drawn: number[] = [];
  for (let at = 0; at < rows.length && drawn.length <= FEW; at++) if (both(at) && (!selection || selection[at] === 1)) drawn.push(at);
  if (drawn.length > FEW) return [];
  return drawn.map((at) => ({
    firm: firmKey(ctx.panel, rows[at]!),
    name: firmName(ctx.panel, rows[at]!),
    x: xs[at]!,
    y: ys[at]!,
    selected: selection?.[at] === 1,
  }));
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
