import type { SqlColumn } from '../../state/sql-face';

/** A cell as it is shown: `whole` has what did not fit, null where all is shown. */
export interface ShownCell {
  readonly text: string;
  readonly is: 'value' | 'missing' | 'empty';
  readonly whole: string | null;
}

/** Decimals shown of a figure before the rest gives way to `…`. */
const DECIMALS = 6;

/** A cell of an answer. Figures lose no digit unseen: those that do not fit are cut, not rounded, and marked. */
export function shownCell(
  cell: string | null,
  { kind }: Pick<SqlColumn, 'kind'>,
  cut: number,
  words: { readonly empty: string; readonly truth: Readonly<Record<string, string>>; readonly nan: string },
): ShownCell {
  if (cell === null) return { text: '—', is: 'missing', whole: null };
  if (cell === '') return { text: words.empty, is: 'empty', whole: null };
  if (kind === 'truth') return { text: words.truth[cell] ?? cell, is: 'value', whole: null };
  if (kind === 'number') {
    const text = shownNumber(cell, words.nan);
    return { text, is: 'value', whole: text.endsWith('…') ? cell : null };
  }
  if (cell.length > cut) return { text: `${cell.slice(0, cut)}…`, is: 'value', whole: `${cell.slice(0, cut)}…` };
  return { text: cell, is: 'value', whole: cell.length > 24 ? cell : null };
}

/** The engine's own digits in groups of three from 10,000 on: a year stays a year. Whole figures without a decimal, exponents as they are. */
export function shownNumber(cell: string, nan: string): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(cell);
  if (!found) return { nan, inf: '∞', '-inf': '-∞' }[cell] ?? cell;
  const [, sign = '', whole = '', decimals = ''] = found;
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  // Behind leading zeros there must be something left to read.
  const room = whole === '0' ? Math.max(DECIMALS, decimals.search(/[1-9]/) + 3) : DECIMALS;
  const rest = /^0*$/.test(decimals) ? '' : decimals.length > room ? `.${decimals.slice(0, room)}…` : `.${decimals}`;
  return `${sign}${grouped}${rest}`;
}

/** Whether a column has a figure with more decimals than are shown. */
export function hasLongNumbers(columns: readonly SqlColumn[], cells: readonly (readonly (string | null)[])[]): boolean {
  return columns.some(
    ({ kind }, at) => kind === 'number' && cells[at]!.some((cell) => cell !== null && shownNumber(cell, '').endsWith('…')),
  );
}

/** Whether a cell had to be cut. */
export function hasCutCells(cells: readonly (readonly (string | null)[])[], cut: number): boolean {
  return cells.some((column) => column.some((cell) => cell !== null && cell.length > cut));
}

/** A width for a column, in pixels, from its head and its first cells: enough for most of them, neither a sliver nor a hall. */
export function widthOf(name: string, cells: readonly (string | null)[]): number {
  const longest = cells.slice(0, 200).reduce((most, cell) => Math.max(most, signsOf(cell ?? '—')), signsOf(name));
  return Math.round(Math.min(340, Math.max(72, longest * 8.3 + 24)));
}

/** Chinese signs are about two of others wide, capitals a little more than one. */
function signsOf(text: string): number {
  let signs = 0;
  for (const sign of text.slice(0, 60)) signs += /[\u1100-\uffef]/.test(sign) ? 1.8 : /[A-Z]/.test(sign) ? 1.2 : 1;
  return signs;
}
