import { type Column, REASON, type SetColumn, type TextColumn } from '../column';
import { earlierRow } from '../panel';
import { absentStep, type Cells, cellsFor, type NumberStep, type Scope, stepOver, type TextStep } from './step';
import { absentText, textOver } from './text';
import { uniteWords } from './words';

type CellKind = 'number' | 'truth';
type OfKind<K extends Column['kind']> = Extract<Column, { readonly kind: K }>;

/** A field's column; null when no loaded source gives it. Another kind is a formula that was never checked. */
export function columnOf<K extends Column['kind']>(scope: Scope, field: string, kind: K): OfKind<K> | null {
  const column = scope.panel.fields.get(field);
  if (!column) return null;
  if (column.kind !== kind) throw new TypeError(`${field} is ${column.kind}, the formula needs ${kind}`);
  return column as OfKind<K>;
}

/** A number or truth field of the row itself. */
export function fieldStep(scope: Scope, field: string, kind: CellKind): NumberStep {
  const column = columnOf(scope, field, kind);
  if (!column) return absentStep(scope);
  const { rows } = scope;
  const out = cellsFor(scope);
  const run = (from: number, count: number): void => {
    if (rows) return gather(column, rows, from, out, count);
    out.values.set(column.values.subarray(from, from + count));
    out.reasons.set(column.reasons.subarray(from, from + count));
  };
  return { ...out, run };
}

function gather(column: Cells, rows: Int32Array, from: number, out: Cells, count: number): void {
  for (let at = 0; at < count; at++) {
    const row = rows[from + at]!;
    out.values[at] = column.values[row]!;
    out.reasons[at] = column.reasons[row]!;
  }
}

/** A text field of the row itself. */
export function fieldText(scope: Scope, field: string): TextStep {
  const column = columnOf(scope, field, 'text');
  if (!column) return absentText(scope);
  const { rows } = scope;
  return textOver(scope, column.words, (codes, reasons, from, count) => {
    for (let at = 0; at < count; at++) {
      const row = rows ? rows[from + at]! : from + at;
      codes[at] = column.codes[row]!;
      reasons[at] = column.reasons[row]!;
    }
  });
}

/** Only the reasons of a field of any kind. An empty set counts as not applicable: it is known, but there is nothing in it. */
export function fieldReasons(scope: Scope, field: string): Pick<NumberStep, 'reasons' | 'run'> {
  const column = scope.panel.fields.get(field);
  if (!column) return absentStep(scope);
  const { rows } = scope;
  const reasons = new Uint8Array(scope.size);
  const run = (from: number, count: number): void => {
    for (let at = 0; at < count; at++) {
      const row = rows ? rows[from + at]! : from + at;
      reasons[at] = column.reasons[row]!;
      if (column.kind === 'set' && reasons[at] === 0 && isEmptySet(column, row)) reasons[at] = REASON.not_applicable;
    }
  };
  return { reasons, run };
}

/** A field k years back in two columns: the field itself, read at the earlier row, and what this row's file said of that year. */
interface Past<C> {
  readonly main: C | null;
  readonly filled: C | null;
  readonly earlier: Int32Array;
}

function pastOf<K extends Column['kind']>(scope: Scope, field: string, k: number, kind: K): Past<OfKind<K>> {
  const filled = scope.panel.fields.get(`${field}_p${k}`);
  return {
    main: columnOf(scope, field, kind),
    filled: filled?.kind === kind ? (filled as OfKind<K>) : null,
    earlier: earlierRow(scope.panel, k),
  };
}

/** A number or truth field k years earlier: from the firm's row of that year, else from `field_p<k>` of this row, else `no_earlier_year`. */
export function previousStep(scope: Scope, field: string, k: number, kind: CellKind): NumberStep {
  const { main, filled, earlier } = pastOf(scope, field, k, kind);
  const { rows } = scope;
  return stepOver(scope, [], (out, count, from) => {
    for (let at = 0; at < count; at++) {
      const row = rows ? rows[from + at]! : from + at;
      const back = earlier[row]!;
      if (back >= 0) {
        out.values[at] = main ? main.values[back]! : NaN;
        out.reasons[at] = main ? main.reasons[back]! : REASON.not_collected;
      } else {
        const found = filled !== null && filled.reasons[row] === 0;
        out.values[at] = found ? filled.values[row]! : NaN;
        out.reasons[at] = found ? 0 : REASON.no_earlier_year;
      }
    }
  });
}

/** A text field k years earlier, found as `previousStep` finds numbers. */
export function previousText(scope: Scope, field: string, k: number): TextStep {
  const { main, filled, earlier } = pastOf(scope, field, k, 'text');
  const united = uniteWords(...[main, filled].filter((column): column is TextColumn => column !== null).map((column) => column.words));
  const mainCodes = united.codes[0];
  const filledCodes = united.codes[main ? 1 : 0];
  const { rows } = scope;
  return textOver(scope, united.words, (codes, reasons, from, count) => {
    for (let at = 0; at < count; at++) {
      const row = rows ? rows[from + at]! : from + at;
      const back = earlier[row]!;
      const found = back >= 0 ? main : filled;
      let reason: number = found ? found.reasons[back >= 0 ? back : row]! : REASON.not_collected;
      if (back < 0 && (!found || reason !== 0)) reason = REASON.no_earlier_year;
      reasons[at] = reason;
      codes[at] = reason ? -1 : back >= 0 ? mainCodes![main!.codes[back]!]! : filledCodes![filled!.codes[row]!]!;
    }
  });
}

function isEmptySet({ bits, width }: SetColumn, row: number): boolean {
  for (let word = row * width; word < (row + 1) * width; word++) if (bits[word] !== 0) return false;
  return true;
}
