import { type Column, type Reason, type SetColumn, REASONS, hasBit, wordAt, wordCount } from '../column';
import type { Panel } from '../panel';

/** A cell for reading: truth as 1 and 0, a set as its words joined with `;`, null where missing. */
export function cellValue(column: Column, row: number): number | string | null {
  if (column.reasons[row] !== 0) return null;
  if (column.kind === 'number' || column.kind === 'truth') return column.values[row]!;
  return column.kind === 'text' ? wordAt(column.words, column.codes[row]!) : heldWords(column, row).join(';');
}

/** Words a row of a set holds, in the order of the dictionary. */
export function heldWords(column: SetColumn, row: number): string[] {
  const held: string[] = [];
  for (let bit = 0; bit < wordCount(column.words); bit++) if (hasBit(column, row, bit)) held.push(wordAt(column.words, bit));
  return held;
}

/** The reason of a cell; a field that is not loaded was not collected. */
export function cellReason(column: Column | undefined, row: number): Reason {
  return column ? REASONS[column.reasons[row]!]! : 'not_collected';
}

/** Key of the firm of a row. */
export function firmKey(panel: Panel, row: number): string {
  return wordAt(panel.firmKeys, panel.firm[row]!);
}

/** Name of the firm as given in the row's year, its key where there is none. */
export function firmName(panel: Panel, row: number): string {
  return panel.name.reasons[row] === 0 ? wordAt(panel.name.words, panel.name.codes[row]!) : firmKey(panel, row);
}
