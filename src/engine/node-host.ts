import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { overBindings, type Bindings } from './duckdb-host';
import { type Host } from './host';

/** The part of the blocking Node build that is used; its own types pull in the browser's. */
interface BlockingBuild {
  readonly NODE_RUNTIME: unknown;
  createDuckDB(bundles: unknown, logger: { log(entry: unknown): void }, runtime: unknown): Promise<BlockingDatabase>;
}
interface BlockingDatabase extends Bindings {
  instantiate(): Promise<unknown>;
  open(config: { path: string }): void;
  connect(): { useUnsafe<T>(use: (bindings: unknown, connection: number) => T): T };
}

/**
 * The same wasm in this Node process, for the command line and the tests. It blocks while a slice runs, so a deadline or a cancel is
 * seen between slices (about 100 ms); `terminate` forgets the instance. Never run it without the sandbox: an offline autoload would hang.
 */
export function nodeHost(): Host {
  let database: BlockingDatabase | null = null;
  const open = (): BlockingDatabase => {
    if (!database) throw new Error('engine host is not open');
    return database;
  };
  return {
    ...overBindings(open, () => new Promise((resolve) => setImmediate(resolve))),
    ready: boot().then((opened) => void (database = opened)),
    died: new Promise(() => undefined),
    connect: async () =>
      open()
        .connect()
        .useUnsafe((_, connection) => connection),
    terminate: () => void (database = null),
  };
}

async function boot(): Promise<BlockingDatabase> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const build = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as BlockingBuild;
  // The build looks at `mvp` only where the runtime lacks wasm exceptions, which Node 20 has.
  const bundle = (kind: string) => ({ mainModule: join(folder, `duckdb-${kind}.wasm`), mainWorker: '' });
  const database = await build.createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, { log: () => undefined }, build.NODE_RUNTIME);
  await database.instantiate();
  database.open({ path: ':memory:' });
  return database;
}
