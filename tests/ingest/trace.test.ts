import { expect, it } from 'vitest';
import { buildPanel } from '../../src/ingest/panel';
import { traceCell } from '../../src/ingest/trace';
import { dictionary } from './dictionary';
import { part } from './panel/part';

const raw = async (source: string, line: number) => ['key', 'year', `${source}:${line}:2`, `${source}:${line}:3`];
const main = part([
  ['firm_id', 'code', ['A', 'A', 'B']],
  ['year', 'year', [2022, 2023, 2023]],
  ['revenue', 'money', [10000, null, 30000], { unit: '万元', header: '营业收入（万元）' }],
  ['rd_expense_p1', 'money', [500, 600, 700], { unit: '元', header: '上年研发费用' }],
]);
const other = part(
  [
    ['firm_id', 'code', ['B', 'A']],
    ['year', 'year', [2023, 2023]],
    ['revenue', 'money', [5, 7], { unit: '元' }],
  ],
  {},
  'b.csv',
);
const list = part(
  [
    ['firm_id', 'code', ['A', 'A']],
    ['year', 'year', [2022, 2022]],
  ],
  { events: { field: 'penalties' }, absence: { means: 'none', years: null, districts: null } },
  'fines.csv',
);
const { panel, origins } = buildPanel([main, other, list], dictionary);
const trace = (row: number, field: string, back = 0) => traceCell(origins, panel!, row, field, back, raw);

it('a number leads to file, line, column, raw text, unit and factor', async () => {
  expect(await trace(0, 'revenue')).toEqual([
    {
      field: 'revenue',
      value: 10000,
      reason: 'present',
      source: 'a.csv',
      line: 2,
      column: '营业收入（万元）',
      raw: 'a.csv:2:2',
      unit: '万元',
      factor: 10000,
      sheet: null,
      used: 'only',
      held: null,
      derived: null,
    },
  ]);
});

it('every file that gives it is named, the one that won by being present too', async () => {
  const found = await trace(1, 'revenue');
  expect(found.map(({ source, line, value, reason }) => [source, line, value, reason])).toEqual([
    ['a.csv', 3, null, 'blank'],
    ['b.csv', 3, 7, 'present'],
  ]);
});

it('a year back is the earlier row, or the lag column where that year is not loaded', async () => {
  expect((await trace(1, 'revenue', 1)).map(({ line, value }) => [line, value])).toEqual([[2, 10000]]);
  expect((await trace(0, 'rd_expense', 1)).map(({ field, line, value }) => [field, line, value])).toEqual([['rd_expense_p1', 2, 500]]);
  expect(await trace(0, 'revenue', 1)).toEqual([]);
});

it('an event count leads to each event, an absence to the list that says so', async () => {
  expect((await trace(0, 'penalties')).map(({ source, line, value }) => [source, line, value])).toEqual([
    ['fines.csv', 2, 1],
    ['fines.csv', 3, 1],
  ]);
  expect(await trace(2, 'penalties')).toMatchObject([
    { field: 'penalties', value: 0, reason: 'present', source: 'fines.csv', line: 0, column: '', raw: '', used: 'absent' },
  ]);
});

it('the key and the year lead back as well', async () => {
  expect((await trace(2, 'firm_id')).map(({ source, line, value }) => [source, line, value])).toEqual([
    ['a.csv', 4, 'B'],
    ['b.csv', 2, 'B'],
  ]);
});

it('a figure of a wide file leads to the column of its year', async () => {
  const wide = buildPanel(
    [
      part([
        ['firm_id', 'code', ['A']],
        ['revenue', 'money', [1], { unit: '元', year: 2022, header: '2022' }],
        ['revenue', 'money', [2], { unit: '元', year: 2023, header: '2023' }],
      ]),
    ],
    dictionary,
  );
  const found = await traceCell(wide.origins, wide.panel!, 1, 'revenue', 0, raw);
  expect(found.map(({ column, value, raw: text }) => [column, value, text])).toEqual([['2023', 2, 'a.csv:2:2']]);
});
