import type { SqlColumn, SqlResult } from '../../state/sql-face';

/** A picture an answer allows. `left`: rows without a figure, which are not drawn. */
export type ResultChart =
  | {
      readonly is: 'bars';
      readonly text: string;
      readonly number: string;
      readonly bars: readonly { readonly name: string; readonly value: number; readonly words: string }[];
      readonly left: number;
    }
  | {
      readonly is: 'histogram';
      readonly number: string;
      readonly bins: readonly number[];
      readonly low: number;
      readonly high: number;
      readonly left: number;
    };

/** Bars one picture can be read with, and bins of a spread. */
const BARS = 40;
const BINS = 20;

/**
 * One text and one figure without a negative are bars in the order of the answer; one figure over more rows is a spread in equal bins. Anything else has no
 * picture: null.
 */
export function resultChart({ columns, cells, rows }: Pick<SqlResult, 'columns' | 'cells' | 'rows'>, missing: string): ResultChart | null {
  const of = (kind: SqlColumn['kind']): number[] => columns.flatMap((column, at) => (column.kind === kind ? [at] : []));
  const [number, ...otherNumbers] = of('number');
  const [text, ...otherTexts] = of('text');
  if (number === undefined || otherNumbers.length > 0 || rows === 0) return null;
  const values = cells[number]!.map((cell) => (cell === null ? NaN : Number(cell)));
  const drawn = values.filter((value) => Number.isFinite(value));
  const left = rows - drawn.length;
  if (drawn.length === 0) return null;
  const name = columns[number]!.name;
  if (text !== undefined && otherTexts.length === 0 && columns.length === 2 && rows <= BARS && drawn.every((value) => value >= 0)) {
    const bars = values.flatMap((value, row) =>
      Number.isFinite(value) ? [{ name: cells[text]![row] ?? missing, value, words: cells[number]![row]! }] : [],
    );
    return { is: 'bars', text: columns[text]!.name, number: name, bars, left };
  }
  if (drawn.length < 2) return null;
  const [low, high] = drawn.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
  const bins = Array.from({ length: low === high ? 1 : BINS }, () => 0);
  for (const value of drawn) bins[Math.min(bins.length - 1, Math.floor(((value - low) / (high - low || 1)) * bins.length))]! += 1;
  return { is: 'histogram', number: name, bins, low, high, left };
}
