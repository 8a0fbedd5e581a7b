// Longer than other files: the project's facts and verbs in one place, each verb a few lines; what can stand alone is in joining, intake, workspace.
import type { CoverageBy, Finding } from '../../scoring/quality/format';
import type { Scheme } from '../../scoring/scheme/format';
import type { Conflict, MatchReport } from '../model/joined';
import type { ConflictDecision, Keeping, Project, ProjectState, SavedCanvas, SavedSelection, SourceFacts } from '../model/project';
import type { Recipe } from '../model/recipe';
import type { Dialect } from '../model/source';
import { act, begin, EMPTY_STATE } from '../workspace/project';
import { redoStep, undoStep } from '../workspace/steps';
import type { FindingLine, Kept, Loaded, Loss, ProjectDifference, ProjectFace, TooMany } from './face';
import { Intake } from './intake.svelte';
import { changes, keptSources, loadedSources, merged, needsJoining, NO_GIVERS, readsOf, wantedOf } from './joining';
import { Latest } from './latest.svelte';
import { tooMany, withSaved } from './saved';
import { schemeKey, withSchemes } from './scheme-ref';
import type { LoadAnswer, MarkVerb, Rooms, WantedSource } from './rooms';

type Named = Blob & { readonly name: string };
export type Answered = Extract<LoadAnswer, { readonly ok: true }>;

/** `fresh`: other data than before, so that what was looked at is gone; unless an address named it (`linked`). */
export interface Adopting {
  readonly sample: boolean;
  readonly fresh: boolean;
  readonly linked: boolean;
}

/** What the desk needs of the workbench. */
export interface DeskOutside {
  readonly rooms: Rooms;
  now(): string;
  newId(): string;
  /** Puts joined data on the board; false where nothing can score them. */
  adopt(answer: Answered, state: ProjectState, how: Adopting): Promise<boolean>;
  /** The chosen groups are others now, over the same panel: board and tree are asked for anew. Not waited for, since they wait for data that may wait for the desk. */
  recut(): void;
  /** The sample's files, with the recipes beside them. */
  sample(): Promise<readonly { readonly file: Named; readonly recipe: string | null }[]>;
  /** The year on screen. */
  year(): number | null;
  notice(code: string, given: string): void;
  readonly mark: MarkVerb;
}

type DoneKind = Parameters<typeof act>[1];

/** Numbers of the sample's files and of kept bytes opened again, out of the way of the user's. */
const SAMPLE_IDS = 1_000_000;
const REOPENED_IDS = 2_000_000;
const SAMPLE = 'sample';
/** Milliseconds a load waits for the store to note it. */
const PATIENCE = 1500;

