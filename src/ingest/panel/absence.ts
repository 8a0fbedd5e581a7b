import { REASON, type Column, type TextColumn } from '../../../scoring/column';
import type { Recipe } from '../../model/recipe';
import type { Part } from './parts';
import { listWords } from './words';

/** A field that a file answers by who stands in it: flags, counts, sets, counted events. `listed` is 1 on the panel rows the file has. */
export interface Listing {
  readonly part: Part;
  readonly listed: Uint8Array;
}

/** Whether a firm-year that is not in the file is inside what the file covers. No years or districts given: it covers all. */
export function covers(absence: Recipe['absence'], year: Int32Array, district: TextColumn | undefined): (row: number) => boolean {
  const years = absence.years && new Set(absence.years);
  const wanted = absence.districts && new Set(absence.districts);
  if (!wanted) return (row) => !years || years.has(year[row]!);
  const known = district ? listWords(district.words).map((word) => wanted.has(word)) : [];
  return (row) => (!years || years.has(year[row]!)) && district?.reasons[row] === 0 && known[district.codes[row]!] === true;
}

/**
 * Fills what absence from a list says: known to be 0, or the empty set, where the recipe says `none` and the list covers the firm-year, else
 * `absence_unknown`. Cells with a value, an unreadable one or one out of range are left; so is a firm that stands in the list with an empty cell.
 */
export function fillAbsence<C extends Exclude<Column, TextColumn>>(
  column: C,
  { part, listed }: Listing,
  year: Int32Array,
  district: Column | undefined,
): C {
  const { absence } = part.recipe;
  const isCovered = covers(absence, year, district?.kind === 'text' ? district : undefined);
  const reasons = column.reasons.slice();
  const values = column.kind === 'set' ? null : column.values.slice();
  for (let row = 0; row < reasons.length; row++) {
    const reason = reasons[row];
    const open = reason === REASON.not_collected || reason === REASON.absence_unknown || reason === REASON.blank;
    if (!open || listed[row] === 1) continue;
    if (absence.means === 'none' && isCovered(row)) {
      if (values) values[row] = 0;
      reasons[row] = 0;
    } else if (reason === REASON.not_collected) reasons[row] = REASON.absence_unknown;
  }
  return values ? { ...column, values, reasons } : { ...column, reasons };
}
