import { expect, it } from 'vitest';
import type { ChartSpec, Frame } from '../../scoring/distribution/format';
import type { DataSummary } from '../../src/state/face';
import { DEFAULTS, type Spec } from '../../src/state/spec';
import { SpreadDesk, type SpreadOutside } from '../../src/state/spread.svelte';
import type { SpreadRoomFace } from '../../src/state/spread-face';
import type { SavedCanvas, SavedSelection } from '../../src/model/project';
import { EMPTY_STATE } from '../../src/workspace/project';

const HISTOGRAM: ChartSpec = { is: 'spread', measure: 'field:revenue', mode: 'histogram', log: false };
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function deskOver(spread: string, part: Partial<SpreadRoomFace> = {}) {
  const asked: [string, unknown][] = [];
  const notices: string[] = [];
  const saved: (SavedCanvas | SavedSelection)[] = [];
  let spec: Spec = { ...DEFAULTS, view: 'distributions', spread };
  let stamp = 'one';
  const room: SpreadRoomFace = {
    measures: async () => [],
    chart: async (chart, frame) => {
      asked.push(['chart', { chart, frame }]);
      return { is: 'refused', why: 'unknown_measure', given: 'x' };
    },
    firmTable: async (ask) => {
      asked.push(['table', ask]);
      return { all: 9, selected: 3, rows: [] };
    },
    openBrush: async (ask) => {
      asked.push(['open', ask]);
      return 7;
    },
    brush: async (number, ranges, missing) => {
      asked.push(['brush', { number, ranges, missing }]);
      return { count: 2, layers: [], values: [], rows: [] };
    },
    brushArea: async (_, clauses) => {
      asked.push(['area', clauses]);
      return { count: 1, layers: [], values: [], rows: [] };
    },
    paths: async () => [],
    bands: async () => null,
    letOut: async () => null,
    selectedFirms: async () => ['a', 'b'],
    chartReads: async () => [],
    chartSql: async () => null,
    ...part,
  };
  const outside: SpreadOutside = {
    room,
    workbench: {
      get spec() {
        return spec;
      },
      data: { years: [2023, 2024], fingerprint: 'f' } as unknown as DataSummary,
      project: {
        state: EMPTY_STATE,
        givers: new Map(),
        saveCanvas: async (canvas) => (saved.push(canvas), null),
        dropCanvas: async () => undefined,
        saveSelection: async (selection) => (saved.push(selection), null),
      },
      change: async (change) => {
        spec = { ...spec, ...change };
        desk.look();
      },
    },
    newId: () => 'id1',
    now: () => '2026-01-01T00:00:00Z',
    stamp: () => stamp,
    ready: async () => undefined,
    notice: (code, given) => void notices.push(`${code} ${given}`),
  };
  const desk = new SpreadDesk(outside);
  return { desk, asked, notices, saved, now: () => spec, restamp: () => (stamp = 'two') };
}
const one = 'chart=spread;histogram;field:revenue';

it('opens on the first canvas that ships', () => {
  const { desk } = deskOver('');
  expect([desk.canvas?.shipped, desk.isChanged, desk.spec.charts]).toEqual([true, false, null]);
});

it('asks for a chart once, and again only when something about it has changed', async () => {
  const { desk, asked, restamp } = deskOver(one);
  desk.look();
  desk.look();
  await settled();
  expect(asked.filter(([what]) => what === 'chart')).toEqual([
    ['chart', { chart: HISTOGRAM, frame: { year: 2024, segment: {}, clauses: [], pins: [] } satisfies Frame }],
  ]);
  restamp();
  desk.look();
  await settled();
  expect(asked.filter(([what]) => what === 'chart')).toHaveLength(2);
});

it('asks for nothing while another room is on screen', async () => {
  const { desk, asked, now } = deskOver(one);
  Object.assign(now(), { view: 'boards' });
  desk.look();
  await settled();
  expect(asked).toEqual([]);
});

it('a chart that failed says so, and the others stand', async () => {
  const { desk } = deskOver(`${one}&chart=heat;industry;median;score`, {
    chart: async ({ is }) => {
      if (is === 'heat') throw new Error('broken');
      return { is: 'refused', why: 'unknown_measure', given: '' };
    },
  });
  desk.look();
  await settled();
  expect(desk.charts.map(({ answer }) => answer.status)).toEqual(['ready', 'failed']);
});

it('a chart that only moved keeps its answer', async () => {
  const { desk, asked } = deskOver(`${one}&chart=heat;industry;median;score`);
  desk.look();
  await settled();
  const before = asked.length;
  await desk.moveChart(0, 1);
  await settled();
  expect(asked.slice(before).filter(([what]) => what === 'chart')).toEqual([]);
  expect(desk.charts.map(({ spec, answer }) => [spec.is, answer.status])).toEqual([
    ['heat', 'ready'],
    ['spread', 'ready'],
  ]);
});

it('a canvas holds six charts and no more', async () => {
  const { desk, now } = deskOver(one);
  for (let at = 0; at < 8; at++) await desk.addChart({ ...HISTOGRAM, measure: `field:f${at}` });
  expect(new URLSearchParams(now().spread).getAll('chart')).toHaveLength(6);
});

