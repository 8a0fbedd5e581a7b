import type { LedgerLine } from '../model/source';

type Action = LedgerLine['action'];

/** Every reason a line of the ledger can have, with what was done. The position is the byte stored; append only. */
export const LEDGER_REASONS = [
  ['', 'changed cell'], // 0: nothing to tell
  ['above_header', 'skipped row'],
  ['blank_line', 'skipped row'],
  ['total_row', 'skipped row'],
  ['too_few_cells', 'rejected row'],
  ['too_many_cells', 'rejected row'],
  ['null_word', 'changed cell'],
  ['spaces_trimmed', 'changed cell'],
  ['full_width', 'changed cell'],
  ['minus_sign', 'changed cell'],
  ['thousands_separator', 'changed cell'],
  ['currency_sign', 'changed cell'],
  ['percent_sign', 'changed cell'],
  ['unit_in_cell', 'changed cell'], // the column's own unit, repeated
  ['unit_override', 'changed cell'], // another unit than the column's
  ['parentheses_negative', 'changed cell'],
  ['digits_rounded', 'changed cell'], // more digits than a double holds
  ['day_assumed', 'changed cell'], // year and month only: the first day
  ['time_dropped', 'changed cell'],
  ['year_of_date', 'changed cell'],
  ['unreadable', 'rejected cell'],
  ['number_range', 'rejected cell'], // overflows, or is lost to zero
  ['unit_mismatch', 'rejected cell'], // a percentage among amounts, an amount among heads
  ['other_currency', 'rejected cell'],
  ['ambiguous_date', 'rejected cell'],
  ['impossible_date', 'rejected cell'],
  ['digits_lost', 'rejected cell'], // a code written as 9.15E+17
  ['stray_quote', 'rejected row'],
  ['not_a_year', 'rejected cell'],
  ['quotes_as_text', 'changed cell'], // of a whole row: its quotes were broken, and without them it has the right number of cells
  ['merged_cell', 'changed cell'], // empty in the sheet itself: filled from the cell it is merged with
  ['formula_without_value', 'rejected cell'],
  ['error_value', 'rejected cell'], // #REF! and its kin
  ['bad_record', 'rejected row'], // a line of JSON that is no record
  ['nested_value', 'rejected cell'], // an object or a list of lists where a value belongs
  ['repeated_header', 'skipped row'], // the header once more, as at the top of each printed page
  ['other_table', 'skipped row'], // of another table in the same file
  ['short_row', 'changed cell'], // of a whole row: cells are missing at its end, and nowhere else could they be
] as const satisfies readonly (readonly [string, Action])[];

export type LedgerReason = (typeof LEDGER_REASONS)[number][0];

/** Reason → its byte. */
export const LEDGER = Object.fromEntries(LEDGER_REASONS.map(([reason], code) => [reason, code])) as Readonly<Record<LedgerReason, number>>;

/** The action of a reason byte. */
export function actionOf(code: number): Action {
  const entry = LEDGER_REASONS[code];
  if (!entry) throw new RangeError(`ledger reason ${code} is not known`);
  return entry[1];
}
