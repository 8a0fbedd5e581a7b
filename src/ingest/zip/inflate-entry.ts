import { Inflate } from 'fflate';
import type { FileProblem } from '../../model/source';
import type { ByteSource } from '../byte-source';
import { crc32 } from '../../columns/crc32';
import { type ZipEntry, type ZipLimits, zipProblem } from './directory';

const LOCAL = 30;
const SIGNATURE = 0x04034b50;
const READ = 1 << 20;
/** Deflate packs at most 1,032 to 1: a piece of this size never makes more than 33 MB at once. */
const PIECE = 32 << 10;

/** What is thrown inside to stop a decompressor; never leaves this file. */
class Stop extends Error {}

/**
 * Unpacks one entry and hands its bytes on as they come, chunks of at most 33 MB. Null when all is well; else what is wrong with the entry: encrypted,
 * packed by a method we do not read, more bytes than declared or allowed, other bytes than its checksum says. Chunks already handed on must then be
 * dropped. `onchunk` answers false to stop early (the checksum is then not tested). An abort is thrown as the signal's reason.
 */
export async function inflateEntry(
  source: ByteSource,
  entry: ZipEntry,
  limits: Pick<ZipLimits, 'total'>,
  onchunk: (bytes: Uint8Array) => boolean | void,
  signal?: AbortSignal,
): Promise<FileProblem | null> {
  const problem = zipProblem(source.name);
  if (entry.encrypted) return problem('zip_encrypted', entry.name, '');
  if (entry.method !== 0 && entry.method !== 8) return problem('zip_method', entry.name, String(entry.method));
  if (entry.size > limits.total) return problem('zip_too_large', entry.name, String(entry.size));
  const from = await dataStart(source, entry);
  if (from === null) return problem('zip_damaged', entry.name, 'header');
  let size = 0;
  let sum = 0;
  const take = (bytes: Uint8Array): void => {
    size += bytes.length;
    if (size > entry.size) throw new Stop('size');
    sum = crc32(bytes, sum);
    if (bytes.length > 0 && onchunk(bytes) === false) throw new Stop('');
  };
  try {
    await unpack(source, from, entry, take, signal);
  } catch (error) {
    if (error instanceof Stop) return error.message === '' ? null : problem('zip_damaged', entry.name, error.message);
    if (isFault(error)) return problem('zip_damaged', entry.name, error.message);
    throw error;
  }
  if (size !== entry.size) return problem('zip_damaged', entry.name, 'size');
  return sum === entry.crc ? null : problem('zip_damaged', entry.name, 'checksum');
}

/** All bytes of one entry, of a size that fits into memory. */
export async function entryBytes(
  source: ByteSource,
  entry: ZipEntry,
  limits: Pick<ZipLimits, 'total'>,
  signal?: AbortSignal,
): Promise<Uint8Array | FileProblem> {
  let bytes = new Uint8Array(0);
  let filled = 0;
  const take = (chunk: Uint8Array): void => {
    // Room is made as bytes come: a declared size may lie.
    if (filled + chunk.length > bytes.length) {
      const room = new Uint8Array(Math.min(entry.size, Math.max((filled + chunk.length) * 2, 1 << 16)));
      room.set(bytes.subarray(0, filled));
      bytes = room;
    }
    bytes.set(chunk, filled);
    filled += chunk.length;
  };
  return (await inflateEntry(source, entry, limits, take, signal)) ?? bytes.subarray(0, filled);
}

/** Where the bytes of an entry begin: behind its own header, whose lengths may differ from those in the directory. */
async function dataStart(source: ByteSource, { offset, packed }: ZipEntry): Promise<number | null> {
  const bytes = await source.read(offset, offset + LOCAL);
  if (bytes.length < LOCAL) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = offset + LOCAL + view.getUint16(26, true) + view.getUint16(28, true);
  return view.getUint32(0, true) === SIGNATURE && start + packed <= source.size ? start : null;
}

async function unpack(source: ByteSource, start: number, entry: ZipEntry, take: (bytes: Uint8Array) => void, signal?: AbortSignal) {
  const inflate = entry.method === 8 ? new Inflate(take) : null;
  const end = start + entry.packed;
  for (let from = start; from < end; from += READ) {
    signal?.throwIfAborted();
    const bytes = await source.read(from, Math.min(end, from + READ));
    if (!inflate) take(bytes);
    else for (let at = 0; at < bytes.length; at += PIECE) inflate.push(bytes.subarray(at, at + PIECE), from + at + PIECE >= end);
  }
  signal?.throwIfAborted();
}

/** The decompressor's own errors carry a number. */
function isFault(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'number';
}
