import { panelColumns, type PanelColumn } from '../../queries/build/panel-table';
import { REASON, type Column } from '../../scoring/column';
import type { Panel } from '../../scoring/panel';
import { writeArrow } from '../columns/arrow-write';
import { sliceColumn } from '../columns/slice-column';

/** Rows a piece: the worker that makes them also answers touches, and one piece of a usual panel takes about a frame or two. */
const PIECE = 32_768;

/** What table `panel` must hold once it is in. */
export function engineShape(panel: Panel): { readonly rows: number; readonly columns: readonly string[] } {
  return { rows: panel.rows, columns: tableColumns(panel).map(({ name }) => name) };
}

/** Rows of table `panel` from one on, as an Arrow stream, and where the next piece begins; null past the end. An empty panel has one empty piece. */
export function enginePiece(panel: Panel, from: number): { readonly bytes: Uint8Array; readonly next: number } | null {
  if (from > 0 && from >= panel.rows) return null;
  const next = Math.min(panel.rows, from + PIECE);
  const columns = tableColumns(panel).map(({ name, type }) => ({ name, column: columnOf(panel, name, type, from, next) }));
  return { bytes: writeArrow(next - from, columns), next: Math.max(next, 1) };
}

function tableColumns(panel: Panel): PanelColumn[] {
  return panelColumns(
    [...panel.fields].filter(([id]) => id !== 'year' && id !== 'firm' && id !== 'name').map(([id, column]) => [id, column.kind] as const),
  );
}

/** Rows [from, to) of one column of the table. */
function columnOf(panel: Panel, name: string, type: PanelColumn['type'], from: number, to: number): Column {
  const reasons = new Uint8Array(to - from);
  if (name === 'firm') return { kind: 'text', codes: panel.firm.subarray(from, to), words: panel.firmKeys, reasons };
  if (name === 'year') return { kind: 'number', values: new Float64Array(panel.year.subarray(from, to)), reasons };
  const column = name === 'name' ? panel.name : panel.fields.get(name);
  return column ? sliceColumn(column, from, to) : absent(type, to - from);
}

/** A standing column the data do not have. */
function absent(type: PanelColumn['type'], rows: number): Column {
  const reasons = new Uint8Array(rows).fill(REASON.not_collected);
  const words = { bytes: new Uint8Array(0), ends: new Uint32Array(0) };
  if (type === 'varchar[]') return { kind: 'set', bits: new Uint32Array(rows), width: 1, words, reasons };
  if (type === 'varchar') return { kind: 'text', codes: new Int32Array(rows).fill(-1), words, reasons };
  return { kind: type === 'boolean' ? 'truth' : 'number', values: new Float64Array(rows).fill(NaN), reasons };
}
