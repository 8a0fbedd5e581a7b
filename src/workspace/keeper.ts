/*
 * Longer than other files: one idea with one state. It decides what is done when and what may be said of it; how each thing is done stands in the files it calls.
 */
import type { Keeping, KeptSource, Project, ProjectState, StepKind } from '../model/project';
import type { FileProblem } from '../model/source';
import { faultOf, projectProblem, WorkspaceFault, type WorkspaceFaultCode } from './fault';
import { cacheKey, fileKey, keepCache, keepFile, lackingOf, proveFile, type Watch } from './keep-file';
import { Line } from './line';
import { mark, unmark } from './marks';
import { type Outside, type Release, STORE_SCHEMA } from './outside';
import { act, begin } from './project';
import type { ProjectChecks } from './project-json';
import { blobPour, type Pour } from './proof';
import { recall } from './recall';
import { LOADS, saveDocument } from './save-document';
import { advance, keepingOf, newSession, recalledSession, type Session } from './session';
import { redoStep, undoStep } from './steps';
import { enterStore, type Found, freeStock, holdSoon, type Listed, listed, survey, workspaceLock } from './stock';

/** What the keeper tells without being asked. */
export interface Told {
  keeping(keeping: Keeping): void;
  /** The workspace as the other tab left it, now that it is this one's. */
  project(project: Project): void;
}

/** A workspace that was opened. */
export interface Opened {
  readonly project: Project | null;
  /** Sources whose files must be chosen again. */
  readonly missing: readonly KeptSource[];
  readonly problems: readonly FileProblem[];
}

/** After these nothing is written any more; after all others a further attempt may go well. */
const FINAL: readonly WorkspaceFaultCode[] = ['newer_build', 'newer_store', 'written_elsewhere'];

/**
 * Keeps one workspace at a time safe. What is done takes effect at once and is saved behind it, one write after the other; `saved` is told only when the last step was
 * read back and the bytes of every source lie in the store. A write that failed is repeated with the next step or by `retry`; nothing shown as saved depends on it.
 * What the storage refuses rejects with a WorkspaceFault.
 */
export class Keeper {
  readonly #outside: Outside;
  readonly #checks: ProjectChecks;
  readonly #told: Told;
  readonly #line = new Line();
  #session: Session | null = null;
  /** The joining of those who use the store, which may have to wait for a tab that clears it. */
  #joined: Promise<Release | null> = Promise.resolve(null);
  #joining = new AbortController();
  #isClaimed = false;
  #isImporting = false;
  #isPersistent: boolean | null = null;
  /** Why the file of a source could not be kept, by its digest. */
  readonly #refused = new Map<string, WorkspaceFault>();

  constructor(outside: Outside, checks: Omit<ProjectChecks, 'hash'>, told: Told) {
    this.#outside = outside;
    this.#checks = { ...checks, hash: outside.sha256 };
    this.#told = told;
    outside.shelf.onlost = (code) => {
      this.#isClaimed = false;
      this.#fail(new WorkspaceFault(code, ''));
    };
  }

  get project(): Project | null {
    return this.#session?.project ?? null;
  }

