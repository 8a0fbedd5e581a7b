import type { FileProblem } from '../model/source';
import { blobSource, type ByteSource, bytesSource } from './byte-source';
import { foreignFormat } from './foreign-format';
import { isWorkbook } from './xlsx/is-workbook';
import { readZipDirectory, type ZipEntry, zipProblem } from './zip/directory';
import { inflateEntry } from './zip/inflate-entry';

/** What a zip of data may ask for: tables of figures seldom pack beyond 20 to 1. */
const LIMITS = { entries: 2000, total: 1 << 30, ratio: 200, ratioFrom: 50 << 20 } as const;
/** Endings of files that are read, or refused in words of their own. */
const TABLES = /\.(?:csv|tsv|tab|txt|dat|prn|json|jsonl|ndjson|xlsx|xlsm|xlsb|xls|ods|et|parquet|pq|arrow|arrows|feather|ipc)$/i;
const NAMED = 20;

type Named = Blob & { readonly name: string };

/** Files as they came, a zip replaced by the files in it; what was left out and why. */
export interface Unpacked {
  readonly files: readonly Named[];
  readonly problems: readonly FileProblem[];
}

/**
 * A zip as the files in it, named by their path (`税务/2023.csv`); any other file as it is, a workbook and other office files too, which are zips only by
 * build. Files of the system are left out with one line, a member that cannot be read, is no table or a zip again with a line of its own. A zip that asks
 * for too much is refused before anything is unpacked.
 */
export async function expandArchive(file: Named, signal?: AbortSignal): Promise<Unpacked> {
  const source = blobSource(file.name, file);
  const asItIs = { files: [file], problems: [] };
  if (foreignFormat(await source.read(0, 4)) !== 'zip' || (await isWorkbook(source))) return asItIs;
  const directory = await readZipDirectory(source, LIMITS);
  if ('code' in directory) return { files: [], problems: [directory] };
  const entries = directory.entries.filter(({ name }) => !name.endsWith('/'));
  if (entries.some(({ name }) => name === '[Content_Types].xml')) return asItIs;
  return await unpack(source, entries, signal);
}

async function unpack(source: ByteSource, entries: readonly ZipEntry[], signal?: AbortSignal): Promise<Unpacked> {
  const problem = zipProblem(source.name);
  const files: Named[] = [];
  const problems: FileProblem[] = [];
  const taken = new Set<string>();
  for (const entry of entries.filter(({ name }) => !isOfSystem(name))) {
    const member = await memberOf(source, entry, signal);
    if ('code' in member) problems.push(member);
    else files.push(new File(member.chunks, unusedName(pathOf(entry.name), taken)));
  }
  const skipped = entries.filter(({ name }) => isOfSystem(name)).map(({ name }) => name);
  if (skipped.length > 0) problems.push({ ...problem('zip_system_files', '', listed(skipped)), severity: 'warning' });
  if (files.length === 0) problems.push(problem('zip_nothing', '', String(entries.length)));
  return { files, problems };
}

/** The bytes of a member, or why it is left out. */
async function memberOf(
  source: ByteSource,
  entry: ZipEntry,
  signal?: AbortSignal,
): Promise<{ chunks: Uint8Array<ArrayBuffer>[] } | FileProblem> {
  const problem = zipProblem(source.name);
  if (pathOf(entry.name).split('/').includes('..')) return problem('zip_path', entry.name, '');
  if (/\.(?:zip|rar|7z|gz|tar|tgz)$/i.test(entry.name)) return problem('zip_nested', entry.name, '');
  if (!TABLES.test(entry.name)) return { ...problem('zip_no_table', entry.name, ''), severity: 'warning' };
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  // A copy where the bytes are not the chunk's own: of a stored member they are those that were read.
  const fault = await inflateEntry(source, entry, LIMITS, (bytes) => void chunks.push(bytes.slice()), signal);
  if (fault) return fault;
  // Whatever its name says: a zip again, that is no workbook, is not opened.
  const whole = chunks.length === 1 ? bytesSource(entry.name, chunks[0]!) : blobSource(entry.name, new Blob(chunks));
  const isZip = foreignFormat(await whole.read(0, 4)) === 'zip' && !(await isWorkbook(whole));
  return isZip ? problem('zip_nested', entry.name, '') : { chunks };
}

/** What macOS, Windows and office programs put beside a person's files. */
function isOfSystem(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /(?:^|\/)__MACOSX\//.test(path) || name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);
}

function pathOf(name: string): string {
  return name.replace(/^(?:[a-z]:)?\/+/i, '').replace(/\/(?:\.?\/)+/g, '/');
}

/** A zip may hold two members of one path. */
function unusedName(path: string, taken: Set<string>): string {
  let name = path;
  for (let number = 2; taken.has(name); number++) name = path.replace(/(\.[^./]*)?$/, ` (${number})$1`);
  taken.add(name);
  return name;
}

function listed(names: readonly string[]): string {
  return names.length <= NAMED ? names.join(', ') : `${names.slice(0, NAMED).join(', ')} … (${names.length})`;
}
