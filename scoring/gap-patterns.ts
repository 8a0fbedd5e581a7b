import { absenceOf, type Absence } from './absence';
import type { Evaluated } from './scored';

/**
 * Rows of the same stage that lack the same indicators are alike in all that follows from gaps: points lost, weight shared out, coverage.
 * A million rows fall into a few hundred or thousand patterns, so that this is worked out once a pattern, and is one look-up a row.
 */
export interface GapPatterns {
  /** Row → pattern. */
  readonly of: Int32Array;
  /** Pattern → its first row. */
  readonly example: Int32Array;
}

const known = new WeakMap<Absence, GapPatterns>();

/** The patterns of an evaluation; found once for the same gaps, which any weights and most changed rule points leave as they are. */
export function gapPatterns(evaluated: Evaluated): GapPatterns {
  const absence = absenceOf(evaluated);
  let found = known.get(absence);
  if (!found) known.set(absence, (found = findPatterns([evaluated.stage, ...absence.missing, ...(absence.inapplicable ?? [])])));
  return found;
}

/** Numbers rows by what all the columns say of them, by first appearance: a hash table with open addresses, at most half full. */
function findPatterns(columns: readonly [Int16Array, ...Uint32Array[]]): GapPatterns {
  const rows = columns[0].length;
  const of = new Int32Array(rows);
  const example: number[] = [];
  let table = new Int32Array(1024).fill(-1);
  const slotOf = (row: number): number => {
    let slot = hash(columns, row) & (table.length - 1);
    while (table[slot]! >= 0 && !isAlike(columns, example[table[slot]!]!, row)) slot = (slot + 1) & (table.length - 1);
    return slot;
  };
  for (let row = 0; row < rows; row++) {
    const slot = slotOf(row);
    if (table[slot]! < 0) {
      table[slot] = example.length;
      example.push(row);
    }
    of[row] = table[slot]!;
    if (example.length * 2 < table.length) continue;
    table = new Int32Array(table.length * 2).fill(-1);
    example.forEach((first, pattern) => (table[slotOf(first)] = pattern));
  }
  return { of, example: Int32Array.from(example) };
}

function hash(columns: readonly (Int16Array | Uint32Array)[], row: number): number {
  let mixed = 0;
  for (let column = 0; column < columns.length; column++) {
    mixed = Math.imul(mixed ^ columns[column]![row]!, 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}

function isAlike(columns: readonly (Int16Array | Uint32Array)[], a: number, b: number): boolean {
  for (let column = 0; column < columns.length; column++) if (columns[column]![a] !== columns[column]![b]) return false;
  return true;
}
