import type { Rooms } from './rooms';
import type { FirstBoard, Outside } from './workbench.svelte';

/** Everything the workbench reaches in a browser: the rooms, the address bar, and the files served beside the page. */
export async function browserOutside(): Promise<Outside> {
  const loaded = once(async () => (await import('./browser-rooms')).browserRooms());
  const rooms: Rooms = {
    data: later(async () => (await loaded()).data),
    keep: later(async () => (await loaded()).keep),
    score: later(async () => (await loaded()).score),
    engine: later(async () => (await loaded()).engine),
  };
  // An entry gone back to has an address of its own.
  addEventListener('popstate', () => clearTimeout(waiting));
  const board = await fetchJson<FirstBoard>('first-board.json');
  return {
    rooms,
    schemes: board?.schemes ?? (await rooms.score.shipped()),
    ...(board ? { moreSchemes: () => rooms.score.shipped() } : {}),
    // Who has a workspace here waits for it; the sample's board would be taken for it.
    first: hasWorkspace() ? null : board,
    fragment: location.hash,
    show,
    sample,
    now,
    newId,
    mark,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/**
 * A room whose code is fetched with the first question, so that it does not stand before the first board. Once it is there a question
 * goes out at once: the worker is at it while the page is still being drawn.
 */
function later<T extends object>(room: () => Promise<T>): T {
  let open: Record<string | symbol, (...args: unknown[]) => unknown> | null = null;
  return new Proxy({} as T, {
    get:
      (_, verb) =>
      (...args: unknown[]) =>
        open ? open[verb]!(...args) : room().then((there) => (open = there as NonNullable<typeof open>)[verb]!(...args)),
  });
}

const now = (): string => new Date().toISOString();
const newId = (): string => crypto.randomUUID();

/** The marks of `src/workspace/marks.ts`, without its code. A browser that forbids its storage has none. */
function hasWorkspace(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith('miaopu.workspace.'));
  } catch {
    return false;
  }
}

const mark: Outside['mark'] = async (verb, id, text) => {
  const { storageMarks } = await import('../workspace/marks');
  const marks = storageMarks(localStorage);
  if (verb === 'put') await marks.put(id, text);
  if (verb === 'remove') await marks.remove(id);
  return marks.all();
};

/** Browsers refuse more than some 100 changes of an address in 30 seconds; a dragged weight makes 60 a second. */
const PAUSE = 400;
let rested = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Writes the address: a step at once, the states of a drag no more often than every `PAUSE` milliseconds, the last of them always. */
function show(fragment: string, how: 'push' | 'replace'): void {
  const address = fragment === '' ? location.pathname : `#${fragment}`;
  clearTimeout(waiting);
  if (how === 'push') history.pushState(null, '', address);
  else {
    const write = (): void => {
      rested = performance.now() + PAUSE;
      history.replaceState(null, '', address);
    };
    const left = rested - performance.now();
    if (left <= 0) write();
    else waiting = setTimeout(write, left);
  }
}

/** The sample's files as the server gives them; empty where the page is served without the sample. */
async function sample(): ReturnType<Outside['sample']> {
  const list = await fetchJson<readonly { readonly file: string; readonly recipe: string | null }[]>('sample/index.json');
  return Promise.all(
    (list ?? []).map(async ({ file, recipe }) => ({
      file: new File([await (await fetched(`sample/${file}`)).blob()], file),
      recipe: recipe === null ? null : await (await fetched(`sample/${recipe}`)).text(),
    })),
  );
}

async function fetched(path: string): Promise<Response> {
  const answer = await fetch(new URL(path, document.baseURI));
  if (!answer.ok) throw new Error(`${path}: the server answered ${answer.status}`);
  return answer;
}

/** null where the server has no such file. */
async function fetchJson<T>(path: string): Promise<T | null> {
  const answer = await fetch(new URL(path, document.baseURI));
  return answer.ok ? ((await answer.json()) as T) : null;
}
