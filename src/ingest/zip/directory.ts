import type { FileProblem } from '../../model/source';
import type { ByteSource } from '../byte-source';
import { entryName } from './entry-name';
import { type ZipEnd, findEnd } from './directory-end';

/** One file of a zip, as its central directory declares it. */
export interface ZipEntry {
  /** Path inside the zip, `/` between folders; a folder ends with `/`. */
  readonly name: string;
  /** Bytes in the zip, and bytes once unpacked, as declared. */
  readonly packed: number;
  readonly size: number;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Where the entry's own header begins in the source. */
  readonly offset: number;
  readonly crc: number;
}

/** What a zip may ask for. A ratio counts only beyond `ratioFrom` unpacked bytes: a small file of one letter is no attack. */
export interface ZipLimits {
  readonly entries: number;
  readonly total: number;
  readonly ratio: number;
  readonly ratioFrom: number;
}

const HEADER = 46;
const LOCAL = 30;
const SIGNATURE = 0x02014b50;
/** An entry's header, name, extra and remark are seldom above 300 bytes; a directory beyond this is none. */
const LARGEST_DIRECTORY = 32 << 20;

/**
 * The entries of a zip from its central directory, zip64 included, without unpacking anything. A zip that is cut, contradicts itself (entries that
 * overlap, as in bombs without recursion) or declares more than `limits` is a problem. Encrypted entries are listed and marked.
 */
export async function readZipDirectory(
  source: ByteSource,
  limits: ZipLimits,
): Promise<{ readonly entries: readonly ZipEntry[] } | FileProblem> {
  const problem = zipProblem(source.name);
  const end = await findEnd(source);
  if (typeof end === 'string') return problem('zip_unreadable', '', end);
  if (end.entries > limits.entries) return problem('zip_too_many', '', String(end.entries));
  if (end.size > LARGEST_DIRECTORY) return problem('zip_unreadable', '', `directory of ${end.size} bytes`);
  const entries = parseEntries(await source.read(end.at, end.at + end.size), end);
  if (typeof entries === 'string') return problem('zip_unreadable', '', entries);
  const overlap = overlapping(entries, end.at);
  if (overlap) return problem('zip_unreadable', overlap.name, 'overlapping entries');
  return excess(entries, limits, problem) ?? { entries };
}

/** Makes the problems of one zip; `where` is the entry. */
export function zipProblem(source: string) {
  return (code: string, where: string, given: string): FileProblem => ({ code, source, where, given, severity: 'error' });
}

function excess(entries: readonly ZipEntry[], limits: ZipLimits, problem: ReturnType<typeof zipProblem>): FileProblem | null {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.total) return problem('zip_too_large', '', String(total));
  const bomb = entries.find(({ size, packed }) => size > limits.ratioFrom && size > packed * limits.ratio);
  return bomb ? problem('zip_ratio', bomb.name, `${bomb.packed} → ${bomb.size}`) : null;
}

function parseEntries(bytes: Uint8Array, end: ZipEnd): ZipEntry[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < end.entries) {
    if (at + HEADER > bytes.length || view.getUint32(at, true) !== SIGNATURE) return `entry ${entries.length + 1} of ${end.entries}`;
    const [name, extra, remark] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const next = at + HEADER + name + extra + remark;
    if (next > bytes.length) return `entry ${entries.length + 1} of ${end.entries}`;
    const entry = parseEntry(bytes, view, at, end.shift);
    if (typeof entry === 'string') return entry;
    entries.push(entry);
    at = next;
  }
  return at === bytes.length ? entries : `${bytes.length - at} bytes behind the last entry`;
}

function parseEntry(bytes: Uint8Array, view: DataView, at: number, shift: number): ZipEntry | string {
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + HEADER + view.getUint16(at + 28, true);
  const extras = extraFields(bytes.subarray(nameEnd, nameEnd + view.getUint16(at + 30, true)));
  const name = entryName(bytes.subarray(at + HEADER, nameEnd), (flags & 0x800) !== 0, extras.get(0x7075));
  // Zip64 holds, in this order, only those of the three that are all ones in the header.
  const wide = extras.get(1) ?? new Uint8Array(0);
  const wideView = new DataView(wide.buffer, wide.byteOffset, wide.byteLength);
  let taken = 0;
  const [size, packed, offset] = [24, 20, 42].map((field) => {
    const value = view.getUint32(at + field, true);
    if (value !== 0xffffffff) return value;
    taken += 8;
    return taken <= wide.length ? Number(wideView.getBigUint64(taken - 8, true)) : NaN;
  }) as [number, number, number];
  if (![size, packed, offset].every(Number.isSafeInteger)) return `sizes of ${name}`;
  return {
    name,
    packed,
    size,
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 0x2041) !== 0,
    offset: offset + shift,
    crc: view.getUint32(at + 16, true),
  };
}

/** The extra fields of an entry by their id; what is cut is left out. */
function extraFields(bytes: Uint8Array): Map<number, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields = new Map<number, Uint8Array>();
  for (let at = 0; at + 4 <= bytes.length;) {
    const next = at + 4 + view.getUint16(at + 2, true);
    if (next > bytes.length) break;
    fields.set(view.getUint16(at, true), bytes.subarray(at + 4, next));
    at = next;
  }
  return fields;
}

/** The first entry that runs into the next one or into the directory. */
function overlapping(entries: readonly ZipEntry[], directory: number): ZipEntry | null {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  return sorted.find(({ offset, packed }, index) => offset + LOCAL + packed > (sorted[index + 1]?.offset ?? directory)) ?? null;
}
