import * as Comlink from 'comlink';
import { buffersOf } from './buffers';
import { EngineRoom } from './engine-room';
import { remoteRoom } from './remote';
import type { DataRoomFace, ScoreRoomFace } from './rooms';
import type { FirstBoard, Outside } from './workbench.svelte';

/** Everything the workbench reaches in a browser: two workers, the engine, the address bar, and the files served beside the page. */
export async function browserOutside(): Promise<Outside> {
  const score = remoteRoom<ScoreRoomFace>(
    () => new Worker(new URL('./score-worker.ts', import.meta.url), { type: 'module', name: 'score' }),
  );
  const data = remoteRoom<DataRoomFace>(() => new Worker(new URL('./data-worker.ts', import.meta.url), { type: 'module', name: 'data' }));
  const adopt: ScoreRoomFace['adopt'] = (panel, ...rest) => score.adopt(Comlink.transfer(panel, buffersOf(panel)), ...rest);
  const first = await fetchJson<FirstBoard>('first-board.json');
  return {
    rooms: {
      data,
      score: new Proxy(score, { get: (room, verb) => (verb === 'adopt' ? adopt : room[verb as keyof ScoreRoomFace]) }),
      engine: new EngineRoom(async (onstate) => (await import('../engine/start')).startEngine(onstate)),
    },
    schemes: first?.schemes ?? (await score.shipped()),
    first,
    fragment: location.hash,
    show,
    sample,
  };
}

function show(fragment: string, how: 'push' | 'replace'): void {
  const address = fragment === '' ? location.pathname : `#${fragment}`;
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
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
