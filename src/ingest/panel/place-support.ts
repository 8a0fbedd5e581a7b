import { REASON, type NumberColumn } from '../../../scoring/column';
import { isYear } from '../check-recipe';
import { yearOfDay } from './days';
import type { Part } from './parts';
import { fateOf, FATE, type Placed } from './placed';
import type { RowTable } from './row-table';

/** The number column of a field; null where the part has none. */
export function figures({ taken }: Pick<Part, 'taken'>, field: string): NumberColumn | null {
  const column = taken.find((one) => one.field === field)?.column;
  return column?.kind === 'number' ? column : null;
}

/** The year of a record: of its day, else of its year column or its file; 0 where nobody says, or the day cannot be read. */
export function supportYear(part: Part, days: NumberColumn | null, row: number): number {
  if (days && days.reasons[row] === 0) return yearOfDay(days.values[row]!);
  if (days && days.reasons[row] !== REASON.blank) return 0;
  const year = part.year ? (part.year.reasons[row] === 0 ? part.year.values[row]! : 0) : (part.recipe.year ?? 0);
  return isYear(year) ? year : 0;
}

/** Support is a firm's, whatever its year: a record is lost only where its firm has no row at all. It counts in the firm-year of its day. */
export function placeSupport(part: Part, codes: Int32Array, table: RowTable, there: Uint8Array): Placed {
  const days = figures(part, 'support_date');
  const fates = new Uint8Array(part.file.rows);
  const fileRows: number[] = [];
  const targets: number[] = [];
  for (let row = 0; row < part.file.rows; row++) {
    const firm = codes[row]!;
    if (firm < 0) fates[row] = fateOf(firm);
    else if (there[firm] !== 1) fates[row] = FATE.no_such_firm;
    else {
      const target = table.find(firm, supportYear(part, days, row));
      if (target === -1) continue;
      fileRows.push(row);
      targets.push(target);
    }
  }
  const dated = { fileRows: Int32Array.from(fileRows), targets: Int32Array.from(targets) };
  return { part, placements: [], fates, repeated: [], dated };
}
