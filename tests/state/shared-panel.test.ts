import { expect, it } from 'vitest';
import type { Column } from '../../scoring/column';
import type { Panel } from '../../scoring/panel';
import type { ShowRequest } from '../../src/state/rooms';
import { ScoreRoom } from '../../src/state/score-room';
import { panelOf } from '../scoring/panel-of';
import { schemeWith } from '../scoring/schemes';

const FIRMS = 30;
const numbers = (seed: number) =>
  Array.from({ length: FIRMS }, (_, at) => ((at * seed) % 11 === 0 ? null : ((at + 1) * seed * 7919) % 101));
const panel: Panel = panelOf(
  {
    revenue: numbers(3),
    rd_expense: numbers(5),
    employees: numbers(7),
    industry: Array.from({ length: FIRMS }, (_, at) => (at % 5 === 0 ? null : `行业${at % 3}`)),
    district: Array.from({ length: FIRMS }, (_, at) => `区${at % 4}`),
    titles: Array.from({ length: FIRMS }, (_, at) => (at % 4 === 0 ? [] : at % 2 === 0 ? ['高企'] : ['高企', '专精特新'])),
    is_listed: Array.from({ length: FIRMS }, (_, at) => at % 6 === 0),
  },
  { firm: Array.from({ length: FIRMS }, (_, at) => at >> 1), year: Array.from({ length: FIRMS }, (_, at) => 2023 + (at & 1)) },
);
const scheme = schemeWith({
  stages: [
    { id: 's', when: 'employees < 40' },
    { id: 't', when: 'true' },
  ],
  indicators: [
    { id: 'a', of: 40, formula: 'growth(rd_expense)', rule: { is: 'percentile' }, missing: 'skip' },
    { id: 'b', of: 30, formula: 'rd_expense / revenue', rule: { is: 'linear', unit: '%', from: 0, to: 15 } },
    { id: 'c', of: 30, formula: 'employees', rule: { is: 'z-score', from: -2, to: 2 } },
  ],
  gates: [{ id: 'g', formula: 'revenue is not missing' }],
});

const arraysOf = (column: Column): readonly ArrayBufferView[] => [
  column.reasons,
  ...(column.kind === 'text' ? [column.codes] : column.kind === 'set' ? [column.bits] : [column.values]),
];
const bytesOf = ({ firm, year, name, fields }: Panel): string =>
  [firm, year, ...arraysOf(name), ...[...fields.values()].flatMap(arraysOf)]
    .map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64'))
    .join(' ');

it('the scoring room writes to no column it was given: the data room may be reading the same memory', async () => {
  const before = bytesOf(panel);
  const room = new ScoreRoom();
  const ask: ShowRequest = {
    draft: null,
    trial: null,
    board: {
      segment: {},
      search: '',
      sort: { key: 'field:revenue', down: true },
      fields: ['revenue', 'titles'],
      offset: 0,
      count: 9,
      year: null,
    },
    tree: ['industry', 'type'],
    firm: 'F3',
  };
  await room.adopt(panel, [], '甲.csv', false, 'f', null);
  expect((await room.choose(scheme)).filter(({ severity }) => severity === 'error')).toEqual([]);
  await room.show(ask);
  await room.show({
    ...ask,
    draft: { name: '草案', weights: { a: 10 }, points: {} },
    board: { ...ask.board, segment: { industry: '行业1' } },
  });
  const tried = { ...scheme, indicators: scheme.indicators.map((one) => ({ ...one, weight: one.of / 2 })) };
  await room.show({ ...ask, trial: { scheme: tried, name: '试' } });
  const audit = { year: null, segment: {} };
  await room.study({ ...audit, indicator: 'b', option: null });
  await room.consistency(audit, 'pearson');
  await room.otherTotals(audit);
  await room.screening(audit);
  await room.enginePiece(1, 0);
  await room.boardText(null, {}, ',', 'zh');
  await room.panelArrow([]);
  await room.panelParquet([]);
  expect(bytesOf(panel)).toBe(before);
});
