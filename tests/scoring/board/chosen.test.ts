import { afterEach, expect, it } from 'vitest';
import type { BoardRow, Segment } from '../../../scoring/board/format';
import { boardTable } from '../../../scoring/board/export';
import { makeSheet } from '../../../scoring/board/sheet';
import { makeBoard } from '../../../scoring/board/slice';
import { segmentCounts, segmentTree } from '../../../scoring/board/tree';
import { type Selection, setChosen } from '../../../scoring/chosen';
import { type TextColumn, unpackWords } from '../../../scoring/column';
import { chooseGroups } from '../../../scoring/distribution/choose';
import { ASK, literalBoard } from './literal-board';

const ctx = literalBoard([
  { firm: 'a', year: 2023, score: 50, revenue: 10 },
  { firm: 'b', year: 2023, score: 60, revenue: 20 },
  { firm: 'c', year: 2023, score: 70, revenue: 30 },
  { firm: 'd', year: 2023, score: 80, revenue: null },
  { firm: 'a', year: 2024, score: 90, revenue: 30 },
  { firm: 'b', year: 2024, score: 60, revenue: 20 },
  { firm: 'c', year: 2024, score: 70, revenue: 5 },
  { firm: 'd', year: 2024, score: 40, revenue: 25 },
]);
const from = (id: string, name: string, revenue: number): Selection => ({
  id,
  name,
  is: 'rule',
  clauses: [{ is: 'ranges', measure: 'field:revenue', ranges: [{ from: revenue, to: null }], missing: false }],
  segment: {},
});
const big = from('big', '大户', 20);
const named: Selection = { id: 'named', name: '<b>重点</b>', is: 'list', firms: ['a', 'd'] };
const shown = (rows: readonly BoardRow[]) =>
  rows.map(
    ({ firm, rank, change }) => `${firm}${rank} ${change.is}${'by' in change ? change.by : 'cause' in change ? ` ${change.cause}` : ''}`,
  );
const boardOf = (segment: Segment) => makeBoard(ctx, { ...ASK, segment });

afterEach(() => setChosen(ctx.panel, null));

it('ranks count within a chosen group, changes against the group as it was', () => {
  chooseGroups(ctx, [big, named]);
  // In 2023 the group was c (70) before b (60): b keeps its second place, a and d were not in it, c has left.
  const { rows, all, left, leavers } = boardOf({ chosen: 'big' });
  expect(shown(rows)).toEqual(['a1 new changed_segment', 'b2 same', 'd3 new changed_segment']);
  expect([all, left, leavers.map(({ firm, rank, cause }) => [firm, rank, cause])]).toEqual([
    3,
    { changed_segment: 1 },
    [['c', 1, 'changed_segment']],
  ]);
  // The list was d (80) before a (50).
  expect(shown(boardOf({ chosen: 'named' }).rows)).toEqual(['a1 up1', 'd2 down1']);
  expect(rows.map(({ overall }) => overall)).toEqual([1, 3, 4]);
});

it('a board says what its groups are called; without any it says nothing of them', () => {
  expect('chosen' in boardOf({})).toBe(false);
  chooseGroups(ctx, [big, named]);
  expect(boardOf({}).chosen).toEqual([
    { id: 'big', name: '大户' },
    { id: 'named', name: '<b>重点</b>' },
  ]);
});

it('a group that is not in the workspace is an empty board, never everybody', () => {
  chooseGroups(ctx, [big]);
  expect(boardOf({ chosen: 'gone' })).toMatchObject({ all: 0, rows: [], counts: { ranked: 0 } });
});

it('the tree and the list of segments name the groups, most firms first, "in none" last', () => {
  chooseGroups(ctx, [big, named]);
  const node = (value: string, firms: number, name?: string) => ({
    dimension: 'chosen',
    value,
    ...(name === undefined ? {} : { name: { zh: name, en: name } }),
    firms,
    small: true,
  });
  const nodes = [node('big', 3, '大户'), node('named', 2, '<b>重点</b>'), node('', 1)];
  expect(segmentCounts(ctx, 'chosen', 2024)).toEqual(nodes);
  expect(segmentTree(ctx, ['chosen'], 2024)).toEqual(nodes.map((one) => ({ ...one, children: [] })));
});

it('boards and trees kept from before do not outlive a change of the groups', () => {
  const segment = { chosen: 'big' };
  const firms = () =>
    boardOf(segment)
      .rows.map(({ firm }) => firm)
      .join('');
  const counted = () => segmentTree(ctx, ['chosen'], 2024).map(({ value, firms: n }) => `${value}${n}`);
  chooseGroups(ctx, [big]);
  expect([firms(), boardOf(segment).counts.ranked, counted()]).toEqual(['abd', 3, ['big3', '1']]);
  chooseGroups(ctx, [from('big', '大户', 26)]);
  expect([firms(), boardOf(segment).counts.ranked, counted()]).toEqual(['a', 1, ['big1', '3']]);
  chooseGroups(ctx, []);
  expect([firms(), boardOf(segment).counts.ranked, counted()]).toEqual(['', 0, []]);
});

it('the sheet of a firm names the groups it is in', () => {
  chooseGroups(ctx, [big, named]);
  expect(makeSheet(ctx, 4, { chosen: 'big' })).toMatchObject({ chosen: ['大户', '<b>重点</b>'], rank: 1, ranked: 3 });
  expect('chosen' in makeSheet(ctx, 6, {})).toBe(false);
});

it.each([
  ['zh', ['大户;<b>重点</b>', '', '大户', '大户;<b>重点</b>']],
  [null, ['big;named', '', 'big', 'big;named']],
] as const)('a file has a column of them, by name for people and by id for programs (%s)', (language, wanted) => {
  chooseGroups(ctx, [big, named]);
  const { column } = boardTable(ctx, 2024, {}, language).columns.find(({ name }) => name === 'chosen')!;
  const { codes, words } = column as TextColumn;
  expect(Array.from(codes, (code) => unpackWords(words)[code])).toEqual(wanted);
});
