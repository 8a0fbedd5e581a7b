import { numberColumn, packWords, REASON, setColumn, textColumn, type Column, type Reason, type TruthColumn } from '../../scoring/column';
import type { Panel } from '../../scoring/panel';

/** A truth column; null is blank. */
export function truthColumn(list: readonly (boolean | null)[]): TruthColumn {
  const { values, reasons } = numberColumn(list.map((truth) => (truth === null ? null : Number(truth))));
  return { kind: 'truth', values, reasons };
}

type Cells = readonly (number | null)[] | readonly (boolean | null)[] | readonly (string | null)[] | readonly (readonly string[] | null)[];

/** A column of the kind its first present cell has. */
export function columnOf(cells: Cells): Column {
  const sample = cells.find((cell) => cell !== null);
  if (typeof sample === 'boolean') return truthColumn(cells as (boolean | null)[]);
  if (typeof sample === 'string') return textColumn(cells as (string | null)[]);
  if (Array.isArray(sample)) return setColumn(cells as (string[] | null)[]);
  return numberColumn(cells as (number | null)[]);
}

/** A panel of one row a cell, firms F0, F1 … in the year 2024 unless said otherwise. Money is in 元. */
export function panelOf(
  fields: Readonly<Record<string, Cells>>,
  keys: { readonly firm?: readonly number[]; readonly year?: readonly number[] } = {},
): Panel {
  const rows = Object.values(fields)[0]?.length ?? 0;
  const firm = Int32Array.from(keys.firm ?? Array.from({ length: rows }, (_, row) => row));
  return {
    rows,
    firm,
    firmKeys: packWords(Array.from({ length: Math.max(0, ...firm) + 1 }, (_, number) => `F${number}`)),
    year: Int32Array.from(keys.year ?? Array.from({ length: rows }, () => 2024)),
    name: textColumn(Array.from({ length: rows }, () => null)),
    fields: new Map(Object.entries(fields).map(([id, cells]) => [id, columnOf(cells)])),
    currency: 'CNY',
  };
}

/** Points as a list: the number, or the name of the reason there is none. */
export function shown({ points, reasons }: { readonly points: Float64Array; readonly reasons: Uint8Array }): (number | Reason)[] {
  const names = Object.keys(REASON) as Reason[];
  return Array.from(points, (point, row) => (reasons[row] === 0 ? point : Number.isNaN(point) ? names[reasons[row]!]! : 'conflict'));
}
