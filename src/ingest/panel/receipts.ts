import { wordAt, type Column } from '../../../scoring/column';
import type { Duplicate } from '../../model/joined';
import type { Account, LedgerLine } from '../../model/source';
import type { Part } from './parts';
import { FATES, type Placed, type Repeated } from './placed';

/** How many of a kind are listed one by one; the true count is always said. */
export const LISTED = 1000;

/** Rows that joining left out: rejected where the row is at fault, skipped where it says nothing of any firm-year there is. */
const ACTIONS = {
  no_firm_key: 'rejected row',
  no_year: 'rejected row',
  duplicate_key: 'rejected row',
  no_such_firm_year: 'skipped row',
  no_figures: 'skipped row',
  match_undecided: 'skipped row',
  no_match: 'skipped row',
  no_such_firm: 'skipped row',
  bad_dates: 'rejected row',
  no_title: 'rejected row',
} as const;

/** A line for each row of a file that got no place in the panel. */
export function rowLines({ part, fates }: Placed): readonly LedgerLine[] {
  const { file, key } = part;
  const lines: LedgerLine[] = [];
  for (let row = 0; row < fates.length; row++) {
    const fate = FATES[fates[row]!]!;
    if (fate === 'placed') continue;
    const raw = key.reasons[row] === 0 ? wordAt(key.words, key.codes[row]!) : '';
    lines.push({ source: file.source, line: file.lines[row]!, column: '', raw, action: ACTIONS[fate], reason: fate, read: '' });
  }
  return lines;
}

/** The account of a file after joining: read = loaded + rejected + skipped still. */
export function settledAccount({ account }: Part['file'], lines: readonly LedgerLine[]): Account {
  const count = (action: LedgerLine['action']): number => lines.filter((line) => line.action === action).length;
  const [rejected, skipped] = [count('rejected row'), count('skipped row')];
  return {
    ...account,
    loaded: account.loaded - rejected - skipped,
    rejected: account.rejected + rejected,
    skipped: account.skipped + skipped,
    rejectedCells: account.rejectedCells + count('rejected cell'),
  };
}

/** The repeated firm-years of a file for a person to decide on, at most `LISTED`. */
export function duplicatesOf({ part, repeated }: Placed, keyOf: (firm: number) => string): readonly Duplicate[] {
  return repeated.slice(0, LISTED).map((one) => duplicate(part, one, keyOf(one.firm)));
}

function duplicate({ file, name, taken }: Part, { year, rows }: Repeated, firm: string): Duplicate {
  const named = name && rows.find((row) => name.reasons[row] === 0);
  const compared = taken.filter(({ said }) => said.year === null || said.year === year);
  return {
    firm,
    name: name && named !== undefined && named !== null ? wordAt(name.words, name.codes[named]!) : '',
    year,
    places: rows.map((row) => ({ source: file.source, line: file.lines[row]! })),
    differ: compared.filter(({ column }) => rows.some((row) => !sameCell(column, rows[0]!, row))).map(({ field }) => field),
  };
}

function sameCell(column: Column, first: number, second: number): boolean {
  if (column.reasons[first] !== column.reasons[second]) return false;
  if (column.reasons[first] !== 0) return true;
  if (column.kind === 'text') return column.codes[first] === column.codes[second];
  if (column.kind !== 'set') return column.values[first] === column.values[second];
  const { bits, width } = column;
  for (let index = 0; index < width; index++) if (bits[first * width + index] !== bits[second * width + index]) return false;
  return true;
}
