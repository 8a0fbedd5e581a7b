import type { LoadedFile } from '../model/source';
import { Murmur } from './murmur';
import { type Buffer, type BufferKind, dress, kindOf, strip, viewOf, widthOf } from './pack-tree';

/**
 * A pack: columns as they lie in memory, so that reopening needs no parsing.
 *
 *     0  'MIAOPACK'   8  u32 version   12  u32 length of the header   16  f64 length of the whole   24  first 8 bytes of the header's hash
 *     32 header (JSON: what is packed, its tree, where each buffer lies and its hash), then the buffers, each from a multiple of 8 on
 *
 * All numbers little-endian. A pack is a cache of what a reader made of a file: one that is not whole is dropped and the file is read again.
 */
const MAGIC = 'MIAOPACK';
export const PACK_VERSION = 1;
const FRONT = 32;

interface Header {
  readonly is: string;
  readonly tree: unknown;
  readonly buffers: readonly { readonly kind: string; readonly at: number; readonly length: number; readonly hash: string }[];
}

/** Why a pack was refused: not one, of another version, of something else than asked for, shorter or longer than it says, or damaged in the part named. */
export interface PackFault {
  readonly code: 'pack_not_one' | 'pack_other_version' | 'pack_other_content' | 'pack_cut' | 'pack_damaged';
  readonly where: string;
}
export type Unpacked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: PackFault };

/** A loaded file as a pack. The chunks share the file's memory: nothing is copied. */
export function packFile(file: LoadedFile): readonly Uint8Array[] {
  return pack('file', file);
}

/** A file as it was packed, its arrays being views of `bytes`; or why not. */
export function unpackFile(bytes: Uint8Array): Unpacked<LoadedFile> {
  return unpack<LoadedFile>('file', bytes);
}

/** Any value of plain objects, lists, maps and typed arrays (a joined panel with its origins, say), marked as what it is. */
export function pack(is: string, value: unknown): readonly Uint8Array[] {
  const found = new Map<Buffer, number>();
  const tree = strip(value, found);
  const views = [...found.keys()].map((buffer) => new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength));
  // Places count from the end of the header, whose length depends on how they are written.
  let at = 0;
  const buffers = [...found.keys()].map((buffer, index) => {
    const place = { kind: kindOf(buffer), at, length: buffer.length, hash: hashOf(views[index]!) };
    at += even(buffer.byteLength);
    return place;
  });
  const header = new TextEncoder().encode(JSON.stringify({ is, tree, buffers } satisfies Header));
  const chunks = [front(header, FRONT + even(header.length) + at), header, ...padding(header.length)];
  for (const view of views) chunks.push(view, ...padding(view.length));
  return chunks;
}

/** What was packed; or why not. `bytes` must stay as they are while the value is in use. */
export function unpack<T>(is: string, given: Uint8Array): Unpacked<T> {
  const refuse = (code: PackFault['code'], where: string): Unpacked<T> => ({ ok: false, fault: { code, where } });
  const bytes = given.byteOffset % 8 === 0 ? given : new Uint8Array(given);
  if (bytes.length < FRONT || ascii(bytes.subarray(0, 8)) !== MAGIC) return refuse('pack_not_one', '');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(8, true) !== PACK_VERSION) return refuse('pack_other_version', String(view.getUint32(8, true)));
  if (view.getFloat64(16, true) !== bytes.length) return refuse('pack_cut', String(bytes.length));
  const end = FRONT + view.getUint32(12, true);
  const text = bytes.subarray(FRONT, end);
  if (end > bytes.length || hashOf(text).slice(0, 16) !== hex(bytes.subarray(24, 32))) return refuse('pack_damaged', 'header');
  const header = JSON.parse(new TextDecoder().decode(text)) as Header;
  if (header.is !== is) return refuse('pack_other_content', header.is);
  const buffers: Buffer[] = [];
  for (const [index, { kind, at, length, hash }] of header.buffers.entries()) {
    const from = FRONT + even(text.length) + at;
    const part = bytes.subarray(from, from + length * (widthOf(kind) ?? NaN));
    if (hashOf(part) !== hash) return refuse('pack_damaged', `buffer ${index}`);
    buffers.push(viewOf(kind as BufferKind, bytes.buffer, bytes.byteOffset + from, length));
  }
  return { ok: true, value: dress(header.tree, buffers) as T };
}

function front(header: Uint8Array, whole: number): Uint8Array {
  const bytes = new Uint8Array(FRONT);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint32(8, PACK_VERSION, true);
  view.setUint32(12, header.length, true);
  view.setFloat64(16, whole, true);
  bytes.set(
    hashOf(header)
      .slice(0, 16)
      .match(/../g)!
      .map((pair) => parseInt(pair, 16)),
    24,
  );
  return bytes;
}

const even = (length: number): number => Math.ceil(length / 8) * 8;
const padding = (length: number): Uint8Array[] => (length % 8 === 0 ? [] : [new Uint8Array(8 - (length % 8))]);
const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function hashOf(bytes: Uint8Array): string {
  const hash = new Murmur();
  hash.push(bytes);
  return hash.finish();
}
