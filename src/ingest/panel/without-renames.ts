import type { Panel } from '../../../scoring/panel';
import { ConflictBook, type FieldConflicts } from './conflicts';
import type { KnownNames } from './known-names';
import type { Origins } from './origins';

/** Conflicts without the firm-years whose names are known to be one firm's. */
export function withoutRenames(
  conflicts: readonly FieldConflicts[],
  panel: Panel,
  origins: Origins,
  known: KnownNames,
): readonly FieldConflicts[] {
  return conflicts.map((one) => {
    if (one.field !== 'firm_name') return one;
    const book = new ConflictBook([one], panel, origins);
    const isOpen = (row: number, at: number): boolean => {
      const firm = panel.firm[row]!;
      return (
        !known.has(firm) ||
        !known.isOne(
          firm,
          book.page(at, 1)[0]!.says.map(({ value }) => value),
        )
      );
    };
    const kept = [...one.rows.keys()].filter((at) => isOpen(one.rows[at]!, at));
    return { ...one, rows: Int32Array.from(kept, (at) => one.rows[at]!), decided: Int16Array.from(kept, (at) => one.decided[at]!) };
  });
}
