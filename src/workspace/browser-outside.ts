import { Database } from './database';
import { DatabaseShelf } from './database-shelf';
import { DatabaseStore } from './database-store';
import { FileStore, hasFileStore } from './file-store';
import type { Hash } from './hash';
import { MemoryShelf } from './memory-shelf';
import { MemoryStore } from './memory-store';
import type { Marks, Outside, Room, Shelf, Store } from './outside';
import { noLocks, webLocks } from './web-locks';

/** The browser as the keeper sees it, for a dedicated worker. What the worker cannot know itself is handed in: the page's marks, its build, SHA-256. */
export async function browserOutside(given: {
  readonly marks: Marks;
  readonly sha256: () => Hash;
  readonly build: string;
}): Promise<Outside> {
  const { shelf, store } = await placesThatLast();
  const locks = (globalThis.navigator as { readonly locks?: LockManager } | undefined)?.locks ? webLocks : noLocks;
  return { ...given, shelf, store, locks, room: browserRoom, now: () => new Date().toISOString(), id: newId };
}

/** Tried, not asked: a private window may have the names of things that then refuse to work. */
async function placesThatLast(): Promise<{ readonly shelf: Shelf; readonly store: Store }> {
  const database = new Database();
  const shelf = (await works(() => database.transaction(['heads'], 'readonly'))) ? new DatabaseShelf(database) : new MemoryShelf();
  if (hasFileStore() && (await works(() => new FileStore().list()))) return { shelf, store: new FileStore() };
  return { shelf, store: shelf.lasts ? new DatabaseStore(database) : new MemoryStore() };
}

async function works(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch (error) {
    // An old tab in the way, or a store of a newer build, is no reason to keep things in memory: it must be said.
    if (error instanceof Error && (error.name === 'WorkspaceFault' || error.name === 'VersionError')) return true;
    return false;
  }
}

const browserRoom: Room = {
  async estimate() {
    const storage = (globalThis.navigator as { readonly storage?: StorageManager }).storage;
    if (!storage) return null;
    const { usage = 0, quota = 0 } = await storage.estimate();
    return { used: usage, quota };
  },
  async persist() {
    const storage = (globalThis.navigator as { readonly storage?: StorageManager }).storage;
    // Workers of some browsers may ask whether, but not ask for.
    if (typeof storage?.persist === 'function') return storage.persist();
    return (await storage?.persisted?.()) ?? false;
  },
};

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
