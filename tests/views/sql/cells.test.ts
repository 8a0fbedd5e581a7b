import { describe, expect, it } from 'vitest';
import type { SqlColumn, SqlResult } from '../../../src/state/sql-face';
import { hasCutCells, hasLongNumbers, shownCell, shownNumber, widthOf } from '../../../src/views/sql/cells';
import { resultChart } from '../../../src/views/sql/result-chart';

const words = { empty: '空文本', truth: { true: '是', false: '否' }, nan: '不是数' };
const column = (name: string, kind: SqlColumn['kind']): SqlColumn => ({ name, type: '', kind });

describe('a figure keeps its digits', () => {
  it.each([
    ['2024.0', '2024'],
    ['12345', '12,345'],
    ['-1234567.5', '-1,234,567.5'],
    ['0.1', '0.1'],
    ['1.10', '1.10'],
    ['0.30000000000000004', '0.300000…'],
    ['0.000000012', '0.000000012'],
    ['0.0000000123456', '0.0000000123…'],
    ['1e+20', '1e+20'],
    ['9007199254740993', '9,007,199,254,740,993'],
    ['nan', '不是数'],
    ['inf', '∞'],
    ['-inf', '-∞'],
  ])('%s is shown as %s', (cell, wanted) => expect(shownNumber(cell, '不是数')).toBe(wanted));
});

describe('a cell', () => {
  it.each([
    [null, 'text', { text: '—', is: 'missing', whole: null }],
    ['', 'text', { text: '空文本', is: 'empty', whole: null }],
    ['0', 'number', { text: '0', is: 'value', whole: null }],
    ['0.12345678', 'number', { text: '0.123456…', is: 'value', whole: '0.12345678' }],
    ['true', 'truth', { text: '是', is: 'value', whole: null }],
    ['<b>x</b>', 'text', { text: '<b>x</b>', is: 'value', whole: null }],
    ['0123456789a', 'text', { text: '0123456789…', is: 'value', whole: '0123456789…' }],
  ] as const)('%s of kind %s', (cell, kind, wanted) => expect(shownCell(cell, { kind }, 10, words)).toEqual(wanted));

  it('that is cut, and a figure with more decimals, are known', () => {
    const cells = [['a'.repeat(11)], ['0.12345678']];
    expect([hasCutCells(cells, 10), hasCutCells(cells, 11)]).toEqual([true, false]);
    expect(hasLongNumbers([column('t', 'text'), column('n', 'number')], cells)).toBe(true);
    expect(hasLongNumbers([column('t', 'text'), column('n', 'text')], cells)).toBe(false);
  });
  it('has a column neither a sliver nor a hall', () => {
    expect([widthOf('n', []), widthOf('n', ['甲'.repeat(500)])]).toEqual([72, 340]);
  });
});

describe('the picture of an answer', () => {
  const result = (columns: readonly SqlColumn[], ...cells: (string | null)[][]): Pick<SqlResult, 'columns' | 'cells' | 'rows'> => ({
    columns,
    cells,
    rows: cells[0]?.length ?? 0,
  });
  const text = column('industry', 'text');
  const figure = column('firms', 'number');

  it('is bars for one text and one figure, in the order of the answer', () => {
    expect(resultChart(result([text, figure], ['软件', null, '机械'], ['3', '2', null]), '—')).toEqual({
      is: 'bars',
      text: 'industry',
      number: 'firms',
      bars: [
        { name: '软件', value: 3, words: '3' },
        { name: '—', value: 2, words: '2' },
      ],
      left: 1,
    });
  });
  it('is a spread for one figure: both ends in, missing and infinite left out and counted', () => {
    expect(resultChart(result([figure], ['0', '1', '20', '10', null, 'inf']), '—')).toMatchObject({
      is: 'histogram',
      low: 0,
      high: 20,
      left: 2,
      bins: [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    });
  });
  it('is one bin where all are equal, and bars give way to a spread below 0', () => {
    expect(resultChart(result([figure], ['5', '5']), '—')).toMatchObject({ bins: [2], low: 5, high: 5 });
    expect(resultChart(result([text, figure], ['a', 'b'], ['-1', '1']), '—')?.is).toBe('histogram');
  });
  it.each([
    ['no row', result([figure], [])],
    ['no figure', result([text], ['a'])],
    ['two figures', result([figure, figure], ['1'], ['2'])],
    ['only missing', result([figure], [null, null])],
    ['one figure alone', result([figure], ['1'])],
  ])('is none for %s', (_, given) => expect(resultChart(given, '—')).toBeNull());
});
