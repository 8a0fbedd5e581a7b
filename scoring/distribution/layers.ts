import type { Ranked } from '../board/context';
import type { Dimension } from '../board/format';
import { segmentCodes } from '../segment';
import { BIN_CODE, binCodes } from '../statistics/bin-codes';
import { onScale } from '../statistics/scale';
import { BARS_APART } from './bars-apart';
import { stampOf } from './column-stamp';
import type { ChartSpec, Frame } from './format';
import { partsOf } from './frame';
import { gatheredOf } from './gathered';
import type { Layer } from './linked';
import { measureOf, type Measured } from './measure';
import { axesOf } from './relation';
import { filledParts } from './segments';
import { layoutOf } from './spread';

/** How charts count the rows of a frame, and by chart which of the layers is its own, −1 where it has none. `values`: by chart the parts a layer counts. */
export function layersOf(ctx: Ranked, frame: Frame, charts: readonly ChartSpec[], rows: Int32Array) {
  const layers: Layer[] = [];
  const layerOf = charts.map((chart) => {
    const layer = keptLayer(ctx, frame, chart, rows);
    return layer ? layers.push(layer) - 1 : -1;
  });
  const values = charts.map((chart) => (chart.is === 'segments' && chart.by !== 'year' ? partValues(ctx, chart.by, rows) : null));
  return { layers, layerOf, values };
}

const known = new WeakMap<Int32Array, Map<string, Layer>>();
const KEPT = 12;

function keptLayer(ctx: Ranked, frame: Frame, chart: ChartSpec, rows: Int32Array): Layer | null {
  const measures = (chart.is === 'relation' ? [chart.x, chart.y] : chart.is === 'spread' ? [chart.measure] : []).map((id) =>
    measureOf(ctx, id),
  );
  const key = `${JSON.stringify(chart)} ${measures.map((one) => ('is' in one ? '' : stampOf(one.values))).join()}`;
  let kept = known.get(rows);
  if (!kept) known.set(rows, (kept = new Map()));
  let layer = kept.get(key) ?? null;
  if (!layer) {
    layer = layerOfChart(ctx, frame, chart, rows);
    if (layer) kept.set(key, layer);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  }
  return layer;
}

/**
 * How a chart counts: bins, then `BARS_APART`; parts in the order of `filledParts`, cells row by row and one more for all that is in none. Charts whose
 * answer is more than counts wait for the end of a drag.
 */
function layerOfChart(ctx: Ranked, frame: Frame, chart: ChartSpec, rows: Int32Array): Layer | null {
  if (chart.is === 'spread') {
    const measured = measureOf(ctx, chart.measure);
    return 'is' in measured ? null : barLayer(measured, chart.log, rows);
  }
  if (chart.is === 'segments') return chart.by === 'year' ? null : partLayer(ctx, chart.by, rows);
  if (chart.is !== 'relation') return null;
  const [x, y] = [measureOf(ctx, chart.x), measureOf(ctx, chart.y)];
  return 'is' in x || 'is' in y ? null : cellLayer(ctx, chart, frame, x, y, rows);
}

function barLayer(measured: Measured, log: boolean, rows: Int32Array): Layer {
  const all = gatheredOf(measured, rows);
  const isLog = log && all.negative === 0;
  const unit = isLog ? measured.facts.logUnit : 1;
  const figures = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) figures[i] = measured.values[rows[i]!]! / unit;
  const layout = layoutOf(measured.facts.logUnit, all, isLog);
  const bins = layout.edges.length - 1;
  // Closer together than the codes of bins, which leave room for 200: the cube is as wide as this.
  const place = Uint16Array.from({ length: 256 }, (_, code) => code);
  BARS_APART.forEach((bar, at) => (place[BIN_CODE[bar]] = bins + at));
  const found = binCodes(figures, layout);
  const codes = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) codes[i] = place[found[i]!]!;
  return { codes, offsets: null, count: bins + BARS_APART.length };
}

function partLayer(ctx: Ranked, by: Dimension, rows: Int32Array): Layer | null {
  const found = segmentCodes(ctx, by);
  const parts = partsOf(ctx, by, rows);
  if (!found || !parts) return null;
  const filled = filledParts(parts);
  const place = new Uint16Array(found.count);
  filled.forEach((part, at) => (place[part] = at));
  if (!found.offsets) return { codes: Uint16Array.from(rows, (row) => place[found.codes[row]!]!), offsets: null, count: filled.length };
  const offsets = new Int32Array(rows.length + 1);
  const codes = new Uint16Array(parts.members.length);
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    for (let at = found.offsets[rows[i]!]!; at < found.offsets[rows[i]! + 1]!; at++) codes[n++] = place[found.codes[at]!]!;
    offsets[i + 1] = n;
  }
  return { codes, offsets, count: filled.length };
}

function cellLayer(
  ctx: Ranked,
  spec: Extract<ChartSpec, { is: 'relation' }>,
  frame: Frame,
  x: Measured,
  y: Measured,
  rows: Int32Array,
): Layer | null {
  const axes = axesOf(ctx, spec, frame, x, y);
  if (!axes) return null;
  const cells = axes.x.cells * axes.y.cells;
  const codes = new Uint16Array(rows.length).fill(cells);
  const place = (value: number, { from, to, scale, unit, cells: n }: typeof axes.x): number => {
    const figure = value / unit;
    if (!(figure >= from && figure <= to)) return -1;
    const [low, high] = [onScale(from, scale), onScale(to, scale)];
    return Math.min(n - 1, Math.floor((onScale(figure, scale) - low) * (n / (high - low))));
  };
  for (let i = 0; i < rows.length; i++) {
    const column = place(x.values[rows[i]!]!, axes.x);
    const row = column < 0 ? -1 : place(y.values[rows[i]!]!, axes.y);
    if (row >= 0) codes[i] = row * axes.x.cells + column;
  }
  return { codes, offsets: null, count: cells + 1 };
}

/** The parts of a dimension that hold somebody, in the order in which their layer counts them. */
function partValues(ctx: Ranked, by: Dimension, rows: Int32Array): readonly string[] | null {
  const parts = partsOf(ctx, by, rows);
  return parts && filledParts(parts).map((part) => parts.values[part]!);
}
