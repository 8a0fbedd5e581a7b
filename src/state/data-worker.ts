import * as Comlink from 'comlink';
import { browserOutside } from '../workspace/browser-outside';
import { Keeper } from '../workspace/keeper';
import { asideInWorker } from './aside';
import { buffersOf } from './buffers';
import { DataRoom, type Part, type Shelf } from './data-room';
import { CHECKS, KeepRoom } from './keep-room';
import type { MarkVerb } from './rooms';

/** The ingest worker. What leaves it is a copy made here, then moved, so that the page never waits for it; the original answers traces. Shared columns stay one. */
class Files extends DataRoom {
  override async load(...args: Parameters<DataRoom['load']>) {
    const answer = await super.load(...args);
    if (!answer.ok) return answer;
    const panel = structuredClone(answer.panel);
    return Comlink.transfer({ ...answer, panel }, buffersOf(panel));
  }
}

class Keep extends KeepRoom {
  override async start(...[keeping, took, mark]: Parameters<KeepRoom['start']>) {
    if (mark) page.mark = mark;
    await super.start(keeping, took);
  }
  override async bundle(...args: Parameters<KeepRoom['bundle']>) {
    const bytes = await super.bundle(...args);
    return Comlink.transfer(bytes, buffersOf(bytes));
  }
}

/** The name of this file holds the digest of its content: two builds that read alike are one. */
const BUILD = new URL(import.meta.url).pathname.split('/').at(-1) ?? '';

/** The page's own storage, which no worker reaches, once the page has said how. */
const page: { mark: MarkVerb } = { mark: async () => new Map() };
const marks = {
  all: () => page.mark('all', '', ''),
  put: async (id: string, text: string) => void (await page.mark('put', id, text)),
  remove: async (id: string) => void (await page.mark('remove', id, '')),
};
const rooms: { readonly data: Files; readonly keep: Keep } = {
  data: new Files(
    {
      original: (sha256) => rooms.keep.original(sha256),
      columns: (...asked) => rooms.keep.columns(...asked),
    } satisfies Shelf,
    asideInWorker(() => new Worker(new URL('./aside-worker.ts', import.meta.url), { type: 'module', name: 'aside' })),
  ),
  keep: new Keep(
    async (told) => new Keeper(await browserOutside({ marks, sha256: CHECKS.hash, build: BUILD }), CHECKS, told),
    (sha256): readonly Part[] => rooms.data.partsOf(sha256),
  ),
};

Comlink.expose(rooms);
