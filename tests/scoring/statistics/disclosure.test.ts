import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeCells, differenceOfFirms } from '../../../scoring/statistics/differencing';
import { type Cell, GUARD, joined, sumCell, unsafe } from '../../../scoring/statistics/disclosure';
import { type CellTable, suppress } from '../../../scoring/statistics/suppression';
import { column } from './shown';

const count = (firms: number): Cell => ({ firms, sum: null });

describe('a cell tells too much by itself', () => {
  it.each([
    [0, 'additive', null],
    [1, 'additive', 'few'],
    [4, 'additive', 'few'],
    [5, 'additive', null],
    [9, 'quantile', 'few'],
    [10, 'quantile', null],
    [0, 'quantile', null],
  ] as const)('of %d firms, %s: %s', (firms, kind, wanted) => {
    expect(unsafe(count(firms), kind)).toBe(wanted);
  });
  it('where the second largest can work out the largest to 10 %: 50,000 and 49,000 of 100,000 (Handbook on Statistical Disclosure Control, 4.2)', () => {
    const cell = sumCell(column([50_000, 49_000, 400, 300, 300]));
    expect(cell).toEqual({ firms: 5, sum: { total: 100_000, first: 50_000, second: 49_000 } });
    expect(unsafe(cell, 'additive')).toBe('dominated');
  });
  it.each([
    // The others hold 10 of 100: just not below 10 %.
    [[100, 50, 4, 3, 3], null],
    [[100, 50, 4, 3, 2.9], 'dominated'],
    [[20, 20, 20, 20, 20], null],
    // A loss counts by its size; zeros and gaps contribute nothing.
    [[-100, 50, 4, 3, 2.9], 'dominated'],
    [[100, 50, 0, 0, 0, null], 'few'],
    [[0, null, Infinity], null],
  ])('by contributions %j: %s', (values, wanted) => {
    expect(unsafe(sumCell(column(values)), 'additive')).toBe(wanted);
  });
  it('as strictly as is asked', () => {
    expect(unsafe(count(3), 'additive', { ...GUARD, firms: 3 })).toBeNull();
    expect(unsafe(sumCell(column([100, 50, 10, 5, 5])), 'additive', { ...GUARD, percent: 25 })).toBe('dominated');
  });
  it('cells of different firms tell together what one cell of all of them would', () => {
    const [a, b] = [
      [7, 1, 3],
      [9, 2],
    ];
    expect(joined([sumCell(column(a)), sumCell(column(b))])).toEqual(sumCell(column([...a, ...b])));
    expect(joined([])).toEqual({ firms: 0, sum: { total: 0, first: 0, second: 0 } });
    expect(joined([count(3), sumCell(column(a))])).toEqual({ firms: 6, sum: null });
  });
});

/** A table of counts with the totals of its rows and columns. */
function withTotals(inner: readonly (readonly number[])[]): CellTable {
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const rows = inner.map((row) => [...row, sum(row)]);
  const totals = rows[0]!.map((_, at) => sum(rows.map((row) => row[at]!)));
  const all = [...rows, totals];
  return { rows: all.length, columns: totals.length, cells: all.flat().map(count), hasRowTotals: true, hasColumnTotals: true };
}
const marks = (table: CellTable, kind: 'additive' | 'quantile' = 'additive'): string[] => {
  const letters = suppress(table, kind).map(({ status }) => ({ published: '.', primary: 'P', secondary: 's' })[status]);
  return Array.from({ length: table.rows }, (_, row) => letters.slice(row * table.columns, (row + 1) * table.columns).join(''));
};
const row = (...firms: number[]): CellTable => ({
  rows: 1,
  columns: firms.length,
  cells: firms.map(count),
  hasRowTotals: true,
  hasColumnTotals: false,
});

describe('beside a hidden cell', () => {
  it.each([
    [[8, 20, 7, 30, 65], '.....'],
    // The smallest other one.
    [[3, 20, 7, 30, 60], 'P.s..'],
    // The first of equal ones.
    [[7, 20, 3, 7, 37], 's.P..'],
    // An empty cell hides nothing.
    [[3, 0, 7, 10], 'P.s.'],
    [[3, 0, 0, 3], 'P..P'],
    [[6, 3, 9], 'sP.'],
    // One and one: each knows itself, and the total less the rest is both. A third is hidden with them.
    [[1, 1, 20, 30, 52], 'PPs..'],
    [[4, 1, 20, 30, 55], 'PP...'],
  ])('in the row %j with its total stands another: %s', (firms, wanted) => {
    expect(marks(row(...firms))).toEqual([wanted]);
  });
  it('nothing else is hidden where no total is shown, nor of quantiles, which do not add up', () => {
    expect(marks({ ...row(3, 20, 7, 30), hasRowTotals: false })).toEqual(['P...']);
    expect(marks(row(3, 20, 9, 32), 'quantile')).toEqual(['P.P.']);
  });
  it('three others close the square where rows and columns have totals', () => {
    const table = withTotals([
      [3, 20, 30],
      [20, 6, 40],
      [25, 35, 7],
    ]);
    expect(marks(table)).toEqual(['Ps..', 'ss..', '....', '....']);
    expect(suppress(table, 'additive').slice(0, 3)).toEqual([
      { status: 'primary', reason: 'few' },
      { status: 'secondary', reason: 'derivable' },
      { status: 'published', reason: null },
    ]);
  });
  it('a small total is hidden like any other cell', () => {
    expect(marks(row(2, 1, 3))).toEqual(['PPP']);
    expect(marks(withTotals([[2], [9]]))).toEqual(['PP', 'ss', '..']);
  });
  it('one more is hidden where a single cell links two squares: rows 1 and 2 less columns 1 and 2 would yield it', () => {
    const table = withTotals([
      [3, 3, 50, 40],
      [3, 3, 3, 50],
      [50, 50, 3, 3],
      [50, 50, 3, 3],
    ]);
    expect(marks(table)).toEqual(['PP.s.', 'PPP..', '..PP.', '..PP.', '.....']);
  });
  it('of a sum, one is hidden until what is hidden together is not nearly one firm’s', () => {
    const cells = [sumCell(column([900, 20, 10, 5, 5])), sumCell(column([6, 5, 4, 3, 2])), sumCell(column([300, 200, 200, 200, 100]))];
    const table: CellTable = { rows: 1, columns: 4, cells: [...cells, joined(cells)], hasRowTotals: true, hasColumnTotals: false };
    // The first is dominated; the second, the smallest by firms and first of equals, adds 20 only: 960 − 900 − 20 is still below 90.
    expect(marks(table)).toEqual(['Pss.']);
  });
  it('a table that does not fit its size is a mistake of the caller', () => {
    expect(() => suppress({ ...row(1, 2), columns: 3 }, 'additive')).toThrow('2 cells in 1 rows and 3 columns');
  });
});

