import { expect, it } from 'vitest';
import { makeBoard } from '../../scoring/board/slice';
import { scorePanel } from '../../scoring/board/score-panel';
import { asFile } from '../../src/state/download';
import { ScoreRoom } from '../../src/state/score-room';
import { DEFAULTS } from '../../src/state/spec';
import { panelOf } from '../scoring/panel-of';
import { schemeOf } from '../scoring/schemes';
import { fakeRooms } from './fake-rooms';

const scheme = schemeOf('data/schemes/cn-most-2024-18.json');
const panel = panelOf({ revenue: [1e6, 5e8], found_date: [2022, 2000].map((year) => Date.UTC(year, 0, 1) / 86_400_000) });

it.each([
  ['zh', '初创期', '稳定期', '企业示例_2024_初创期.csv'],
  ['en', 'Start-up', 'Stable', '企业示例_2024_Start-up.csv'],
] as const)(
  'a board taken home names the stages of the scheme in %s, in its cells and in the file’s name',
  async (language, young, old, name) => {
    const room = new ScoreRoom();
    await room.adopt(panel, [], '企业示例.csv', false, 'abc', null);
    await room.choose(scheme);
    const text = await room.boardText(2024, {}, ',', language);
    expect(text).toContain(`"${young}"`);
    expect(text).toContain(`"${old}"`);
    expect(text).not.toMatch(/"startup"|"stable"/);
    const setting = { schemeHash: '', nameOf: (id: string) => ({ zh: id, en: id }), format: String };
    const segment = { stage: 'startup' };
    const ask = { year: 2024, segment, search: '', sort: { key: 'rank', down: false }, offset: 0, count: 9, fields: [] } as const;
    const file = await asFile('board.csv', {
      spec: { ...DEFAULTS, segment, language },
      data: { name: '企业示例.csv' } as never,
      scheme,
      board: makeBoard(scorePanel(panel, scheme, setting), ask),
      sources: [],
      incoming: [],
      givers: new Map(),
      rooms: { ...fakeRooms().rooms, score: room },
    });
    expect(file.name).toBe(name);
  },
);
