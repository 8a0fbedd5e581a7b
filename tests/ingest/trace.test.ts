import { expect, it } from 'vitest';
import { buildPanel } from '../../src/ingest/panel';
import { titlesAt, traceCell } from '../../src/ingest/trace';
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

it('says which source is used and why', async () => {
  const strong = { ...other, recipe: { ...other.recipe, wins: ['revenue'] } };
  const uses = async (parts: Parameters<typeof buildPanel>[0], decided: Parameters<typeof buildPanel>[2] = {}) => {
    const built = buildPanel(parts, dictionary, decided);
    return (await traceCell(built.origins, built.panel!, 2, 'revenue', 0, raw)).map(({ source, used }) => [source, used]);
  };
  expect(await uses([main, other])).toEqual([
    ['a.csv', 'first'],
    ['b.csv', null],
  ]);
  expect(await uses([main, strong])).toEqual([
    ['b.csv', 'wins'],
    ['a.csv', null],
  ]);
  const decision = { firm: 'B', year: 2023, field: 'revenue', take: 'b.csv', reason: '核对' };
  expect(await uses([main, other], { conflicts: [decision] })).toEqual([
    ['a.csv', null],
    ['b.csv', 'decided'],
  ]);
  expect(await uses([main, other], { conflicts: [{ ...decision, take: null }] })).toEqual([
    ['a.csv', null],
    ['b.csv', null],
  ]);
});

it('a title leads to its days and line, a derived segment to its rule and fields', async () => {
  const day = (iso: string) => Date.parse(iso) / 86_400_000;
  const firms = part(
    [
      ['firm_id', 'code', ['A']],
      ['found_date', 'date', [day('2020-05-01')]],
    ],
    { year: 2022 },
  );
  const titles = part(
    [
      ['firm_id', 'code', ['A']],
      ['title_name', 'text', ['高企']],
      ['valid_from', 'date', [day('2021-12-03')]],
      ['valid_to', 'date', [day('2024-12-03')]],
    ],
    { dated: { is: 'titles', title: null } },
    'titles.csv',
  );
  const built = buildPanel([firms, titles], dictionary);
  const found = async (id: string) => traceCell(built.origins, built.panel!, 0, id, 0, raw);
  expect(await found('titles')).toMatchObject([
    { source: 'titles.csv', line: 2, value: ['高企'], used: 'united', held: { from: '2021-12-03', to: '2024-12-03' } },
  ]);
  expect(titlesAt(built.origins, 0)).toEqual([{ title: '高企', to: '2024-12-03' }]);
  expect(await found('age_band')).toMatchObject([
    { source: '', line: 0, value: '3年及以下', used: 'derived', derived: { rule: 'age-bands', fields: ['found_date'] } },
  ]);
});
