import type { Hash } from './hash';
import type { WorkspaceFaultCode } from './fault';

/** Version of how the store is laid out. A store of a higher one is never written to. */
export const STORE_SCHEMA = 1;

/** The newest state of one workspace: its snapshot, and the end of its chain of steps. */
export interface Head {
  readonly id: string;
  /** Format of the document. */
  readonly format: number;
  /** Build of the page that wrote it. */
  readonly build: string;
  readonly created: string;
  readonly name: string;
  /** ISO time of saving. */
  readonly at: string;
  /** Bytes of the originals its state names. */
  readonly bytes: number;
  /** Number and hash of the last step. */
  readonly n: number;
  readonly hash: string;
  /** The state as stable JSON, and the digest of that text. */
  readonly state: string;
  readonly stateHash: string;
}
/** One step as stable JSON of a `KeptStep`. */
export interface StepRecord {
  readonly id: string;
  readonly n: number;
  readonly text: string;
}
/** Where steps are added. */
export interface Place {
  /** The end of the chain they follow; null where there must be none. */
  readonly after: { readonly n: number; readonly hash: string } | null;
  readonly endsImport: boolean;
}
/** A load that began and has not been saved: after a crash it names the files to choose again. */
export interface Importing {
  /** Id of the workspace it is for. */
  readonly id: string;
  readonly started: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

/** Where documents stand. Every method is one transaction; those that write are durable when they resolve. */
export interface Shelf {
  /** Whether what is written outlives the page. */
  readonly lasts: boolean;
  /** Makes this build the one that may write. Rejects `newer_store`. */
  claim(build: string, schema: number): Promise<void>;
  heads(): Promise<readonly Head[]>;
  head(id: string): Promise<Head | null>;
  read(id: string): Promise<{ readonly head: Head; readonly steps: readonly StepRecord[] } | null>;
  /**
   * Adds steps behind those that are there, puts the head and, where the steps bring a load in, ends the workspace's import: all or nothing. Rejects
   * `written_elsewhere` where the stored head is not the one named by `after`, and `newer_build` where another build has claimed the store.
   */
  append(head: Head, steps: readonly StepRecord[], where: Place): Promise<void>;
  remove(id: string): Promise<void>;
  imports(): Promise<readonly Importing[]>;
  putImport(record: Importing): Promise<void>;
  endImport(id: string): Promise<void>;
  /** Called when the storage is taken away: `storage_lost` by the browser, `newer_build` by a page that needs another layout. */
  onlost: ((code: WorkspaceFaultCode) => void) | null;
  close(): void;
}

/** How the bytes of a blob are proven: their number, and a hash with the digest it must give. */
export interface Proof {
  readonly bytes: number;
  readonly hash: (() => Hash) | null;
  readonly digest: string;
}
/** A blob being written. It has no name, and is nothing, before `finish` resolves. */
export interface Writing {
  push(bytes: Uint8Array): void;
  /** Reads back what was written; rejects `file_changed` and keeps nothing where it is not what the proof says. */
  finish(proof: Proof): Promise<void>;
  drop(): Promise<void>;
}
/** Where bytes stand: originals by their SHA-256, caches, marks. Keys are `kind-name` of letters, digits and `-`. */
export interface Store {
  readonly kind: 'opfs' | 'indexeddb' | 'memory';
  write(key: string): Promise<Writing>;
  /** All bytes of a blob, or null. */
  read(key: string): Promise<Uint8Array | null>;
  /** A blob read as it is needed, or null. */
  open(key: string): Promise<Blob | null>;
  list(): Promise<readonly { readonly key: string; readonly bytes: number }[]>;
  remove(key: string): Promise<void>;
  /** Removes what writes that never finished have left. Nobody may be writing. */
  sweep(): Promise<void>;
}

/** Lets a lock go; resolves when others can have it. */
export type Release = () => Promise<void>;
/** Locks between tabs. */
export interface Locks {
  /** Null at once where `wait` is no and somebody holds it. Waiting ends by the signal, rejecting with its reason. */
  hold(name: string, how: { readonly shared: boolean; readonly wait: boolean; readonly signal?: AbortSignal }): Promise<Release | null>;
}

/** A few words a workspace outside of the database, so that its loss is noticed (localStorage, which only the page can reach). */
export interface Marks {
  all(): Promise<ReadonlyMap<string, string>>;
  put(id: string, text: string): Promise<void>;
  remove(id: string): Promise<void>;
}

/** How much room there is, and the wish that it be kept. */
export interface Room {
  estimate(): Promise<{ readonly used: number; readonly quota: number } | null>;
  persist(): Promise<boolean>;
}

/** Everything the keeper needs of the world. Each call of it may fail. */
export interface Outside {
  readonly shelf: Shelf;
  readonly store: Store;
  readonly locks: Locks;
  readonly marks: Marks;
  readonly room: Room;
  /** SHA-256 over a stream. */
  readonly sha256: () => Hash;
  /** ISO time. */
  readonly now: () => string;
  /** A new id of 16 to 36 small letters, digits and `-`. */
  readonly id: () => string;
  readonly build: string;
}
