import { checkScheme } from '../../scoring/scheme/check';
import { kindsOf } from '../../scoring/dictionary';
import { blobSource } from '../ingest/byte-source';
import { parseRecipe } from '../ingest/recipe-json';
import { Sha256 } from '../ingest/sha256';
import { readZipDirectory } from '../ingest/zip/directory';
import { inflateEntry } from '../ingest/zip/inflate-entry';
import type { Keeping, KeptSource, Project } from '../model/project';
import type { LoadedFile } from '../model/source';
import type { ZipMeans } from '../workspace/bundle-format';
import { faultOf } from '../workspace/fault';
import type { Keeper, Told } from '../workspace/keeper';
import { openBundle } from '../workspace/open-bundle';
import { packFile, unpackFile } from '../workspace/pack';
import type { ProjectChecks } from '../workspace/project-json';
import type { Pour } from '../workspace/proof';
import type { Found } from '../workspace/stock';
import { writeBundle } from '../workspace/write-bundle';
import { type Part, readingOf, type Shelf } from './data-room';
import { shownDifferences } from './differences';
import type { Kept, Loss } from './face';
import type { KeepRoomFace, MarkVerb } from './rooms';

/** The reader's way with zips, handed to the workspace, which must not know the reader. */
const ZIP: ZipMeans = { directory: readZipDirectory, inflate: inflateEntry };

/** A kept document is read as strictly as a file from elsewhere. Fields of the files' own are known only once they are loaded. */
export const CHECKS: ProjectChecks = {
  recipe: (json) => parseRecipe(JSON.stringify(json), '').problems[0]?.code ?? null,
  scheme: (json) =>
    checkScheme(json, (field) => kindsOf(null)(field) ?? (field.startsWith('x_') ? 'number' : null)).problems.find(isFatal)?.code ?? null,
  hash: () => new Sha256(),
};

function isFatal({ severity, code }: { readonly severity: string; readonly code: string }): boolean {
  // Kinds of own fields are guessed above; the scheme was checked against the real ones when it came in.
  return severity === 'error' && code !== 'formula';
}

type Maker = (told: Told) => Promise<Keeper>;

/** Keeps the workspace: the keeper beside the data room, which has the bytes and the columns it keeps. Runs in the data worker. */
export class KeepRoom implements KeepRoomFace, Shelf {
  readonly #make: Maker;
  readonly #partsOf: (sha256: string) => readonly Part[];
  #keeper: Promise<Keeper> | null = null;
  #found: Found | null = null;
  #told: Told = { keeping: () => undefined, project: () => undefined };
  #line: Promise<unknown> = Promise.resolve();
  /** Another person's file, opened but not taken over, and its originals. */
  #bundle: { readonly id: string; readonly files: ReadonlyMap<string, Pour> } | null = null;

  constructor(make: Maker, partsOf: (sha256: string) => readonly Part[]) {
    this.#make = make;
    this.#partsOf = partsOf;
  }

  async start(keeping: (keeping: Keeping) => void, took: (project: Project) => void, _mark?: MarkVerb): Promise<void> {
    this.#told = { keeping, project: took };
    await this.#open();
  }

  async last() {
    const keeper = await this.#open();
    const found = this.#found!;
    const losses = lossesOf(found);
    for (const { id } of found.interrupted) await keeper.forget(id);
    const [newest] = found.workspaces;
    const opened = newest ? await this.open(newest.id) : { project: null, losses: [] };
    return { project: opened.project, losses: [...losses, ...opened.losses] };
  }

