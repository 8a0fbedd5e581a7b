import { REASON } from '../../scoring/column';
import type { FoundColumn } from '../model/source';
import { trimmed } from './fold';
import { cellUnit, guessKind, isMoneyHeader } from './kinds';
import { LEDGER, LEDGER_REASONS } from './ledger-reasons';
import { DEFAULT_NULLS, nullKey, nullSet } from './null-words';
import { cellRule, readCell } from './read-cell';
import { isSpoilt, type SampleRow } from './sample';
import { headerUnit, parseUnit } from './units';

const NULLS = nullSet(DEFAULT_NULLS);
const SAMPLES = 5;

/**
 * What one column seems to hold. Its unit is that of its header, else of the unit row under it, else the one all its cells carry (%),
 * else the one stated above the table when the column is an amount of money.
 */
export function foundColumn(
  at: number,
  header: string,
  rowUnit: string | null,
  tableUnit: string | null,
  rows: readonly SampleRow[],
): FoundColumn {
  const marks = rows.map((row) => row.marks?.get(at) ?? 0);
  // A cell the file itself spoils tells nothing of the column.
  const raw = rows.map(({ cells }, row) => (isSpoilt(marks[row]!) ? '' : (cells[at] ?? '')));
  const given = raw.map(trimmed).filter((cell) => cell !== '');
  const cells = given.filter((cell) => !NULLS.has(nullKey(cell)));
  const own = headerUnit(header) ?? rowUnit;
  const kind = guessKind(header, own, cells.length > 0 ? cells : given);
  const figures = kind === 'number' || kind === 'money' || kind === 'count' || kind === 'ratio';
  const ownUnits = figures ? cells.filter((cell) => cellUnit(cell) !== '').length : 0;
  let unit = figures ? own : null;
  if (figures && unit === null && kind === 'ratio' && ownUnits > 0) unit = '%';
  const stated = tableUnit === null ? null : parseUnit(tableUnit);
  const takes = stated?.measure === 'money' ? kind === 'money' || (kind === 'number' && isMoneyHeader(header)) : stated?.measure === kind;
  if (unit === null && takes) unit = tableUnit;
  const found = kind === 'number' && unit !== null && parseUnit(unit)?.measure === 'money' ? 'money' : kind;
  const column = { header, at, field: null, kind: found, unit, year: null, separator: null };
  const rule = cellRule(column, { nulls: DEFAULT_NULLS, currency: '' });
  const outcomes = raw.map((cell, row) => {
    if (isSpoilt(marks[row]!)) return { value: null, reason: REASON.unreadable, note: marks[row]! };
    const outcome = readCell(cell, rule);
    return outcome.note === 0 && marks[row] !== 0 ? { ...outcome, note: marks[row]! } : outcome;
  });
  const notes = outcomes.map(({ note }) => LEDGER_REASONS[note]![1]);
  return {
    at,
    header,
    kind: found,
    unit,
    samples: [...new Set(given)].slice(0, SAMPLES),
    filled: outcomes.filter(({ reason }) => reason !== REASON.blank).length,
    blank: outcomes.filter(({ reason }) => reason === REASON.blank).length,
    changed: outcomes.filter(({ note }, row) => note !== 0 && notes[row] === 'changed cell').length,
    refused: outcomes.filter((_, row) => notes[row] === 'rejected cell').length,
    nulls: nullCounts(
      raw,
      outcomes.map(({ note }) => note === LEDGER.null_word),
    ),
    ownUnits,
  };
}

function nullCounts(raw: readonly string[], isNull: readonly boolean[]): FoundColumn['nulls'] {
  const counts = new Map<string, number>();
  raw.forEach((cell, row) => {
    if (isNull[row]) counts.set(trimmed(cell), (counts.get(trimmed(cell)) ?? 0) + 1);
  });
  return [...counts].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count);
}
