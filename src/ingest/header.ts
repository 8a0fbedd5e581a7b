import type { Dialect } from '../model/source';
import { foldWidth, trimmed } from './fold';
import { DEFAULT_NULLS, nullKey, nullSet } from './null-words';
import { readDate } from './read-date';
import { readNumber } from './read-number';
import { parseUnit, statedUnit } from './units';

type Rows = readonly (readonly string[])[];
type Header = Dialect['header'];
export type CellClass = 'empty' | 'figure' | 'year' | 'date' | 'text';

const ANY_NUMBER = { measure: 'none', exponent: 0, asked: false, percent: true, currency: '' } as const;
const NULLS = nullSet(DEFAULT_NULLS);
/** Rows searched for a header, and rows under it compared with it. */
const SEARCHED = 20;
const COMPARED = 30;

/** Finds the header among the first 20 rows: a row of names, distinct in kind from what stands below. `lines` 0 where there is none. */
export function findHeader(rows: Rows): Header {
  const width = usualWidth(rows);
  for (let at = 0; at < Math.min(SEARCHED, rows.length); at++) {
    const cells = rows[at]!;
    if (filledCount(cells) === 0 || isAbove(rows, at, width)) continue;
    if (!isNames(rows, at)) return { line: at, lines: 0 };
    const joined = headerRows(rows, at);
    const next = rows[at + joined];
    return { line: at, lines: next && isUnitRow(next) ? joined + 1 : joined };
  }
  return { line: 0, lines: 0 };
}

/** The header text of each column; a second row is joined with ` · `, a merged cell above it fills the empty cells to its right. */
export function headerNames(rows: Rows, { line, lines }: Header): { names: string[]; units: (string | null)[] } {
  const header = rows.slice(line, line + lines);
  const unitRow = header.length > 1 && isUnitRow(header.at(-1)!) ? header.at(-1)! : null;
  const named = unitRow ? header.slice(0, -1) : header;
  const width = Math.max(0, ...header.map((cells) => cells.length));
  const names = Array.from({ length: width }, (_, at) => {
    const parts = named.map((cells, depth) => {
      const own = trimmed(cells[at] ?? '');
      const below = named.slice(depth + 1).some((under) => trimmed(under[at] ?? '') !== '');
      return own === '' && below ? leftName(named, depth, at) : own;
    });
    return parts.filter((part, index) => part !== '' && part !== parts[index - 1]).join(' · ');
  });
  const units = Array.from({ length: width }, (_, at) =>
    unitRow && parseUnit(trimmed(unitRow[at] ?? '')) ? bare(trimmed(unitRow[at]!)) : null,
  );
  return { names, units };
}

/** The unit stated for the whole table above its header, not above another's. Of several the one for money counts. */
export function unitAbove(rows: Rows, { line, others = 0 }: Header): string | null {
  const stated = rows.slice(others, line).flatMap((cells) => cells.map(statedUnit).filter((unit) => unit !== null));
  return stated.find((unit) => parseUnit(unit)?.measure === 'money') ?? stated[0] ?? null;
}

/** Whether every filled cell is a unit (`万元`, `人`, `%`). */
export function isUnitRow(cells: readonly string[]): boolean {
  const filled = cells.map(trimmed).filter((cell) => cell !== '' && !/^(?:计量)?单位[:：]?$/.test(cell));
  return filled.length > 0 && filled.every((cell) => parseUnit(cell) !== null);
}

function bare(unit: string): string {
  return unit.replace(/^[(（]|[)）]$/g, '');
}

/** The name to the left, which an empty cell belongs to; not one that is merged downwards, and so repeated in the next row of the header. */
function leftName(named: Rows, depth: number, at: number): string {
  for (let left = at - 1; left >= 0; left--) {
    const name = trimmed(named[depth]![left] ?? '');
    if (name !== '') return name === trimmed(named[depth + 1]?.[left] ?? '') ? '' : name;
  }
  return '';
}

function filledCount(cells: readonly string[]): number {
  return cells.filter((cell) => trimmed(cell) !== '').length;
}

/** The number of filled cells that most rows reach. */
function usualWidth(rows: Rows): number {
  const counts = rows
    .slice(0, 60)
    .map(filledCount)
    .filter((count) => count > 0)
    .sort((a, b) => a - b);
  return counts[counts.length >> 1] ?? 0;
}

