import { REASON } from '../../scoring/column';
import { foldWidth } from './fold';
import { LEDGER } from './ledger-reasons';
import type { Outcome } from './read-cell';

const SPLIT = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:Z|\+00:00)?)?$/;
const CHINESE = /^(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH = /^(\d{4})[-/.](\d{1,2})$/;
const WESTERN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const DAY = 86_400_000;

/**
 * Reads a trimmed cell as days since 1970-01-01. `05/01/2024` is refused as ambiguous; `25/01/2024` can only be one day.
 * A month without a day is its first day, told in the ledger; a time of day is dropped, told unless it is midnight.
 */
export function readDate(cell: string): Outcome {
  const text = foldWidth(cell);
  const split = SPLIT.exec(text);
  if (split) return day(split[1]!, split[3]!, split[4]!, split[5] !== undefined && /[1-9]/.test(split[5]) ? LEDGER.time_dropped : 0);
  const chinese = CHINESE.exec(text);
  if (chinese) return day(chinese[1]!, chinese[2]!, chinese[3] ?? '1', chinese[3] === undefined ? LEDGER.day_assumed : 0);
  const compact = COMPACT.exec(text);
  if (compact) return day(compact[1]!, compact[2]!, compact[3]!, 0);
  const month = MONTH.exec(text);
  if (month) return day(month[1]!, month[2]!, '1', LEDGER.day_assumed);
  const western = WESTERN.exec(text);
  if (!western) return refused(LEDGER.unreadable);
  const [first, second] = [Number(western[1]), Number(western[2])];
  if (first <= 12 && second <= 12 && first !== second) return refused(LEDGER.ambiguous_date);
  return first > 12 ? day(western[3]!, western[2]!, western[1]!, 0) : day(western[3]!, western[1]!, western[2]!, 0);
}

function day(year: string, month: string, date: string, note: number): Outcome {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  const time = Date.UTC(y, m - 1, d);
  const back = new Date(time);
  // Date.UTC rolls 30 February over into March: what does not come back was no date.
  if (y < 1000 || back.getUTCFullYear() !== y || back.getUTCMonth() !== m - 1 || back.getUTCDate() !== d)
    return refused(LEDGER.impossible_date);
  return { value: time / DAY, reason: 0, note };
}

function refused(note: number): Outcome {
  return { value: null, reason: REASON.unreadable, note };
}

const YEAR = /^(?:FY\s*)?(\d{4})(?:\.0+|\s*(?:年度?|财年))?$/i;

/** Reads a trimmed cell as a year, 1800 to 2100: `2023`, `2023年`, `2023年度`; a whole date gives its year, told in the ledger. */
export function readYear(cell: string): Outcome {
  const found = YEAR.exec(foldWidth(cell));
  if (found) {
    const year = Number(found[1]);
    return year >= 1800 && year <= 2100
      ? { value: year, reason: 0, note: 0 }
      : { value: null, reason: REASON.out_of_range, note: LEDGER.not_a_year };
  }
  const date = readDate(cell);
  if (typeof date.value !== 'number') return refused(LEDGER.not_a_year);
  return { value: new Date(date.value * DAY).getUTCFullYear(), reason: 0, note: LEDGER.year_of_date };
}
