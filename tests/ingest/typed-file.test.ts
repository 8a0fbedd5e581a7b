import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberColumn, setColumn, textColumn, type Column } from '../../scoring/column';
import type { TypedColumn, TypedTable } from '../../src/columns/typed-table';
import { bytesSource } from '../../src/ingest/byte-source';
import { LedgerWriter } from '../../src/ingest/ledger-writer';
import { takeTyped } from '../../src/ingest/typed-column';
import { typedFile } from '../../src/ingest/typed-file';
import type { FieldKind } from '../../src/model/source';
import { recipeOf, valuesOf } from './given';

const NONE = new Map<string, string>();
const typed = (name: string, column: Column, from: TypedColumn['from'] = column.kind): TypedColumn => ({
  name,
  column,
  from,
  metadata: NONE,
});
const table: TypedTable = {
  rows: 3,
  columns: [
    typed('统一社会信用代码', textColumn(['91510000000000001X', '91510000000000002X', null])),
    typed('营业收入（万元）', numberColumn([1.1, 0.07, null])),
    typed('登记号', textColumn(['001', '002', '003'])),
    typed('金额', textColumn(['1,200', '暂无', '-'])),
    typed('day', numberColumn([0, -1, null]), 'date'),
    typed('资质', setColumn([['高企', '瞪羚'], [], null])),
  ],
  metadata: NONE,
  problems: [],
};
const source = bytesSource('a.parquet', new Uint8Array(10));
let decoded = 0;
const file = typedFile(async () => {
  decoded++;
  return table;
});

it('what a column of texts holds is guessed as in a text file, the rest follows its type', async () => {
  const { columns, sampled, preview } = await file.look(source);
  expect(columns.map(({ kind, unit, filled, blank }) => [kind, unit, filled, blank])).toEqual([
    ['code', null, 2, 1],
    ['number', '万元', 2, 1],
    ['code', null, 3, 0],
    ['number', null, 3, 0],
    ['date', null, 2, 1],
    ['set', null, 2, 1],
  ]);
  expect([sampled, preview[2]!.cells]).toEqual([3, ['91510000000000002X', '0.07', '002', '暂无', '1969-12-31', '']]);
});

it('loads by the recipe: columns of the right type as they are, texts read as cells, with a ledger', async () => {
  const recipe = recipeOf(['code', 'money', 'code', 'number', 'date', 'set']);
  const columns = recipe.columns.map((column) => (column.at === 1 ? { ...column, unit: '万元' } : column));
  const answer = await file.load(source, { ...recipe, columns });
  if (!answer.ok) throw new Error(answer.problems[0]!.code);
  expect(answer.file.columns.map(({ column }) => valuesOf(column))).toEqual([
    ['91510000000000001X', '91510000000000002X', '(blank)'],
    [11000, 700, '(blank)'],
    ['001', '002', '003'],
    [1200, '(blank)', '(blank)'],
    [0, -1, '(blank)'],
    [['高企', '瞪羚'], [], '(blank)'],
  ]);
  expect(answer.file.account).toEqual({ read: 3, loaded: 3, rejected: 0, skipped: 0, changedCells: 3, rejectedCells: 0 });
  const ledger = await file.ledger(source, answer.file, { ...recipe, columns }, 0, 10);
  expect(ledger.map(({ line, raw, reason, read }) => [line, raw, reason, read])).toEqual([
    [1, '1,200', 'thousands_separator', '1200'],
    [2, '暂无', 'null_word', ''],
    [3, '-', 'null_word', ''],
  ]);
  expect(await file.cells(source, answer.file, 3)).toEqual(['', '', '003', '-', '', '']);
  expect(decoded).toBe(1);
});

it('a column the file has not, and a file without rows, are problems', async () => {
  const wide = await file.load(source, recipeOf(Array<FieldKind>(7).fill('text')));
  expect(wide.ok || wide.problems[0]).toMatchObject({ code: 'no_such_column', where: 'column 7' });
  const empty = typedFile(async () => ({ ...table, rows: 0, columns: [typed('a', numberColumn([]))] }));
  const none = await empty.load(bytesSource('b', new Uint8Array(1)), recipeOf(['number']));
  expect(none.ok || none.problems[0]).toMatchObject({ code: 'no_rows' });
});

it('a reading that was stopped is begun anew', async () => {
  let turn = 0;
  const stopped = typedFile(async () => (turn++ === 0 ? Promise.reject(new Error('stopped')) : table));
  const other = bytesSource('c', new Uint8Array(1));
  await expect(stopped.look(other)).rejects.toThrow('stopped');
  expect((await stopped.look(other)).sampled).toBe(3);
});

it('a figure times its unit is the double that its decimal text times the unit reads as', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer().map((whole) => whole / 100),
        fc.integer().map((whole) => whole / 1e7),
      ),
      fc.constantFrom('元', '万元', '亿元', '%', '‰'),
      (value, unit) => {
        const exponent = { 元: 0, 万元: 4, 亿元: 8, '%': -2, '‰': -3 }[unit]!;
        const said = { ...recipeOf(['number']).columns[0]!, unit };
        const column = takeTyped(typed('a', numberColumn([value])), said, recipeOf(['number']), 1, new LedgerWriter());
        const text = String(value);
        const wanted = exponent === 0 ? value : text.includes('e') ? value * 10 ** exponent : Number(`${text}e${exponent}`);
        expect(column.kind === 'number' && column.values[0]! === wanted).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});