it('a brush is made ready once for the same axis, and steps through its number', async () => {
  const { desk, asked } = deskOver(one);
  const axis = { measure: 'field:revenue', edges: Float64Array.of(0, 1), isLog: false, zeroApart: false } as const;
  desk.ready(axis);
  desk.ready(axis);
  desk.drag('field:revenue', [{ from: 0, to: 1 }], false);
  await settled();
  expect(asked.filter(([what]) => what === 'open')).toHaveLength(1);
  expect(asked.at(-1)).toEqual(['brush', { number: 7, ranges: [{ from: 0, to: 1 }], missing: false }]);
  expect(desk.brushing).toMatchObject({ measure: 'field:revenue', step: { count: 2 } });
});

it('the end of a drag is a condition in the address; without ranges it goes', async () => {
  const { desk, now } = deskOver(one);
  desk.drag('field:revenue', [{ from: 0, to: 1 }], false);
  await desk.select('field:revenue', [{ from: 0, to: 1 }], false);
  expect([new URLSearchParams(now().spread).getAll('sel'), desk.brushing]).toEqual([['in;field:revenue;0..1'], null]);
  await desk.select('field:revenue', [], false);
  expect(desk.frame.clauses).toEqual([]);
});

it('a rectangle is a condition on both measures', async () => {
  const { desk } = deskOver(one);
  await desk.selectArea('score', { from: 1, to: 2 }, 'field:revenue', null);
  await desk.selectArea('score', { from: 1, to: 3 }, 'field:revenue', { from: 5, to: null });
  expect(desk.frame.clauses).toEqual([
    { is: 'ranges', measure: 'score', ranges: [{ from: 1, to: 3 }], missing: false },
    { is: 'ranges', measure: 'field:revenue', ranges: [{ from: 5, to: null }], missing: false },
  ]);
});

it('the most recent five pins stay', async () => {
  const { desk } = deskOver(one);
  for (const firm of ['a', 'b', 'c', 'd', 'e', 'f', 'b']) await desk.pin(firm);
  expect(desk.frame.pins).toEqual(['c', 'd', 'e', 'f', 'b']);
});

it('a selection is kept as a rule with its conditions, or as a list with its firms', async () => {
  const { desk, saved } = deskOver(`${one}&sel=in;score;1..2`);
  expect(await desk.keepSelection('甲', 'rule')).toBe('id1');
  await desk.keepSelection('乙', 'list');
  const common = { id: 'id1', made: '2026-01-01T00:00:00Z' };
  expect(saved).toEqual([
    {
      ...common,
      name: '甲',
      is: 'rule',
      clauses: [{ is: 'ranges', measure: 'score', ranges: [{ from: 1, to: 2 }], missing: false }],
      segment: {},
    },
    { ...common, name: '乙', is: 'list', firms: ['a', 'b'] },
  ]);
});

it('each band is kept as a group within the other conditions; none where not all can be kept', async () => {
  const { desk, saved } = deskOver(`${one}&sel=in;score;1..2&sel=in;field:revenue;7..9`);
  const bands = [
    { name: '小', range: { from: 0, to: 5 } },
    { name: '大', range: { from: 5, to: null } },
  ];
  expect(await desk.keepBands('field:revenue', bands)).toBe(true);
  const score = { is: 'ranges', measure: 'score', ranges: [{ from: 1, to: 2 }], missing: false };
  expect(saved).toMatchObject([
    { name: '小', is: 'rule', clauses: [score, { measure: 'field:revenue', ranges: [{ from: 0, to: 5 }], missing: false }] },
    { name: '大', is: 'rule', clauses: [score, { measure: 'field:revenue', ranges: [{ from: 5, to: null }], missing: false }] },
  ]);
  const many = Array.from({ length: 501 }, (_, at) => ({ name: String(at), range: { from: at, to: at + 1 } }));
  expect(await desk.keepBands('field:revenue', many)).toBe(false);
  expect(saved).toHaveLength(2);
});

it('firms from elsewhere are kept as a list and are the selection, alone', async () => {
  const { desk, saved, now } = deskOver(`${one}&sel=in;score;1..2`);
  expect(await desk.chooseFirms('名单甲', ['x', 'y'])).toBe(true);
  expect(saved).toEqual([{ id: 'id1', name: '名单甲', made: '2026-01-01T00:00:00Z', is: 'list', firms: ['x', 'y'] }]);
  expect(new URLSearchParams(now().spread).getAll('sel')).toEqual(['seg;chosen;id1']);
});

it('a canvas is saved with the charts on screen, and opened', async () => {
  const { desk, saved, now } = deskOver(one);
  await desk.saveCanvas('我的');
  expect(saved).toEqual([{ id: 'id1', name: { zh: '我的', en: '我的' }, charts: [HISTOGRAM] }]);
  expect(now().spread).toBe('canvas=id1');
});

it('what an address says that cannot be read is said once', async () => {
  const { desk, notices } = deskOver('chart=pie;score');
  void desk.spec;
  void desk.spec;
  await settled();
  expect(notices).toEqual(['link_unknown_value chart=pie;score']);
});
