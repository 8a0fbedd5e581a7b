import type { Marks, Outside } from './outside';
import type { Session } from './session';

const PREFIX = 'miaopu.workspace.';
const STORE_MARK = 'mark-';

/** What is noted of a workspace outside of the shelf. */
export interface Mark {
  readonly name: string;
  /** Step and hash last saved, and when; absent in marks of the store, which are written seldom. */
  readonly n?: number;
  readonly hash?: string;
  readonly at?: string;
}

/** Marks in the page's localStorage. The page hands them to the worker. */
export function storageMarks(storage: Storage): Marks {
  return {
    async all() {
      const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter((key) => key.startsWith(PREFIX));
      return new Map(keys.map((key) => [key.slice(PREFIX.length), storage.getItem(key) ?? '']));
    },
    async put(id, text) {
      storage.setItem(PREFIX + id, text);
    },
    async remove(id) {
      storage.removeItem(PREFIX + id);
    },
  };
}

/** Notes what was just saved, beside the shelf and in the store. A mark only helps to notice a loss, so one that cannot be written spoils nothing. */
export async function mark(outside: Outside, { project, saved, savedAt }: Session): Promise<void> {
  const { id, state } = project;
  await quietly(outside.marks.put(id, JSON.stringify({ name: state.name, ...saved, at: savedAt } satisfies Mark)));
  await quietly(markStore(outside, id, { name: state.name }));
}

async function markStore({ store }: Outside, id: string, words: Mark): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(words));
  const there = await store.read(STORE_MARK + id);
  if (there && new TextDecoder().decode(there) === new TextDecoder().decode(bytes)) return;
  const writing = await store.write(STORE_MARK + id);
  writing.push(bytes);
  await writing.finish({ bytes: bytes.length, hash: null, digest: '' });
}

/** Takes the marks of a workspace away, before the workspace itself: one without marks is only unwatched, marks without one would tell of a loss. */
export async function unmark(outside: Outside, id: string): Promise<void> {
  await outside.marks.remove(id);
  await outside.store.remove(STORE_MARK + id);
}

/** All marks by workspace; the fuller one where there are two. One that cannot be read says nothing. */
export async function marksOf(outside: Outside): Promise<ReadonlyMap<string, Mark>> {
  const found = new Map<string, Mark>();
  const note = (id: string, text: string): void => {
    const words = readMark(text);
    if (words) found.set(id, words);
  };
  await quietly(inStore(outside, note));
  await quietly(besides(outside, note));
  return found;
}

async function inStore({ store }: Outside, note: (id: string, text: string) => void): Promise<void> {
  for (const { key } of await store.list())
    if (key.startsWith(STORE_MARK))
      note(key.slice(STORE_MARK.length), new TextDecoder().decode((await store.read(key)) ?? new Uint8Array()));
}

async function besides({ marks }: Outside, note: (id: string, text: string) => void): Promise<void> {
  for (const [id, text] of await marks.all()) note(id, text);
}

function readMark(text: string): Mark | null {
  try {
    const json = JSON.parse(text) as Partial<Record<string, unknown>> | null;
    if (typeof json?.['name'] !== 'string') return null;
    const { name, n, hash, at } = json;
    const isFull = typeof n === 'number' && typeof hash === 'string' && typeof at === 'string';
    return isFull ? { name, n, hash, at } : { name };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function quietly(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch {
    // nothing that is kept depends on a mark: only a loss would be noticed later
  }
}
