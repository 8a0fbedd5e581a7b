import { type Column, REASON } from '../../column';
import { isDay } from '../../dictionary';
import { yearOfDay } from '../../formula/years';
import type { Panel } from '../../panel';
import { pickRows } from '../../quality/edit-panel';

/**
 * The panel as it could be seen after a year: it holds no row of a later one, so that nothing fitted to it (fill, bounds, percentiles, extremes) can look ahead. A day
 * that lies after the year, such as the end of a title or a support received later, is hidden: not collected. Titles and support themselves are sets of the row's own year. Firms keep
 * their numbers, and dictionaries their words.
 */
export function panelAsOf(panel: Panel, year: number): Panel {
  const rows: number[] = [];
  for (let row = 0; row < panel.rows; row++) if (panel.year[row]! <= year) rows.push(row);
  const cut = pickRows(panel, Int32Array.from(rows));
  return { ...cut, fields: new Map([...cut.fields].map(([field, column]) => [field, isDay(field) ? upTo(column, year) : column])) };
}

/** The column was made for this panel: it may be written to. */
function upTo(column: Column, year: number): Column {
  if (column.kind !== 'number') return column;
  const { values, reasons } = column;
  for (let row = 0; row < values.length; row++) {
    if (reasons[row] !== REASON.present || yearOfDay(values[row]!) <= year) continue;
    values[row] = NaN;
    reasons[row] = REASON.not_collected;
  }
  return column;
}
