import type { Ranked } from '../board/context';
import { stampOf } from './column-stamp';
import type { ChartSpec, Clause, FirmRow, Frame, MeasureId, Range } from './format';
import { firmRow, tableOrder } from './firm-table';
import { frameRows, isWithin, selectedOf } from './frame';
import { layersOf } from './layers';
import { brushPlaces, brushRows, type Brushed, type Cube, makeCube } from './linked';
import { measureOf, type Measured } from './measure';
import { type Axis, BELOW_PLACE, MISSING_PLACE, placeCount, placesOf, ZERO_PLACE } from './places';

/** The table beside the charts: its columns, its order, and how many rows are shown. */
export interface BrushTable {
  readonly measures: readonly MeasureId[];
  readonly sort: { readonly measure: MeasureId; readonly down: boolean };
  readonly count: number;
}
/** Selected firms, by chart the selected counts (see `layerOf`), and the first rows of the table. */
export interface BrushStep {
  readonly count: number;
  readonly layers: readonly (Int32Array | null)[];
  /** By chart the parts its layer counts, in order; null of charts without parts. */
  readonly values: readonly (readonly string[] | null)[];
  readonly rows: readonly FirmRow[];
}

/** A brush made ready on one measure. */
export interface ReadyBrush {
  readonly cube: Cube;
  readonly axis: Axis;
  /** By chart its number among the layers, −1 where it has none. */
  readonly layerOf: readonly number[];
  /** By chart the parts its layer counts, in order; null of charts without parts. */
  readonly values: readonly (readonly string[] | null)[];
  readonly order: Int32Array;
  readonly rows: Int32Array;
}

/** Counts everything a brush on a measure can ask for; null where there is no such measure. */
export function openBrush(
  ctx: Ranked,
  frame: Frame,
  charts: readonly ChartSpec[],
  measure: MeasureId,
  axis: Axis,
  table: BrushTable,
): ReadyBrush | null {
  const measured = measureOf(ctx, measure);
  if ('is' in measured) return null;
  const rows = frameRows(ctx, frame);
  const others = frame.clauses.filter((clause) => clause.is !== 'ranges' || clause.measure !== measure);
  const { layers, layerOf, values } = layersOf(ctx, frame, charts, rows);
  const unit = axis.isLog ? measured.facts.logUnit : 1;
  const order = orderOfTable(ctx, rows, table.sort);
  const cube = makeCube({
    active: placesOf(unit === 1 ? measured.values : scaledOf(measured, unit), rows, scaledAxis(axis, unit)),
    places: placeCount(axis),
    layers,
    inside: selectedOf(ctx, others, rows),
    order,
    keep: table.count,
  });
  return { cube, axis, layerOf, values, order, rows };
}

/** One step: the firms whose figure is in one of the ranges, or missing where that is asked for. Ends of ranges lie on edges of the axis, or at 0. */
export function brushStep(
  ctx: Ranked,
  ready: ReadyBrush,
  ranges: readonly Range[],
  missing: boolean,
  table: BrushTable,
  pins: readonly string[],
): BrushStep {
  const { edges } = ready.axis;
  const inside = new Uint8Array(placeCount(ready.axis));
  if (missing) inside[MISSING_PLACE] = 1;
  const holds = (value: number): number => (ranges.some((range) => isWithin(value, range)) ? 1 : 0);
  inside[ZERO_PLACE] = holds(0);
  // A place holds its lower edge, so that edge speaks for it; what is below them all is held by an open range alone.
  inside[BELOW_PLACE] = ranges.some(({ from, to }) => from === null && (to === null || to >= edges[0]!)) ? 1 : 0;
  for (let at = 0; at < edges.length; at++) inside[BELOW_PLACE + 1 + at] = holds(edges[at]!);
  return stepOf(ctx, ready, brushPlaces(ready.cube, inside), table, pins);
}

/** A step over two axes: every firm is looked at. */
export function areaStep(
  ctx: Ranked,
  frame: Frame,
  charts: readonly ChartSpec[],
  clauses: readonly Clause[],
  table: BrushTable,
): BrushStep {
  const rows = frameRows(ctx, frame);
  const { layers, layerOf, values } = layersOf(ctx, frame, charts, rows);
  const order = orderOfTable(ctx, rows, table.sort);
  const selected = selectedOf(ctx, clauses, rows) ?? new Uint8Array(rows.length).fill(1);
  return stepOf(ctx, { layerOf, values, order, rows }, brushRows(layers, selected, order, table.count), table, frame.pins);
}

function stepOf(
  ctx: Ranked,
  { layerOf, values, order, rows }: Pick<ReadyBrush, 'layerOf' | 'values' | 'order' | 'rows'>,
  { count, layers, first }: Brushed,
  { measures }: BrushTable,
  pins: readonly string[],
): BrushStep {
  return {
    count,
    layers: layerOf.map((layer) => (layer < 0 ? null : layers[layer]!)),
    values,
    rows: Array.from(first, (number) => firmRow(ctx, rows[order[number]!]!, measures, pins)),
  };
}

function scaledOf({ values }: Measured, unit: number): Float64Array {
  return values.map((value) => value / unit);
}
function scaledAxis(axis: Axis, unit: number): Axis {
  return unit === 1 ? axis : { ...axis, edges: axis.edges.map((edge) => edge / unit) };
}

const orders = new WeakMap<Int32Array, { readonly key: string; readonly order: Int32Array }>();

/** The order of the table, kept while the frame and the column stay. */
export function orderOfTable(ctx: Ranked, rows: Int32Array, sort: BrushTable['sort']): Int32Array {
  const measured = measureOf(ctx, sort.measure);
  const stamp = 'is' in measured ? '' : stampOf(measured.values);
  const key = `${sort.measure} ${sort.down} ${stamp}`;
  const kept = orders.get(rows);
  if (kept?.key === key) return kept.order;
  const order = tableOrder(ctx, rows, sort);
  orders.set(rows, { key, order });
  return order;
}
