import { wordCount } from './column';
import { type Panel, earlierRow, panelYears } from './panel';
import { radixSort, sortRowsBy } from './radix';
import { wordOrder } from './word-order';

/** The rows of each year, in order of the panel. Rows of year number i are `rows[starts[i] … starts[i + 1] − 1]`. */
export interface YearRows {
  /** Ascending. */
  readonly years: readonly number[];
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

const known = new WeakMap<Panel, YearRows>();

/** Rows by year. Computed once a panel. */
export function yearRows(panel: Panel): YearRows {
  let lists = known.get(panel);
  if (!lists) known.set(panel, (lists = findYearRows(panel)));
  return lists;
}

function findYearRows(panel: Panel): YearRows {
  const years = panelYears(panel);
  const first = years[0] ?? 0;
  const rows = new Int32Array(panel.rows);
  const keys = new Uint32Array(panel.rows);
  for (let row = 0; row < panel.rows; row++) {
    rows[row] = row;
    keys[row] = panel.year[row]! - first;
  }
  radixSort(keys, rows);
  const starts = new Int32Array(years.length + 1);
  for (let i = 0, at = 0; at < years.length; at++) {
    starts[at] = i;
    while (i < panel.rows && panel.year[rows[i]!] === years[at]) i++;
    starts[at + 1] = i;
  }
  return { years, starts, rows };
}

/** The rows of each year by firm key, and where each row stands. */
export interface KeyedRows extends YearRows {
  /** Row → its position among the rows of its year. */
  readonly place: Int32Array;
}

const knownKeyed = new WeakMap<Panel, KeyedRows>();

/** Rows by year, within a year by firm key: what decides between equals on a board stands in order before anything is ranked. Computed once a panel. */
export function keyedRows(panel: Panel): KeyedRows {
  let lists = knownKeyed.get(panel);
  if (!lists) knownKeyed.set(panel, (lists = findKeyedRows(panel)));
  return lists;
}

function findKeyedRows(panel: Panel): KeyedRows {
  const { years, starts, rows } = yearRows(panel);
  const keyed = rows.slice();
  const place = new Int32Array(panel.rows);
  const order = wordOrder(panel.firmKeys);
  for (let at = 0; at < years.length; at++) {
    const own = keyed.subarray(starts[at], starts[at + 1]);
    sortRowsBy(own, (row) => order[panel.firm[row]!]!);
    for (let i = 0; i < own.length; i++) place[own[i]!] = i;
  }
  return { years, starts, rows: keyed, place };
}

/** The rows of one year by firm key; none of a year that is not loaded. */
export function keyedRowsOf(panel: Panel, year: number): Int32Array {
  const { years, starts, rows } = keyedRows(panel);
  const at = years.indexOf(year);
  return at < 0 ? new Int32Array(0) : rows.subarray(starts[at], starts[at + 1]);
}

/** The rows of one year; none of a year that is not loaded. */
export function rowsOfYear(panel: Panel, year: number): Int32Array {
  const { years, starts, rows } = yearRows(panel);
  const at = years.indexOf(year);
  return at < 0 ? new Int32Array(0) : rows.subarray(starts[at], starts[at + 1]);
}

const firmLists = new WeakMap<Panel, { readonly starts: Int32Array; readonly rows: Int32Array }>();

/** The rows of one firm, years ascending. */
export function rowsOfFirm(panel: Panel, firm: number): Int32Array {
  let lists = firmLists.get(panel);
  if (!lists) firmLists.set(panel, (lists = findFirmLists(panel)));
  return lists.rows.subarray(lists.starts[firm], lists.starts[firm + 1]);
}

function findFirmLists(panel: Panel): { starts: Int32Array; rows: Int32Array } {
  const starts = new Int32Array(wordCount(panel.firmKeys) + 1);
  for (let row = 0; row < panel.rows; row++) starts[panel.firm[row]! + 1]!++;
  for (let firm = 1; firm < starts.length; firm++) starts[firm]! += starts[firm - 1]!;
  const next = starts.slice();
  const rows = new Int32Array(panel.rows);
  for (const row of yearRows(panel).rows) rows[next[panel.firm[row]!]!++] = row;
  return { starts, rows };
}

/** The row of a firm in a year, −1 where there is none. */
export function rowOfYear(panel: Panel, firm: number, year: number): number {
  for (const row of rowsOfFirm(panel, firm)) if (panel.year[row] === year) return row;
  return -1;
}

const later = new WeakMap<Panel, Int32Array>();

/** Row → row of the same firm one year after, or −1. */
export function nextYearRow(panel: Panel): Int32Array {
  let rows = later.get(panel);
  if (!rows) {
    rows = new Int32Array(panel.rows).fill(-1);
    const earlier = earlierRow(panel, 1);
    for (let row = 0; row < panel.rows; row++) if (earlier[row]! >= 0) rows[earlier[row]!] = row;
    later.set(panel, rows);
  }
  return rows;
}
