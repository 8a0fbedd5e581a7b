import { describe, expect, it } from 'vitest';
import { Keeper } from '../../src/workspace/keeper';
import { MemoryShelf } from '../../src/workspace/memory-shelf';
import { MemoryStore } from '../../src/workspace/memory-store';
import type { Project } from '../../src/model/project';
import { act, begin } from '../../src/workspace/project';
import { undoStep } from '../../src/workspace/steps';
import { checks, finding, NOW, sha256Of, source } from './given';
import { browserError, Tab, World } from './world';

const blob = (text: string): Blob => new Blob([text]);

/** A tab in which a workspace of one file was made and saved. */
async function saved(world = new World()): Promise<Tab> {
  const tab = new Tab(world);
  await tab.keeper.start();
  await tab.keeper.create('示例区');
  await load(tab, '税务.csv');
  return tab;
}

async function load(tab: Tab, name: string): Promise<void> {
  await tab.keeper.importing([{ name, bytes: source(name).bytes }]);
  await tab.keeper.keepFile(source(name).sha256, blob(name));
  const sources = [...tab.keeper.project!.state.sources, source(name)];
  tab.keeper.act('sources_loaded', [name], { sources });
  await tab.keeper.retry();
}

async function reopened(world: World, id = 'workspace-0001', build = 'build-1') {
  const tab = new Tab(world, null, build);
  const found = await tab.keeper.start();
  const opened = await tab.keeper.open(id);
  return { tab, found, opened };
}

describe('saving', () => {
  it('is told only once it was read back, and comes back as it was', async () => {
    const tab = await saved();
    const before = tab.keeper.project;
    expect(tab.told.map(({ keeping }) => keeping.is)).toContain('saving');
    expect(tab.last).toMatchObject({ is: 'saved' });
    await tab.keeper.end();
    const { opened, found, tab: next } = await reopened(tab.world);
    expect(opened).toEqual({ project: before, missing: [], problems: [] });
    expect(found).toMatchObject({
      workspaces: [{ id: 'workspace-0001', name: '示例区', bytes: source('税务.csv').bytes }],
      interrupted: [],
      evicted: [],
    });
    expect(await (await next.keeper.file(source('税务.csv').sha256))!.text()).toBe('税务.csv');
  });

  it.each<[string, (world: World) => void]>([
    ['forgets what it was given', (world) => (world.shelf.append = async () => undefined)],
    [
      'keeps something else',
      (world) => {
        const append = world.shelf.append.bind(world.shelf);
        world.shelf.append = (head, steps, place) => append({ ...head, state: head.state.replace('一', '二') }, steps, place);
      },
    ],
  ])('on a shelf that %s is not called saved', async (_, lie) => {
    const world = new World();
    lie(world);
    const tab = new Tab(world);
    await tab.keeper.start();
    await tab.keeper.create('示例区');
    tab.keeper.act('renamed', ['一'], { name: '一' });
    await tab.keeper.retry();
    expect(tab.last).toMatchObject({ is: 'failed', code: 'not_read_back' });
    expect(tab.told.map(({ keeping }) => keeping.is)).not.toContain('saved');
  });

  it('of nothing but a name does not happen: an empty workspace is not left behind', async () => {
    const tab = new Tab(new World());
    await tab.keeper.start();
    await tab.keeper.create('空');
    await tab.keeper.retry();
    expect(tab.last).toEqual({ is: 'unsaved', why: null });
    expect(await tab.keeper.list()).toEqual([]);
  });

  it('drains when closed: what was done just before is there', async () => {
    const tab = await saved();
    tab.keeper.act('renamed', ['新名'], { name: '新名' });
    tab.keeper.undo();
    tab.keeper.redo();
    await tab.keeper.close();
    expect(tab.last).toEqual({ is: 'sample' });
    const { opened } = await reopened(tab.world);
    expect([opened.project!.state.name, opened.project!.steps.length]).toEqual(['新名', 5]);
  });

  it('says unsaved while the last step is not written yet', async () => {
    const tab = await saved();
    tab.keeper.act('renamed', ['新名'], { name: '新名' });
    expect(tab.last).toEqual({ is: 'unsaved', why: null });
    await tab.keeper.retry();
    expect(tab.last.is).toBe('saved');
  });

  it('refuses a step that could not be read back, before it is in force', async () => {
    const tab = await saved();
    const sources = [{ ...source('b.csv'), bytes: -1 }];
    expect(() => tab.keeper.act('sources_loaded', ['b.csv'], { sources })).toThrow('project_wrong_value: /change/sources/add/0/bytes -1');
    expect([tab.keeper.project!.steps.length, tab.last.is]).toEqual([2, 'saved']);
  });

  it('asks the browser once to keep the storage, and takes no for an answer', async () => {
    const tab = await saved();
    tab.keeper.act('renamed', ['新名'], { name: '新名' });
    await tab.keeper.retry();
    expect(tab.calls.filter((name) => name === 'persist')).toHaveLength(1);
    expect(await tab.keeper.room()).toEqual({ used: 1, quota: 2, isPersistent: false });
  });

  it('where nothing lasts is never called saved', async () => {
    const world = new World();
    [world.shelf, world.store] = [new MemoryShelf(), new MemoryStore()];
    const tab = await saved(world);
    expect(tab.last).toEqual({ is: 'unsaved', why: 'no_storage' });
  });
});

