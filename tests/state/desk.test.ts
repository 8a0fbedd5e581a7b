import { expect, it } from 'vitest';
import type { Recipe } from '../../src/model/recipe';
import type { LoadAnswer, WantedSource } from '../../src/state/rooms';
import { Workbench } from '../../src/state/workbench.svelte';
import { answered, fakeOutside, fakeRooms } from './fake-rooms';

const named = (name: string) => new File(['x'], name);

/** A workbench over two loaded files, with everything it asked the data room to join. */
async function withTwo() {
  const asked: WantedSource[][] = [];
  const decided: unknown[] = [];
  const fake = fakeRooms({
    fits: ['a'],
    load: async (wanted, decisions) => {
      asked.push([...wanted]);
      decided.push(decisions);
      return answered(wanted, `${asked.length}`);
    },
  });
  const workbench = new Workbench(fakeOutside(fake.rooms).outside);
  await workbench.openSample();
  await workbench.open([named('税务.csv'), named('统计.csv')]);
  await workbench.load();
  return { ...fake, workbench, asked, decided };
}
const names = (wanted: readonly WantedSource[] | undefined) => wanted?.map(({ name, from }) => [name, 'id' in from ? 'read' : 'held']);

it('the first files of the user take the place of the sample', async () => {
  const { workbench, asked } = await withTwo();
  expect(names(asked.at(-1))).toEqual([
    ['税务.csv', 'read'],
    ['统计.csv', 'read'],
  ]);
  expect(workbench.project.steps.map(({ kind }) => kind)).toEqual(['began', 'sources_loaded']);
  expect(workbench.incoming).toEqual([]);
});

it('a further file joins what is there, and one of a known name takes its place', async () => {
  const { workbench, asked } = await withTwo();
  await workbench.open([named('统计.csv'), named('专利.csv')]);
  await workbench.load();
  expect(names(asked.at(-1))).toEqual([
    ['税务.csv', 'held'],
    ['统计.csv', 'read'],
    ['专利.csv', 'read'],
  ]);
});

it('a decision is joined, kept and undone by a further step', async () => {
  const { workbench, decided, kept } = await withTwo();
  await workbench.project.decideFinding('outlier:revenue', { action: 'exclude', reason: '申报有误', only: null });
  const decision = { finding: 'outlier:revenue', action: 'exclude', reason: '申报有误', only: null };
  expect(decided.at(-1)).toEqual({ findings: [decision], conflicts: [] });
  await workbench.project.undo();
  expect(decided.at(-1)).toEqual({ findings: [], conflicts: [] });
  expect(workbench.project.steps.map(({ kind, undoes }) => [kind, undoes])).toEqual([
    ['began', null],
    ['sources_loaded', null],
    ['finding_decided', null],
    ['undone', 3],
  ]);
  expect(kept.at(-1)?.steps).toHaveLength(4);
  await workbench.project.redo();
  expect(workbench.project.state.findings).toEqual([decision]);
});

it('undo never goes back to before the first file', async () => {
  const { workbench } = await withTwo();
  expect(workbench.project.canUndo).toBe(false);
  await workbench.project.undo();
  expect(workbench.sources.map(({ source }) => source)).toEqual(['税务.csv', '统计.csv']);
});

it('what is known of a source is written down without joining again', async () => {
  const { workbench, asked } = await withTwo();
  const joins = asked.length;
  await workbench.project.setFacts('税务.csv', { owner: '税务局', received: '2025-06-12', basis: '数据共享协议', use: 'internal' });
  expect(asked).toHaveLength(joins);
  expect(workbench.sources[0]?.facts.owner).toBe('税务局');
});

it('another order of sources is another strength', async () => {
  const { workbench, asked } = await withTwo();
  await workbench.project.orderSources(['统计.csv', '税务.csv']);
  expect(names(asked.at(-1))).toEqual([
    ['统计.csv', 'held'],
    ['税务.csv', 'held'],
  ]);
});

it('a match is written into the recipe of its source', async () => {
  const { workbench, asked } = await withTwo();
  await workbench.project.decideMatch('税务.csv', '示例甲公司', 'A');
  const recipe: Recipe | undefined = asked.at(-1)?.[0]?.recipe;
  expect(recipe?.matches).toEqual([{ given: '示例甲公司', firm: 'A' }]);
});

it('a joining that is refused changes nothing, and is not written down', async () => {
  const refusal: LoadAnswer = {
    ok: false,
    problems: [{ code: 'source_bytes_gone', source: '税务.csv', where: '', given: '', severity: 'error' }],
    duplicates: [],
  };
  const { workbench, rooms } = await withTwo();
  Object.assign(rooms.data, { load: async () => refusal });
  await workbench.project.removeSource('统计.csv');
  expect(workbench.sources).toHaveLength(2);
  expect(workbench.project.steps).toHaveLength(2);
  expect(workbench.refused.map(({ code }) => code)).toEqual(['source_bytes_gone']);
});

it('a workspace kept before is opened in place of the sample', async () => {
  const { kept } = await withTwo();
  const again = fakeRooms({ fits: ['a'], last: kept.at(-1)! });
  const workbench = new Workbench(fakeOutside(again.rooms).outside);
  await workbench.begin();
  expect(workbench.sources.map(({ source }) => source)).toEqual(['税务.csv', '统计.csv']);
  expect(workbench.project.keeping.is).not.toBe('sample');
});