/** Whether adding and subtracting lines yields a hidden cell: it does where a row of the reduced equations holds it alone. */
function yielded(table: CellTable, hidden: readonly number[]): number[] {
  const { rows, columns } = table;
  const unknown = new Map(hidden.map((at, i) => [at, i]));
  const equation = (line: readonly number[]): number[] => {
    const coefficients = hidden.map(() => 0);
    line.forEach((at, i) => unknown.has(at) && (coefficients[unknown.get(at)!] = i === line.length - 1 ? -1 : 1));
    return coefficients;
  };
  const lines = [
    ...(table.hasRowTotals ? Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => r * columns + c)) : []),
    ...(table.hasColumnTotals ? Array.from({ length: columns }, (_, c) => Array.from({ length: rows }, (__, r) => r * columns + c)) : []),
  ];
  const matrix = lines.map(equation);
  let rank = 0;
  for (let at = 0; at < hidden.length; at++) {
    const pivot = matrix.findIndex((line, i) => i >= rank && Math.abs(line[at]!) > 1e-9);
    if (pivot < 0) continue;
    [matrix[rank], matrix[pivot]] = [matrix[pivot]!, matrix[rank]!];
    const first = matrix[rank]!.map((value) => value / matrix[rank]![at]!);
    matrix.forEach((line, i) => (matrix[i] = i === rank ? first : line.map((value, j) => value - line[at]! * first[j]!)));
    rank++;
  }
  return matrix.flatMap((line) => {
    const left = line.flatMap((value, at) => (Math.abs(value) > 1e-9 ? [at] : []));
    return left.length === 1 ? [hidden[left[0]!]!] : [];
  });
}

it('whatever the table, no line holds one hidden cell, none can be worked out, all unsafe ones are hidden, and the answer is the same again', () => {
  const counts = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }));
  const inner = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(counts, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
  fc.assert(
    fc.property(inner, fc.constantFrom('both', 'rows', 'columns', 'none'), (cells, totals) => {
      const full = withTotals(cells);
      const keepsRow = totals === 'both' || totals === 'columns';
      const keepsColumn = totals === 'both' || totals === 'rows';
      const [rows, columns] = [full.rows - (keepsRow ? 0 : 1), full.columns - (keepsColumn ? 0 : 1)];
      const table: CellTable = {
        rows,
        columns,
        cells: full.cells.filter((_, at) => Math.floor(at / full.columns) < rows && at % full.columns < columns),
        hasRowTotals: keepsColumn,
        hasColumnTotals: keepsRow,
      };
      const verdicts = suppress(table, 'additive');
      expect(suppress(table, 'additive')).toEqual(verdicts);
      const hidden = verdicts.flatMap(({ status }, at) => (status === 'published' ? [] : [at]));
      table.cells.forEach((cell, at) => expect(verdicts[at]!.status === 'primary').toBe(unsafe(cell, 'additive') !== null));
      expect(yielded(table, hidden)).toEqual([]);
      const countIn = (of: (at: number) => number, size: number): number[] =>
        Array.from({ length: size }, (_, line) => hidden.filter((at) => of(at) === line).length);
      if (table.hasRowTotals) expect(countIn((at) => Math.floor(at / columns), rows)).not.toContain(1);
      if (table.hasColumnTotals) expect(countIn((at) => at % columns, columns)).not.toContain(1);
      if (totals === 'none') expect(verdicts.some(({ status }) => status === 'secondary')).toBe(false);
    }),
    { numRuns: 500 },
  );
});

describe('two exports beside each other', () => {
  const firms = (...numbers: number[]): Int32Array => Int32Array.from(numbers);
  it.each([
    [firms(1, 2, 3), firms(3, 2, 1), 0, false],
    [firms(1, 2, 3, 4), firms(1, 2, 3), 1, true],
    [firms(1, 2, 3, 4), firms(1, 2, 5, 6), 4, true],
    [firms(1, 2, 3, 4, 5), firms(), 5, false],
    [firms(), firms(7), 1, true],
  ])('of firms %j and %j differ by %d: refused %s', (before, after, differing, isRefused) => {
    expect(differenceOfFirms(before, after)).toEqual({ firms: differing, isRefused });
  });
  it('of counts are refused in the cells that differ by one to four', () => {
    expect(closeCells([10, 20, 30, 0, 7], [10, 16, 35, 1, 12])).toEqual([1, 3]);
    expect(closeCells([10, 20], [10, 18], 2)).toEqual([]);
    expect(() => closeCells([1], [1, 2])).toThrow('1 and 2');
  });
});
