import { expect, it } from 'vitest';
import { asFile } from '../../src/state/download';
import { leavingOf } from '../../src/state/leaving';
import { ScoreRoom } from '../../src/state/score-room';
import { DEFAULTS } from '../../src/state/spec';
import type { KeptSource } from '../../src/model/project';
import { panelOf } from '../scoring/panel-of';
import { schemeOf } from '../scoring/schemes';
import { textColumn } from '../../scoring/column';
import { fakeRooms } from './fake-rooms';

const source = (name: string, use: KeptSource['facts']['use']): KeptSource =>
  ({ name, facts: { owner: '', received: '', basis: '', use } }) as KeptSource;
/** The tax office's revenue is internal, and so is the district it names; the register's founding day is not. */
const held = {
  sources: [source('税务.csv', 'internal'), source('登记.csv', 'public')],
  givers: new Map([
    ['revenue', ['税务.csv']],
    ['district', ['登记.csv', '税务.csv']],
    ['found_date', ['登记.csv']],
    ['uscc', ['登记.csv', '税务.csv']],
  ]),
  fields: ['revenue', 'district', 'found_date'],
};

it('a board names the internal sources its points rest on, and which of its columns it leaves out', () => {
  expect(leavingOf('board.csv', held, ['revenue', 'found_date'], [])).toEqual({
    internal: [{ source: '税务.csv', fields: ['revenue', 'district'] }],
    leftOut: ['district'],
    holds: 'points',
  });
});
it('a board of a scheme that reads nothing internal, and shows nothing internal, says nothing', () => {
  const givers = new Map([...held.givers, ['district', ['登记.csv']]]);
  expect(leavingOf('board.csv', { ...held, givers }, ['found_date'], [])).toBeNull();
  expect(leavingOf('board.csv', { ...held, sources: [source('税务.csv', 'public')] }, ['revenue'], [])).toBeNull();
});
it('data leave without the fields; a ledger says that it holds raw text; schemes and recipes hold neither', () => {
  expect(leavingOf('panel.parquet', held, [], [])).toEqual({
    internal: [{ source: '税务.csv', fields: ['revenue', 'district'] }],
    leftOut: ['revenue', 'district'],
    holds: 'fields',
  });
  expect(leavingOf('ledger.csv', held, [], [])).toEqual({ internal: [{ source: '税务.csv', fields: [] }], leftOut: [], holds: 'raw' });
  expect(leavingOf('scheme.json', held, ['revenue'], [])).toBeNull();
});

it.each([
  ['internal', true],
  ['public', false],
] as const)('the file of a board over a source that is %s', async (use, isStated) => {
  const panel = panelOf({ revenue: [1e6, 5e8], found_date: [2022, 2000].map((year) => Date.UTC(year, 0, 1) / 86_400_000) });
  const fields = new Map([...panel.fields, ['district', textColumn(['秘密区甲', '秘密区乙'])] as const]);
  const scheme = schemeOf('data/schemes/cn-most-2024-18.json');
  const room = new ScoreRoom();
  await room.adopt({ ...panel, fields }, [], '示例.csv', false, 'abc', null);
  await room.choose(scheme);
  const file = await asFile('board.csv', {
    spec: { ...DEFAULTS, language: 'zh' },
    data: { name: '示例.csv', fields: [{ id: 'district', zh: '区（市）县', en: 'District' }] } as never,
    scheme,
    board: undefined,
    sources: [source('税务.csv', use), source('登记.csv', 'public')],
    incoming: [],
    givers: held.givers,
    rooms: { ...fakeRooms().rooms, score: room },
  });
  const [first = '', second = '', ...rows] = new TextDecoder().decode(file.bytes).split('\r\n');
  if (!isStated) return expect([first, second].join('\n')).toContain('秘密区');
  expect(first).toBe(
    '"说明：本榜的积分用到标为“内部”的来源（税务.csv），只列积分，不列其原始数值。来自内部来源而未列出的列：区（市）县。"',
  );
  expect(second).toMatch(/^"企业代码","企业","年度"/);
  expect([second, ...rows].join('\n')).not.toMatch(/区（市）县|秘密区/);
});
