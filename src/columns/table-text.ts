import { hasBit, unpackWords, type Column } from '../../scoring/column';
import { type Cell, separatedText } from './csv';

/** Columns as separated text: sets joined with `;`, yes/no as 1 and 0, missing as nothing. `heading` renames columns for people. */
export function tableText(
  columns: readonly { readonly name: string; readonly column: Column }[],
  rows: number,
  separator: ',' | '\t' = ',',
  heading: (name: string) => string = (name) => name,
): string {
  const readers = columns.map(({ column }) => reader(column));
  return separatedText(
    columns.map(({ name }) => heading(name)),
    lines(readers, rows),
    separator,
  );
}

function* lines(readers: readonly ((row: number) => Cell)[], rows: number): Iterable<readonly Cell[]> {
  for (let row = 0; row < rows; row++) yield readers.map((read) => read(row));
}

function reader(column: Column): (row: number) => Cell {
  if (column.kind === 'number' || column.kind === 'truth') return (row) => (column.reasons[row] === 0 ? column.values[row]! : null);
  const words = unpackWords(column.words);
  if (column.kind === 'text') return (row) => (column.codes[row]! >= 0 ? words[column.codes[row]!]! : null);
  return (row) => (column.reasons[row] === 0 ? words.filter((_, bit) => hasBit(column, row, bit)).join(';') : null);
}
