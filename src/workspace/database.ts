import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { WorkspaceFault, type WorkspaceFaultCode } from './fault';
import type { Head, Importing, StepRecord } from './outside';

interface Layout extends DBSchema {
  heads: { key: string; value: Head };
  steps: { key: [string, number]; value: StepRecord };
  imports: { key: string; value: Importing };
  /** One record, key `owner`. */
  owner: { key: string; value: { readonly build: string; readonly schema: number } };
  blobs: { key: string; value: Blob };
}
type Connection = IDBPDatabase<Layout>;
type Name = StoreNames<Layout>;

const NAME = 'miaopu';
const VERSION = 1;

/** The database, opened when first asked for and again after it was lost. */
export class Database {
  onlost: ((code: WorkspaceFaultCode) => void) | null = null;
  #open: Promise<Connection> | null = null;

  /**
   * A transaction until whose end the bytes are on the disk. The browser may abort it: what is waited for of it then rejects, and `done`, which `idb` makes for each
   * one, must not be a second rejection nobody waits for.
   */
  async transaction<const Names extends readonly Name[], Mode extends 'readonly' | 'readwrite'>(
    names: Names,
    mode: Mode,
  ): Promise<IDBPTransaction<Layout, [...Names], Mode>> {
    const transaction = (await this.#connection()).transaction<[...Names], Mode>([...names], mode, { durability: 'strict' });
    transaction.done.catch(() => undefined); // heard by who waits for its requests
    return transaction;
  }

  #connection(): Promise<Connection> {
    const opening = (this.#open ??= this.#connect());
    opening.catch(() => {
      if (this.#open === opening) this.#open = null;
    });
    return opening;
  }

  #connect(): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const lost = (code: WorkspaceFaultCode): void => {
        this.#open = null;
        this.onlost?.(code);
      };
      openDB<Layout>(NAME, VERSION, {
        upgrade(database) {
          database.createObjectStore('heads', { keyPath: 'id' });
          database.createObjectStore('steps', { keyPath: ['id', 'n'] });
          database.createObjectStore('imports', { keyPath: 'id' });
          database.createObjectStore('owner');
          database.createObjectStore('blobs');
        },
        // It would go on waiting for a tab nobody thinks of.
        blocked: () => reject(new WorkspaceFault('storage_blocked', NAME)),
        blocking: (_current, _wanted, event) => {
          (event.target as IDBDatabase).close();
          lost('newer_build');
        },
        terminated: () => lost('storage_lost'),
      }).then(resolve, reject);
    });
  }

  close(): void {
    this.onlost = null;
    const opening = this.#open;
    this.#open = null;
    opening?.then(
      (connection) => connection.close(),
      () => undefined, // it never opened, so there is nothing to close
    );
  }
}
