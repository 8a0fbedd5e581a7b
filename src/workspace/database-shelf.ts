import type { Database } from './database';
import { WorkspaceFault } from './fault';
import type { Head, Importing, Place, Shelf, StepRecord } from './outside';
import { refuseOthers } from './refuse-others';

/** Documents in IndexedDB. */
export class DatabaseShelf implements Shelf {
  readonly lasts = true;
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  get onlost(): Shelf['onlost'] {
    return this.#database.onlost;
  }
  set onlost(tell: Shelf['onlost']) {
    this.#database.onlost = tell;
  }

  async claim(build: string, schema: number): Promise<void> {
    const transaction = await this.#database.transaction(['owner'], 'readwrite');
    const owner = await transaction.store.get('owner');
    if ((owner?.schema ?? 0) <= schema) await transaction.store.put({ build, schema }, 'owner');
    await transaction.done;
    if (owner && owner.schema > schema) throw new WorkspaceFault('newer_store', `${owner.schema} > ${schema}`);
  }

  async heads(): Promise<readonly Head[]> {
    return (await this.#database.transaction(['heads'], 'readonly')).store.getAll();
  }

  async head(id: string): Promise<Head | null> {
    return (await (await this.#database.transaction(['heads'], 'readonly')).store.get(id)) ?? null;
  }

  async read(id: string) {
    const transaction = await this.#database.transaction(['heads', 'steps'], 'readonly');
    const [head, steps] = await Promise.all([
      transaction.objectStore('heads').get(id),
      transaction.objectStore('steps').getAll(stepsOf(id)),
      transaction.done,
    ]);
    return head ? { head, steps } : null;
  }

  async append(head: Head, steps: readonly StepRecord[], { after, endsImport }: Place): Promise<void> {
    const transaction = await this.#database.transaction(['heads', 'steps', 'imports', 'owner'], 'readwrite');
    const [owner, stored] = await Promise.all([
      transaction.objectStore('owner').get('owner'),
      transaction.objectStore('heads').get(head.id),
    ]);
    try {
      refuseOthers(owner?.build ?? null, head, stored ?? null, after);
    } catch (fault) {
      await transaction.done; // nothing was asked of it, so it ends by itself
      throw fault;
    }
    // Settled together with the transaction: a request that fails ends it, and its own reason is the one to give.
    await Promise.all([
      after ? undefined : transaction.objectStore('steps').delete(stepsOf(head.id)),
      ...steps.map((step) => transaction.objectStore('steps').add(step)),
      transaction.objectStore('heads').put(head),
      endsImport ? transaction.objectStore('imports').delete(head.id) : undefined,
      transaction.done,
    ]);
  }

  async remove(id: string): Promise<void> {
    const transaction = await this.#database.transaction(['heads', 'steps', 'imports'], 'readwrite');
    await Promise.all([
      transaction.objectStore('heads').delete(id),
      transaction.objectStore('steps').delete(stepsOf(id)),
      transaction.objectStore('imports').delete(id),
      transaction.done,
    ]);
  }

  async imports(): Promise<readonly Importing[]> {
    return (await this.#database.transaction(['imports'], 'readonly')).store.getAll();
  }

  async putImport(record: Importing): Promise<void> {
    const transaction = await this.#database.transaction(['imports'], 'readwrite');
    await Promise.all([transaction.store.put(record), transaction.done]);
  }

  async endImport(id: string): Promise<void> {
    const transaction = await this.#database.transaction(['imports'], 'readwrite');
    await Promise.all([transaction.store.delete(id), transaction.done]);
  }

  close(): void {
    this.#database.close();
  }
}

function stepsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Infinity]);
}
