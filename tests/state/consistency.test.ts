import { expect, it } from 'vitest';
import { ConsistencyDesk } from '../../src/state/consistency.svelte';
import type { AuditAsk, ScoreRoomFace } from '../../src/state/rooms';
import { Workbench } from '../../src/state/workbench.svelte';
import { fakeOutside, fakeRooms } from './fake-rooms';

type Answers = ConstructorParameters<typeof ConsistencyDesk>[0]['score'];
/** A scoring room that writes down what it was asked and answers with that. */
function listening() {
  const asked: [string, ...unknown[]][] = [];
  const note =
    (verb: string) =>
    async (...args: unknown[]) => {
      asked.push([verb, ...args]);
      return args;
    };
  const score = Object.fromEntries(
    ['consistency', 'otherTotals', 'screening', 'ahp'].map((verb) => [verb, note(verb)]),
  ) as unknown as Answers;
  return { asked, score };
}
const ask: AuditAsk = { year: 2023, segment: { industry: '集成电路' } };

it('looking asks for all three parts, over the year and segment on screen', async () => {
  const { asked, score } = listening();
  const desk = new ConsistencyDesk({ score, ask: () => ask, ready: async () => undefined });
  expect(desk.found.status).toBe('idle');
  await desk.look('kendall');
  expect(asked).toEqual([
    ['consistency', ask, 'kendall'],
    ['otherTotals', ask],
    ['screening', ask],
  ]);
  expect([desk.found, desk.totals, desk.screening].map(({ status }) => status)).toEqual(['ready', 'ready', 'ready']);
});

it('another kind of correlation asks for nothing else again', async () => {
  const { asked, score } = listening();
  const desk = new ConsistencyDesk({ score, ask: () => ask, ready: async () => undefined });
  await desk.lookAs('spearman');
  expect(asked).toEqual([['consistency', ask, 'spearman']]);
});

it('nothing is asked before the data are there', async () => {
  const { asked, score } = listening();
  let arrive = (): void => undefined;
  const ready = new Promise<void>((resolve) => (arrive = resolve));
  const desk = new ConsistencyDesk({ score, ask: () => ask, ready: () => ready });
  const looked = desk.look('pearson');
  await Promise.resolve();
  expect(asked).toEqual([]);
  expect(desk.found.status).toBe('busy');
  arrive();
  await looked;
  expect(asked).toHaveLength(3);
});

it('one part that fails leaves the others', async () => {
  const { score } = listening();
  const broken = { ...score, otherTotals: () => Promise.reject(new Error('out of memory')) } as Answers;
  const desk = new ConsistencyDesk({ score: broken, ask: () => ask, ready: async () => undefined });
  await desk.look('pearson');
  expect([desk.found, desk.totals, desk.screening].map(({ status }) => status)).toEqual(['ready', 'failed', 'ready']);
});

it('cleared, nothing of the former data is left', async () => {
  const { score } = listening();
  const desk = new ConsistencyDesk({ score, ask: () => ask, ready: async () => undefined });
  await Promise.all([desk.look('pearson'), desk.judge(2, [3])]);
  desk.clear();
  expect([desk.found, desk.totals, desk.screening, desk.judged].map(({ status }) => status)).toEqual(['idle', 'idle', 'idle', 'idle']);
});

it('judgments are handed on as they are', async () => {
  const { asked, score } = listening();
  const desk = new ConsistencyDesk({ score, ask: () => ask, ready: async () => undefined });
  await desk.judge(2, [3]);
  expect(asked).toEqual([['ahp', 2, [3]]]);
});

it('the workbench asks about what its address says; turning the page scores nothing anew and is no step to undo', async () => {
  const { rooms, shows } = fakeRooms();
  const { asked, score } = listening();
  const heard = { ...rooms, score: { ...rooms.score, ...score } as ScoreRoomFace };
  const { outside, addresses } = fakeOutside(heard, { fragment: 'year=2023&in.industry=%E9%9B%86%E6%88%90%E7%94%B5%E8%B7%AF' });
  const workbench = new Workbench(outside);
  await workbench.consistency.lookAs('pearson');
  expect(asked).toEqual([['consistency', ask, 'pearson']]);
  await workbench.change({ page: 'consistency' });
  expect(shows).toEqual([]);
  expect(workbench.canUndo).toBe(false);
  expect(addresses.at(-1)!.fragment).toContain('page=consistency');
});
