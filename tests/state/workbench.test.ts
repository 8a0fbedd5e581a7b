import { expect, it, vi } from 'vitest';
import type { LoadAnswer } from '../../src/state/rooms';
import { Workbench } from '../../src/state/workbench.svelte';
import { board, fakeOutside, fakeRooms, loaded, scheme, summary } from './fake-rooms';

const five = new File(['x'], 'five.csv');

async function withData(part: Parameters<typeof fakeRooms>[0] = { fits: ['a', 'b'] }, fragment = '') {
  const fake = fakeRooms(part);
  const { outside, addresses } = fakeOutside(fake.rooms, { fragment });
  const workbench = new Workbench(outside);
  await workbench.openSample();
  return { ...fake, workbench, addresses };
}

it('the first board is on screen before any room is asked', () => {
  const { rooms, shows } = fakeRooms();
  const first = { summary, schemes: [scheme('a')], scheme: 'a', board: board(2024), tree: [] };
  const workbench = new Workbench(fakeOutside(rooms, { first }).outside);
  expect(workbench.board).toEqual({ status: 'ready', value: board(2024) });
  expect(workbench.scheme?.id).toBe('a');
  expect(shows).toEqual([]);
});

it('the schemes that did not come with the first board join the list with the data, in their order; those there stay the same', async () => {
  const { rooms } = fakeRooms({ fits: ['a'] });
  const here = scheme('a');
  const first = { summary, schemes: [here], scheme: 'a', board: board(2024), tree: [] };
  let asked = 0;
  const moreSchemes = async () => {
    asked++;
    return [scheme('a'), scheme('b'), scheme('c')];
  };
  const workbench = new Workbench(fakeOutside(rooms, { first, schemes: [here], moreSchemes }).outside);
  expect(workbench.schemes).toEqual([here]);
  await workbench.openSample();
  await workbench.openSample();
  expect(workbench.schemes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(workbench.schemes[0]).toBe(here);
  expect(asked).toBe(1);
});

it('the sample is loaded as labelled synthetic data and is not called unsaved', async () => {
  const { workbench } = await withData();
  expect(workbench.data?.synthetic).toBe(true);
  expect(workbench.unsaved).toBe(false);
  expect(workbench.scheme?.id).toBe('a');
});

it('a change before the data are there is answered once they are', async () => {
  const { rooms, shows } = fakeRooms({ fits: ['a'] });
  const workbench = new Workbench(fakeOutside(rooms).outside);
  const opening = workbench.openSample();
  const changing = workbench.change({ year: 2023 });
  expect(workbench.board.status).toBe('busy');
  await Promise.all([opening, changing]);
  expect(workbench.board).toEqual({ status: 'ready', value: board(2023) });
  expect(shows.at(-1)?.board.year).toBe(2023);
});

it('a firm asked for before the data are there is awaited, never called unknown', async () => {
  const { rooms } = fakeRooms({ fits: ['a'] });
  const first = { summary, schemes: [scheme('a')], scheme: 'a', board: board(2024), tree: [] };
  const workbench = new Workbench(fakeOutside(rooms, { first }).outside);
  const opening = workbench.openSample();
  const changing = workbench.change({ firm: 'A' });
  expect(workbench.sheet).toEqual({ status: 'busy', last: null });
  await Promise.all([opening, changing]);
  expect(workbench.sheet.status).toBe('ready');
});

it('what was done on the first board can be undone once its data have come', async () => {
  const { rooms } = fakeRooms({ fits: ['a'] });
  const first = { summary, schemes: [scheme('a')], scheme: 'a', board: board(2024), tree: [] };
  const workbench = new Workbench(fakeOutside(rooms, { first }).outside);
  await Promise.all([workbench.openSample(), workbench.change({ year: 2023 })]);
  expect(workbench.canUndo).toBe(true);
});

it('the segment tree is asked for again only where its year, its cut or the scheme changed', async () => {
  const { workbench, shows } = await withData();
  const asked = async (work: Promise<void>): Promise<unknown> => (await work, shows.at(-1)?.tree);
  expect(await asked(workbench.tryWeight('C01', 4, 'drag'))).toBeNull();
  expect(await asked(workbench.change({ segment: { industry: 'x' } }))).toBeNull();
  expect(await asked(workbench.change({ year: 2023 }))).toEqual(['industry', 'type']);
  expect(await asked(workbench.change({ tree: ['district'] }))).toEqual(['district']);
  expect(await asked(workbench.change({ search: 'x' }))).toBeNull();
  expect(await asked(workbench.change({ scheme: 'b' }))).toEqual(['district']);
  expect(workbench.tree).toEqual({ status: 'ready', value: [] });
});

it('a change is written to the address, a drag without a step in the history', async () => {
  const { workbench, addresses } = await withData();
  addresses.length = 0;
  await workbench.change({ year: 2023 });
  await workbench.tryWeight('C01', 4, 'drag');
  expect(addresses).toEqual([
    { fragment: 'year=2023', how: 'push' },
    { fragment: 'year=2023&draft=&w=C01:4', how: 'replace' },
  ]);
});

it('undo brings back the board before, and leaves language and view alone', async () => {
  const { workbench, shows } = await withData();
  await workbench.change({ year: 2023 });
  await workbench.change({ language: 'en' });
  await workbench.undo();
  expect(workbench.spec.year).toBeNull();
  expect(workbench.spec.language).toBe('en');
  expect(shows.at(-1)?.board.year).toBeNull();
  await workbench.redo();
  expect(workbench.spec.year).toBe(2023);
});

it('a language or theme asks nobody', async () => {
  const { workbench, shows } = await withData();
  const before = shows.length;
  await workbench.change({ language: 'en', theme: 'dark' });
  expect(shows).toHaveLength(before);
  expect(workbench.canUndo).toBe(false);
});

it('data no shipped scheme fits get a quick scheme and a notice', async () => {
  const { workbench } = await withData({ fits: [] });
  expect(workbench.scheme?.id).toBe('quick');
  expect(workbench.notices.map((notice) => notice.code)).toEqual(['quick_scheme_made']);
});

it('files of the user are unsaved, start a fresh view and clear the history', async () => {
  const { workbench } = await withData();
  await workbench.change({ segment: { industry: '甲' } });
  await workbench.open([five]);
  expect(workbench.spec.view).toBe('data');
  await workbench.load();
  expect(workbench.unsaved).toBe(true);
  expect(workbench.data?.name).toBe('five.csv');
  expect(workbench.spec.segment).toEqual({});
  expect(workbench.spec.view).toBe('boards');
  expect(workbench.canUndo).toBe(false);
});

it('a load that is refused leaves everything on screen as it was', async () => {
  const refusal: LoadAnswer = {
    ok: false,
    problems: [{ code: 'too_many_cells', source: 'five.csv', where: '3', given: '', severity: 'error' }],
    duplicates: [],
  };
  const answers: LoadAnswer[] = [loaded, refusal];
  const { workbench } = await withData({ fits: ['a'], load: async () => answers.shift()! });
  const shown = workbench.board;
  await workbench.open([five]);
  await workbench.load();
  expect(workbench.data?.synthetic).toBe(true);
  expect(workbench.board).toBe(shown);
  expect(workbench.incoming[0]?.problems.map((problem) => problem.code)).toEqual(['too_many_cells']);
});

it('two files under one name are refused by name', async () => {
  const { workbench } = await withData();
  await workbench.open([five, new File(['y'], 'five.csv')]);
  expect(workbench.incoming.map((file) => file.problems.map((problem) => problem.code))).toEqual([[], ['same_name']]);
  workbench.remove(workbench.incoming[0]!.id);
  expect(workbench.incoming.map((file) => file.problems)).toEqual([[]]);
});

it('a load of the user is not overwritten by a sample that arrives later', async () => {
  let arrive!: (answer: LoadAnswer) => void;
  const slow = new Promise<LoadAnswer>((resolve) => (arrive = resolve));
  const answers = [slow, Promise.resolve(loaded)];
  const { rooms } = fakeRooms({ fits: ['a'], load: () => answers.shift()! });
  const workbench = new Workbench(fakeOutside(rooms).outside);
  const sample = workbench.openSample();
  await workbench.open([five]);
  const load = workbench.load();
  arrive(loaded);
  await Promise.all([sample, load]);
  expect(workbench.data?.name).toBe('five.csv');
});

it.each(['stopped by the load of the user', 'broken before it'])(
  'a sample that is %s leaves the board to the data of the user',
  async (when) => {
    let stop!: (error: Error) => void;
    const slow = new Promise<LoadAnswer>((_, reject) => (stop = reject));
    let loads = 0;
    const load = async (): Promise<LoadAnswer> => {
      if (++loads === 1) return slow;
      // One load at a time: the room stops the one under way.
      stop(new DOMException('another load began', 'AbortError'));
      return loaded;
    };
    const { rooms } = fakeRooms({ fits: ['a'], load });
    const workbench = new Workbench(fakeOutside(rooms).outside);
    const sample = workbench.openSample();
    await workbench.open([five]);
    if (when === 'broken before it') {
      stop(new Error('no such file'));
      await sample;
      expect(workbench.notices.map(({ code, given }) => [code, given])).toEqual([['sample_unreachable', 'no such file']]);
    }
    await Promise.all([sample, workbench.load()]);
    if (when !== 'broken before it') expect(workbench.notices).toEqual([]);
    expect(workbench.data?.name).toBe('five.csv');
    expect(workbench.board.status).toBe('ready');
    await workbench.change({ year: 2023 });
    expect(workbench.board).toEqual({ status: 'ready', value: board(2023) });
  },
);

it('a scheme that cannot score these data leaves the former in force and says why', async () => {
  const { workbench, chosen } = await withData({ fits: ['a'], refused: ['b'] });
  await workbench.change({ scheme: 'b' });
  expect(workbench.scheme?.id).toBe('a');
  expect(workbench.spec.scheme).toBe('a@1');
  expect(workbench.schemeProblems.map((problem) => problem.code)).toEqual(['unknown_field']);
  expect(chosen).toEqual(['a']);
});

it('a link made on other data says so', async () => {
  const { workbench } = await withData({ fits: ['a'] }, 'data=zzz999');
  expect(workbench.notices).toEqual([{ id: 1, code: 'link_other_data', given: 'zzz999' }]);
  workbench.dismiss(1);
  expect(workbench.notices).toEqual([]);
});

it('a board of other data never stands under the name of new ones', async () => {
  const loads = [loaded, { ...loaded, fingerprint: 'def456' }];
  const { rooms } = fakeRooms({ fits: ['a'], load: async () => loads.shift()! });
  const workbench = new Workbench(fakeOutside(rooms).outside);
  await workbench.openSample();
  expect(workbench.board.status).toBe('ready');
  const broken = { ...rooms.score, show: () => Promise.reject(new Error('out of memory')) };
  Object.assign(rooms.score, broken);
  await workbench.open([five]);
  await workbench.load();
  expect(workbench.data?.name).toBe('five.csv');
  expect(workbench.board).toEqual({ status: 'failed', error: new Error('out of memory') });
});

it('data without a figure stay in the data view, without a scheme or a board', async () => {
  const { rooms } = fakeRooms({ fits: [] });
  Object.assign(rooms.score, { suggest: async () => [] });
  const workbench = new Workbench(fakeOutside(rooms).outside);
  await workbench.open([five]);
  await workbench.load();
  expect(workbench.spec.view).toBe('data');
  expect(workbench.scheme).toBeNull();
  expect(workbench.board).toEqual({ status: 'idle' });
  expect(workbench.notices.map((notice) => notice.code)).toEqual(['no_number_columns']);
});

it('an address that names no scheme keeps the one the data were first scored with', async () => {
  const { workbench, chosen } = await withData({ fits: [] });
  workbench.goTo('year=2023');
  await expect.poll(() => workbench.board).toEqual({ status: 'ready', value: board(2023) });
  expect(workbench.scheme?.id).toBe('quick');
  expect(chosen).toEqual(['quick']);
});

it('a comparison is asked for by its page alone, and anew once the year on it changes', async () => {
  const { rooms } = fakeRooms({ fits: ['a', 'b'] });
  const years: (number | null)[] = [];
  const compare: typeof rooms.score.compare = async ({ yearB }) => {
    years.push(yearB);
    return { is: 'years_refused', refusal: { is: 'same_year' }, from: 2024, to: 2024 };
  };
  const { outside } = fakeOutside({ ...rooms, score: { ...rooms.score, compare } });
  const workbench = new Workbench(outside);
  await workbench.begin();
  await workbench.change({ year: 2023 });
  expect(years).toEqual([]);
  await workbench.change({ view: 'scheme', page: 'compare' });
  await vi.waitFor(() => expect(years).toEqual([2023]));
  await workbench.change({ year: 2024 });
  await vi.waitFor(() => expect(years).toEqual([2023, 2024]));
  expect(workbench.comparing.sides.map(({ key }) => key)).toEqual(['a@1', 'b@1']);
  // What is looked at is no step: undo takes the year back, and the page stays.
  await workbench.undo();
  expect(workbench.spec).toMatchObject({ page: 'compare', year: 2023 });
  await vi.waitFor(() => expect(years).toEqual([2023, 2024, 2023]));
});

it('how firmness is tested stands in the address: read from a link before its code has come, set without asking the board, and no step of undo', async () => {
  const { workbench, addresses, shows } = await withData({ fits: ['a'] }, 'fm.k=50');
  expect(workbench.firmness.settings).toMatchObject({ k: 50, share: 0.25 });
  await workbench.change({ segment: { industry: 'x' } });
  const asked = shows.length;
  workbench.firmness.set({ share: 0.1, seed: 9 });
  await vi.waitFor(() => expect(addresses.at(-1)).toEqual({ fragment: 'fm.share=0.1&fm.seed=9&fm.k=50&in.industry=x', how: 'replace' }));
  expect(shows).toHaveLength(asked);
  await workbench.undo();
  expect([workbench.spec.segment, workbench.firmness.settings]).toEqual([{}, { how: 'around', share: 0.1, draws: 1000, seed: 9, k: 50 }]);
});
