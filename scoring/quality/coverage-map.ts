import { type Column, REASON, unpackWords } from '../column';
import type { Panel } from '../panel';
import { UNKNOWN } from '../segment';
import { rowsOfYear, yearRows } from '../year-rows';
import type { CoverageBy, CoverageMap } from './format';

/**
 * How many firm-years have a value, field by field: by year over all years, or by the words of a dimension within one year (over all years
 * where `year` is null). Groups: years ascending; words by number of firms, the largest first, then by name, and firms without one last (`?`).
 * A dimension the panel has not gives no groups. An empty set is a value: it is known that there is nothing.
 */
export function coverageMap(panel: Panel, by: CoverageBy, year: number | null): CoverageMap {
  const { of, groups, firms } = by === 'year' ? yearGroups(panel) : wordGroups(panel, by, year);
  const fields = [...panel.fields.keys()];
  const present = new Int32Array(fields.length * groups.length);
  const notCollected = new Int32Array(fields.length * groups.length);
  fields.forEach((field, at) => count(panel.fields.get(field)!.reasons, of, at * groups.length, present, notCollected));
  return { by, fields, groups, firms, present, notCollected };
}

/** Row → group, −1 outside the map. */
interface Groups {
  readonly of: Int32Array;
  readonly groups: readonly string[];
  readonly firms: Int32Array;
}

function count(reasons: Uint8Array, of: Int32Array, from: number, present: Int32Array, notCollected: Int32Array): void {
  const absent = REASON.not_collected;
  for (let row = 0; row < reasons.length; row++) {
    const group = of[row]!;
    if (group < 0) continue;
    if (reasons[row] === 0) present[from + group]!++;
    else if (reasons[row] === absent) notCollected[from + group]!++;
  }
}

function yearGroups(panel: Panel): Groups {
  const { years, starts, rows } = yearRows(panel);
  const of = new Int32Array(panel.rows);
  const firms = Int32Array.from(years, (_, at) => starts[at + 1]! - starts[at]!);
  years.forEach((_, at) => rows.subarray(starts[at], starts[at + 1]).forEach((row) => (of[row] = at)));
  return { of, groups: years.map(String), firms };
}

function wordGroups(panel: Panel, field: string, year: number | null): Groups {
  const of = new Int32Array(panel.rows).fill(-1);
  const column = panel.fields.get(field);
  if (column?.kind !== 'text') return { of, groups: [], firms: new Int32Array(0) };
  const rows = year === null ? Int32Array.from(of, (_, row) => row) : rowsOfYear(panel, year);
  const words = unpackWords(column.words);
  const firms = new Int32Array(words.length + 1);
  for (const row of rows) firms[codeAt(column, row, words.length)]!++;
  const codes = [...firms.keys()].filter((code) => firms[code]! > 0);
  codes.sort(
    (a, b) => Number(a === words.length) - Number(b === words.length) || firms[b]! - firms[a]! || (words[a]! < words[b]! ? -1 : 1),
  );
  const place = new Int32Array(firms.length);
  codes.forEach((code, at) => (place[code] = at));
  for (const row of rows) of[row] = place[codeAt(column, row, words.length)]!;
  return { of, groups: codes.map((code) => words[code] ?? UNKNOWN), firms: Int32Array.from(codes, (code) => firms[code]!) };
}

function codeAt(column: Extract<Column, { kind: 'text' }>, row: number, unknown: number): number {
  return column.reasons[row] === 0 ? column.codes[row]! : unknown;
}
