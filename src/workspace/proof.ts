import { WorkspaceFault } from './fault';
import type { Proof } from './outside';

/** Whether bytes, read back piece by piece, are those a proof speaks of; rejects `file_changed` else. */
export async function prove(
  key: string,
  size: number,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  proof: Proof,
): Promise<void> {
  if (size !== proof.bytes) throw new WorkspaceFault('file_changed', `${key}: ${size} bytes, not ${proof.bytes}`);
  if (!proof.hash) return;
  const hash = proof.hash();
  for await (const piece of pieces) hash.push(piece);
  const digest = hash.finish();
  if (digest !== proof.digest) throw new WorkspaceFault('file_changed', `${key}: ${digest}`);
}

const PIECE = 4 << 20;

/** The bytes of a blob in pieces of 4 MB. */
export async function* piecesOf(blob: Blob, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < blob.size; from += PIECE) {
    signal?.throwIfAborted();
    yield new Uint8Array(await blob.slice(from, from + PIECE).arrayBuffer());
  }
}

/** Bytes of a known number that come piece by piece. */
export interface Pour {
  readonly size: number;
  /** Hands all bytes on, in order; rejects where they cannot be had, or with the signal's reason. */
  pour(push: (bytes: Uint8Array) => void, signal?: AbortSignal): Promise<void>;
}

/** A blob as a pour. */
export function blobPour(blob: Blob): Pour {
  return {
    size: blob.size,
    async pour(push, signal) {
      for await (const piece of piecesOf(blob, signal)) push(piece);
    },
  };
}
