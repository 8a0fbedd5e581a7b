import type { Proof, Store, Writing } from './outside';
import { piecesOf, prove } from './proof';

/** A store that ends with the page: for private windows, where nothing else is to be had. */
export class MemoryStore implements Store {
  readonly kind: Store['kind'] = 'memory';
  readonly #blobs = new Map<string, Blob>();

  async write(key: string): Promise<Writing> {
    let parts: Uint8Array<ArrayBuffer>[] = [];
    return {
      push: (bytes) => void parts.push(bytes.slice()),
      finish: async (proof: Proof) => {
        const blob = new Blob(parts);
        await prove(key, blob.size, piecesOf(blob), proof);
        this.#blobs.set(key, blob);
      },
      drop: async () => void (parts = []),
    };
  }

  async read(key: string): Promise<Uint8Array | null> {
    const blob = this.#blobs.get(key);
    return blob ? new Uint8Array(await blob.arrayBuffer()) : null;
  }

  async open(key: string): Promise<Blob | null> {
    return this.#blobs.get(key) ?? null;
  }

  async list() {
    return [...this.#blobs].map(([key, { size }]) => ({ key, bytes: size }));
  }

  async remove(key: string): Promise<void> {
    this.#blobs.delete(key);
  }

  async sweep(): Promise<void> {
    // A write leaves nothing here before it is finished.
  }
}
