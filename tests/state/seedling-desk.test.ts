import { expect, it } from 'vitest';
import type { BackTestAsk, SeedlingAsk } from '../../scoring/seedlings/format';
import type { DataSummary } from '../../src/state/face';
import type { SeedlingRoomFace } from '../../src/state/seedling-face';
import { SeedlingDesk, type SeedlingOutside } from '../../src/state/seedling.svelte';
import type { SavedSelection } from '../../src/model/project';
import { DEFAULTS, type Spec } from '../../src/state/spec';
import { ANSWER, BACK_TEST, CARD, row, RULES } from '../views/seedlings/literals';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function deskOver(seedling = '', part: Partial<SeedlingRoomFace> = {}) {
  const asked: [string, unknown][] = [];
  const shown: string[] = [];
  const notices: string[] = [];
  const saved: SavedSelection[] = [];
  let spec: Spec = { ...DEFAULTS, view: 'seedlings', seedling };
  let stamp = 'one';
  const room: SeedlingRoomFace = {
    seedlingRules: async () => RULES,
    seedlings: async (ask) => {
      asked.push(['list', ask]);
      return ANSWER;
    },
    reasonCard: async (firm) => {
      asked.push(['card', firm]);
      return { ...CARD, firm };
    },
    backTest: async (ask, report) => {
      asked.push(['back', ask]);
      report({ done: 1, of: ask.asOf.length });
      return BACK_TEST;
    },
    stopBackTest: async () => void asked.push(['stop', null]),
    ...part,
  };
  const outside: SeedlingOutside = {
    room,
    workbench: {
      get spec() {
        return spec;
      },
      data: { years: [2021, 2022, 2023, 2024], allYears: [2020, 2021, 2022, 2023, 2024] } as unknown as DataSummary,
      project: { saveSelection: async (selection) => (saved.push(selection), null) },
      change: async (change, how = 'step') => {
        spec = { ...spec, ...change };
        shown.push(`${how} ${spec.seedling}`);
        desk.look();
      },
    },
    newId: () => 'id1',
    now: () => '2026-01-01T00:00:00Z',
    stamp: () => stamp,
    ready: async () => undefined,
    notice: (code, given) => void notices.push(`${code} ${given}`),
  };
  const desk = new SeedlingDesk(outside);
  const lists = () => asked.filter(([what]) => what === 'list').map(([, ask]) => ask as SeedlingAsk);
  return { desk, asked, lists, shown, notices, saved, now: () => spec, restamp: () => (stamp = 'two') };
}

it('asks for the list once, of the latest year, and again only when something has changed', async () => {
  const { desk, lists, restamp } = deskOver();
  desk.look();
  desk.look();
  await settled();
  expect(lists().map(({ year, offset }) => [year, offset])).toEqual([[2024, 0]]);
  restamp();
  desk.look();
  await settled();
  expect(lists()).toHaveLength(2);
});

it('asks for nothing while another room is on screen', async () => {
  const { desk, asked, now } = deskOver();
  Object.assign(now(), { view: 'boards' });
  desk.look();
  await settled();
  expect(asked).toEqual([]);
});

it('a cut that is dragged leaves no step behind until it is let go', async () => {
  const { desk, shown, lists } = deskOver();
  await desk.set({ growthCut: 0.25 }, 'drag');
  await desk.set({ growthCut: 0.3 }, 'drag');
  await desk.set({ growthCut: 0.3 });
  await settled();
  expect(shown).toEqual(['drag sd.growth=0.25', 'drag sd.growth=0.3', 'step sd.growth=0.3']);
  expect(lists().at(-1)?.setting.growthCut).toBe(0.3);
});

it('shows the usual rules as columns, those that are chosen, and always the gates', async () => {
  const { desk } = deskOver();
  desk.look();
  await settled();
  const ids = () => desk.rules.map(({ id }) => id);
  expect(ids()).toEqual(['oecd-hge']);
  await desk.setRules([]);
  expect(ids()).toEqual([]);
  await desk.set({ gates: ['demo-loan'] });
  expect(ids()).toEqual(['demo-loan']);
});

it('does not show the reasons of one firm under another', async () => {
  let answer = (): void => undefined;
  const { desk } = deskOver('', {
    reasonCard: async (firm) => {
      if (firm === 'F2') await new Promise<void>((resolve) => (answer = resolve));
      return { ...CARD, firm };
    },
  });
  await desk.pick('F1');
  await settled();
  expect(desk.card).toMatchObject({ status: 'ready', value: { firm: 'F1' } });
  await desk.pick('F2');
  expect(desk.card).toEqual({ status: 'busy' });
  await settled();
  answer();
  await settled();
  expect(desk.card).toMatchObject({ status: 'ready', value: { firm: 'F2' } });
});

it('asks for the rules again after they could not be had', async () => {
  let tries = 0;
  const { desk, restamp } = deskOver('', {
    seedlingRules: async () => {
      if (tries++ === 0) throw new Error('broken');
      return RULES;
    },
  });
  desk.look();
  await settled();
  expect(desk.answer.status).toBe('failed');
  restamp();
  desk.look();
  await settled();
  expect([desk.answer.status, desk.shipped.length]).toEqual(['ready', 2]);
});

it('back-tests every year that has one before it and leaves the horizon, unless years are chosen', async () => {
  const { desk, asked } = deskOver('bt.horizon=2');
  await desk.run();
  await desk.setBackTest({ asOf: [2022] });
  await desk.run();
  const years = asked.filter(([what]) => what === 'back').map(([, ask]) => (ask as BackTestAsk).asOf);
  expect(years).toEqual([[2021, 2022], [2022]]);
});

it('says that a back-test is of another setting than the one on screen', async () => {
  const { desk, restamp, now } = deskOver();
  await desk.run();
  expect(desk.isOutdated).toBe(false);
  // Another year on screen, a firm opened: no setting of the back-test.
  restamp();
  Object.assign(now(), { year: 2022 });
  expect(desk.isOutdated).toBe(false);
  await desk.set({ atLeast: 3 });
  expect(desk.isOutdated).toBe(true);
  await desk.run();
  expect([desk.isOutdated, desk.progress]).toEqual([false, null]);
});

it('a back-test that was given up leaves the one before', async () => {
  let isStopped = false;
  const { desk, asked } = deskOver('', { backTest: async () => (isStopped ? null : BACK_TEST) });
  await desk.run();
  isStopped = true;
  await desk.run();
  desk.cancel();
  expect(desk.backTest).toMatchObject({ status: 'ready', value: { found: BACK_TEST } });
  expect(asked.some(([what]) => what === 'stop')).toBe(true);
});

it('keeps the whole list as a group, and nobody who only nearly made it', async () => {
  const { desk, saved } = deskOver('', { seedlings: async () => ({ ...ANSWER, rows: [row(1), row(2), row(3, { place: null })] }) });
  desk.look();
  await settled();
  expect(await desk.keepList('好苗子')).toBe('id1');
  expect(saved).toEqual([{ id: 'id1', name: '好苗子', made: '2026-01-01T00:00:00Z', is: 'list', firms: ['F1', 'F2'] }]);
});

it('goes back to the defaults with the firm still there', async () => {
  const { desk, now } = deskOver('sd.growth=0.5&sd.firm=F1&bt.k=9');
  await desk.reset();
  expect(now().seedling).toBe('sd.firm=F1');
});

it('says once what an address could not say', async () => {
  const { desk, notices } = deskOver('sd.growth=fast');
  desk.look();
  desk.look();
  await settled();
  expect(notices).toEqual(['link_unknown_value sd.growth=fast']);
});
