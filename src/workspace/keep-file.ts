import type { KeptSource, ProjectState } from '../model/project';
import { faultOf } from './fault';
import type { Outside } from './outside';
import { piecesOf, type Pour, prove } from './proof';

/** How a long copy is watched and stopped. */
export interface Watch {
  readonly signal?: AbortSignal;
  readonly report?: (done: number, of: number) => void;
}

const CACHE = 'cache-';

/**
 * Copies the bytes of a file into the store under their SHA-256, piece by piece, and reads them back. Bytes that are there already are not copied again. Where
 * room is short the caches go first. Rejects with a fault that has a code, or with the signal's reason; the store is then as it was.
 */
export async function keepFile(outside: Outside, sha256: string, bytes: Pour, watch: Watch = {}): Promise<void> {
  const key = fileKey(sha256);
  if ((await outside.store.list()).some((one) => one.key === key && one.bytes === bytes.size)) return;
  try {
    await copied(outside, key, sha256, bytes, watch);
  } catch (error) {
    if (watch.signal?.aborted || faultOf(error).code !== 'storage_full' || (await dropCaches(outside, [])) === 0) throw error;
    await copied(outside, key, sha256, bytes, watch);
  }
}

async function copied(outside: Outside, key: string, sha256: string, bytes: Pour, { signal, report }: Watch): Promise<void> {
  const writing = await outside.store.write(key);
  let done = 0;
  const push = (piece: Uint8Array): void => {
    writing.push(piece);
    report?.((done += piece.length), bytes.size);
  };
  try {
    await bytes.pour(push, signal);
    signal?.throwIfAborted();
  } catch (error) {
    await writing.drop();
    throw error;
  }
  await writing.finish({ bytes: bytes.size, hash: outside.sha256, digest: sha256 });
}

/** Whether an original in the store still has its bytes; one that has not is removed, so that it counts as missing. */
export async function proveFile({ store, sha256: hash }: Outside, sha256: string): Promise<boolean> {
  const key = fileKey(sha256);
  const blob = await store.open(key);
  if (!blob) return false;
  try {
    await prove(key, blob.size, piecesOf(blob), { bytes: blob.size, hash, digest: sha256 });
    return true;
  } catch (error) {
    if (faultOf(error).code !== 'file_changed') throw error;
    await store.remove(key);
    return false;
  }
}

/** Key of a cache. A reader that was corrected must not meet what the old one made, so each build has its own. */
export function cacheKey({ build, sha256 }: Outside, name: string): string {
  const hash = sha256();
  hash.push(new TextEncoder().encode(JSON.stringify([build, name])));
  return CACHE + hash.finish();
}

/** Keeps a pack. It is proven by its own checksums when it is read. */
export async function keepCache(outside: Outside, name: string, chunks: readonly Uint8Array[]): Promise<void> {
  const writing = await outside.store.write(cacheKey(outside, name));
  try {
    for (const chunk of chunks) writing.push(chunk);
  } catch (error) {
    await writing.drop();
    throw error;
  }
  await writing.finish({ bytes: chunks.reduce((sum, { length }) => sum + length, 0), hash: null, digest: '' });
}

/** Removes all caches but those of these keys; answers the bytes given back. */
export async function dropCaches({ store }: Outside, keep: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const one of await store.list()) {
    if (!one.key.startsWith(CACHE) || keep.includes(one.key)) continue;
    await store.remove(one.key);
    bytes += one.bytes;
  }
  return bytes;
}

/** Sources of a state whose bytes are not in the store: these files must be chosen again. */
export async function lackingOf({ store }: Outside, { sources }: ProjectState): Promise<readonly KeptSource[]> {
  if (sources.length === 0) return [];
  const there = new Map((await store.list()).map(({ key, bytes }) => [key, bytes]));
  return sources.filter(({ sha256, bytes }) => there.get(fileKey(sha256)) !== bytes);
}

/** Key of an original in the store. */
export function fileKey(sha256: string): string {
  return `file-${sha256}`;
}
