import { REASON, type NumberColumn, type TextColumn } from '../../../scoring/column';
import { isYear } from '../check-recipe';
import { lastYearEndBy, yearOfDay } from './days';
import type { Part } from './parts';
import { fateOf, FATE, type Placed } from './placed';
import type { RowTable } from './row-table';

/** The columns of a list of titles. */
export interface TitleColumns {
  readonly title: TextColumn | null;
  readonly from: NumberColumn | null;
  readonly to: NumberColumn | null;
}

export function titleColumns({ taken }: Pick<Part, 'taken'>): TitleColumns {
  const find = (field: string) => taken.find((one) => one.field === field)?.column;
  const [title, from, to] = [find('title_name'), find('valid_from'), find('valid_to')];
  return {
    title: title?.kind === 'text' ? title : null,
    from: from?.kind === 'number' ? from : null,
    to: to?.kind === 'number' ? to : null,
  };
}

/** Finds for each title the firm-years whose 31 December lies between its days. `there`: 1 for firms that have a row. */
export function placeTitles(part: Part, codes: Int32Array, table: RowTable, there: Uint8Array): Placed {
  const columns = titleColumns(part);
  const fates = new Uint8Array(part.file.rows);
  const fileRows: number[] = [];
  const targets: number[] = [];
  for (let row = 0; row < part.file.rows; row++) {
    const firm = codes[row]!;
    const span = firm < 0 ? fateOf(firm) : heldIn(part, columns, row);
    if (typeof span === 'number') {
      fates[row] = span;
      continue;
    }
    const before = targets.length;
    for (let year = Math.max(span.first, table.low); year <= Math.min(span.last, table.high); year++) {
      const target = table.find(firm, year);
      if (target === -1) continue;
      fileRows.push(row);
      targets.push(target);
    }
    if (targets.length === before) fates[row] = there[firm] === 1 ? FATE.no_such_firm_year : FATE.no_such_firm;
  }
  const dated = { fileRows: Int32Array.from(fileRows), targets: Int32Array.from(targets) };
  return { part, placements: [], fates, repeated: [], dated };
}

/** First and last year a row counts in; the fate of a row that says no title or no years. Open on a side of which the file says nothing. */
function heldIn(part: Part, { title, from, to }: TitleColumns, row: number): { readonly first: number; readonly last: number } | number {
  const { dated } = part.recipe;
  const named = title ? title.reasons[row] === 0 : dated?.is === 'titles' && dated.title !== null;
  if (!named) return FATE.no_title;
  const [start, end] = [dayOf(from, row), dayOf(to, row)];
  if (start === 'unreadable' || end === 'unreadable') return FATE.bad_dates;
  if (start === null && end === null) {
    const year = part.year ? (part.year.reasons[row] === 0 ? part.year.values[row]! : NaN) : (part.recipe.year ?? NaN);
    return isYear(year) ? { first: year, last: year } : FATE.no_year;
  }
  if (start !== null && end !== null && start > end) return FATE.bad_dates;
  return { first: start === null ? -Infinity : yearOfDay(start), last: end === null ? Infinity : lastYearEndBy(end) };
}

function dayOf(column: NumberColumn | null, row: number): number | null | 'unreadable' {
  if (!column || column.reasons[row] === REASON.blank) return null;
  return column.reasons[row] === 0 ? column.values[row]! : 'unreadable';
}

/** How many titles of a list have only one of their days: they count in all years on the open side, and a person is told. */
export function openEnded(part: Part): number {
  const { from, to } = titleColumns(part);
  let count = 0;
  for (let row = 0; row < part.file.rows; row++) {
    const [start, end] = [dayOf(from, row), dayOf(to, row)];
    if ((start === null) !== (end === null)) count++;
  }
  return count;
}
