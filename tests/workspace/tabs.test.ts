import { describe, expect, it } from 'vitest';
import { source } from './given';
import { Tab, World } from './world';

async function opened(world: World, build = 'build-1'): Promise<Tab> {
  const tab = new Tab(world, null, build);
  await tab.keeper.start();
  await tab.keeper.open('workspace-0001');
  return tab;
}
async function first(world: World): Promise<Tab> {
  const tab = new Tab(world);
  await tab.keeper.start();
  await tab.keeper.create('示例区');
  await rename(tab, '一');
  return tab;
}
async function rename(tab: Tab, name: string): Promise<void> {
  tab.keeper.act('renamed', [name], { name });
  await tab.keeper.retry();
}
/** Lets what the other tab set off come to its end. */
const settled = async (tab: Tab): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  await tab.keeper.list();
};

describe('a second tab', () => {
  it('looks on, and may not write', async () => {
    const world = new World();
    await first(world);
    const second = await opened(world);
    expect(second.keeper.project!.state.name).toBe('一');
    expect(second.last).toEqual({ is: 'elsewhere' });
    expect(() => second.keeper.act('renamed', ['二'], { name: '二' })).toThrow('open_elsewhere');
    await expect(second.keeper.importing([])).rejects.toThrow('open_elsewhere');
  });
  it('takes over, with all that was done, when the first closes', async () => {
    const world = new World();
    const one = await first(world);
    const second = await opened(world);
    await rename(one, '二');
    await one.keeper.end();
    await settled(second);
    expect(second.projects.map(({ state }) => state.name)).toEqual(['二']);
    expect(second.last.is).toBe('saved');
    await rename(second, '三');
    expect((await world.shelf.head('workspace-0001'))!.name).toBe('三');
  });
  it('takes over when the first dies in the middle', async () => {
    const world = new World();
    const one = await first(world);
    const second = await opened(world);
    one.plan = { n: 0, harm: 'dead', error: () => new Error('dead') };
    one.keeper.act('renamed', ['未写'], { name: '未写' });
    one.die();
    await settled(second);
    expect(second.projects.map(({ state }) => state.name)).toEqual(['一']);
    await rename(second, '三');
    expect((await world.shelf.read('workspace-0001'))!.steps.map(({ text }) => (JSON.parse(text) as { given: string[] }).given)).toEqual([
      ['示例区'],
      ['一'],
      ['三'],
    ]);
  });
  it('closed before its turn never takes the workspace', async () => {
    const world = new World();
    const one = await first(world);
    const second = await opened(world);
    await second.keeper.close();
    await one.keeper.end();
    const third = await opened(world);
    expect(third.last.is).toBe('saved');
  });
  it('learns that the first removed the workspace', async () => {
    const world = new World();
    const one = await first(world);
    const second = await opened(world);
    await world.shelf.remove('workspace-0001');
    world.marks.clear();
    await one.keeper.end();
    await settled(second);
    // It still has all of it, so it keeps it: nothing that was shown is lost.
    expect(second.last.is).toBe('saved');
    expect((await world.shelf.head('workspace-0001'))!.name).toBe('一');
  });
});

describe('without locks', () => {
  it('the one who writes second is refused and stops, and what the first wrote stands', async () => {
    const world = new World();
    world.take = () => async () => undefined;
    const one = await first(world);
    const two = await opened(world);
    await rename(one, '甲方');
    await rename(two, '乙方');
    expect(two.last).toMatchObject({ is: 'failed', code: 'written_elsewhere' });
    await rename(two, '再来');
    expect((await world.shelf.head('workspace-0001'))!.name).toBe('甲方');
    // What the second did is still on its screen, to be saved as a file.
    expect(two.keeper.project!.state.name).toBe('再来');
  });
});

describe('builds', () => {
  it('an old tab stops writing as soon as a newer page has the store', async () => {
    const world = new World();
    const old = await first(world);
    const fresh = new Tab(world, null, 'build-2');
    await fresh.keeper.start();
    await rename(old, '旧');
    expect(old.last).toMatchObject({ is: 'failed', code: 'newer_build' });
    expect((await world.shelf.head('workspace-0001'))!.name).toBe('一');
  });
  it('an old tab told to let the database go stops at once', async () => {
    const old = await first(new World());
    old.outside.shelf.onlost!('newer_build');
    await rename(old, '旧');
    expect(old.last).toMatchObject({ is: 'failed', code: 'newer_build' });
    expect((await old.world.shelf.head('workspace-0001'))!.name).toBe('一');
  });
  it('a store laid out by a newer page is not written to', async () => {
    const world = new World();
    await first(world);
    await world.shelf.claim('build-9', 2);
    const old = new Tab(world);
    expect((await old.keeper.start()).problems).toMatchObject([{ code: 'newer_store', given: '2 > 1' }]);
    await old.keeper.create('新');
    await rename(old, '一');
    expect(old.last).toMatchObject({ is: 'failed', code: 'newer_store' });
    expect((await world.shelf.heads()).length).toBe(1);
  });
});

it('two tabs keep the same file at once, and both have it', async () => {
  const world = new World();
  const [one, two] = [new Tab(world), new Tab(world)];
  await Promise.all([one.keeper.start(), two.keeper.start()]);
  await Promise.all([one, two].map((tab) => tab.keeper.keepFile(source('a').sha256, new Blob(['a']))));
  expect(await (await two.keeper.file(source('a').sha256))!.text()).toBe('a');
});
