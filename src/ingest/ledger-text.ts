import { separatedText } from '../columns/csv';
import type { LedgerLine } from '../model/source';

const HEADER = ['source', 'line', 'column', 'raw', 'action', 'reason', 'read'];

/** The ledger as CSV, one line an entry; the raw text is guarded against spreadsheets like any other. */
export function ledgerText(lines: Iterable<LedgerLine>): string {
  return separatedText(HEADER, cells(lines));
}

function* cells(lines: Iterable<LedgerLine>) {
  for (const { source, line, column, raw, action, reason, read } of lines) yield [source, line, column, raw, action, reason, read];
}