describe('files', () => {
  it('with other bytes than their digest says are not kept', async () => {
    const tab = await saved();
    await expect(tab.keeper.keepFile(source('b.csv').sha256, blob('b.CSV'))).rejects.toMatchObject({ code: 'file_changed' });
    expect(await tab.keeper.file(source('b.csv').sha256)).toBeNull();
  });

  it('that could not be kept make a workspace failed, not saved, and name what to do', async () => {
    const tab = await saved();
    await expect(tab.keeper.keepFile(source('b.csv').sha256, blob('x'))).rejects.toThrow();
    tab.keeper.act('sources_loaded', ['b.csv'], { sources: [source('税务.csv'), source('b.csv')] });
    await tab.keeper.retry();
    expect(tab.last).toEqual({ is: 'failed', code: 'file_changed', given: 'b.csv' });
    await tab.keeper.keepFile(source('b.csv').sha256, blob('b.csv'));
    await tab.keeper.retry();
    expect(tab.last.is).toBe('saved');
  });

  it('are copied with progress, and not at all when cancelled', async () => {
    const tab = await saved();
    const big = new Uint8Array(9 << 20).fill(7);
    const seen: number[] = [];
    const stop = new AbortController();
    const report = (done: number): void => {
      seen.push(done);
      if (seen.length === 2) stop.abort(new DOMException('cancelled', 'AbortError'));
    };
    await expect(tab.keeper.keepFile(sha256Of(big), new Blob([big]), { signal: stop.signal, report })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(seen).toEqual([4 << 20, 8 << 20]);
    expect(await tab.keeper.file(sha256Of(big))).toBeNull();
    expect(tab.last.is).toBe('saved');
    await tab.keeper.keepFile(sha256Of(big), new Blob([big]));
    expect((await tab.keeper.file(sha256Of(big)))!.size).toBe(big.length);
  });

  it('are copied once', async () => {
    const tab = await saved();
    const before = tab.calls.filter((name) => name === 'push').length;
    await tab.keeper.keepFile(source('税务.csv').sha256, blob('税务.csv'));
    expect(tab.calls.filter((name) => name === 'push')).toHaveLength(before);
  });

  it('push caches out where room is short', async () => {
    const world = new World();
    const tab = await saved(world);
    expect(await tab.keeper.keepCache('税务', [new Uint8Array(8)])).toBe(true);
    const write = world.store.write.bind(world.store);
    world.store.write = async (key) => {
      if ((await world.store.list()).some((one) => one.key.startsWith('cache-'))) throw browserError('QuotaExceededError');
      return write(key);
    };
    await tab.keeper.keepFile(source('b.csv').sha256, blob('b.csv'));
    expect(await tab.keeper.cache('税务')).toBeNull();
    expect(await (await tab.keeper.file(source('b.csv').sha256))!.text()).toBe('b.csv');
  });

  it('damaged on the disk are found, taken away, and asked for again', async () => {
    const tab = await saved();
    const { sha256 } = source('税务.csv');
    expect(await tab.keeper.prove(sha256)).toBe(true);
    const writing = await tab.world.store.write(`file-${sha256}`);
    writing.push(new TextEncoder().encode('税务.csw'));
    await writing.finish({ bytes: 10, hash: null, digest: '' });
    expect(await tab.keeper.prove(sha256)).toBe(false);
    await tab.keeper.retry();
    expect(tab.last).toEqual({ is: 'failed', code: 'files_evicted', given: '税务.csv' });
    expect((await reopened(tab.world)).opened.missing.map(({ name }) => name)).toEqual(['税务.csv']);
  });
});

describe('a page that does its steps itself', () => {
  const begun = begin('示例区', 'workspace-9001', NOW);
  const loaded = act(begun, 'sources_loaded', ['税务.csv'], { sources: [source('税务.csv')] }, NOW);
  const renamed = undoStep(act(loaded, 'renamed', ['新名'], { name: '新名' }, NOW), NOW)!;

  it('is followed, some steps at a time, whoever copied them on the way', async () => {
    const tab = new Tab(new World());
    await tab.keeper.start();
    await tab.keeper.follow(begun);
    await tab.keeper.follow(structuredClone(renamed));
    await tab.keeper.keepFile(source('税务.csv').sha256, blob('税务.csv'));
    expect((await tab.keeper.retry()).is).toBe('saved');
    await tab.keeper.follow(structuredClone(renamed));
    await tab.keeper.end();
    expect((await reopened(tab.world, 'workspace-9001')).opened.project).toEqual(renamed);
  });
  it('whose file is still to come is not saved, nor failed', async () => {
    const tab = new Tab(new World());
    await tab.keeper.start();
    await tab.keeper.follow(loaded);
    expect(await tab.keeper.retry()).toEqual({ is: 'unsaved', why: null });
    await tab.keeper.keepFile(source('税务.csv').sha256, blob('税务.csv'));
    expect((await tab.keeper.retry()).is).toBe('saved');
  });
  it('goes on in a workspace it followed before', async () => {
    const tab = new Tab(new World());
    await tab.keeper.start();
    await tab.keeper.follow(loaded);
    await tab.keeper.keepFile(source('税务.csv').sha256, blob('税务.csv'));
    await tab.keeper.follow(begin('别的', 'workspace-9002', NOW));
    await tab.keeper.follow(renamed);
    expect((await tab.keeper.retry()).is).toBe('saved');
    expect((await tab.world.shelf.head('workspace-9001'))!.n).toBe(4);
  });
  it.each<[string, Project, string]>([
    ['that lost a step', begun, 'project_step_differs: /steps/1'],
    [
      'whose past is another',
      act(act(begun, 'renamed', ['一'], { name: '一' }, NOW), 'renamed', ['二'], { name: '二' }, NOW),
      'project_step_differs: /steps/1',
    ],
    [
      'that undoes out of turn',
      { ...renamed, steps: [...renamed.steps.slice(0, 3), { ...renamed.steps[3]!, undoes: 2 }] },
      'project_step_differs: /steps/3',
    ],
    ['whose state is not that of its steps', { ...renamed, state: { ...renamed.state, deadline: '01-01' } }, 'project_state_differs: 4'],
  ])('is not followed into a history %s', async (_, project, words) => {
    const tab = new Tab(new World());
    await tab.keeper.start();
    await tab.keeper.follow(loaded);
    await expect(tab.keeper.follow(project)).rejects.toThrow(words);
    expect(tab.keeper.project).toEqual(loaded);
  });
});

it('a cache of another build is never met', async () => {
  const tab = await saved();
  await tab.keeper.keepCache('税务', [Uint8Array.of(1, 2), Uint8Array.of(3)]);
  expect(await tab.keeper.cache('税务')).toEqual(Uint8Array.of(1, 2, 3));
  await tab.keeper.end();
  expect(await (await reopened(tab.world, 'workspace-0001', 'build-2')).tab.keeper.cache('税务')).toBeNull();
});

describe('a load', () => {
  it('ended by a crash is named, with its files, until it is forgotten', async () => {
    const tab = await saved();
    await tab.keeper.importing([{ name: '专利.xlsx', bytes: 12 }]);
    tab.die();
    const next = new Tab(tab.world);
    const { interrupted } = await next.keeper.start();
    expect(interrupted).toMatchObject([{ id: 'workspace-0001', files: [{ name: '专利.xlsx', bytes: 12 }] }]);
    await next.keeper.forget('workspace-0001');
    expect((await new Tab(tab.world).keeper.start()).interrupted).toEqual([]);
    expect((await next.keeper.open('workspace-0001')).project!.steps).toHaveLength(2);
  });
  it('of a workspace that was never saved is named as well', async () => {
    const tab = new Tab(new World());
    await tab.keeper.start();
    await tab.keeper.create('新');
    await tab.keeper.importing([{ name: 'a.csv', bytes: 5 }]);
    tab.die();
    expect((await new Tab(tab.world).keeper.start()).interrupted).toHaveLength(1);
  });
  it('still going on in a living tab is not called interrupted', async () => {
    const tab = await saved();
    await tab.keeper.importing([{ name: '专利.xlsx', bytes: 12 }]);
    expect((await new Tab(tab.world).keeper.start()).interrupted).toEqual([]);
  });
  it('stays noted while other things are saved, and is over with the step that brings it in', async () => {
    const tab = await saved();
    await tab.keeper.importing([{ name: 'b.csv', bytes: 5 }]);
    tab.keeper.act('renamed', ['新名'], { name: '新名' });
    await tab.keeper.retry();
    expect(await tab.world.shelf.imports()).toHaveLength(1);
    await load(tab, 'b.csv');
    expect(await tab.world.shelf.imports()).toEqual([]);
  });
});

describe('room', () => {
  it('is given back of files no step names, and only of those', async () => {
    const tab = await saved();
    await load(tab, 'b.csv');
    tab.keeper.undo();
    await tab.keeper.keepFile(source('lost.csv').sha256, blob('lost.csv'));
    await tab.keeper.keepCache('a', [new Uint8Array(8)]);
    await tab.keeper.keepCache('b', [new Uint8Array(16)]);
    expect(await tab.keeper.free(['a'])).toBe('lost.csv'.length + 16);
    const kept = await Promise.all(['税务.csv', 'b.csv', 'lost.csv'].map((name) => tab.keeper.file(source(name).sha256)));
    expect(kept.map((one) => one !== null)).toEqual([true, true, false]);
    expect([await tab.keeper.cache('a'), await tab.keeper.cache('b')]).toEqual([new Uint8Array(8), null]);
  });
  it('is not touched during a load, nor while another tab is open', async () => {
    const tab = await saved();
    await tab.keeper.importing([{ name: 'b.csv', bytes: 5 }]);
    await expect(tab.keeper.free([])).rejects.toMatchObject({ code: 'import_running' });
    await tab.keeper.forget('workspace-0001');
    const other = new Tab(tab.world);
    await other.keeper.start();
    await expect(tab.keeper.free([])).rejects.toMatchObject({ code: 'open_elsewhere' });
    await other.keeper.end();
    expect(await tab.keeper.free([])).toBe(0);
  });
  it('of a removed workspace is its own no more', async () => {
    const tab = await saved();
    await expect(tab.keeper.remove('workspace-0001')).rejects.toMatchObject({ code: 'open_elsewhere' });
    await tab.keeper.close();
    await tab.keeper.remove('workspace-0001');
    expect(await tab.keeper.list()).toEqual([]);
    expect(await tab.keeper.free([])).toBe(source('税务.csv').bytes);
    expect((await new Tab(tab.world).keeper.start()).evicted).toEqual([]);
  });
});

describe('what the browser takes away', () => {
  it('all documents: they are named with the day they were saved', async () => {
    const tab = await saved();
    await tab.keeper.end();
    tab.world.shelf = new World().shelf;
    const next = new Tab(tab.world);
    expect((await next.keeper.start()).evicted).toMatchObject([{ id: 'workspace-0001', name: '示例区' }]);
    expect((await next.keeper.open('workspace-0001')).problems).toMatchObject([{ code: 'document_evicted', given: '示例区' }]);
    await next.keeper.forget('workspace-0001');
    expect((await new Tab(tab.world).keeper.start()).evicted).toEqual([]);
  });
  it('documents and the page’s marks: the store remembers the name', async () => {
    const tab = await saved();
    await tab.keeper.end();
    tab.world.shelf = new World().shelf;
    tab.world.marks.clear();
    expect((await new Tab(tab.world).keeper.start()).evicted).toEqual([{ id: 'workspace-0001', name: '示例区', at: null }]);
  });
  it('all files: their sources are named, and keeping says so', async () => {
    const tab = await saved();
    await tab.keeper.end();
    tab.world.store = new World().store;
    const { opened, tab: next } = await reopened(tab.world);
    expect(opened.project!.state.name).toBe('示例区');
    expect(opened.missing.map(({ name }) => name)).toEqual(['税务.csv']);
    expect(next.last).toEqual({ is: 'failed', code: 'files_evicted', given: '税务.csv' });
  });
  it('everything, while the page is open: the document is written again whole, the file is asked for', async () => {
    const tab = await saved();
    tab.outside.shelf.onlost!('storage_lost');
    expect(tab.last).toMatchObject({ is: 'failed', code: 'storage_lost' });
    const empty = new World();
    [tab.world.shelf, tab.world.store] = [empty.shelf, empty.store];
    tab.keeper.act('finding_decided', ['jump'], { findings: [finding('jump')] });
    await tab.keeper.retry();
    expect(tab.last).toEqual({ is: 'failed', code: 'files_evicted', given: '税务.csv' });
    await tab.keeper.keepFile(source('税务.csv').sha256, blob('税务.csv'));
    expect((await tab.keeper.retry()).is).toBe('saved');
    await tab.keeper.end();
    expect((await reopened(tab.world)).opened.project!.steps).toHaveLength(3);
  });
  it('the last steps: a document older than what was noted is said to be', async () => {
    const tab = await saved();
    const early = (await tab.world.shelf.read('workspace-0001'))!;
    tab.keeper.act('renamed', ['新名'], { name: '新名' });
    await tab.keeper.end();
    tab.world.shelf = new World().shelf;
    await tab.world.shelf.claim('build-1', 1);
    await tab.world.shelf.append(early.head, early.steps, { after: null, endsImport: false });
    expect((await reopened(tab.world)).opened.problems).toMatchObject([{ code: 'document_rolled_back', given: '2 / 3' }]);
  });
});

describe('a damaged document', () => {
  /** The document of `saved`, put back changed. */
  async function damaged(change: (steps: { id: string; n: number; text: string }[], head: { state: string }) => void) {
    const tab = await saved();
    await tab.keeper.end();
    const { head, steps } = (await tab.world.shelf.read('workspace-0001'))!;
    const [copies, copy] = [steps.map((step) => ({ ...step })), { ...head }];
    change(copies, copy);
    await tab.world.shelf.remove('workspace-0001');
    await tab.world.shelf.append(copy, copies, { after: null, endsImport: false });
    return reopened(tab.world);
  }

  it('goes on from its snapshot where only the history is damaged, and says where', async () => {
    const { opened, tab } = await damaged((steps) => (steps[1]!.text = steps[1]!.text.replace('税务.csv', '税勿.csv')));
    expect(opened.problems).toMatchObject([{ code: 'history_damaged', where: '/steps/1' }]);
    expect(opened.project!.state.sources.map(({ name }) => name)).toEqual(['税务.csv']);
    expect(opened.project!.steps.map(({ kind }) => kind)).toEqual(['began', 'opened_file']);
    expect(tab.last.is).toBe('saved');
    expect((await tab.keeper.list()).length).toBe(2);
  });
  it('is refused where the snapshot is damaged too, and stays where it is', async () => {
    const { opened, tab } = await damaged((steps, head) => {
      steps[1]!.text = '{';
      head.state = head.state.replace('示例区', '示列区');
    });
    expect(opened.project).toBeNull();
    expect(opened.problems[0]).toMatchObject({ code: 'document_damaged', given: '示例区' });
    expect((await tab.keeper.list()).map(({ id }) => id)).toEqual(['workspace-0001']);
  });
  it('that lost its last step is not taken for whole', async () => {
    const { opened } = await damaged((steps) => steps.pop());
    expect(opened.problems).toMatchObject([{ code: 'history_damaged' }]);
  });
  it('of a newer format is left alone', async () => {
    const { opened } = await damaged((_, head) => Object.assign(head, { format: 2 }));
    expect([opened.project, opened.problems.map(({ code }) => code)]).toEqual([null, ['project_newer']]);
  });
  it('that is nowhere is said to be gone', async () => {
    const tab = new Tab(new World());
    await tab.keeper.start();
    expect((await tab.keeper.open('workspace-9999')).problems).toMatchObject([{ code: 'document_gone' }]);
  });
});

describe('another person’s workspace', () => {
  it('is taken in with its history, under its own id where that is free', async () => {
    const tab = await saved();
    const theirs = tab.keeper.project!;
    const other = new Tab(new World());
    await other.keeper.start();
    await other.keeper.keepFile(source('税务.csv').sha256, blob('税务.csv'));
    const project = await other.keeper.adopt(theirs, '别人的.miaopu');
    expect([project.id, project.steps.at(-1)!.given]).toEqual([theirs.id, ['别人的.miaopu']]);
    expect(project.steps.slice(0, 2)).toEqual(theirs.steps);
    expect((await other.keeper.retry()).is).toBe('saved');
  });
  it('stands beside mine where both are of one id', async () => {
    const tab = await saved();
    await tab.keeper.adopt(tab.keeper.project!, '旧的.miaopu');
    await tab.keeper.retry();
    expect((await tab.keeper.list()).map(({ id }) => id).sort()).toEqual(['workspace-0001', 'workspace-0002']);
    expect((await reopened(tab.world)).opened.project!.steps).toHaveLength(2);
  });
});

it('a store that does not answer is a problem with a code, not an end', async () => {
  const world = new World();
  world.shelf.claim = () => Promise.reject(browserError('UnknownError'));
  world.shelf.heads = () => Promise.reject(browserError('InvalidStateError'));
  const { problems } = await new Tab(world).keeper.start();
  expect(problems.map(({ code }) => code)).toEqual(['storage_failed', 'storage_lost']);
});

it('a step without a workspace is a mistake of ours', () => {
  const keeper = new Keeper(new Tab(new World()).outside, checks, { keeping: () => undefined, project: () => undefined });
  expect(() => keeper.undo()).toThrow('no workspace is open');
});
