/** A file as the reader sees it: a name, a size and byte ranges. A File in the browser, a file handle in Node, bytes in tests. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** Bytes [from, to); shorter only at the end of the file. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** Bytes in memory as a source. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}

const sources = new WeakMap<Blob, ByteSource>();

/** A browser File (or a named Blob) as a source; read lazily. The same source each time, so that what was found out about it is found again. */
export function blobSource(name: string, blob: Blob): ByteSource {
  const known = sources.get(blob);
  if (known?.name === name) return known;
  const source = {
    name,
    size: blob.size,
    read: async (from: number, to: number) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
  sources.set(blob, source);
  return source;
}

/** What a Node FileHandle offers, as far as it is needed here. */
export interface ReadHandle {
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
}

/** An open file handle of Node as a source. */
export function handleSource(name: string, size: number, handle: ReadHandle): ByteSource {
  return {
    name,
    size,
    async read(from, to) {
      const buffer = new Uint8Array(Math.max(0, Math.min(to, size) - from));
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, from + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
  };
}
