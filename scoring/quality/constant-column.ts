import type { Panel } from '../panel';
import { yearRows } from '../year-rows';
import { figuresOf } from './figures';
import type { QualityContext } from './context';
import type { Finding } from './format';
import { RowList } from './row-list';

/** Fewer equal values can be chance. */
const LEAST = 10;
/** Zero is what most firms have of rare things: only where it stands this often does it say that nobody filled the column in. */
const LEAST_ZEROS = 1000;

/**
 * Fields in which all firms of a year that have a value have the same one: a default, or a column filled down. One finding a field with the
 * rows of every such year; `measure` is the value. Flags are left out: nobody on a list is a good year.
 */
export function findConstant(panel: Panel, context: QualityContext): readonly Finding[] {
  const { years, starts, rows } = yearRows(panel);
  return figuresOf(panel, context).flatMap(({ field, column: { values } }) => {
    const found = new RowList();
    for (let at = 0; at < years.length; at++) {
      const own = rows.subarray(starts[at], starts[at + 1]);
      const value = sharedValue(values, own);
      if (value === null) continue;
      for (const row of own) if (values[row] === value) found.add(row, value);
    }
    const finding = found.finding(`constant_column:${field}`, 'constant_column', field);
    return finding ? [finding] : [];
  });
}

/** The one value of some rows, null where they differ or are too few to say. */
function sharedValue(values: Float64Array, rows: Int32Array): number | null {
  let shared = NaN;
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]!]!;
    if (value !== value) continue;
    if (count > 0 && value !== shared) return null;
    shared = value;
    count++;
  }
  return count >= (shared === 0 ? LEAST_ZEROS : LEAST) ? shared : null;
}
