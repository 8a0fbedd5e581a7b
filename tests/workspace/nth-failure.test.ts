import { describe, expect, it } from 'vitest';
import type { Project } from '../../src/model/project';
import { faultOf, WORKSPACE_FAULTS } from '../../src/workspace/fault';
import { finding, sha256Of, source } from './given';
import { browserError, type Harm, Tab, World } from './world';

const FILES = ['税务.csv', '专利.xlsx'];

/** What a day's work asks of the outside: load two files, decide, undo, load a third, close. What a person would see of it: codes of what was refused. */
async function work(tab: Tab): Promise<string[]> {
  const { keeper } = tab;
  const codes = (await keeper.start()).problems.map(({ code }) => code);
  const tried = async (attempt: () => unknown): Promise<void> => {
    try {
      await attempt();
    } catch (error) {
      codes.push((error as { code?: string }).code ?? `no code: ${String(error)}`);
    }
  };
  await tried(() => keeper.create('示例区'));
  if (!keeper.project) return codes;
  await tried(() => keeper.importing(FILES.map((name) => ({ name, bytes: 1 }))));
  for (const name of FILES) await tried(() => keeper.keepFile(source(name).sha256, new Blob([name])));
  await keeper.keepCache('panel', [new Uint8Array(64)]);
  await tried(() => keeper.act('sources_loaded', FILES, { sources: FILES.map((name) => source(name)) }));
  await keeper.retry();
  await tried(() => keeper.act('finding_decided', ['jump'], { findings: [finding('jump')] }));
  await keeper.retry();
  await tried(() => keeper.undo());
  await tried(() => keeper.act('renamed', ['新名'], { name: '新名' }));
  await tried(() => keeper.end());
  tab.die();
  return codes;
}

/** The most that was ever shown as saved. */
function shownAsSaved(tab: Tab): Project | null {
  return tab.told.findLast(({ keeping }) => keeping.is === 'saved')?.project ?? null;
}

/** After the crash, in a new tab on the same disk. */
async function afterwards(tab: Tab): Promise<void> {
  const promised = shownAsSaved(tab);
  const next = new Tab(tab.world);
  const { workspaces, problems } = await next.keeper.start();
  expect(problems).toEqual([]);
  if (!promised) {
    // Nothing was promised; what is there must still be whole.
    for (const { id } of workspaces) expect((await next.keeper.open(id)).problems).toEqual([]);
    return;
  }
  const opened = await next.keeper.open(promised.id);
  expect(opened.problems).toEqual([]);
  expect(opened.project!.steps.slice(0, promised.steps.length)).toEqual(promised.steps);
  for (const { sha256, name } of promised.state.sources) {
    const blob = await next.keeper.file(sha256);
    expect(sha256Of(await blob!.text())).toBe(sha256);
    expect(await next.keeper.prove(sha256), name).toBe(true);
  }
  expect(next.last).toMatchObject({ is: 'saved' });
  next.keeper.act('renamed', ['之后'], { name: '之后' });
  expect((await next.keeper.retry()).is).toBe('saved');
  await next.keeper.end();
}

describe.each<[Harm, string]>([
  ['before', 'UnknownError'],
  ['before', 'QuotaExceededError'],
  ['before', 'InvalidStateError'],
  ['after', 'UnknownError'],
  ['dead', 'AbortError'],
])('whichever call fails (%s, %s)', (harm, name) => {
  it('what was shown as saved is there afterwards, and every fault has a code', async () => {
    const codes = new Set<string>();
    let n = 1;
    for (; ; n++) {
      const tab = new Tab(new World(), { n, harm, error: () => browserError(name) });
      const said = await work(tab);
      for (const { keeping } of tab.told) if (keeping.is === 'failed') said.push(keeping.code);
      for (const code of said) codes.add(code);
      const failed = tab.calls.length >= n;
      await afterwards(tab);
      if (!failed) break;
    }
    // Files, locks, lists, writes of two documents: the loop must have met them all.
    expect(n).toBeGreaterThan(50);
    const known: readonly string[] = WORKSPACE_FAULTS;
    expect([...codes].filter((code) => !known.includes(code))).toEqual([]);
    expect(codes.has(faultOf(browserError(name)).code)).toBe(true);
  });
});

it('a failure that passes leaves nothing unsaved: the work ends as if it had not been', async () => {
  for (let n = 1; ; n++) {
    const tab = new Tab(new World(), { n, harm: 'before', error: () => browserError('UnknownError') });
    await tab.keeper.start();
    await tab.keeper.create('示例区').catch(() => undefined);
    if (!tab.keeper.project) continue;
    tab.keeper.act('renamed', ['一'], { name: '一' });
    await tab.keeper.retry();
    await tab.keeper.retry();
    expect(tab.last).toMatchObject({ is: 'saved' });
    if (tab.calls.length < n) break;
  }
});

it('the promise of the loop is one that can be broken: it sees a document that lost a step', async () => {
  const tab = new Tab(new World());
  await work(tab);
  const { head, steps } = (await tab.world.shelf.read(shownAsSaved(tab)!.id))!;
  await tab.world.shelf.remove(head.id);
  await tab.world.shelf.append(head, steps.slice(0, -1), { after: null, endsImport: false });
  await expect(afterwards(tab)).rejects.toThrow();
});
