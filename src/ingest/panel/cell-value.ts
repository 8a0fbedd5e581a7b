import { hasBit, wordAt, wordCount, type Column } from '../../../scoring/column';
import type { Origin } from '../../model/source';

/** A cell of a column as a plain value; null where it is missing. Set words keep the order of the dictionary. */
export function cellValue(column: Column, row: number): Origin['value'] {
  if (column.reasons[row] !== 0) return null;
  if (column.kind === 'text') return wordAt(column.words, column.codes[row]!);
  if (column.kind !== 'set') return column.values[row]!;
  const words: string[] = [];
  for (let bit = 0; bit < wordCount(column.words); bit++) if (hasBit(column, row, bit)) words.push(wordAt(column.words, bit));
  return words;
}

/** A cell as text in stored units; '' where it is missing. */
export function cellText(column: Column, row: number): string {
  const value = cellValue(column, row);
  if (value === null) return '';
  return typeof value === 'object' ? value.join(';') : String(value);
}
