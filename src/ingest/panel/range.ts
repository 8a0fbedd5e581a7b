import { REASON, type NumberColumn } from '../../../scoring/column';
import type { FieldEntry } from '../../model/recipe';
import type { LedgerLine } from '../../model/source';
import { laggedField } from '../own-fields';
import { parseUnit } from '../units';
import type { Part, Taken } from './parts';

/** A part with impossible figures taken out, and a line of the ledger for each. */
export interface InRange {
  readonly part: Part;
  readonly lines: readonly LedgerLine[];
}

/** Figure in the file × factor = stored figure. 1 where the column has no unit. */
export function factorOf(unit: string | null): number {
  return unit === null ? 1 : 10 ** (parseUnit(unit)?.exponent ?? 0);
}

/** A negative figure where the dictionary allows none becomes missing, `out_of_range`. The loaded column itself is left as it is. */
export function inRange(part: Part, dictionary: readonly FieldEntry[]): InRange {
  const lines: LedgerLine[] = [];
  const taken = part.taken.map((one): Taken => {
    const entry = dictionary.find(({ id }) => id === one.field) ?? laggedField(one.field, dictionary)?.entry;
    if (entry?.sign !== 'nonnegative' || one.column.kind !== 'number' || !hasNegative(one.column.values)) return one;
    return { ...one, column: withoutNegatives(one, one.column, part, lines) };
  });
  return lines.length === 0 ? { part, lines } : { part: { ...part, taken }, lines };
}

function hasNegative(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row++) if (values[row]! < 0) return true;
  return false;
}

function withoutNegatives({ said }: Taken, column: NumberColumn, { file }: Part, lines: LedgerLine[]): NumberColumn {
  const values = column.values.slice();
  const reasons = column.reasons.slice();
  const factor = factorOf(said.unit);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (!(value < 0)) continue;
    values[row] = NaN;
    reasons[row] = REASON.out_of_range;
    lines.push({
      source: file.source,
      line: file.lines[row]!,
      column: said.header,
      raw: String(value / factor),
      action: 'rejected cell',
      reason: 'out_of_range',
      read: '',
    });
  }
  return { kind: 'number', values, reasons };
}
