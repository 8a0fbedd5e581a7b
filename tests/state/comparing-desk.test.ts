import { describe, expect, it } from 'vitest';
import type { CompareAsk, CompareRoomFace } from '../../src/state/compare-face';
import { ComparingDesk, type Compared } from '../../src/state/comparing.svelte';
import { DEFAULTS, type Spec } from '../../src/state/spec';
import { fakeRooms, scheme, summary } from './fake-rooms';

const [one, two] = [scheme('a'), scheme('b')];

function desk(part: Partial<Spec> = {}, of: Partial<Compared> = {}, compareText: CompareRoomFace['compareText'] = async () => '') {
  const asks: CompareAsk[] = [];
  const { score } = fakeRooms().rooms;
  const room = {
    ...score,
    compareText,
    compare: async (ask: CompareAsk) => {
      asks.push(ask);
      return score.compare(ask);
    },
  };
  const state: { -readonly [Key in keyof Compared]: Compared[Key] } = {
    spec: { ...DEFAULTS, view: 'scheme', page: 'compare', ...part } as Spec,
    schemes: [one, two],
    scheme: one,
    schemeDesk: null,
    data: { ...summary, years: [2022, 2023, 2024] },
    groups: '',
    ...of,
  };
  const comparing = new ComparingDesk(
    () => state,
    () => room,
    async () => undefined,
    async (firm, year) => ({ titles: [{ title: `${firm} ${year}`, to: null }], conflicts: [] }),
  );
  return { comparing, asks, state };
}
const settled = () => new Promise((done) => setTimeout(done, 0));

describe('the desk of comparisons', () => {
  it('asks for both sides in the year and segment of the address, once', async () => {
    const { comparing, asks } = desk({ year: 2023, segment: { industry: '芯' } });
    comparing.look();
    comparing.look();
    await settled();
    expect(asks).toEqual([
      { a: { scheme: one, draft: null }, b: { scheme: two, draft: null }, yearA: 2023, yearB: 2023, segment: { industry: '芯' }, k: 20 },
    ]);
    expect(comparing.answer.status).toBe('ready');
  });
  it('asks again when something of it has changed, other data or chosen groups too', async () => {
    const { comparing, asks, state } = desk();
    comparing.look();
    await settled();
    state.spec = { ...state.spec, year: 2022 };
    comparing.look();
    await settled();
    state.data = { ...state.data!, fingerprint: 'other' };
    comparing.look();
    await settled();
    state.groups = 'other';
    comparing.look();
    await settled();
    expect(asks.map(({ yearB }) => yearB)).toEqual([null, 2022, 2022, 2022]);
  });
  it.each<[string, Partial<Spec>]>([
    ['the page is not open', { page: 'read' }],
    ['another view is', { view: 'boards' }],
  ])('asks nothing while %s', async (_, part) => {
    const { comparing, asks } = desk(part);
    comparing.look();
    await settled();
    expect([asks.length, comparing.answer.status]).toEqual([0, 'idle']);
  });
  it('asks nothing of one scheme alone, nor of one year', async () => {
    const alone = desk({}, { schemes: [one] });
    const lone = desk({ compare: { ...DEFAULTS.compare, tab: 'rise' } }, { data: { ...summary, years: [2024] } });
    alone.comparing.look();
    lone.comparing.look();
    await settled();
    expect([alone.asks, lone.asks]).toEqual([[], []]);
  });
  it('asks for a rise under one version from the year before', async () => {
    const { comparing, asks } = desk({ compare: { ...DEFAULTS.compare, tab: 'rise', a: 'b@1' } });
    comparing.look();
    await settled();
    expect(asks.map(({ a, b, yearA, yearB }) => [a.scheme.id, b.scheme.id, yearA, yearB])).toEqual([['b', 'b', 2023, null]]);
  });
  it('writes into the file what a draft changes', async () => {
    const texts: unknown[] = [];
    const draft = { name: 'try', weights: { rd: 12 }, points: {} };
    const { comparing } = desk({ draft }, {}, async (_number, words) => {
      texts.push([words.draftA, words.draftB]);
      return '';
    });
    await comparing.file(1, { headings: {}, causes: {}, provenance: {}, segment: '', ties: '' });
    expect(texts).toEqual([['', 'try {"weights":{"rd":12},"points":{}}']]);
  });
  it('names a file after data, sides and year, without what a file name cannot hold', async () => {
    const { comparing } = desk(
      { compare: { ...DEFAULTS.compare, a: 'a@1', b: 'b@1' } },
      { data: { ...summary, name: 'a/b.csv', years: [2024] } },
    );
    const { name, bytes } = await comparing.file(1, { headings: {}, causes: {}, provenance: {}, segment: '', ties: '' });
    expect(name).toBe('a-b_a@1_b@1_2024.csv');
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
