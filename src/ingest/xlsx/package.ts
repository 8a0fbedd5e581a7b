import type { FileProblem } from '../../model/source';
import type { ByteSource } from '../byte-source';
import { Utf8Check } from '../utf8-check';
import { readZipDirectory, type ZipEntry } from '../zip/directory';
import { inflateEntry } from '../zip/inflate-entry';
import { fault, PartFault } from './part-fault';
import { XmlTokens } from './xml-tokens';

/** What a workbook may ask for. Sheets of repeated figures pack well: a ratio counts only beyond 32 MB. */
const LIMITS = { entries: 2000, total: 512 << 20, ratio: 100, ratioFrom: 32 << 20 } as const;

/** A workbook's zip: its parts by path, in small letters, since programs differ in theirs. */
export interface Package {
  readonly source: ByteSource;
  readonly parts: ReadonlyMap<string, ZipEntry>;
  /** Sheets unpacked while they were surveyed, kept until they are loaded, while that is little enough. */
  readonly kept: Map<ZipEntry, readonly Uint8Array[]>;
}

/** Bytes of sheets that are kept. */
const MOST_KEPT = 96 << 20;
/** Bytes of a kept sheet read at one stretch; in between, others may speak. */
const STRETCH = 8 << 20;

const packages = new WeakMap<ByteSource, Promise<Package | FileProblem>>();

/** The zip of a source, its directory read once for as long as the source is held. */
export function openPackage(source: ByteSource): Promise<Package | FileProblem> {
  let known = packages.get(source);
  if (!known) packages.set(source, (known = readPackage(source)));
  return known;
}

async function readPackage(source: ByteSource): Promise<Package | FileProblem> {
  const directory = await readZipDirectory(source, LIMITS);
  if ('code' in directory) return workbookProblem(directory);
  const parts = new Map<string, ZipEntry>();
  for (const entry of directory.entries) {
    const path = entry.name.replace(/^\//, '').toLowerCase();
    if (parts.has(path) || path.split('/').includes('..'))
      return { code: 'xlsx_damaged', source: source.name, where: entry.name, given: 'path', severity: 'error' };
    parts.set(path, entry);
  }
  return { source, parts, kept: new Map() };
}

/** A fault of the zip in words of a workbook. */
function workbookProblem({ code, source, where, given }: FileProblem): FileProblem {
  const own: Readonly<Record<string, string>> = {
    zip_encrypted: 'file_encrypted',
    zip_too_large: 'xlsx_too_large',
    zip_too_many: 'xlsx_too_large',
    zip_ratio: 'xlsx_too_large',
  };
  return { code: own[code] ?? 'xlsx_damaged', source, where, given, severity: 'error' };
}

/** How a part is read: `take` is handed the tokens each time there are more; false stops. `report` hears the bytes unpacked so far, of all. */
export interface PartReading {
  readonly take: (xml: XmlTokens) => boolean | void;
  readonly report?: ((done: number, of: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The part will soon be read again. */
  readonly keep?: boolean;
}

/** Reads one part from beginning to end; null when all is well. A part that is not there, is no XML in UTF-8 or breaks its own rules is a problem. */
export async function readPart(pack: Package, path: string, { take, report, signal, keep }: PartReading): Promise<FileProblem | null> {
  const { source, parts, kept } = pack;
  const entry = parts.get(path.toLowerCase());
  if (!entry) return { code: 'xlsx_broken', source: source.name, where: path, given: 'no such part', severity: 'error' };
  const xml = new XmlTokens();
  const check = new Utf8Check();
  const isKept = keep === true && entry.size + sizeOf(kept) <= MOST_KEPT;
  const chunks: Uint8Array[] = [];
  let done = 0;
  const read = (bytes: Uint8Array): boolean => {
    done += bytes.length;
    xml.push(bytes, done === entry.size);
    const goesOn = take(xml) !== false;
    report?.(done, entry.size);
    return goesOn;
  };
  const unpacked = (bytes: Uint8Array): boolean => {
    if (done === 0) mustBeUtf8(bytes);
    check.push(bytes);
    if (check.bad > 0) fault('xlsx_broken', '', `byte ${check.firstBad} is no UTF-8`);
    if (isKept) chunks.push(bytes);
    return read(bytes);
  };
  try {
    const before = kept.get(entry);
    if (before) {
      await readKept(before, read, signal);
      return null;
    }
    const problem = await inflateEntry(source, entry, LIMITS, unpacked, signal);
    if (problem) return workbookProblem(problem);
    if (done === 0) fault('xlsx_broken', '', 'an empty part');
    if (chunks.length > 0) kept.set(entry, chunks);
    return null;
  } catch (error) {
    if (!(error instanceof PartFault)) throw error;
    return { code: error.code, source: source.name, where: error.where || path, given: error.given, severity: 'error' };
  }
}

function sizeOf(kept: Package['kept']): number {
  return [...kept.keys()].reduce((sum, { size }) => sum + size, 0);
}

async function readKept(
  chunks: readonly Uint8Array[],
  read: (bytes: Uint8Array) => boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  let stretch = 0;
  for (const chunk of chunks) {
    if (!read(chunk)) return;
    stretch += chunk.length;
    if (stretch < STRETCH) continue;
    stretch = 0;
    // What comes to a worker while it reads is heard only now: that it should stop, for instance.
    await new Promise((go) => setTimeout(go));
    signal?.throwIfAborted();
  }
}

/** Lets go of the sheets kept, all but that of a path. */
export function dropKept({ kept, parts }: Package, path: string | null): void {
  const stays = path === null ? undefined : parts.get(path.toLowerCase());
  for (const entry of kept.keys()) if (entry !== stays) kept.delete(entry);
}

/** Other encodings are allowed, and written by nobody. */
function mustBeUtf8(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const named = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(head)?.[1];
  if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes[1] === 0 || (named !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(named)))
    fault('xlsx_broken', '', `encoding ${named ?? 'UTF-16'}`);
}
