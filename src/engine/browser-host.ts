import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import duckdbScript from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import duckdbModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { type Bindings, overBindings } from './duckdb-host';
import { type Host } from './host';
import watchedWorker from './watched-worker.js?url';

/** What a worker's address becomes before it may start one: the page's Trusted Types policy, or nothing where there are none. */
export type TrustAddress = (address: string) => string;

let started = 0;

/** duckdb-wasm (build `eh`, served beside the page) in a worker of its own, with a death watch where the browser has Web Locks. */
export function browserHost(trust: TrustAddress = (address) => address): Host {
  const lock = `miaopu-engine-${crypto.randomUUID()}-${++started}`;
  const name = JSON.stringify({ lock, script: here(duckdbScript) });
  const worker = new Worker(trust(here(watchedWorker)), { name });
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const watch = new AbortController();
  const refused = new Promise<never>((_, reject) => {
    // A script that cannot be loaded or throws at its top level says so here, and nowhere else.
    worker.addEventListener('error', (event) => reject(new Error(`engine worker failed: ${event.message}`)), { once: true });
  });
  refused.catch(() => undefined);
  const opened = (async () => {
    await present(here(duckdbModule));
    await database.instantiate(here(duckdbModule));
    await database.open({ path: ':memory:' });
  })();
  return {
    ...overBindings(
      () => database satisfies Bindings,
      () => Promise.resolve(),
    ),
    ready: Promise.race([opened, refused]),
    died: death(lock, watch.signal),
    connect: () => database.connectInternal(),
    terminate() {
      watch.abort();
      worker.terminate();
    },
  };
}

/** The library waits for ever for a module the server does not have. Without a network the browser's own copy may still do, so only an answer counts. */
async function present(address: string): Promise<void> {
  const answer = await fetch(address, { method: 'HEAD' }).catch(() => null);
  if (answer && (answer.status === 404 || answer.status >= 500)) throw new Error(`${address}: the server answered ${answer.status}`);
}

/** Assets are named relative to the page; workers resolve against themselves. */
function here(address: string): string {
  return new URL(address, document.baseURI).href;
}

/** Resolves when the worker lets go of its lock, which it does only by dying. Without Web Locks deadlines are the only watch. */
async function death(lock: string, signal: AbortSignal): Promise<string> {
  if (!('locks' in navigator)) return new Promise(() => undefined);
  // Asked for too early, the page itself would hold it; the worker asks while it boots.
  while (!(await navigator.locks.query()).held?.some(({ name }) => name === lock)) {
    if (signal.aborted) return new Promise(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  try {
    return await navigator.locks.request(lock, { signal }, () => 'worker gone');
  } catch (error) {
    if (signal.aborted) return new Promise(() => undefined);
    throw error;
  }
}
