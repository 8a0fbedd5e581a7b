import type { Ranked } from '../board/context';
import { firmKey, firmName } from '../board/cell';
import { countBins, type BinCounts } from '../statistics/bins';
import { type BinLayout, binLayout } from '../statistics/bin-layout';
import { bandwidthOfSorted, densityOfSorted } from '../statistics/density';
import { ecdfOfSorted } from '../statistics/ecdf';
import { offScale, onScale } from '../statistics/scale';
import { accountOf, gather, type Gathered, quantilesOf, suggestsLog } from './figures';
import type { BarCounts, Bars, ChartSpec, Curve, Frame, SpreadAnswer } from './format';
import { frameRows, selectedOf } from './frame';
import { gatheredOf } from './gathered';
import type { Measured } from './measure';
import { pinsOf } from './pins';

/** Firms up to which each one is drawn. */
export const FEW = 300;
const STEPS = 400;

/** One measure over the firms of a frame: bars, and by mode steps, a density or every firm; the same of the selected. */
export function spreadOf(ctx: Ranked, spec: Extract<ChartSpec, { is: 'spread' }>, frame: Frame, measured: Measured): SpreadAnswer {
  const rows = frameRows(ctx, frame);
  const all = gatheredOf(measured, rows);
  const selection = selectedOf(ctx, frame.clauses, rows);
  const some = selection && gather(measured, rows, selection);
  const isLog = spec.log && all.negative === 0;
  const bars = barsOf(measured, all, some, isLog);
  return {
    is: 'spread',
    measure: measured.facts,
    account: accountOf(all),
    all: quantilesOf(all),
    selected: some && quantilesOf(some),
    suggestsLog: suggestsLog(all),
    refusesLog: spec.log && !isLog,
    bars,
    ecdf: spec.mode === 'ecdf' ? { all: stepsOf(all), selected: some && stepsOf(some) } : null,
    density: spec.mode === 'density' ? densitiesOf(measured.facts.logUnit, bars.edges, isLog, all, some) : null,
    strip: spec.mode === 'strip' && all.sorted.length <= FEW ? stripOf(ctx, measured, rows, selection) : null,
    pins: pinsOf(ctx, frame, rows, measured, all),
  };
}

/** Bins of all, and the selected counted in them. On a logarithm figures are taken in units of it. */
function barsOf({ facts }: Pick<Measured, 'facts'>, all: Gathered, some: Gathered | null, isLog: boolean): Bars {
  const layout = layoutOf(facts.logUnit, all, isLog);
  const scaled = (one: Gathered): Float64Array => scaledOf(one.sorted, isLog ? facts.logUnit : 1);
  return {
    edges: Array.from(layout.edges, (edge) => (isLog ? edge * facts.logUnit : edge)),
    isLog,
    rule: layout.rule,
    ruleWidth: layout.width,
    zeroApart: layout.isZeroApart,
    all: countsOf(countBins(layout, scaled(all)), all),
    selected: some && countsOf(countBins(layout, scaled(some)), some),
  };
}

/** The bins of some figures, as a layer of a brush needs them; without any figure, one empty bin. */
export function layoutOf(logUnit: number, { sorted, zero }: Gathered, isLog: boolean): BinLayout {
  const isZeroApart = zero > 0;
  const layout = binLayout(scaledOf(sorted, isLog ? logUnit : 1), { scale: isLog ? 'log1p' : 'linear', isZeroApart });
  if (!('reason' in layout)) return layout;
  return { scale: 'linear', isZeroApart, edges: Float64Array.of(0, 1), rule: 'one', width: 0, step: 1 };
}

const scaledBefore = new WeakMap<Float64Array, { readonly unit: number; readonly scaled: Float64Array }>();

/** Sorted figures in another unit; the copy is kept as long as they are. */
export function scaledOf(sorted: Float64Array, unit: number): Float64Array {
  if (unit === 1) return sorted;
  const before = scaledBefore.get(sorted);
  if (before?.unit === unit) return before.scaled;
  const scaled = sorted.map((value) => value / unit);
  scaledBefore.set(sorted, { unit, scaled });
  return scaled;
}

function countsOf({ counts, zero, below, above }: BinCounts, { counts: reasons }: Gathered): BarCounts {
  return { bins: Array.from(counts), missing: missingOf(reasons), zero, below, above };
}

function missingOf(reasons: Int32Array): number {
  return reasons.reduce((sum, count, byte) => (byte === 0 ? sum : sum + count), 0);
}

/** Steps of the cumulated share, thinned to what a picture can show. */
export function stepsOf({ sorted }: Pick<Gathered, 'sorted'>): Curve {
  const { values, shares } = ecdfOfSorted(sorted, STEPS);
  return { at: Array.from(values), height: Array.from(shares) };
}

/**
 * Both densities over the range of the bars, on their scale, with the bandwidth of all, so that they can be held against each other. On a logarithm the
 * height is of log10(1 + figure ÷ unit).
 */
function densitiesOf(
  logUnit: number,
  edges: readonly number[],
  isLog: boolean,
  all: Gathered,
  some: Gathered | null,
): SpreadAnswer['density'] {
  const placed = ({ sorted }: Gathered): Float64Array => (isLog ? sorted.map((value) => onScale(value / logUnit, 'log1p')) : sorted);
  const bandwidth = bandwidthOfSorted(placed(all)).value;
  if (bandwidth === null) return { all: null, selected: null, bandwidth };
  const place = (edge: number): number => (isLog ? onScale(edge / logUnit, 'log1p') : edge);
  const isReflected = all.negative === 0;
  const reach = { from: isReflected ? Math.max(0, place(edges[0]!)) : place(edges[0]!), to: place(edges.at(-1)!) };
  const curve = (one: Gathered): Curve | null => {
    const found = densityOfSorted(placed(one), { bandwidth, isReflected, ...reach });
    if (found.reason !== null) return null;
    const at = Array.from(found.grid, (value) => (isLog ? offScale(value, 'log1p') * logUnit : value));
    return { at, height: Array.from(found.heights) };
  };
  return { all: curve(all), selected: some && curve(some), bandwidth };
}

function stripOf(ctx: Ranked, { values }: Measured, rows: Int32Array, selection: Uint8Array | null): SpreadAnswer['strip'] {
  return Array.from(rows).flatMap((row, at) => {
    const value = values[row]!;
    if (Number.isNaN(value)) return [];
    return [{ firm: firmKey(ctx.panel, row), name: firmName(ctx.panel, row), value, selected: selection?.[at] === 1 }];
  });
}
