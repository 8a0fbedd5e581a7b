import type { Proof, Store, Writing } from './outside';
import { WorkspaceFault } from './fault';
import { prove } from './proof';

/** What lib.dom does not know yet of handles in the private file system. */
interface Handle extends FileSystemFileHandle {
  move(name: string): Promise<void>;
  createSyncAccessHandle(options?: { readonly mode: 'read-only' }): Promise<FileSystemSyncAccessHandle>;
}

const FOLDER = 'miaopu';
const UNFINISHED = '.tmp';
const PIECE = 4 << 20;

/** Whether this worker has a private file system with all that `FileStore` uses. */
export function hasFileStore(): boolean {
  const storage: StorageManager | undefined = globalThis.navigator?.storage;
  const handle = globalThis.FileSystemFileHandle?.prototype as object | undefined;
  return typeof storage?.getDirectory === 'function' && handle !== undefined && 'createSyncAccessHandle' in handle && 'move' in handle;
}

/** Bytes in the origin's private file system. A blob is written under another name, read back, and only then given its own. Dedicated workers only. */
export class FileStore implements Store {
  readonly kind = 'opfs';

  async write(key: string): Promise<Writing> {
    const folder = await this.#folder();
    const name = `${key}.${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}${UNFINISHED}`;
    const file = (await folder.getFileHandle(name, { create: true })) as Handle;
    const access = await file.createSyncAccessHandle();
    let at = 0;
    const drop = async (): Promise<void> => {
      access.close();
      await folder.removeEntry(name);
    };
    const push = (bytes: Uint8Array): void => {
      // Fewer bytes, or a negative error read as a huge number: the room is out, and the number tells a person nothing.
      const written = access.write(bytes as Uint8Array<ArrayBuffer>, { at });
      at += written;
      if (written !== bytes.length) throw new WorkspaceFault('storage_full', '');
    };
    const finish = async (proof: Proof): Promise<void> => {
      try {
        access.flush();
        await prove(key, access.getSize(), piecesIn(access), proof);
      } catch (fault) {
        await drop();
        throw fault;
      }
      access.close();
      await file.move(key);
    };
    return { push, finish, drop };
  }

  async read(key: string): Promise<Uint8Array | null> {
    const file = await this.#file(key);
    if (!file) return null;
    let access: FileSystemSyncAccessHandle;
    try {
      access = await file.createSyncAccessHandle({ mode: 'read-only' });
    } catch (error) {
      // Another tab reads it at this moment, and this browser knows no shared reading.
      if (!(error instanceof DOMException) || error.name !== 'NoModificationAllowedError') throw error;
      return new Uint8Array(await (await file.getFile()).arrayBuffer());
    }
    try {
      const bytes = new Uint8Array(access.getSize());
      const taken = access.read(bytes, { at: 0 });
      return bytes.subarray(0, taken);
    } finally {
      access.close();
    }
  }

  async open(key: string): Promise<Blob | null> {
    return (await this.#file(key))?.getFile() ?? null;
  }

  async list() {
    const found: { readonly key: string; readonly bytes: number }[] = [];
    for await (const [key, handle] of (await this.#folder()).entries())
      if (handle.kind === 'file' && !key.endsWith(UNFINISHED))
        found.push({ key, bytes: (await (handle as FileSystemFileHandle).getFile()).size });
    return found;
  }

  async remove(key: string): Promise<void> {
    if (await this.#file(key)) await (await this.#folder()).removeEntry(key);
  }

  async sweep(): Promise<void> {
    const folder = await this.#folder();
    const left: string[] = [];
    for await (const [name] of folder.entries()) if (name.endsWith(UNFINISHED)) left.push(name);
    for (const name of left) await folder.removeEntry(name);
  }

  /** Asked for each time: a handle outlives the folder when the browser clears it. */
  async #folder(): Promise<FileSystemDirectoryHandle> {
    return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  }

  async #file(key: string): Promise<Handle | null> {
    try {
      return (await (await this.#folder()).getFileHandle(key)) as Handle;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return null;
      throw error;
    }
  }
}

function* piecesIn(access: FileSystemSyncAccessHandle): Generator<Uint8Array> {
  const room = new Uint8Array(PIECE);
  for (let at = 0; at < access.getSize();) {
    const taken = access.read(room, { at });
    if (taken === 0) return;
    at += taken;
    yield room.subarray(0, taken);
  }
}
