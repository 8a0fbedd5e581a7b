import type { Panel } from '../panel';
import type { Growth } from './growth';
import { formulaFigures } from './rule-figures';

/** A step of more than 300 % … */
const MOST_STEP = 4;
/** … while the staff at least doubled is more often two firms become one, or a slip, than a firm that grew. */
const STAFF_STEP = 2;

/** 1 where some step of the growth's window looks like a merger, by position. Steps go from one year with field and staff to the next such year. */
export function mergerSuspects(panel: Panel, rows: Int32Array, { path, years }: Growth): Uint8Array {
  const suspects = new Uint8Array(rows.length);
  if (panel.fields.get('employees')?.kind !== 'number') return suspects;
  const staff = Array.from({ length: years + 1 }, (_, k) =>
    formulaFigures(panel, k === 0 ? 'employees' : `previous(employees, ${k})`, 'number', rows),
  );
  for (let i = 0; i < rows.length; i++) {
    let [figure, heads] = [NaN, NaN];
    for (let back = years; back >= 0; back--) {
      const [now, people] = [path[back]!.values[i]!, staff[back]!.values[i]!];
      if (Number.isNaN(now) || Number.isNaN(people)) continue;
      if (figure > 0 && heads > 0 && now > MOST_STEP * figure && people >= STAFF_STEP * heads) suspects[i] = 1;
      [figure, heads] = [now, people];
    }
  }
  return suspects;
}
