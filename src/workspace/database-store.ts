import type { Database } from './database';
import type { Proof, Store, Writing } from './outside';
import { piecesOf, prove } from './proof';

/** Bytes in IndexedDB, for pages without a private file system (no secure context, older browsers). */
export class DatabaseStore implements Store {
  readonly kind = 'indexeddb';
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async write(key: string): Promise<Writing> {
    let parts: Blob[] = [];
    return {
      // Each piece becomes a blob at once, which the browser may hold outside of our memory.
      push: (bytes) => void parts.push(new Blob([bytes.slice()])),
      finish: async (proof: Proof) => {
        const transaction = await this.#database.transaction(['blobs'], 'readwrite');
        await Promise.all([transaction.store.put(new Blob(parts), key), transaction.done]);
        parts = [];
        try {
          const blob = await this.open(key);
          await prove(key, blob?.size ?? 0, blob ? piecesOf(blob) : [], proof);
        } catch (fault) {
          await this.remove(key);
          throw fault;
        }
      },
      drop: async () => void (parts = []),
    };
  }

  async read(key: string): Promise<Uint8Array | null> {
    const blob = await this.open(key);
    return blob ? new Uint8Array(await blob.arrayBuffer()) : null;
  }

  async open(key: string): Promise<Blob | null> {
    return (await (await this.#database.transaction(['blobs'], 'readonly')).store.get(key)) ?? null;
  }

  async list() {
    const transaction = await this.#database.transaction(['blobs'], 'readonly');
    const [keys, blobs] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll(), transaction.done]);
    return keys.map((key, at) => ({ key, bytes: blobs[at]!.size }));
  }

  async remove(key: string): Promise<void> {
    const transaction = await this.#database.transaction(['blobs'], 'readwrite');
    await Promise.all([transaction.store.delete(key), transaction.done]);
  }

  async sweep(): Promise<void> {
    // A write is one transaction here: it leaves nothing before it is finished.
  }
}
