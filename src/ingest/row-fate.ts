import { foldWidth, trimmed } from './fold';
import { LEDGER } from './ledger-reasons';
import { DEFAULT_NULLS, nullKey, nullSet } from './null-words';
import { readNumber } from './read-number';

const TOTALS = new Set(['合计', '总计', '小计', '总和', '共计', 'total', 'grandtotal', 'subtotal', 'sum']);

/** How many cells a row may have: `least` up to the last named column, `most` as the header has; what stands beyond must be empty. */
export interface Width {
  readonly least: number;
  readonly most: number;
}

/** The width that a header's cells ask for. */
export function widthOf(cells: readonly string[]): Width {
  let least = cells.length;
  while (least > 1 && trimmed(cells[least - 1]!) === '') least--;
  return { least, most: cells.length };
}

/** What is to happen to a row: 0 when it is loaded, else the byte of LEDGER_REASONS why it is skipped or rejected. */
export function rowFate(cells: readonly string[], { least, most }: Width, stray: boolean): number {
  if (cells.every((cell) => trimmed(cell) === '')) return LEDGER.blank_line;
  if (isTotal(cells)) return LEDGER.total_row;
  const few = cells.length < least;
  if (!few && cells.slice(most).every((cell) => trimmed(cell) === '')) return 0;
  return stray ? LEDGER.stray_quote : few ? LEDGER.too_few_cells : LEDGER.too_many_cells;
}

/** Why a row above the header is not loaded: it belongs to a table before this one, or stands over this one's header. */
export function fateAbove(cells: readonly string[], index: number, others: number): number {
  if (index >= others) return LEDGER.above_header;
  return cells.every((cell) => trimmed(cell) === '') ? LEDGER.blank_line : LEDGER.other_table;
}

/** How many of the first cells are searched for a word such as `合计`. */
export const TOTAL_CELLS = 3;

const FIGURE = { measure: 'none', exponent: 0, asked: false, percent: true, currency: '' } as const;
const NULLS = nullSet(DEFAULT_NULLS);

/**
 * Whether a row sums others: a word for a total in one of the first three cells, and only figures or nothing behind it. A firm may be called
 * TOTAL: an English word counts only where nothing stands before it, and any text behind the word makes the row a firm's.
 */
export function isTotal(cells: readonly string[]): boolean {
  for (const [at, cell] of cells.slice(0, TOTAL_CELLS).entries()) {
    if (!isTotalWord(cell)) continue;
    if (/[a-z]/i.test(foldWidth(cell)) && cells.slice(0, at).some((before) => trimmed(before) !== '')) return false;
    return cells.slice(at + 1).every(isFigureOrNothing);
  }
  return false;
}

function isFigureOrNothing(cell: string): boolean {
  const text = trimmed(cell);
  return text === '' || NULLS.has(nullKey(text)) || readNumber(text, FIGURE).reason === 0;
}

/** `合计`, `合　计：`, `Grand Total`: spaces, case, width and a final colon do not matter. */
function isTotalWord(cell: string): boolean {
  if (cell.length > 40) return false;
  return TOTALS.has(foldWidth(cell).replace(/\s+/g, '').replace(/:$/, '').toLowerCase());
}
