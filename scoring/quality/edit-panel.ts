import { type Column, REASON } from '../column';
import type { Panel } from '../panel';

/** Changes to the cells of one column: rows set aside, and rows with the factor their figure is multiplied by. Each row once in all. */
export interface CellEdits {
  readonly excluded: Int32Array;
  readonly converted: Int32Array;
  readonly factor: Float64Array;
}

/** A new column with the edits; the given one stays as it is. A cell without a value is left alone. */
export function editColumn(column: Column, { excluded, converted, factor }: CellEdits): Column {
  const reasons = column.reasons.slice();
  const present = excluded.filter((row) => reasons[row] === 0);
  for (const row of present) reasons[row] = REASON.excluded;
  if (column.kind === 'text') {
    const codes = column.codes.slice();
    for (const row of present) codes[row] = -1;
    return { ...column, codes, reasons };
  }
  if (column.kind === 'set') {
    const bits = column.bits.slice();
    for (const row of present) bits.fill(0, row * column.width, (row + 1) * column.width);
    return { ...column, bits, reasons };
  }
  const values = column.values.slice();
  for (const row of present) values[row] = NaN;
  if (column.kind === 'number') converted.forEach((row, at) => (values[row] = times(values[row]!, factor[at]!)));
  return { ...column, values, reasons };
}

/** value × factor, right to the last digit for factors such as 0.0001, which no float holds: divided by 10,000 instead. */
export function times(value: number, factor: number): number {
  const inverse = Math.round(1 / factor);
  return factor < 1 && Math.abs(inverse * factor - 1) < 1e-9 ? value / inverse : value * factor;
}

/** The panel with some rows only, in their order; columns named in `fields`, or all of them. Firms keep their numbers. */
export function pickRows(panel: Panel, rows: Int32Array, fields: readonly string[] = [...panel.fields.keys()]): Panel {
  const picked = fields.flatMap((field): [string, Column][] => {
    const column = panel.fields.get(field);
    return column ? [[field, pickCells(column, rows)]] : [];
  });
  return {
    ...panel,
    rows: rows.length,
    firm: gather(panel.firm, rows, new Int32Array(rows.length)),
    year: gather(panel.year, rows, new Int32Array(rows.length)),
    name: {
      ...panel.name,
      codes: gather(panel.name.codes, rows, new Int32Array(rows.length)),
      reasons: gather(panel.name.reasons, rows, new Uint8Array(rows.length)),
    },
    fields: new Map(picked),
  };
}

function pickCells(column: Column, rows: Int32Array): Column {
  const reasons = gather(column.reasons, rows, new Uint8Array(rows.length));
  if (column.kind === 'text') return { ...column, codes: gather(column.codes, rows, new Int32Array(rows.length)), reasons };
  if (column.kind !== 'set') return { ...column, values: gather(column.values, rows, new Float64Array(rows.length)), reasons };
  const { width } = column;
  const bits = new Uint32Array(rows.length * width);
  rows.forEach((row, at) => bits.set(column.bits.subarray(row * width, (row + 1) * width), at * width));
  return { ...column, bits, reasons };
}

function gather<Numbers extends Int32Array | Uint8Array | Float64Array>(from: Numbers, rows: Int32Array, to: Numbers): Numbers {
  for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]!]!;
  return to;
}