  get keeping(): Keeping {
    return keepingOf(this.#session, this.#outside.shelf.lasts && this.#outside.store.kind !== 'memory');
  }

  /** To be called once, first: takes the store over for this build and answers what is in it. What does not answer is told as a problem. */
  async start(): Promise<Found> {
    const problems: FileProblem[] = [];
    try {
      await this.#claim();
    } catch (error) {
      const { code, given } = faultOf(error);
      problems.push(projectProblem(code, '', given));
    }
    this.#join();
    const found = await survey(this.#outside);
    return { ...found, problems: [...problems, ...found.problems] };
  }

  list(): Promise<readonly Listed[]> {
    return this.#line.run(() => listed(this.#outside));
  }

  /** Room taken and allowed, and whether the browser has promised to keep it (null: not asked yet); null where it does not say. */
  async room(): Promise<{ readonly used: number; readonly quota: number; readonly isPersistent: boolean | null } | null> {
    const room = await this.#line.run(() => this.#outside.room.estimate());
    return room && { ...room, isPersistent: this.#isPersistent };
  }

  /** A new workspace. Nothing is written before something is done in it. */
  async create(name: string): Promise<Project> {
    const project = begin(name, this.#outside.id(), this.#outside.now());
    await this.#enter(newSession(project, this.#checks));
    return project;
  }

  /** Takes another person's workspace in, history and all; under a new id where its own is in use here. Its files are to be kept before. */
  async adopt(project: Project, file: string): Promise<Project> {
    const { shelf, id, now } = this.#outside;
    const isKnown = (await this.#line.run(() => shelf.head(project.id))) !== null;
    const session = newSession(isKnown ? { ...project, id: id() } : project, this.#checks);
    await this.#enter(session);
    return this.#advance(act(session.project, 'opened_file', [file], {}, now()));
  }

  /**
   * Takes over what was done on the page: the open workspace some steps further, or another in its place. It is saved behind this. Rejects `project_step_differs`
   * where the steps known here are not the beginning of its steps.
   */
  async follow(project: Project): Promise<void> {
    if (this.#session?.project.id === project.id) this.#advance(project);
    else {
      await this.#enter(newSession(project, this.#checks));
      this.#schedule();
    }
  }

  /** Opens a workspace of the shelf. Where another tab has it, it can be looked at, and becomes this tab's when that one closes. */
  async open(id: string): Promise<Opened> {
    const { project, saved, savedAt, problems } = await this.#line.run(() => recall(this.#outside, this.#checks, id));
    if (!project) return { project, missing: [], problems };
    const session = saved ? recalledSession(project, this.#checks, saved, savedAt) : newSession(project, this.#checks);
    await this.#enter(session);
    if (session.release === null) void this.#wait(session);
    const missing = await this.#line.run(() => lackingOf(this.#outside, project.state));
    this.#schedule();
    await this.#line.idle();
    return { project, missing, problems };
  }

  /** Does a step. It is in force when this returns, and saved when that is told. Throws `open_elsewhere` while another tab has the workspace. */
  act(kind: Exclude<StepKind, 'began' | 'undone'>, given: readonly string[], change: Partial<ProjectState>): Project {
    return this.#advance(act(this.#writable().project, kind, given, change, this.#outside.now()));
  }

  /** null where there is nothing to undo. */
  undo(): Project | null {
    const next = undoStep(this.#writable().project, this.#outside.now());
    return next && this.#advance(next);
  }

  /** null where there is nothing to redo. */
  redo(): Project | null {
    const next = redoStep(this.#writable().project, this.#outside.now());
    return next && this.#advance(next);
  }

  /** Tries to save again. */
  async retry(): Promise<Keeping> {
    this.#schedule();
    await this.#line.idle();
    return this.keeping;
  }

  /** Notes that a load begins, so that a crash does not make its files forgotten. They stay noted until a step of loading is saved, or `forget`. */
  async importing(files: readonly { readonly name: string; readonly bytes: number }[]): Promise<void> {
    const { id } = this.#writable().project;
    this.#isImporting = true;
    await this.#line.run(() => this.#outside.shelf.putImport({ id, started: this.#outside.now(), files }));
  }

  /** Forgets a load that was given up, an interrupted one the person has seen, and a workspace told as evicted. */
  async forget(id: string): Promise<void> {
    if (id === this.project?.id) this.#isImporting = false;
    await this.#line.run(async () => {
      await this.#outside.shelf.endImport(id);
      if ((await this.#outside.shelf.head(id)) === null) await unmark(this.#outside, id);
    });
  }

  /** Keeps the bytes of a source, of a load or chosen again. Rejects with a fault, or with the signal's reason. */
  async keepFile(sha256: string, bytes: Blob | Pour, { signal, report }: Watch = {}): Promise<void> {
    const tell = (done: number, of: number): void => {
      this.#told.keeping({ is: 'saving', done, of });
      report?.(done, of);
    };
    const pour = bytes instanceof Blob ? blobPour(bytes) : bytes;
    try {
      await keepFile(this.#outside, sha256, pour, { ...(signal ? { signal } : {}), report: tell });
      this.#refused.delete(sha256);
    } catch (error) {
      this.#tell();
      if (signal?.aborted) throw error;
      const fault = faultOf(error);
      this.#refused.set(sha256, fault);
      throw fault;
    }
    // A file that was missing may have been the last.
    this.#schedule();
  }

  /** The bytes of a source, read as they are needed; null where they are not here. */
  file(sha256: string): Promise<Blob | null> {
    return this.#line.run(() => this.#outside.store.open(fileKey(sha256)));
  }

  /** Whether a source still has its bytes. One that has not is from then on missing. */
  async prove(sha256: string): Promise<boolean> {
    const isWhole = await this.#line.run(() => proveFile(this.#outside, sha256));
    if (!isWhole) this.#schedule();
    return isWhole;
  }

  /** Keeps a pack under a name. A cache is no promise: false where there was no room or no answer. */
  async keepCache(name: string, chunks: readonly Uint8Array[]): Promise<boolean> {
    try {
      await keepCache(this.#outside, name, chunks);
      return true;
    } catch {
      return false; // it can be made again from the originals, whose own faults are told
    }
  }

  /** A pack kept by this build under this name; null where there is none. */
  async cache(name: string): Promise<Uint8Array | null> {
    try {
      return await this.#outside.store.read(cacheKey(this.#outside, name));
    } catch {
      return null; // as above
    }
  }

  /** Removes a workspace and, after it, nothing else: its files go with `free`. Refused while a tab has it open, this one too. */
  remove(id: string): Promise<void> {
    return this.#line.run(async () => {
      const release = await holdSoon(this.#outside, workspaceLock(id));
      if (!release) throw new WorkspaceFault('open_elsewhere', id);
      try {
        await unmark(this.#outside, id);
        await this.#outside.shelf.remove(id);
      } finally {
        await release();
      }
    });
  }

  /** Gives back the room of files no step of any workspace names, and of caches but those named. Answers bytes. Refused during a load or while other tabs are open. */
  free(caches: readonly string[]): Promise<number> {
    return this.#line.run(async () => {
      if (this.#isImporting) throw new WorkspaceFault('import_running', '');
      await this.#part();
      try {
        return await freeStock(this.#outside, caches, this.#session?.kept ?? []);
      } finally {
        this.#join();
      }
    });
  }

  /** Lets the workspace go once all that was begun is written. */
  async close(): Promise<void> {
    const session = this.#session;
    session?.waiting.abort();
    await this.#line.idle();
    if (session) {
      await session.release?.();
      session.release = null;
    }
    this.#session = null;
    this.#isImporting = false;
    this.#refused.clear();
    this.#tell();
  }

  /** Ends the keeper. */
  async end(): Promise<void> {
    await this.close();
    await this.#part();
    this.#outside.shelf.close();
  }

  #join(): void {
    this.#joining = new AbortController();
    // One that fails only leaves unfinished writes lying: a file another tab clears away meanwhile is missed when its step is saved.
    this.#joined = enterStore(this.#outside, this.#joining.signal).catch(() => null);
  }

  async #part(): Promise<void> {
    this.#joining.abort();
    const leave = await this.#joined;
    await leave?.();
  }

  async #enter(session: Session): Promise<void> {
    await this.close();
    const name = workspaceLock(session.project.id);
    session.release = await this.#line.run(() => holdSoon(this.#outside, name));
    this.#session = session;
    this.#tell();
  }

  /** Waits for the other tab to let go; then reads what it left. */
  async #wait(session: Session): Promise<void> {
    const { project, waiting } = session;
    try {
      const how = { shared: false, wait: true, signal: waiting.signal };
      const release = await this.#outside.locks.hold(workspaceLock(project.id), how);
      const recalled = waiting.signal.aborted ? null : await recall(this.#outside, this.#checks, project.id);
      // Closed meanwhile: the lock came too late.
      if (waiting.signal.aborted || !recalled) return await release?.();
      const { project: left, saved, savedAt } = recalled;
      // Removed or damaged by the other tab: what is on this screen is whole, so it is written again.
      if (!left || !saved) Object.assign(session, { release, saved: null });
      else {
        this.#session = recalledSession(left, this.#checks, saved, savedAt);
        this.#session.release = release;
        this.#told.project(left);
      }
      this.#schedule();
    } catch (error) {
      if (!waiting.signal.aborted) this.#fail(faultOf(error));
    }
  }

  #writable(): Session {
    if (!this.#session) throw new Error('no workspace is open');
    if (!this.#session.release) throw new WorkspaceFault('open_elsewhere', this.#session.project.state.name);
    return this.#session;
  }

  #advance(next: Project): Project {
    advance(this.#writable(), next, this.#checks);
    this.#schedule();
    return next;
  }

  #schedule(): void {
    this.#tell();
    void this.#line.run(() => this.#save());
  }

  /** Saves what is not saved yet and looks whether every source has its bytes. Faults are told, never thrown. */
  async #save(): Promise<void> {
    const session = this.#session;
    if (!session?.release || session.stopped) return;
    // A new workspace in which nothing was done yet is not written.
    if (session.kept.length === 1) return;
    try {
      if (session.saved?.n !== session.kept.length) {
        this.#told.keeping({ is: 'saving', done: 0, of: 1 });
        await this.#claim();
        await this.#write(session);
      }
      await this.#look(session);
      this.#tell();
    } catch (error) {
      this.#fail(faultOf(error));
    }
  }

  async #write(session: Session): Promise<void> {
    const from = session.saved?.n ?? 0;
    session.saved = await saveDocument(this.#outside, session);
    session.savedAt = this.#outside.now();
    if (session.kept.slice(from).some(({ kind }) => LOADS.includes(kind))) this.#isImporting = false;
    await mark(this.#outside, session);
    // Refused or not, the workspace is saved: the promise only makes eviction less likely.
    this.#isPersistent ??= await this.#outside.room.persist().catch(() => false);
  }

  async #claim(): Promise<void> {
    if (this.#isClaimed) return;
    await this.#outside.shelf.claim(this.#outside.build, STORE_SCHEMA);
    this.#isClaimed = true;
  }

  /** Whether every source has its bytes. One that never had them is waited for, unless they were refused; one that had them has lost them. */
  async #look(session: Session): Promise<void> {
    const { state } = session.project;
    const lacking = await lackingOf(this.#outside, state);
    const lost = lacking.filter(({ sha256 }) => session.seen.has(sha256) || this.#refused.has(sha256));
    for (const source of state.sources) if (!lacking.includes(source)) session.seen.add(source.sha256);
    session.awaitsFiles = lacking.length > lost.length;
    const code = lost[0] && (this.#refused.get(lost[0].sha256)?.code ?? 'files_evicted');
    session.fault = code ? new WorkspaceFault(code, lost.map(({ name }) => name).join(', ')) : null;
  }

  #fail(fault: WorkspaceFault): void {
    if (!this.#session) return;
    this.#session.fault = fault;
    if (FINAL.includes(fault.code)) this.#session.stopped = true;
    this.#tell();
  }

  #tell(): void {
    this.#told.keeping(this.keeping);
  }
}