/** A title, a note or a unit statement: few cells, where the table below has many. */
function isAbove(rows: Rows, at: number, width: number): boolean {
  const cells = rows[at]!;
  const filled = filledCount(cells);
  if (cells.some((cell) => statedUnit(cell) !== null) && filled <= 3 && filled < width) return true;
  if (width >= 2 && filled === 1) return true;
  return width >= 5 && filled < width * 0.4 && !joins(rows, at);
}

/** What a cell is by its look alone; a null word is empty. */
export function classOf(cell: string): CellClass {
  const text = trimmed(cell);
  if (text === '' || NULLS.has(nullKey(text))) return 'empty';
  const year = /^(\d{4})(?:年度?)?$/.exec(foldWidth(text));
  if (year && Number(year[1]) >= 1990 && Number(year[1]) <= 2100) return 'year';
  if (readNumber(text, ANY_NUMBER).reason === 0) return 'figure';
  return readDate(text).reason === 0 ? 'date' : 'text';
}

/** Whether a row holds names: texts and years, none of them a value, and the columns below look otherwise or at least do not repeat them. */
function isNames(rows: Rows, at: number): boolean {
  const cells = rows[at]!.map(trimmed);
  const classes = cells.map(classOf);
  if (classes.includes('figure') || classes.includes('date')) return false;
  if (cells.some((cell) => /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(cell) || cell.length > 60)) return false;
  const years = cells.filter((_, column) => classes[column] === 'year');
  // A header that comes again further down is no row of values.
  const below = rows
    .slice(at + 1, at + 1 + COMPARED)
    .filter((row) => !row.every((cell, column) => trimmed(cell) === (cells[column] ?? '')));
  if (years.length > 0 && new Set(years).size < years.length && !classes.includes('text')) return false;
  // A row of text and one year is as likely a row of data: only further down the years would repeat.
  if (years.length > 0)
    return !below.some((row) => cells.some((cell, column) => classes[column] === 'year' && classOf(row[column] ?? '') === 'year'));
  if (cells.some((cell, column) => cell !== '' && isValues(below, column))) return true;
  return !below.some((row) => cells.some((cell, column) => cell !== '' && trimmed(row[column] ?? '') === cell));
}

/** Whether most filled cells of a column are figures, years or dates. */
function isValues(rows: Rows, column: number): boolean {
  const classes = rows.map((row) => classOf(row[column] ?? '')).filter((kind) => kind !== 'empty');
  return classes.length > 0 && classes.filter((kind) => kind !== 'text').length > classes.length / 2;
}

/** How many rows a header takes, its row of units apart: up to three, the last of them over values. */
function headerRows(rows: Rows, at: number): number {
  if (joins(rows, at)) return 2;
  return isUnder(rows, at) && joins(rows, at + 1) ? 3 : 1;
}

/** Whether the next row stands under merged cells of this one. */
function isUnder(rows: Rows, at: number): boolean {
  const upper = rows[at]!.map(trimmed);
  const lower = rows[at + 1]?.map(trimmed) ?? [];
  if (lower.every((cell) => cell === '') || isUnitRow(lower)) return false;
  if (!lower.every((cell) => ['empty', 'year', 'text'].includes(classOf(cell)))) return false;
  return lower.some((cell, column) => cell !== '' && upper[column + 1] === '' && upper[column] !== '');
}

/** Whether the next row continues the header: names under merged (empty or repeated) cells, with values below them. */
function joins(rows: Rows, at: number): boolean {
  const upper = rows[at]!.map(trimmed);
  const lower = rows[at + 1]?.map(trimmed);
  if (!lower || lower.every((cell) => cell === '') || isUnitRow(lower)) return false;
  if (!lower.every((cell) => ['empty', 'year', 'text'].includes(classOf(cell)))) return false;
  const merged = lower.some(
    (cell, column) =>
      cell !== '' && column > 0 && upper[column - 1] !== '' && (upper[column] === '' || upper[column] === upper[column - 1]),
  );
  const below = rows.slice(at + 2, at + 2 + COMPARED);
  const repeats = below.some((row) => lower.some((cell, column) => cell !== '' && trimmed(row[column] ?? '') === cell));
  return merged && !repeats && lower.some((cell, column) => cell !== '' && isValues(below, column));
}
