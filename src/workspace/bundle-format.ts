import type { KeptSource, Project } from '../model/project';
import type { FileProblem } from '../model/source';

/**
 * A `.miaopu` file: a zip of
 *
 *     README.txt                what is what, in both languages
 *     project.json              the project document (project-json.ts)
 *     panel.parquet | .arrow    the joined panel, for other tools; never read back
 *     files/<sha256>-<name>     the original files
 *     manifest.json             the SHA-256 of every other member
 */
export const BUNDLE_FORMAT = 1;
export const MANIFEST = 'manifest.json';
export const PROJECT = 'project.json';
export const README = 'README.txt';

export interface Manifest {
  readonly is: 'miaopu';
  readonly format: number;
  readonly members: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

/** A zip of more would need another layout of zip, which not every tool reads. */
export const LARGEST_BUNDLE = 2 ** 32 - 2 ** 20;
/** What may be unpacked. What would look like a bomb when read back is stored as it is when written. */
export const BUNDLE_LIMITS = { entries: 10_000, total: LARGEST_BUNDLE, ratio: 100, ratioFrom: 64 << 20 } as const;

/** Name of the member of an original. */
export function memberOf({ sha256, name }: Pick<KeptSource, 'sha256' | 'name'>): string {
  // What file systems refuse, and control characters.
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(-100);
  return `files/${sha256}-${plain}`;
}

/** Every original any step names, once, in the order of the digests; under the name it was first given. */
export function originalsOf({ steps }: Project): readonly KeptSource[] {
  const found = new Map<string, KeptSource>();
  for (const { after } of steps) for (const source of after.sources ?? []) if (!found.has(source.sha256)) found.set(source.sha256, source);
  return [...found.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}

/** What reading a zip takes, handed in: the functions of the reader of files, which know zips from everywhere. */
export interface ZipMeans {
  directory(source: ZipSource, limits: typeof BUNDLE_LIMITS): Promise<{ readonly entries: readonly ZipMember[] } | FileProblem>;
  inflate(
    source: ZipSource,
    entry: ZipMember,
    limits: { readonly total: number },
    onchunk: (bytes: Uint8Array) => boolean | void,
    signal?: AbortSignal,
  ): Promise<FileProblem | null>;
}
export interface ZipSource {
  readonly name: string;
  readonly size: number;
  read(from: number, to: number): Promise<Uint8Array>;
}
export interface ZipMember {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly offset: number;
  readonly crc: number;
}
