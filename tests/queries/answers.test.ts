import { afterAll, beforeAll, expect, it } from 'vitest';
import { columnProfile, fieldByIndustry, fieldCoverage, firmYears, panelShape, scoreBoard } from '../../queries';
import { type Query } from '../../queries/define';
import { unpackWords } from '../../scoring/column';
import { type Answer } from '../../src/engine/answer';
import { startNodeEngine } from '../../src/engine/start-node';
import { arrowTable } from '../engine/arrow-table';
import { fivePanel, fiveScores } from './five-firms';

const engine = startNodeEngine();
beforeAll(async () => {
  await engine.insert(fivePanel);
  await engine.insert(fiveScores);
}, 60_000);
afterAll(() => engine.stop());

/** Rows as literals read; missing is null. */
function rowsOf<Q extends Query>({ rows, columns }: Answer<Q>): (string | number | null)[][] {
  return Array.from({ length: rows }, (_, row) =>
    Object.values<Answer<Query>['columns'][string]>(columns).map((column) => {
      if (column.reasons[row] !== 0) return null;
      return column.kind === 'text' ? unpackWords(column.words)[column.codes[row]!]! : column.values[row]!;
    }),
  );
}

it('panel-shape counts rows, firms and years', async () => {
  expect(rowsOf(await engine.ask(panelShape, {}))).toEqual([[8, 5, 2, 2023, 2024]]);
});

it('panel-shape of an empty panel has no first and no last year', async () => {
  const empty = startNodeEngine();
  await empty.insert(arrowTable('panel', { firm: [], year: [] }));
  expect(rowsOf(await empty.ask(panelShape, {}))).toEqual([[0, 0, 0, null, null]]);
  empty.stop();
}, 60_000);

it.each([
  ['rd_expense', [2023, 3, 2], [2024, 5, 4]],
  ['titles', [2023, 3, 3], [2024, 5, 4]],
  ['on_list', [2023, 3, 3], [2024, 5, 4]],
])('field-coverage of %s counts a missing cell as not reported and an empty list as reported', async (field, before, now) => {
  expect(rowsOf(await engine.ask(fieldCoverage, { field }))).toEqual([before, now]);
});

it('column-profile puts 0, 10, 20, 30 into bins from the 1st to the 99th percentile', async () => {
  // Type 7 over 0 10 20 30: p01 = 0.3, p25 = 7.5, median = 15, p75 = 22.5, p99 = 29.7; a bin is 1.47 wide: 10 is in bin 7, 20 in bin 14.
  const answer = await engine.ask(columnProfile, { year: 2024, field: 'rd_expense' });
  const rows = rowsOf(answer);
  expect(rows).toHaveLength(20);
  expect(Array.from(answer.columns.firms.values)).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  expect(rows[0]!.slice(4, 9)).toEqual([1, 1, 5, 4, 1]);
  expect(rows[0]!.slice(9).map((value) => Number((value as number).toFixed(9)))).toEqual([0, 0.3, 7.5, 15, 22.5, 29.7, 30]);
  expect(rows[19]!.slice(0, 3).map((value) => Number((value as number).toFixed(9)))).toEqual([20, 28.23, 29.7]);
});

it('column-profile of a year nobody reports in has 20 empty bins and no quantile', async () => {
  const rows = rowsOf(await engine.ask(columnProfile, { year: 1999, field: 'rd_expense' }));
  expect(rows).toHaveLength(20);
  expect(rows[6]).toEqual([7, null, null, 0, 0, 0, 0, 0, 0, null, null, null, null, null, null, null]);
});

it('column-profile of equal values has them all in bin 1, and takes yes and no as 1 and 0', async () => {
  const answer = await engine.ask(columnProfile, { year: 2023, field: 'on_list' });
  expect(Array.from(answer.columns.firms.values.subarray(0, 2))).toEqual([3, 0]);
  expect([answer.columns.below.values[0], answer.columns.above.values[0], answer.columns.median.values[0]]).toEqual([0, 0, 1]);
});

it('firm-years keeps the year with a missing value and the name of that year, quotes and all', async () => {
  expect(rowsOf(await engine.ask(firmYears, { firm: 'B', field: 'rd_expense' }))).toEqual([
    [2023, '乙示例', null],
    [2024, `O'Neil "乙" 示例`, 30],
  ]);
});

it('firm-years of a firm nobody has is empty, whatever it is called', async () => {
  expect(rowsOf(await engine.ask(firmYears, { firm: `x' or '1'='1`, field: 'rd_expense' }))).toEqual([]);
});

it('field-by-industry counts firms that report nothing, and keeps the unknown industry last', async () => {
  expect(rowsOf(await engine.ask(fieldByIndustry, { year: 2024, field: 'rd_expense', industries: [] }))).toEqual([
    ["it's", 1, 1, 0],
    ['医药', 1, 0, null],
    ['机械', 2, 2, 20],
    [null, 1, 1, 20],
  ]);
});

it('field-by-industry with a list keeps those and no other', async () => {
  expect(rowsOf(await engine.ask(fieldByIndustry, { year: 2024, field: 'rd_expense', industries: ["it's", '无此行业'] }))).toEqual([
    ["it's", 1, 1, 0],
  ]);
});

it('score-board ranks a tie 1-1-3, leaves the vetoed and the unscored unranked, and shows them last', async () => {
  expect(rowsOf(await engine.ask(scoreBoard, { year: 2024, dimension: 'industry', segment: null }))).toEqual([
    ['C', '丙示例', 70.00000000001, 0.5, 'ranked', 1, 1],
    ['B', `O'Neil "乙" 示例`, 70, 1, 'ranked', 1, 1],
    ['A', '甲示例', 61.5, 1, 'ranked', 3, 3],
    ['D', '丁示例', 99, 1, 'vetoed', null, null],
    ['E', null, null, 0.25, 'not_scored', null, null],
  ]);
});

it('score-board of a segment ranks within it and keeps the overall rank', async () => {
  expect(rowsOf(await engine.ask(scoreBoard, { year: 2024, dimension: 'industry', segment: '机械' }))).toEqual([
    ['B', `O'Neil "乙" 示例`, 70, 1, 'ranked', 1, 1],
    ['A', '甲示例', 61.5, 1, 'ranked', 3, 2],
  ]);
  expect(rowsOf(await engine.ask(scoreBoard, { year: 2024, dimension: 'industry', segment: "it's" }))).toEqual([
    ['D', '丁示例', 99, 1, 'vetoed', null, null],
  ]);
});