/** Files and what people decided about them: the project document, its history, and whether it is kept. */
export class DataDesk implements ProjectFace {
  readonly intake: Intake;
  keeping: Keeping = $state.raw({ is: 'sample' });
  losses: readonly Loss[] = $state.raw([]);
  kept: readonly Kept[] = $state.raw([]);
  offered: { readonly name: string; readonly differences: readonly ProjectDifference[] } | null = $state.raw(null);
  #project: Project = $state.raw(begin('', '', ''));
  /** What the last joining said. */
  #answer: Pick<Answered, 'sources' | 'matches' | 'conflicts' | 'givers'> = $state.raw({
    sources: [],
    matches: [],
    conflicts: 0,
    givers: NO_GIVERS,
  });
  readonly #findings = new Latest<readonly FindingLine[]>();
  readonly #outside: DeskOutside;
  #waiting: Project | null = null;
  #reopened = REOPENED_IDS;
  #turn = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(outside: DeskOutside) {
    this.#outside = outside;
    this.intake = new Intake(outside.rooms.data, 1);
    const keeping = (told: Keeping): void => {
      if (this.isSample) return;
      this.keeping = told;
      if (told.is === 'saved') void this.#listAgain();
    };
    void outside.rooms.keep
      .start(keeping, (project) => void this.#inTurn(() => this.#take(project, true)), outside.mark)
      .then(() => this.#listAgain());
  }

  get state(): ProjectState {
    return this.#project.state;
  }
  get steps() {
    return this.#project.steps;
  }
  get canUndo(): boolean {
    return back(this.#project, '') !== null;
  }
  get canRedo(): boolean {
    return redoStep(this.#project, '') !== null;
  }
  get findings() {
    return this.#findings.outcome;
  }
  get matches(): readonly MatchReport[] {
    return this.#answer.matches;
  }
  get conflicts(): number {
    return this.#answer.conflicts;
  }
  get givers() {
    return this.#answer.givers;
  }
  get isSample(): boolean {
    return this.keeping.is === 'sample';
  }
  get sources(): readonly Loaded[] {
    return loadedSources(this.state.sources, this.#answer.sources);
  }

  /** Opens what was kept last, unless files of the user's came first; false where nothing is, or it can no longer be put on screen. */
  async restore(): Promise<boolean> {
    const before = this.#project;
    const { project, losses } = await this.#outside.rooms.keep.last();
    this.losses = losses;
    return project !== null && ((await this.#hasOthers(before)) || this.#take(project, true));
  }

  /** The sample gives way to whatever was put on screen while its files were fetched. */
  async loadSample(): Promise<boolean> {
    const before = this.#project;
    const intake = new Intake(this.#outside.rooms.data, SAMPLE_IDS);
    const files = await this.#outside.sample();
    await intake.open(files.map(({ file }) => file));
    for (const { file, recipe } of files) {
      const one = intake.incoming.find((incoming) => incoming.name === file.name);
      if (one && recipe !== null) await intake.applyRecipe(one.id, recipe);
    }
    const reads = readsOf(intake.incoming, intake.ready);
    return reads !== null && ((await this.#hasOthers(before)) || this.#joinSample(intake, reads));
  }
  async #joinSample(intake: Intake, reads: readonly WantedSource[]): Promise<boolean> {
    const answer = await this.#join(intake, reads, EMPTY_STATE);
    if (!answer) return false;
    const sources = keptSources(answer.sources, [], [], this.#outside.now()).map((one) => ({
      ...one,
      facts: { ...one.facts, use: 'public' as const },
    }));
    const begun = begin(SAMPLE, this.#outside.newId(), this.#outside.now());
    const names = reads.map(({ name }) => name);
    this.#project = act(begun, 'sources_loaded', names, { sources }, this.#outside.now());
    this.keeping = { is: 'sample' };
    return this.#show(answer, true);
  }

  async open(files: readonly Named[]): Promise<void> {
    const bundle = files.find(({ name }) => name.toLowerCase().endsWith('.miaopu'));
    if (bundle) await this.openFile(bundle);
    const rest = files.filter((file) => file !== bundle);
    if (rest.length === 0) return;
    const expanded = await Promise.all(rest.map((file) => this.#outside.rooms.data.expand(file)));
    await this.intake.open(
      expanded.flatMap((one) => one.files),
      expanded.flatMap((one) => one.problems),
    );
  }

  keepBoth(id: number): Promise<void> {
    return this.intake.rename(id, this.#names());
  }
  alsoRead(id: number, dialect: Partial<Dialect>): Promise<number | null> {
    return this.intake.alsoRead(id, dialect, this.#names());
  }
  /** The sample gives way to what is loaded, so its names stand in nobody's way. */
  #names(): readonly string[] {
    return this.isSample ? [] : this.state.sources.map(({ name }) => name);
  }

  /** Reads what came in and joins it to what is there. The sample gives way to the first files of the user's. */
  load(): Promise<boolean> {
    return this.#inTurn(async () => {
      const reads = readsOf(this.intake.incoming, this.intake.ready);
      if (!reads) return false;
      const isFresh = this.isSample;
      const before = isFresh ? EMPTY_STATE : this.state;
      const { keep } = this.#outside.rooms;
      const names = reads.map(({ name }) => name);
      const begun = isFresh ? begin(nameOf(names), this.#outside.newId(), this.#outside.now()) : this.#project;
      const noted = keep.importing(
        begun,
        this.intake.incoming.map(({ name, size }) => ({ name, size })),
      );
      // Written down before the reading begins, so that a crash can name the files; a store that does not answer must not keep anybody from loading.
      await Promise.race([noted, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
      let answer: Answered | null = null;
      try {
        answer = await this.#join(this.intake, merged(wantedOf(before), reads), before);
      } finally {
        if (!answer) void noted.then(() => keep.imported(begun));
      }
      if (!answer) return false;
      const sources = keptSources(answer.sources, before.sources, names, this.#outside.now());
      this.#project = begun;
      this.intake.clear();
      this.keeping = { is: 'unsaved', why: null };
      this.#write('sources_loaded', names, { sources });
      const scored = await this.#show(answer, isFresh);
      void this.#keep();
      return scored;
    });
  }

  cancel(): void {
    void this.#outside.rooms.data.cancel();
  }

  async rename(name: string): Promise<void> {
    await this.#change('renamed', [this.state.name, name], { name });
  }
  async setDeadline(deadline: string): Promise<void> {
    await this.#change('deadline_changed', [this.state.deadline, deadline], { deadline });
  }
  async setFacts(source: string, facts: SourceFacts): Promise<void> {
    await this.#change('facts_changed', [source], {
      sources: this.state.sources.map((one) => (one.name === source ? { ...one, facts } : one)),
    });
  }
  async orderSources(names: readonly string[]): Promise<void> {
    const sources = [...this.state.sources].sort((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
    await this.#change('recipe_changed', names, { sources });
  }
  async removeSource(source: string): Promise<void> {
    const sources = this.state.sources.filter(({ name }) => name !== source);
    if (sources.length === 0) return this.close();
    await this.#change('source_removed', [source], { sources });
  }
  async changeJoining(source: string, recipe: Recipe): Promise<void> {
    await this.#change('recipe_changed', [source], { sources: this.#withRecipe(source, recipe) });
  }
  async decideMatch(source: string, given: string, firm: string | null): Promise<void> {
    const { recipe } = this.#source(source);
    const matches = [...(recipe.matches ?? []).filter((one) => one.given !== given), { given, firm }];
    await this.#change('match_decided', [source, given, firm ?? ''], { sources: this.#withRecipe(source, { ...recipe, matches }) });
  }
  async decideConflict(
    of: Pick<Conflict, 'firm' | 'year' | 'field'>,
    decision: Pick<ConflictDecision, 'take' | 'reason'> | null,
  ): Promise<void> {
    const { firm, year, field } = of;
    const others = this.state.conflicts.filter((one) => one.firm !== firm || one.year !== year || one.field !== field);
    const conflicts = decision ? [...others, { firm, year, field, ...decision }] : others;
    await this.#change('conflict_decided', [firm, String(year), field, decision?.take ?? '', decision?.reason ?? ''], { conflicts });
  }
  async decideFinding(finding: string, decision: Parameters<ProjectFace['decideFinding']>[1]): Promise<void> {
    const others = this.state.findings.filter((one) => one.finding !== finding);
    const findings = decision ? [...others, { finding, ...decision }] : others;
    await this.#change('finding_decided', [finding, decision?.action ?? '', decision?.reason ?? ''], { findings });
  }
  /** A scheme of the user's own belongs to the workspace; over the sample it lives only as long as the page. */
  async keepScheme(scheme: Scheme): Promise<void> {
    if (this.isSample) return;
    const schemes = withSchemes(this.state.schemes, [scheme]);
    await this.#change('scheme_added', [scheme.name.zh, scheme.name.en], { schemes, scheme: schemeKey(scheme) });
  }
  /** A step of another room: what it changes needs no joining. */
  record(kind: DoneKind, given: readonly string[], part: Partial<ProjectState>): Promise<void> {
    return this.#change(kind, given, part);
  }
  saveCanvas(canvas: SavedCanvas): Promise<TooMany | null> {
    const { zh, en } = canvas.name;
    return this.#inTurn(() => this.#save('canvas_saved', [zh, en], { canvases: withSaved(this.state.canvases, canvas) }));
  }
  async dropCanvas(id: string): Promise<void> {
    const { canvases } = this.state;
    const name = canvases.find((one) => one.id === id)?.name;
    if (name) await this.#change('canvas_dropped', [name.zh, name.en], { canvases: canvases.filter((one) => one.id !== id) });
  }
  saveSelection(selection: SavedSelection): Promise<TooMany | null> {
    return this.#inTurn(() => this.#save('selection_saved', [selection.name], { selections: withSaved(this.state.selections, selection) }));
  }
  async dropSelection(id: string): Promise<void> {
    const { selections } = this.state;
    const name = selections.find((one) => one.id === id)?.name;
    if (name !== undefined) await this.#change('selection_dropped', [name], { selections: selections.filter((one) => one.id !== id) });
  }
  async keepChoice(scheme: string): Promise<void> {
    if (this.isSample || this.state.scheme === scheme) return;
    await this.#change('scheme_chosen', [scheme], { scheme });
  }

  undo(): Promise<void> {
    return this.#go(back);
  }
  redo(): Promise<void> {
    return this.#go(redoStep);
  }

  async reopen(source: string): Promise<void> {
    const { sha256, recipe, bytes } = this.#source(source);
    const id = this.#reopened++;
    const hints = { ...recipe.dialect, ...(recipe.sheet === undefined ? {} : { sheet: recipe.sheet }) };
    const found = await this.#outside.rooms.data.reopen(id, sha256, source, hints);
    if (!found) return this.#outside.notice('source_bytes_gone', source);
    await this.intake.putBack({ id, name: source, size: bytes, found, recipe });
  }

  conflictPage(offset: number, count: number) {
    return this.#outside.rooms.data.conflictPage(offset, count);
  }
  findingPage(finding: string, offset: number, count: number) {
    return this.#outside.rooms.data.findingPage(finding, offset, count);
  }
  async effect(finding: string, action: 'exclude' | 'convert') {
    const { data, score } = this.#outside.rooms;
    const found: Finding | null = await data.finding(finding);
    return found && score.effect(found, action, this.#outside.year());
  }
  coverage(by: CoverageBy) {
    return this.#outside.rooms.data.coverage(by, by === 'year' ? null : this.#outside.year());
  }
  async districts() {
    const { data, score } = this.#outside.rooms;
    const year = this.#outside.year();
    if (year === null) return [];
    const facts = this.state.sources.map((one) => ({ source: one.name, facts: one.facts }));
    return data.districts({ year, wanted: await score.reads(), deadline: this.state.deadline, facts });
  }
  support(firm: string) {
    return this.#outside.rooms.data.support(firm);
  }
  /** Asks for the findings unless they stand; they cost a look at every value, so only the page that shows them does. */
  lookForFindings(): void {
    if (this.#findings.outcome.status === 'idle') void this.#findings.ask(() => this.#outside.rooms.data.findings());
  }

  async saveFile() {
    const { keep, score } = this.#outside.rooms;
    const bytes = await keep.bundle(this.#project, await score.panelParquet([]));
    return { name: `${this.state.name.replace(/[\\/:*?"<>|]/g, '-')}.miaopu`, bytes, type: 'application/zip' };
  }
  async openFile(file: Named): Promise<void> {
    const { project, differences, problems } = await this.#outside.rooms.keep.unbundle(file, this.isSample ? null : this.#project);
    for (const { code, where, given } of problems) this.#outside.notice(code, given || where || file.name);
    if (!project) return;
    if (this.isSample) return void (await this.#inTurn(() => this.#take(project)));
    this.#waiting = project;
    this.offered = { name: project.state.name, differences };
  }
  async takeOffered(yes: boolean): Promise<void> {
    const project = this.#waiting;
    this.#waiting = null;
    this.offered = null;
    if (yes && project) await this.#inTurn(() => this.#take(project));
  }
  async openKept(id: string): Promise<void> {
    const { project, losses } = await this.#outside.rooms.keep.open(id);
    this.losses = losses;
    if (project) await this.#inTurn(() => this.#take(project));
  }
  async removeKept(id: string): Promise<void> {
    if (id === this.#project.id) await this.close();
    await this.#outside.rooms.keep.remove(id);
    await this.#list();
  }
  async close(): Promise<void> {
    const { data, keep } = this.#outside.rooms;
    await keep.close();
    await data.close();
    this.intake.clear();
    await this.loadSample();
  }
  dismissLoss(at: number): void {
    this.losses = this.losses.filter((_, index) => index !== at);
  }

  #source(name: string): ProjectState['sources'][number] {
    const source = this.state.sources.find((one) => one.name === name);
    if (!source) throw new Error(`source ${name} is not loaded`);
    return source;
  }
  #withRecipe(source: string, recipe: Recipe): ProjectState['sources'] {
    return this.state.sources.map((one) => (one.name === source ? { ...one, recipe } : one));
  }
  async #list(): Promise<void> {
    this.kept = await this.#outside.rooms.keep.list();
  }
  /** At the start and after each save. A store that was lost meanwhile is told by the keeper itself; the list stays as it was last read. */
  async #listAgain(): Promise<void> {
    await this.#list().catch(() => undefined);
  }

  /** One thing after another: a decision is made over what the one before has left. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined); // Whoever asked hears of it; the next in line must not.
    return turn;
  }

  /** Whether something else was put on screen meanwhile, once what is under way is done. */
  async #hasOthers(before: Project): Promise<boolean> {
    for (let queue: unknown = null; queue !== this.#queue;) await (queue = this.#queue);
    return this.#project !== before;
  }

  /** Joins; null where it was refused (the intake says why) or a later joining overtook it. */
  async #join(intake: Intake, wanted: readonly WantedSource[], { findings, conflicts }: ProjectState): Promise<Answered | null> {
    const turn = ++this.#turn;
    try {
      const answer = await intake.during((report) => this.#outside.rooms.data.load(wanted, { findings, conflicts }, report));
      return answer.ok && turn === this.#turn ? answer : null;
    } catch (error) {
      if (turn !== this.#turn) return null;
      throw error;
    }
  }

  async #show(answer: Answered, fresh: boolean, linked = false): Promise<boolean> {
    const { sources, matches, conflicts, givers } = answer;
    this.#answer = { sources, matches, conflicts, givers };
    this.#findings.clear();
    return this.#outside.adopt(answer, this.state, { sample: this.isSample, fresh, linked });
  }

  /** A step: joined first where it needs that, written only once it is true. */
  #change(kind: DoneKind, given: readonly string[], part: Partial<ProjectState>): Promise<void> {
    return this.#inTurn(() => this.#step(kind, given, part));
  }
  async #save(kind: DoneKind, given: readonly string[], part: Partial<ProjectState>): Promise<TooMany | null> {
    const refused = tooMany({ ...this.state, ...part });
    if (!refused) await this.#step(kind, given, part);
    return refused;
  }
  #step(kind: DoneKind, given: readonly string[], part: Partial<ProjectState>): Promise<void> {
    return this.#reachAndKeep({ ...this.state, ...part }, (state) => this.#write(kind, given, changes(this.state, state)));
  }
  #go(step: (project: Project, now: string) => Project | null): Promise<void> {
    return this.#inTurn(async () => {
      const next = step(this.#project, this.#outside.now());
      if (!next) return;
      await this.#reachAndKeep(next.state, () => (this.#project = next));
    });
  }
  /** Chosen groups need no joining, but whoever is cut by them must hear that they are others. */
  async #reachAndKeep(state: ProjectState, write: (state: ProjectState) => void): Promise<void> {
    const { selections } = this.state;
    if (!(await this.#reach(state, write))) return;
    void this.#keep();
    if (this.state.selections === selections) return;
    await this.#outside.rooms.score.setChosen(this.state.selections);
    this.#outside.recut();
  }
  /** Brings the panel to a state, then lets it be written; false where the files could not be joined so. */
  async #reach(state: ProjectState, write: (state: ProjectState) => void): Promise<boolean> {
    if (!needsJoining(this.state, state)) {
      write(state);
      return true;
    }
    const answer = await this.#join(this.intake, wantedOf(state), state);
    if (!answer) return false;
    write({ ...state, sources: keptSources(answer.sources, state.sources, [], '') });
    await this.#show(answer, false);
    return true;
  }
  #write(kind: DoneKind, given: readonly string[], part: Partial<ProjectState>): void {
    this.#project = act(this.#project, kind, given, part, this.#outside.now());
  }

  /** Another workspace takes the place of this one; false where its files cannot be joined any more. */
  async #take(project: Project, linked = false): Promise<boolean> {
    const answer = await this.#join(this.intake, wantedOf(project.state), project.state);
    if (!answer) return false;
    this.intake.clear();
    this.#project = project;
    this.keeping = { is: 'unsaved', why: null };
    const scored = await this.#show(answer, true, linked);
    void this.#keep();
    return scored;
  }

  async #keep(): Promise<void> {
    if (this.isSample) this.keeping = { is: 'unsaved', why: null };
    await this.#outside.rooms.keep.keep(this.#project);
  }
}

/** Undo, but never to before the first file: there would be nothing to look at. */
function back(project: Project, now: string): Project | null {
  const before = undoStep(project, now);
  return before && before.state.sources.length > 0 ? before : null;
}

function nameOf([first = '', ...others]: readonly string[]): string {
  return others.length > 0 ? `${first} +${others.length}` : first;
}
