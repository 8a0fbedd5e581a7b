import * as v from 'valibot';
import type { KeptSource, Project } from '../model/project';
import type { FileProblem } from '../model/source';
import {
  BUNDLE_FORMAT,
  BUNDLE_LIMITS,
  type Manifest,
  MANIFEST,
  memberOf,
  originalsOf,
  PROJECT,
  type ZipMeans,
  type ZipMember,
  type ZipSource,
} from './bundle-format';
import { projectProblem, WorkspaceFault, type WorkspaceFaultCode } from './fault';
import type { Pour } from './proof';
import { checkProjectText, type ProjectChecks } from './project-json';
import { LARGEST_PROJECT } from './safe-json';

/** A `.miaopu` file that was opened. Nothing of it is kept yet. */
export interface OpenedBundle {
  readonly project: Project;
  /** Originals by digest. Pouring one rejects `bundle_member_differs` where its bytes are not those of the manifest. */
  readonly files: ReadonlyMap<string, Pour>;
  /** Sources of the state whose bytes are not in the file: without them the rest can be opened, where the person wants it. */
  readonly missing: readonly KeptSource[];
  /** Warnings. */
  readonly problems: readonly FileProblem[];
}
export type BundleAnswer = OpenedBundle | { readonly project: null; readonly problems: readonly FileProblem[] };

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const manifestShape = v.strictObject({
  is: v.literal('miaopu'),
  format: v.literal(BUNDLE_FORMAT),
  members: v.array(v.strictObject({ name: v.string(), bytes: count, sha256: digest })),
});

/**
 * Opens a `.miaopu` file: its directory, manifest and project are read and checked, originals only when they are poured. A bomb, a newer format, a member with other
 * bytes than the manifest says, and a project that does not hold are refused; missing originals are named.
 */
export async function openBundle(source: ZipSource, zip: ZipMeans, checks: ProjectChecks, signal?: AbortSignal): Promise<BundleAnswer> {
  const refuse = (...problems: FileProblem[]): BundleAnswer => ({
    project: null,
    problems: problems.map((one) => ({ ...one, source: source.name })),
  });
  const directory = await zip.directory(source, BUNDLE_LIMITS);
  if ('code' in directory) return refuse(directory);
  const entries = new Map(directory.entries.map((entry) => [entry.name, entry]));
  if (entries.size !== directory.entries.length) return refuse(projectProblem('bundle_not_one', '', 'two members of one name'));
  const reading = { source, zip, hash: checks.hash, signal };

  const manifestText = await memberText(reading, entries.get(MANIFEST), null);
  if (typeof manifestText !== 'string') return refuse(manifestText ?? projectProblem('bundle_not_one', MANIFEST, ''));
  const manifest = readManifest(manifestText);
  if ('code' in manifest) return refuse(manifest);
  const noted = new Map(manifest.members.map((member) => [member.name, member]));

  const document = entries.get(PROJECT);
  const text = await memberText(reading, document, noted.get(PROJECT)?.sha256 ?? '');
  if (typeof text !== 'string') return refuse(text ?? projectProblem('bundle_member_missing', PROJECT, ''));
  const checked = checkProjectText(text, checks);
  if ('problems' in checked) return refuse(...checked.problems);
  const opened = originals(reading, checked.project, entries, noted);
  const problems = [...opened.problems, ...strangers(entries, noted)].map((one) => ({ ...one, source: source.name }));
  return { ...opened, problems };
}

interface Reading {
  readonly source: ZipSource;
  readonly zip: ZipMeans;
  readonly hash: ProjectChecks['hash'];
  readonly signal: AbortSignal | undefined;
}

function originals(
  reading: Reading,
  project: Project,
  entries: ReadonlyMap<string, ZipMember>,
  noted: ReadonlyMap<string, Manifest['members'][number]>,
): OpenedBundle {
  const files = new Map<string, Pour>();
  const problems: FileProblem[] = [];
  for (const source of originalsOf(project)) {
    const name = memberOf(source);
    const entry = entries.get(name);
    const isNoted = noted.get(name)?.sha256 === source.sha256 && entry?.size === source.bytes;
    if (entry && isNoted) files.set(source.sha256, pourOf(reading, entry, source.sha256));
    else
      problems.push({
        ...projectProblem(entry ? 'bundle_member_differs' : 'bundle_member_missing', name, source.name),
        severity: 'warning',
      });
  }
  return { project, files, missing: project.state.sources.filter(({ sha256 }) => !files.has(sha256)), problems };
}

/** Members the manifest does not know are never read; they are named, since somebody has put them there. */
function strangers(entries: ReadonlyMap<string, ZipMember>, noted: ReadonlyMap<string, unknown>): FileProblem[] {
  return [...entries.keys()]
    .filter((name) => name !== MANIFEST && !noted.has(name) && !name.endsWith('/'))
    .map((name) => ({ ...projectProblem('bundle_member_unknown', name, ''), severity: 'warning' }));
}

function pourOf({ source, zip, hash }: Reading, entry: ZipMember, sha256: string): Pour {
  return {
    size: entry.size,
    async pour(push, signal) {
      const sum = hash();
      const onchunk = (bytes: Uint8Array): void => {
        sum.push(bytes);
        push(bytes);
      };
      const problem = await zip.inflate(source, entry, BUNDLE_LIMITS, onchunk, signal);
      if (problem) throw new WorkspaceFault('bundle_member_differs', `${entry.name}: ${problem.given}`);
      if (sum.finish() !== sha256) throw new WorkspaceFault('bundle_member_differs', entry.name);
    },
  };
}

/** The text of a member; null where there is none, a problem where it is too large or not what it should be. */
async function memberText(
  { source, zip, hash, signal }: Reading,
  entry: ZipMember | undefined,
  sha256: string | null,
): Promise<string | FileProblem | null> {
  if (!entry) return null;
  if (entry.size > LARGEST_PROJECT) return projectProblem('bundle_too_large', entry.name, String(entry.size));
  const sum = hash();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    const problem = await zip.inflate(
      source,
      entry,
      BUNDLE_LIMITS,
      (bytes) => {
        sum.push(bytes);
        text += decoder.decode(bytes, { stream: true });
      },
      signal,
    );
    if (problem) return problem;
    text += decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) return projectProblem('bundle_member_differs', entry.name, 'UTF-8');
    throw error;
  }
  return sha256 === null || sum.finish() === sha256 ? text : projectProblem('bundle_member_differs', entry.name, 'SHA-256');
}

function readManifest(text: string): Manifest | FileProblem {
  const fault = (code: WorkspaceFaultCode, given: string): FileProblem => projectProblem(code, MANIFEST, given);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return fault('bundle_not_one', error instanceof Error ? error.message : '');
  }
  const format = (json as { readonly format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > BUNDLE_FORMAT) return fault('bundle_newer', `${format} > ${BUNDLE_FORMAT}`);
  const result = v.safeParse(manifestShape, json);
  return result.success ? result.output : fault('bundle_not_one', result.issues[0].message.slice(0, 80));
}
