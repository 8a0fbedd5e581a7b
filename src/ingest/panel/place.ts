import { REASON } from '../../../scoring/column';
import { isYear } from '../check-recipe';
import type { Part } from './parts';
import { fateOf, FATE, type Placed, type Placement } from './placed';
import { placeSupport } from './place-support';
import { placeTitles } from './place-titles';
import { RowTable } from './row-table';

export interface Rows {
  readonly table: RowTable;
  /** In the order of the parts. */
  readonly placed: readonly Placed[];
}

/** First and last year of a part; Infinity and −Infinity where it has none or makes none. */
function yearRange({ year, wide, recipe }: Part): readonly [number, number] {
  if (recipe.dated) return [Infinity, -Infinity];
  const given = year ? [] : wide.length > 0 ? wide : [recipe.year!];
  let low = Math.min(...given);
  let high = Math.max(...given);
  if (year) {
    for (const value of year.values) {
      if (!isYear(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}

/** Numbers the (firm, year) pairs of all parts. Files that make rows come first; a list only finds rows, unless there is nothing but lists. */
export function placeRows(parts: readonly Part[], codes: readonly Int32Array[], firms: number): Rows {
  const ranges = parts.map(yearRange);
  const low = Math.min(...ranges.map(([from]) => from));
  const high = Math.max(...ranges.map(([, to]) => to));
  const sizes = parts.map(({ file, wide, recipe }) => (recipe.dated ? 0 : file.rows * Math.max(1, wide.length)));
  if (parts.length === 1) {
    const single = placeSingle(parts[0]!, codes[0]!, new RowTable(firms, low, high, sizes[0]!));
    if (single) return single;
  }
  const table = new RowTable(firms, low, high, sum(sizes));
  const onlyLists = parts.every(({ isList }) => isList);
  const placed = new Array<Placed>(parts.length);
  for (const lists of [false, true]) {
    parts.forEach((part, at) => {
      if (part.isList !== lists || part.recipe.dated) return;
      const own = new RowTable(firms, low, high, sizes[at]!);
      placed[at] = placePart(part, codes[at]!, own, table, !lists || onlyLists);
    });
  }
  const there = firmsIn(table, firms);
  parts.forEach((part, at) => {
    const { dated } = part.recipe;
    if (dated) placed[at] = (dated.is === 'titles' ? placeTitles : placeSupport)(part, codes[at]!, table, there);
  });
  return { table, placed };
}

/** 1 for each firm that has a row. */
function firmsIn(table: RowTable, firms: number): Uint8Array {
  const there = new Uint8Array(firms);
  for (let row = 0; row < table.size; row++) there[table.firm[row]!] = 1;
  return there;
}

/** One clean file with a row a firm-year, as most are: its rows are the panel's. null as soon as a row has no key or year or comes twice. */
function placeSingle(part: Part, codes: Int32Array, table: RowTable): Rows | null {
  const { file, recipe, wide, year } = part;
  if (wide.length > 0 || recipe.events) return null;
  const rows = new Int32Array(file.rows);
  for (let row = 0; row < file.rows; row++) {
    const firm = codes[row]!;
    const its = year ? (year.reasons[row] === 0 ? year.values[row]! : -1) : recipe.year!;
    if (firm < 0 || !isYear(its) || table.add(firm, its) !== row) return null;
    rows[row] = row;
  }
  return { table, placed: [{ part, placements: [{ year: null, rows, whole: true }], fates: new Uint8Array(file.rows), repeated: [] }] };
}

function sum(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0);
}

/**
 * Two passes: `own` finds the pairs the file gives more than once, whose rows the recipe decides about; then what is left goes to the panel's table.
 * A row of several years (a wide file) is lost only where all its years are.
 */
function placePart(part: Part, codes: Int32Array, own: RowTable, table: RowTable, makesRows: boolean): Placed {
  const { file, recipe, wide } = part;
  const years = wide.length > 0 ? wide : [null];
  const fates = new Uint8Array(file.rows);
  const placements = years.map((year) => ({ year, rows: new Int32Array(file.rows).fill(-1), whole: false }));
  const firstRow = new Int32Array(recipe.events ? 0 : file.rows * years.length);
  const repeated = new Map<number, number[]>();
  for (const { year, rows } of placements) {
    const yearOf = yearReader(part, year);
    const isGiven = givenReader(part, year);
    for (let row = 0; row < file.rows; row++) {
      const firm = codes[row]!;
      const its = yearOf(row);
      if (firm < 0 || its === -1) fates[row] = firm < 0 ? fateOf(firm) : FATE.no_year;
      else if (isGiven(row)) {
        const before = own.size;
        const pair = own.add(firm, its);
        rows[row] = pair;
        if (recipe.events) continue;
        if (pair === before) firstRow[pair] = row;
        else repeated.set(pair, [...(repeated.get(pair) ?? [firstRow[pair]!]), row]);
      }
    }
  }
  const keeps = new Map([...repeated].map(([pair, rows]) => [pair, keptRow(rows, recipe.duplicates)]));
  settle(placements, fates, own, table, makesRows, keeps);
  const list = [...repeated].map(([pair, rows]) => ({ firm: own.firm[pair]!, year: own.year[pair]!, rows }));
  return { part, placements, fates, repeated: list };
}

/** The row that stays of several for one firm and year; −1 none. While nobody has decided the first does, and no panel is given. */
function keptRow(rows: readonly number[], policy: 'ask' | 'first' | 'last' | 'reject'): number {
  if (policy === 'reject') return -1;
  return policy === 'last' ? rows.at(-1)! : rows[0]!;
}

/** Turns pairs of the file into rows of the panel, and tells the fate of the rows that got none. */
function settle(
  placements: readonly Placement[],
  fates: Uint8Array,
  own: RowTable,
  table: RowTable,
  makesRows: boolean,
  keeps: ReadonlyMap<number, number>,
): void {
  const lost = new Uint8Array(fates.length);
  const kept = new Uint8Array(fates.length);
  for (const { rows } of placements) {
    for (let row = 0; row < rows.length; row++) {
      const pair = rows[row]!;
      if (pair === -1) continue;
      const keep = keeps.size === 0 ? undefined : keeps.get(pair);
      if (keep !== undefined && keep !== row) {
        rows[row] = -1;
        lost[row] = FATE.duplicate_key;
        continue;
      }
      const target = makesRows ? table.add(own.firm[pair]!, own.year[pair]!) : table.find(own.firm[pair]!, own.year[pair]!);
      rows[row] = target;
      if (target === -1) lost[row] = FATE.no_such_firm_year;
      else kept[row] = 1;
    }
  }
  for (let row = 0; row < fates.length; row++)
    if (fates[row] === FATE.placed && kept[row] === 0) fates[row] = lost[row] === 0 ? FATE.no_figures : lost[row]!;
}

/** Row → its year, −1 where it has none that a panel can hold. */
function yearReader({ year, recipe }: Part, wide: number | null): (row: number) => number {
  if (wide !== null) return () => wide;
  if (!year) return () => recipe.year!;
  const { values, reasons } = year;
  return (row) => (reasons[row] === 0 && isYear(values[row]!) ? values[row]! : -1);
}

/** Whether a row says anything of a year: in a wide file a firm without one figure in 2019 has no row for 2019. */
function givenReader({ taken }: Part, wide: number | null): (row: number) => boolean {
  if (wide === null) return () => true;
  const reasons = taken.filter(({ said }) => said.year === wide).map(({ column }) => column.reasons);
  return (row) => reasons.some((list) => list[row] !== REASON.blank);
}