  async open(id: string) {
    const { project, missing, problems } = await (await this.#open()).open(id);
    return { project, losses: [...missingLoss(missing), ...problems.map(({ code }): Loss => ({ is: 'damaged', what: code }))] };
  }

  async importing(project: Project, files: readonly { readonly name: string; readonly size: number }[]): Promise<void> {
    await this.#quietly(async (keeper) => {
      await keeper.follow(project);
      await keeper.importing(files.map(({ name, size }) => ({ name, bytes: size })));
    });
  }
  async imported(project: Project): Promise<void> {
    await this.#quietly((keeper) => keeper.forget(project.id));
  }

  /** The document first, then what it stands on; the keeper says `saved` only when both are there. */
  keep(project: Project): Promise<void> {
    return this.#quietly(async (keeper) => {
      await keeper.follow(project);
      for (const { sha256 } of project.state.sources) {
        const bytes = this.#partsOf(sha256)[0]?.bytes;
        if (bytes && !(await keeper.file(sha256))) await keeper.keepFile(sha256, bytes);
      }
      if (this.#bundle?.id === project.id)
        for (const [sha256, pour] of this.#bundle.files) if (!(await keeper.file(sha256))) await keeper.keepFile(sha256, pour);
      for (const sha256 of new Set(project.state.sources.map((one) => one.sha256))) await this.#keepColumns(keeper, sha256);
    });
  }

  async list(): Promise<readonly Kept[]> {
    const keeper = await this.#open();
    return (await keeper.list()).map(({ id, name, at, bytes }) => ({ id, name, saved: at, bytes }));
  }
  async remove(id: string): Promise<void> {
    const keeper = await this.#open();
    if (keeper.project?.id === id) await keeper.close();
    await keeper.remove(id);
    const sources = keeper.project?.state.sources ?? [];
    try {
      await keeper.free(sources.map(({ sha256, recipe }) => nameOf(sha256, readingOf(recipe))));
    } catch {
      // Another tab is open: the room is given back with the next workspace removed.
    }
  }
  async close(): Promise<void> {
    await this.#line;
    await (await this.#open()).close();
  }

  async bundle(project: Project, panel: Uint8Array): Promise<Uint8Array> {
    const file = (sha256: string) => this.original(sha256);
    const { chunks } = await writeBundle({ project, file, panel: { name: 'panel.parquet', bytes: panel }, sha256: CHECKS.hash });
    return new Uint8Array(await new Blob([...chunks]).arrayBuffer());
  }

  async unbundle(file: Blob & { readonly name?: string }, mine: Project | null) {
    const answer = await openBundle(blobSource(file.name ?? '', file), ZIP, CHECKS);
    if (!answer.project) return { project: null, differences: [], problems: answer.problems };
    // A copy of one that is kept here stands beside it.
    const isKnown = (await this.list()).some(({ id }) => id === answer.project.id);
    const project = isKnown ? { ...answer.project, id: crypto.randomUUID() } : answer.project;
    this.#bundle = { id: project.id, files: answer.files };
    return { project, differences: mine ? shownDifferences(mine, project) : [], problems: answer.problems };
  }

  /** Bytes of a source: at hand, kept, or in the file that was opened. */
  async original(sha256: string): Promise<Blob | null> {
    const kept = this.#partsOf(sha256)[0]?.bytes ?? (await (await this.#open()).file(sha256));
    const pour = kept ? null : this.#bundle?.files.get(sha256);
    if (!pour) return kept;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    await pour.pour((bytes) => void pieces.push(bytes.slice()));
    return new Blob(pieces);
  }
  async columns(sha256: string, reading: string): Promise<LoadedFile | null> {
    const bytes = await (await this.#open()).cache(nameOf(sha256, reading));
    const unpacked = bytes && unpackFile(bytes);
    return unpacked?.ok ? unpacked.value : null;
  }

  async #keepColumns(keeper: Keeper, sha256: string): Promise<void> {
    for (const part of this.#partsOf(sha256)) {
      const name = nameOf(sha256, readingOf(part.recipe));
      if (!(await keeper.cache(name))) await keeper.keepCache(name, packFile(part.file));
    }
  }

  #open(): Promise<Keeper> {
    return (this.#keeper ??= this.#make({
      keeping: (keeping) => this.#told.keeping(keeping),
      project: (project) => this.#told.project(project),
    }).then(async (keeper) => {
      this.#found = await keeper.start();
      return keeper;
    }));
  }

  /** One write after another. What the storage refuses is told by the keeper as the state of keeping, not thrown at whoever did a step. */
  #quietly(work: (keeper: Keeper) => Promise<void>): Promise<void> {
    const turn = this.#line.then(async () => {
      try {
        await work(await this.#open());
      } catch (error) {
        const { code, given } = faultOf(error);
        this.#told.keeping(code === 'open_elsewhere' ? { is: 'elsewhere' } : { is: 'failed', code, given });
      }
    });
    this.#line = turn;
    return turn;
  }
}

function nameOf(sha256: string, reading: string): string {
  return `${sha256} ${reading}`;
}

function lossesOf({ interrupted, evicted, problems }: Found): readonly Loss[] {
  return [
    ...interrupted.map(({ files, started }): Loss => ({ is: 'interrupted', names: files.map(({ name }) => name), at: started })),
    ...evicted.map(({ name, at }): Loss => ({ is: 'evicted', what: name, at: at ?? '' })),
    ...problems.map(({ code }): Loss => ({ is: 'damaged', what: code })),
  ];
}
function missingLoss(missing: readonly KeptSource[]): readonly Loss[] {
  return missing.length > 0 ? [{ is: 'missing_files', names: missing.map(({ name }) => name) }] : [];
}
