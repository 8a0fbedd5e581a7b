import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { KeptSource, Project } from '../model/project';
import {
  BUNDLE_FORMAT,
  BUNDLE_LIMITS,
  LARGEST_BUNDLE,
  type Manifest,
  MANIFEST,
  memberOf,
  originalsOf,
  PROJECT,
  README,
} from './bundle-format';
import { BUNDLE_README } from './bundle-readme';
import { WorkspaceFault } from './fault';
import type { Hash } from './hash';
import type { Watch } from './keep-file';
import { blobPour, type Pour } from './proof';
import { projectToJson } from './project-json';
import { prettyJson } from './stable-json';

/** What goes into a `.miaopu` file. */
export interface BundleContent {
  readonly project: Project;
  /** Bytes of an original by its digest; null where they are not to be had. */
  readonly file: (sha256: string) => Promise<Blob | null>;
  readonly panel: { readonly name: 'panel.parquet' | 'panel.arrow'; readonly bytes: Uint8Array } | null;
  readonly sha256: () => Hash;
}
export interface WrittenBundle {
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
  /** Sources of the state whose bytes were not to be had: they are not in the file. */
  readonly missing: readonly KeptSource[];
}

interface Member {
  readonly name: string;
  readonly bytes: Pour;
  /** The digest it must have; null where it is only to be noted. */
  readonly sha256: string | null;
}

/**
 * Writes a workspace as one file. Equal content gives equal bytes: members in a fixed order, times fixed, one packing. Rejects `bundle_too_large` beyond 4 GB,
 * `file_changed` where an original is not what its digest says, or with the signal's reason.
 */
export async function writeBundle(content: BundleContent, watch: Watch = {}): Promise<WrittenBundle> {
  const { members, missing } = await gather(content);
  const whole = members.reduce((sum, { bytes }) => sum + bytes.size, 0);
  if (whole > LARGEST_BUNDLE) throw new WorkspaceFault('bundle_too_large', String(whole));
  const first = await zipped(members, new Set(), content.sha256, watch);
  // A file that packs like a bomb would be refused as one when read back.
  const chunks = first.bombs.size === 0 ? first.chunks : (await zipped(members, first.bombs, content.sha256, watch)).chunks;
  return { chunks, missing };
}

async function gather({ project, file, panel, sha256 }: BundleContent): Promise<{ members: Member[]; missing: KeptSource[] }> {
  const text = (name: string, words: string): Member => ({ name, bytes: blobPour(new Blob([words])), sha256: null });
  const members = [text(README, BUNDLE_README), text(PROJECT, projectToJson(project, sha256))];
  if (panel) members.push({ name: panel.name, bytes: blobPour(new Blob([panel.bytes as Uint8Array<ArrayBuffer>])), sha256: null });
  const absent = new Set<string>();
  for (const source of originalsOf(project)) {
    const blob = await file(source.sha256);
    if (blob) members.push({ name: memberOf(source), bytes: blobPour(blob), sha256: source.sha256 });
    else absent.add(source.sha256);
  }
  return { members, missing: project.state.sources.filter((source) => absent.has(source.sha256)) };
}

async function zipped(members: readonly Member[], stored: ReadonlySet<string>, sha256: () => Hash, { signal, report }: Watch) {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let packed = 0;
  let fault: Error | null = null;
  const zip = new Zip((error, chunk) => {
    fault ??= error;
    packed += chunk.length;
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const of = members.reduce((sum, { bytes }) => sum + bytes.size, 0);
  let done = 0;
  const bombs = new Set<string>();
  const noted: Manifest['members'][number][] = [];
  const add = async ({ name, bytes, sha256: wanted }: Member): Promise<void> => {
    const from = packed;
    const push = entered(zip, name, stored.has(name));
    const hash = sha256();
    await bytes.pour((piece) => {
      hash.push(piece);
      push(piece, false);
      report?.((done += piece.length), of);
    }, signal);
    push(new Uint8Array(), true);
    const digest = hash.finish();
    if (wanted !== null && digest !== wanted) throw new WorkspaceFault('file_changed', name);
    noted.push({ name, bytes: bytes.size, sha256: digest });
    if (bytes.size > BUNDLE_LIMITS.ratioFrom && bytes.size > (packed - from) * (BUNDLE_LIMITS.ratio / 2)) bombs.add(name);
  };
  for (const member of members) await add(member);
  const manifest = `${prettyJson({ is: 'miaopu', format: BUNDLE_FORMAT, members: noted } satisfies Manifest)}\n`;
  await add({ name: MANIFEST, bytes: blobPour(new Blob([manifest])), sha256: null });
  zip.end();
  if (fault) throw fault as Error;
  return { chunks, bombs };
}

/** Begins a member; answers how its bytes are pushed. Packing level 3: half the time of the usual one for a few percent more. */
function entered(zip: Zip, name: string, isStored: boolean): (bytes: Uint8Array, isLast: boolean) => void {
  const member = isStored ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 3 });
  // Read as local time and written as local time, so the same everywhere: the first moment a zip can name.
  member.mtime = new Date(1980, 0, 1);
  zip.add(member);
  return (bytes, isLast) => member.push(bytes, isLast);
}
