import { expect, it } from 'vitest';
import { framedStream } from '../../src/columns/frame';
import { unpackWords, type Column } from '../../scoring/column';
import { DataRoom } from '../../src/state/data-room';
import { Intake } from '../../src/state/intake.svelte';
import type { DataRoomFace } from '../../src/state/rooms';
import { ScoreRoom } from '../../src/state/score-room';
import { panelOf } from '../scoring/panel-of';
import { schemeWith } from '../scoring/schemes';

const shown = (column: Column | undefined): unknown => {
  if (column?.kind === 'number') return [...column.values];
  if (column?.kind !== 'text') return null;
  const words = unpackWords(column.words);
  return Array.from(column.codes, (code) => words[code] ?? null);
};

const indicator = (weight: number) => ({
  id: 'size',
  formula: 'revenue',
  rule: { is: 'linear', unit: '万元', from: 0, to: 20000 },
  of: 10,
  weight,
});
const scheme = (version: string, weight: number) => schemeWith({ version, indicators: [indicator(weight)] });

it('table score is what is in force, stamped anew with each scheme and draft; a piece of one that gave way is refused', async () => {
  const room = new ScoreRoom();
  await room.adopt(panelOf({ revenue: [1e8, 5e7] }, { firm: [0, 1], year: [2024, 2024] }), [], 'two.csv', false, 'abc', null);
  expect(await room.scoreShape()).toBeNull();
  await room.choose(scheme('1', 100));
  const first = (await room.scoreShape())!;
  expect([first.rows, first.columns, first.scheme.version, first.draft]).toEqual([
    2,
    ['firm', 'year', 'score', 'coverage', 'status', 'rank'],
    '1',
    null,
  ]);
  expect((await room.scoreShape())!.stamp).toBe(first.stamp);
  const piece = (await room.scorePiece(first.stamp, 0))!;
  const { columns } = framedStream(piece.bytes);
  // 10,000 and 5,000 of 20,000 万元 are half and a quarter of 100.
  expect([shown(columns.get('firm')), shown(columns.get('score')), shown(columns.get('rank')), shown(columns.get('status'))]).toEqual([
    ['F0', 'F1'],
    [50, 25],
    [1, 2],
    ['ranked', 'ranked'],
  ]);
  expect(await room.scorePiece(first.stamp, piece.next)).toBeNull();
  await room.show({
    draft: { name: '试', weights: { size: 50 }, points: {} },
    trial: null,
    board: { year: null, segment: {}, search: '', sort: { key: 'rank', down: false }, fields: [], offset: 0, count: 1 },
    tree: null,
    firm: null,
  });
  const drafted = (await room.scoreShape())!;
  expect([drafted.stamp === first.stamp, drafted.draft]).toEqual([false, '试']);
  await expect(room.scorePiece(first.stamp, 0)).rejects.toThrow('have given way');
});

it('loaded sources are tables of their fields with the line of each row; of another load nothing is handed out', async () => {
  const room = new DataRoom();
  expect(await room.sourceTables()).toEqual([]);
  const intake = new Intake(room as DataRoomFace, 1);
  await intake.open([new File(['统一社会信用代码,年度,职工人数\n91000000MA0000001A,2024,12\n91000000MA0000002B,2024,30\n'], 'a.csv')]);
  const load = () =>
    room.load([{ name: 'a.csv', from: { id: 1 }, recipe: intake.incoming[0]!.recipe! }], { findings: [], conflicts: [] }, () => undefined);
  await load();
  const [table] = await room.sourceTables();
  expect([table!.source, table!.rows, table!.columns.map(({ name, header }) => [name, header])]).toEqual([
    'a.csv',
    2,
    [
      ['uscc', '统一社会信用代码'],
      ['year', '年度'],
      ['employees', '职工人数'],
    ],
  ]);
  const { columns } = framedStream((await room.sourcePiece('a.csv', table!.stamp, 0))!.bytes);
  expect([shown(columns.get('line')), shown(columns.get('employees'))]).toEqual([
    [2, 3],
    [12, 30],
  ]);
  await load();
  await expect(room.sourcePiece('a.csv', table!.stamp, 0)).rejects.toThrow('has given way');
});
