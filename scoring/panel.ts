import { type Column, type TextColumn, type Words, wordCount } from './column';

/** One row a firm and year. Rows come in any order; a (firm, year) pair stands at most once. Survives structured clone. */
export interface Panel {
  readonly rows: number;
  /** Row → number of the firm in `firmKeys`. */
  readonly firm: Int32Array;
  /** Firm number → its key (credit code, or whatever the file uses). */
  readonly firmKeys: Words;
  /** Row → year. */
  readonly year: Int32Array;
  /** Row → firm name as given that year. */
  readonly name: TextColumn;
  /** Field id of `data/fields.json`, or `x_…` for a field of the file's own, → column. Includes segment fields (industry, titles, district, stage, size_class, chain). */
  readonly fields: ReadonlyMap<string, Column>;
  /** ISO 4217 code of every money field. */
  readonly currency: string;
}

/** Years present, ascending. */
export function panelYears(panel: Panel): number[] {
  return [...new Set(panel.year)].sort((a, b) => a - b);
}

const earlier = new WeakMap<Panel, Map<number, Int32Array>>();

/** Row → row of the same firm k years before, or −1 where that year is not loaded. Computed once a panel and k. */
export function earlierRow(panel: Panel, k: number): Int32Array {
  let known = earlier.get(panel);
  if (!known) earlier.set(panel, (known = new Map()));
  let rows = known.get(k);
  if (!rows) known.set(k, (rows = findEarlier(panel, k)));
  return rows;
}

function findEarlier(panel: Panel, k: number): Int32Array {
  const found = new Int32Array(panel.rows).fill(-1);
  if (panel.rows === 0) return found;
  let low = Infinity;
  let high = -Infinity;
  for (const year of panel.year) {
    if (year < low) low = year;
    if (year > high) high = year;
  }
  const span = high - low + 1;
  const firms = wordCount(panel.firmKeys);
  // A dense firm × year table while it stays small beside the panel itself, a map beyond that.
  if (firms * span <= Math.max(1e6, panel.rows * 16)) {
    const rowOf = new Int32Array(firms * span).fill(-1);
    for (let row = 0; row < panel.rows; row++) rowOf[panel.firm[row]! * span + panel.year[row]! - low] = row;
    for (let row = 0; row < panel.rows; row++) {
      const offset = panel.year[row]! - low - k;
      if (offset >= 0 && offset < span) found[row] = rowOf[panel.firm[row]! * span + offset]!;
    }
    return found;
  }
  const rowOf = new Map<number, number>();
  for (let row = 0; row < panel.rows; row++) rowOf.set(panel.firm[row]! * 10000 + panel.year[row]!, row);
  for (let row = 0; row < panel.rows; row++) found[row] = rowOf.get(panel.firm[row]! * 10000 + panel.year[row]! - k) ?? -1;
  return found;
}
