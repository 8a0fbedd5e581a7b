import { firmKey, firmName } from '../board/cell';
import type { Ranked } from '../board/context';
import { orderOf } from '../radix';
import { segmentValues } from '../segment';
import type { FirmRow, MeasureId } from './format';
import { measureOf } from './measure';
import { taken } from './taken';

/** Positions of a frame's rows in the order of a measure, missing last; equal figures by year and firm key. An unknown measure leaves that order. */
export function tableOrder(ctx: Ranked, rows: Int32Array, sort: { readonly measure: MeasureId; readonly down: boolean }): Int32Array {
  const measured = measureOf(ctx, sort.measure);
  if ('is' in measured) return Int32Array.from(rows, (_, at) => at);
  return orderOf(taken(measured.values, rows), sort.down);
}

/** One line of the firm table. */
export function firmRow(ctx: Ranked, row: number, measures: readonly MeasureId[], pins: readonly string[]): FirmRow {
  const firm = firmKey(ctx.panel, row);
  return {
    row,
    firm,
    name: firmName(ctx.panel, row),
    year: ctx.panel.year[row]!,
    industry: segmentValues(ctx, 'industry', row)[0] ?? null,
    pinned: pins.includes(firm),
    figures: measures.map((id) => {
      const measured = measureOf(ctx, id);
      const value = 'is' in measured ? NaN : measured.values[row]!;
      return Number.isNaN(value) ? null : value;
    }),
  };
}
