import type { FileProblem } from '../model/source';
import { faultOf, projectProblem, WorkspaceFault } from './fault';
import { cacheKey, dropCaches, fileKey } from './keep-file';
import type { KeptStep } from './kept-steps';
import { type Mark, marksOf } from './marks';
import type { Importing, Outside, Release } from './outside';

/** A workspace in the list. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  /** ISO time of the last saving. */
  readonly at: string;
  /** Of the originals its state names. */
  readonly bytes: number;
}

/** What is found when the page opens. */
export interface Found {
  /** Newest first. */
  readonly workspaces: readonly Listed[];
  /** Loads that a crash ended: these files must be chosen again. */
  readonly interrupted: readonly Importing[];
  /** Workspaces that were saved here and that the browser has removed. */
  readonly evicted: readonly { readonly id: string; readonly name: string; readonly at: string | null }[];
  readonly problems: readonly FileProblem[];
}

const STORE_LOCK = 'miaopu-store';
export const workspaceLock = (id: string): string => `miaopu-workspace-${id}`;

/** The workspaces on the shelf, newest first. */
export async function listed({ shelf }: Outside): Promise<readonly Listed[]> {
  const heads = (await shelf.heads()).map(({ id, name, at, bytes }) => ({ id, name, at, bytes }));
  return heads.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Looks at everything that is kept. A store that does not answer is a problem, not an end: the page works without. */
export async function survey(outside: Outside): Promise<Found> {
  try {
    const workspaces = await listed(outside);
    const known = new Set(workspaces.map(({ id }) => id));
    // Where nothing lasts, nothing can have been lost.
    const marks = outside.shelf.lasts ? await marksOf(outside) : new Map<string, Mark>();
    const evicted = [...marks].filter(([id]) => !known.has(id));
    const interrupted: Importing[] = [];
    for (const record of await outside.shelf.imports()) if (await isFree(outside, record.id)) interrupted.push(record);
    return { workspaces, interrupted, evicted: evicted.map(([id, { name, at }]) => ({ id, name, at: at ?? null })), problems: [] };
  } catch (error) {
    const { code, given } = faultOf(error);
    return { workspaces: [], interrupted: [], evicted: [], problems: [projectProblem(code, '', given)] };
  }
}

/** The browser may take a moment to free the lock of a tab that just closed or crashed; whoever works in another tab holds it longer. */
const PATIENCE = 400;
/** A page that is reloaded in the middle of a load leaves a busy worker, which takes longer to end; waited for only where a load was noted. */
const PATIENCE_WITH_LOADS = 3_000;

/** A lock for oneself, soon or not at all. */
export async function holdSoon({ locks }: Outside, name: string, most = PATIENCE): Promise<Release | null> {
  const atOnce = await locks.hold(name, { shared: false, wait: false });
  if (atOnce) return atOnce;
  const patience = AbortSignal.timeout(most);
  try {
    return await locks.hold(name, { shared: false, wait: true, signal: patience });
  } catch (error) {
    if (patience.aborted) return null;
    throw error;
  }
}

/** Whether no living tab has a workspace: what is still loading elsewhere was not interrupted. */
async function isFree(outside: Outside, id: string): Promise<boolean> {
  const release = await holdSoon(outside, workspaceLock(id), PATIENCE_WITH_LOADS);
  await release?.();
  return release !== null;
}

/** Joins the tabs that use the store. The first of them clears what unfinished writes have left. Answers the leaving; null where there was no joining. */
export async function enterStore({ locks, store }: Outside, signal: AbortSignal): Promise<Release | null> {
  const alone = await locks.hold(STORE_LOCK, { shared: false, wait: false });
  try {
    if (alone) await store.sweep();
  } finally {
    await alone?.();
  }
  return locks.hold(STORE_LOCK, { shared: true, wait: true, signal });
}

/**
 * Removes originals that no step of any workspace names (undo may ask for all the others) and caches but those of the names given. Answers the bytes given back.
 * Refused with `open_elsewhere` while another tab uses the store, whose load nobody here knows of. The caller must have left the store.
 */
export async function freeStock(outside: Outside, caches: readonly string[], open: readonly KeptStep[]): Promise<number> {
  const { shelf, store } = outside;
  const alone = await holdSoon(outside, STORE_LOCK);
  if (!alone) throw new WorkspaceFault('open_elsewhere', '');
  try {
    const wanted = new Set(open.flatMap(filesOf));
    for (const { id } of await shelf.heads())
      for (const { text } of (await shelf.read(id))?.steps ?? []) for (const key of filesOf(JSON.parse(text) as KeptStep)) wanted.add(key);
    let bytes = await dropCaches(
      outside,
      caches.map((name) => cacheKey(outside, name)),
    );
    for (const one of await store.list()) {
      if (!one.key.startsWith(fileKey('')) || wanted.has(one.key)) continue;
      await store.remove(one.key);
      bytes += one.bytes;
    }
    return bytes;
  } finally {
    await alone();
  }
}

function filesOf({ change }: KeptStep): string[] {
  return ((change?.sources?.add ?? []) as readonly { readonly sha256: string }[]).map(({ sha256 }) => fileKey(sha256));
}
