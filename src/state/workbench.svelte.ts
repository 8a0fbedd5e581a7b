// Longer than other files: the one app object, with every verb beside the facts it changes; what can stand alone is in desk, steps, latest, drafted.
import world from '../../data/sample-world.json';
import type { BoardRow, BoardSlice, Dimension, Draft, FirmSheet, Segment, SegmentNode } from '../../scoring/board/format';
import type { Scheme, SchemeProblem } from '../../scoring/scheme/format';
import type { ProjectState } from '../model/project';
import type { Recipe } from '../model/recipe';
import type { Dialect, Origin } from '../model/source';
import type { Adopting, Answered, DataDesk } from './desk.svelte';
import type { FileKind, Outgoing } from './download';
import type { DataSummary, EngineState, Leaving, Outcome, Profile, ProjectFace, WorkbenchFace } from './face';
import type { ComparingFace } from './compare-face';
import type { ConsistencyFace } from './consistency-face';
import type { FirmnessFace } from './firmness-face';
import { Latest } from './latest.svelte';
import type { MarkVerb, Rooms, ShowAnswer, ShowRequest } from './rooms';
import type { SchemeDesk } from './scheme-desk.svelte';
import type { SeedlingDesk } from './seedling.svelte';
import type { SpreadDesk } from './spread.svelte';
import type { SchemeRoom } from './scheme-room.svelte';
import { schemeKey, schemeNamed } from './scheme-ref';
import type { Spec } from './spec';
import type { SqlRoom } from './sql-room.svelte';
import { Steps } from './steps.svelte';
import { unopened } from './unopened';
import { NO_COMPARING, NO_CONSISTENCY, noFirmness, NO_PROJECT } from './unopened-rooms';
import { formatSpec, parseSpec } from './url';

type Tree = NonNullable<ShowAnswer['tree']>;

/** What stands on screen before anything is loaded: a build product of the command line over the sample. */
export interface FirstBoard {
  readonly summary: DataSummary;
  readonly schemes: readonly Scheme[];
  /** Id of the one in force. */
  readonly scheme: string;
  readonly board: BoardSlice;
  readonly tree: Tree;
}

/** What the workbench needs of the world. */
export interface Outside {
  readonly rooms: Rooms;
  readonly schemes: readonly Scheme[];
  /** All that ship, where `schemes` holds only those that came with the first board. */
  readonly moreSchemes?: () => Promise<readonly Scheme[]>;
  readonly first: FirstBoard | null;
  /** The fragment now in the address. */
  readonly fragment: string;
  show(fragment: string, how: 'push' | 'replace'): void;
  /** ISO time. */
  now(): string;
  newId(): string;
  /** A few words a workspace in the page's own storage. */
  readonly mark: MarkVerb;
  /** The sample's files, with the recipes beside them. */
  sample(): Promise<readonly { readonly file: Blob & { readonly name: string }; readonly recipe: string | null }[]>;
}

/** Keys whose change moves nothing on the board. */
const APPEARANCE: readonly (keyof Spec)[] = ['language', 'theme', 'rise', 'keys', 'view', 'page', 'indicator', 'compare', 'firmness'];
/** Keys of other rooms: steps of their own that move nothing on the board. */
const ELSEWHERE: readonly (keyof Spec)[] = [...APPEARANCE, 'spread', 'seedling'];

/** The one object of the app: verbs in, facts out. It asks the rooms and writes the address; views only read it. */
export class Workbench implements WorkbenchFace {
  spec: Spec = $state.raw(parseSpec('').spec);
  engine: EngineState = $state.raw('booting');
  outsideRequests = $state(0);
  data: DataSummary | null = $state.raw(null);
  schemes: readonly Scheme[] = $state.raw([]);
  scheme: Scheme | null = $state.raw(null);
  schemeProblems: readonly SchemeProblem[] = $state.raw([]);
  notices: WorkbenchFace['notices'] = $state.raw([]);
  /** Files and the project: its code comes after the first board. */
  #desk: DataDesk | null = $state.raw(null);
  #opening: Promise<DataDesk> | null = null;
  readonly #noProject = unopened<ProjectFace>(NO_PROJECT, () => this.#atDesk(async (desk) => desk));
  /** Drafts, comparisons, audits: their code comes with the first question. */
  #room: SchemeRoom | null = $state.raw(null);
  #openingRoom: Promise<SchemeRoom> | null = null;
  /** The distribution room: its code comes with its page. */
  #spread: SpreadDesk | null = $state.raw(null);
  #openingSpread: Promise<SpreadDesk> | null = null;
  /** The seedling room, likewise. */
  #seedling: SeedlingDesk | null = $state.raw(null);
  #openingSeedling: Promise<SeedlingDesk> | null = null;
  /** Grows with every answer of the scoring room: what was asked before may now have another answer. */
  #answers = 0;
  readonly #noComparing = unopened<ComparingFace>(NO_COMPARING, async () => (await this.#openRoom()).comparing);
  readonly #noConsistency = unopened<ConsistencyFace>(NO_CONSISTENCY, async () => (await this.#openRoom()).consistency);
  #sql: Promise<SqlRoom> | null = null;
  readonly #noFirmness = unopened<FirmnessFace>(
    noFirmness(() => this.spec),
    async () => (await this.#openRoom()).firmness,
  );

  readonly #board = new Latest<BoardSlice>();
  readonly #tree = new Latest<Tree>();
  readonly #sheet = new Latest<FirmSheet | null>();
  readonly #steps = new Steps<Spec>();
  readonly #outside: Outside;
  #live = false;
  /** The scheme these data were first scored with: in force wherever an address names none. */
  #fitting: Scheme | null = null;
  #shipped: Promise<readonly Scheme[]> | null = null;
  #ready: Promise<void> = Promise.resolve();
  #arrived = (): void => undefined;
  /** What `#ready` was when it was last waited for to the end: nothing to wait for then, and a question goes out at once. */
  #waited: Promise<void> | null = null;
  /** What the segment tree on screen was grown from; no weight moves it. */
  #treeOf: { readonly scheme: Scheme | null; readonly key: string } | null = null;
  #nextNotice = 1;

  constructor(outside: Outside) {
    this.#outside = outside;
    this.schemes = outside.schemes;
    outside.rooms.engine.onstate((state) => (this.engine = state));
    this.goTo(outside.fragment);
    const { first } = outside;
    if (first) {
      this.data = first.summary;
      this.scheme = schemeNamed(outside.schemes, first.scheme);
      this.#board.set(first.board);
      this.#tree.set(first.tree);
      this.#sheet.set(null);
    }
  }

  get board() {
    return this.#board.outcome;
  }
  get tree() {
    return this.#tree.outcome;
  }
  /** Comes in one answer with the board, so while that is under way, or has failed, so has this: "no such firm" is only said once it is known. */
  get sheet(): Outcome<FirmSheet | null> {
    const [board, sheet] = [this.#board.outcome, this.#sheet.outcome];
    if (sheet.status !== 'ready' || (board.status !== 'busy' && board.status !== 'failed')) return sheet;
    return board.status === 'busy' ? { status: 'busy', last: sheet.value } : { status: 'failed', error: board.error, last: sheet.value };
  }
  get incoming() {
    return this.#desk?.intake.incoming ?? [];
  }
  get duplicates() {
    return this.#desk?.intake.duplicates ?? [];
  }
  get refused() {
    return this.#desk?.intake.refused ?? [];
  }
  get progress() {
    return this.#desk?.intake.progress ?? null;
  }
  get sources() {
    return this.#desk?.sources ?? [];
  }
  get comparing(): ComparingFace {
    return this.#room?.comparing ?? this.#noComparing;
  }
  get consistency(): ConsistencyFace {
    return this.#room?.consistency ?? this.#noConsistency;
  }
  get firmness(): FirmnessFace {
    return this.#room?.firmness ?? this.#noFirmness;
  }
  get schemeDesk(): SchemeDesk | null {
    return this.#room?.drafts ?? null;
  }
  get project(): ProjectFace {
    return this.#desk ?? this.#noProject;
  }
  get unsaved(): boolean {
    const is = this.#desk?.keeping.is ?? 'sample';
    return is === 'unsaved' || is === 'saving' || is === 'failed';
  }
  get spread() {
    return this.#spread;
  }
  get seedling() {
    return this.#seedling;
  }
  get canUndo(): boolean {
    return this.#steps.canUndo;
  }
  get canRedo(): boolean {
    return this.#steps.canRedo;
  }

  /** Takes over an address, from a link or from Back. */
  goTo(fragment: string): void {
    const { spec, problems } = parseSpec(fragment);
    this.spec = spec;
    for (const problem of problems) this.#notice(problem.code, problem.given);
    this.#lookForFindings();
    if (this.#live) void this.#refresh(true);
  }

  async change(part: Partial<Spec>, how: 'step' | 'drag' = 'step'): Promise<void> {
    const before = this.spec;
    this.spec = { ...before, ...part };
    const keys = Object.keys(part) as (keyof Spec)[];
    const looksOnly = keys.every((key) => APPEARANCE.includes(key));
    if (!looksOnly) this.#steps.record(before, how);
    this.#outside.show(formatSpec(this.spec), how === 'drag' || looksOnly ? 'replace' : 'push');
    this.#lookForFindings();
    if (keys.every((key) => ELSEWHERE.includes(key))) {
      this.#lookAround();
      return;
    }
    await this.#refresh('scheme' in part && part.scheme !== before.scheme);
    if (part.scheme && this.spec.edit === null && this.scheme) await this.#desk?.keepChoice(schemeKey(this.scheme));
  }

  async undo(): Promise<void> {
    await this.#jump(this.#steps.undo(this.spec));
  }
  async redo(): Promise<void> {
    await this.#jump(this.#steps.redo(this.spec));
  }

  async rows(offset: number, count: number): Promise<readonly BoardRow[]> {
    const shown = this.#board.last;
    if (!this.#live && shown && offset >= shown.offset && offset + count <= shown.offset + shown.rows.length) {
      return shown.rows.slice(offset - shown.offset, offset - shown.offset + count);
    }
    await this.#ready;
    return this.#outside.rooms.score.rows({ ...this.#boardAsk(), year: this.spec.year, offset, count });
  }

  async segments(dimension: Dimension, within: Segment): Promise<readonly SegmentNode[]> {
    await this.#ready;
    return this.#outside.rooms.score.segments(dimension, within, this.spec.year);
  }

  async find(text: string) {
    await this.#ready;
    return this.#outside.rooms.score.find(text);
  }

  async trace(row: number, field: string, back: number): Promise<readonly Origin[]> {
    await this.#ready;
    return this.#outside.rooms.data.trace(row, field, back);
  }

  async profile(field: string): Promise<Profile> {
    await this.#ready;
    const year = this.spec.year ?? this.data?.years.at(-1);
    if (year === undefined) throw new Error(`profile of ${field}: no data are loaded`);
    return this.#outside.rooms.engine.profile(field, year);
  }

  async tryWeight(indicator: string, weight: number, how: 'step' | 'drag'): Promise<void> {
    const draft = this.#draft();
    await this.change({ draft: { ...draft, weights: { ...draft.weights, [indicator]: weight } } }, how);
  }
  async tryPoints(place: string, points: number): Promise<void> {
    const draft = this.#draft();
    await this.change({ draft: { ...draft, points: { ...draft.points, [place]: points } } });
  }
  async nameDraft(name: string): Promise<void> {
    await this.change({ draft: { ...this.#draft(), name } });
  }
  async endDraft(): Promise<void> {
    await this.change({ draft: null });
  }

  async open(files: readonly (Blob & { readonly name: string })[]): Promise<void> {
    await Promise.all([this.change({ view: 'data' }), this.#atDesk((desk) => desk.open(files))]);
  }
  async paste(text: string): Promise<void> {
    const count = this.incoming.filter((file) => file.name.startsWith('pasted')).length;
    await this.open([new File([text], `pasted${count === 0 ? '' : `-${count + 1}`}.txt`)]);
  }
  reread(id: number, dialect: Partial<Dialect>): Promise<void> {
    return this.#atDesk(({ intake }) => intake.reread(id, dialect));
  }
  edit(id: number, recipe: Recipe): void {
    void this.#desk?.intake.edit(id, recipe);
  }
  applyRecipe(id: number, json: string): Promise<void> {
    return this.#atDesk(({ intake }) => intake.applyRecipe(id, json));
  }
  keepBoth(id: number): Promise<void> {
    return this.#atDesk((desk) => desk.keepBoth(id));
  }
  alsoRead(id: number, dialect: Partial<Dialect>): Promise<number | null> {
    return this.#atDesk((desk) => desk.alsoRead(id, dialect));
  }
  letGo(id: number, header: string): void {
    this.#desk?.intake.letGo(id, header);
  }
  remove(id: number): void {
    this.#desk?.intake.remove(id);
  }
  cancel(): void {
    this.#desk?.cancel();
  }
  ledger(...asked: Parameters<WorkbenchFace['ledger']>) {
    return this.#outside.rooms.data.ledger(...asked);
  }

  async load(): Promise<void> {
    await this.#atDesk((desk) => desk.load());
  }

  /** What was kept last, else the sample, read through the ordinary way in; the board on screen stays until it is there. */
  async begin(): Promise<void> {
    await this.#first((desk) => desk.restore().then((restored) => restored || desk.loadSample()));
  }
  async openSample(): Promise<void> {
    await this.#first((desk) => desk.loadSample());
  }

  async openSchemeDesk(): Promise<SchemeDesk> {
    return (await this.#openRoom()).drafts;
  }
  openSpread(): Promise<SpreadDesk> {
    return (this.#openingSpread ??= import('./spread.svelte').then(({ SpreadDesk }) => {
      this.#spread = new SpreadDesk(this.#around());
      this.#spread.look();
      return this.#spread;
    }));
  }
  openSeedling(): Promise<SeedlingDesk> {
    return (this.#openingSeedling ??= import('./seedling.svelte').then(({ SeedlingDesk }) => {
      this.#seedling = new SeedlingDesk(this.#around());
      this.#seedling.look();
      return this.#seedling;
    }));
  }
  async study(indicator: string, option: string | null) {
    return (await this.#openRoom()).study(indicator, option);
  }
  async hits() {
    return (await this.#openRoom()).hits();
  }
  async tryFormula(text: string, wanted: 'number' | 'truth') {
    return (await this.#openRoom()).tryFormula(text, wanted);
  }
  async quickScheme(...asked: Parameters<WorkbenchFace['quickScheme']>): Promise<void> {
    await (await this.#openRoom()).quickScheme(...asked);
  }
  async importScheme(json: string): Promise<readonly SchemeProblem[]> {
    return (await this.#openRoom()).importScheme(json);
  }

  openSqlRoom(): Promise<SqlRoom> {
    const { rooms, now } = this.#outside;
    const outside = { rooms, now, bench: this, ready: () => this.#ready };
    return (this.#sql ??= import('./sql-door').then((door) => door.openSqlRoom(outside)));
  }
  async openSql(text: string): Promise<void> {
    (await this.openSqlRoom()).open(text);
    await this.change({ view: 'sql' });
  }

  async download(what: FileKind): Promise<Outgoing> {
    await this.#ready;
    const { asFile } = await import('./download');
    return asFile(what, {
      spec: this.spec,
      data: this.data,
      scheme: this.scheme,
      board: this.#board.last,
      sources: this.project.state.sources,
      givers: this.project.givers,
      incoming: this.incoming,
      rooms: this.#outside.rooms,
    });
  }

  async leaving(what: FileKind): Promise<Leaving | null> {
    await this.#ready;
    const { leavingOf } = await import('./leaving');
    const { state, givers } = this.project;
    const fields = this.data?.fields.map(({ id }) => id) ?? [];
    const { score } = this.#outside.rooms;
    return leavingOf(what, { sources: state.sources, givers, fields }, await score.reads(), await score.chosenReads());
  }

  dismiss(notice: number): void {
    this.notices = this.notices.filter((one) => one.id !== notice);
  }

  /** Whoever asks for data meanwhile waits for it. */
  async #first(load: (desk: DataDesk) => Promise<boolean>): Promise<void> {
    const loaded = this.#atDesk(load);
    this.#ready = new Promise((resolve, reject) => {
      this.#arrived = resolve;
      loaded.then(() => resolve(), reject);
    });
    this.#ready.catch(() => undefined); // Who waits for it hears of a failure; nobody waiting is not one.
    // Without a first board the screen says that one is on its way.
    if (!this.data) void this.#refresh(false);
    try {
      await loaded;
    } catch (error) {
      this.#notice('sample_unreachable', error instanceof Error ? error.message : String(error));
    }
  }

  async #atDesk<T>(work: (desk: DataDesk) => Promise<T>): Promise<T> {
    this.#opening ??= import('./desk.svelte').then(({ DataDesk }) => (this.#desk = new DataDesk(this.#deskOutside())));
    return work(await this.#opening);
  }

  #deskOutside(): ConstructorParameters<typeof DataDesk>[0] {
    const { rooms, sample, now, newId, mark } = this.#outside;
    return {
      rooms,
      mark,
      sample,
      now,
      newId,
      recut: () => {
        this.#treeOf = null;
        void this.#refresh(false);
      },
      adopt: (answer, state, how) => this.#adopt(answer, state, how),
      year: () => this.spec.year ?? this.data?.years.at(-1) ?? null,
      notice: (code, given) => this.#notice(code, given),
    };
  }

  /** Taking over data is a file of its own, which nobody needs for the first board. */
  async #adopt(...asked: [Answered, ProjectState, Adopting]): Promise<boolean> {
    const { adopt } = await import('./adopting');
    const { rooms, moreSchemes } = this.#outside;
    const hooks = {
      rooms,
      shipped: moreSchemes ? () => (this.#shipped ??= moreSchemes()) : null,
      choose: (scheme: Scheme) => this.#choose(scheme),
      forget: () => this.#steps.clear(),
      clear: () => [this.#board, this.#tree, this.#sheet, this.#room?.consistency].forEach((shown) => shown?.clear()),
      live: () => {
        this.#treeOf = null;
        this.#live = true;
      },
      settle: () => {
        this.#fitting = this.scheme;
        this.#arrived();
        this.#ready = Promise.resolve();
      },
      show: () => {
        this.#outside.show(formatSpec(this.spec), 'replace');
        this.#lookForFindings();
      },
      refresh: () => this.#refresh(false),
      notice: (code: string, given: string) => this.#notice(code, given),
    };
    return adopt(this, hooks, ...asked);
  }

  /** Only the page that shows it asks for a comparison; it knows by itself whether anything has changed. */
  #lookAtComparing(): void {
    const { view, page } = this.spec;
    if (this.#live && view === 'scheme' && (page === 'compare' || page === 'edit'))
      void this.#openRoom().then(({ comparing }) => comparing.look());
  }
  #openRoom(): Promise<SchemeRoom> {
    return (this.#openingRoom ??= this.#makeRoom());
  }
  async #makeRoom(): Promise<SchemeRoom> {
    const [{ SchemeRoom }, desk] = await Promise.all([import('./scheme-room.svelte'), this.#atDesk(async (one) => one)]);
    const { rooms, newId } = this.#outside;
    return (this.#room = new SchemeRoom({
      rooms,
      desk,
      newId,
      spec: () => this.spec,
      data: () => this.data,
      scheme: () => this.scheme,
      schemes: () => this.schemes,
      setSchemes: (schemes) => (this.schemes = schemes),
      ready: () => this.#ready,
      change: (part) => this.change(part),
      refresh: (schemeToo) => this.#refresh(schemeToo),
    }));
  }

  /** What the rooms beside the boards need of the workbench. */
  #around(): ConstructorParameters<typeof SpreadDesk>[0] & ConstructorParameters<typeof SeedlingDesk>[0] {
    const { rooms, newId, now } = this.#outside;
    return {
      room: rooms.score,
      workbench: this,
      newId,
      now,
      stamp: () => `${this.data?.fingerprint} ${this.#answers}`,
      ready: () => this.#ready,
      notice: (code, given) => this.#notice(code, given),
    };
  }
  /** Each room knows by itself whether anything has changed. */
  #lookAround(): void {
    this.#spread?.look();
    this.#seedling?.look();
  }

  /** Only the page that shows them asks for the findings. */
  #lookForFindings(): void {
    this.#lookAtComparing();
    if (this.#live && this.spec.view === 'data') this.#desk?.lookForFindings();
  }

  /** Puts a scheme in force; one that cannot score these data leaves the former, and its problems are shown. */
  async #choose(scheme: Scheme): Promise<boolean> {
    this.schemeProblems = await this.#outside.rooms.score.choose(scheme);
    if (this.schemeProblems.some((problem) => problem.severity === 'error')) return false;
    this.scheme = scheme;
    return true;
  }

  /** One answer of the scoring room for board, tree and drawer, so that they never disagree. Waits for the data, busy meanwhile. */
  async #refresh(schemeToo: boolean): Promise<void> {
    if (this.#live && !this.scheme) return;
    const { score } = this.#outside.rooms;
    await this.#board.ask(async () => {
      if (this.#waited !== this.#ready) {
        const ready = this.#ready;
        await ready;
        this.#waited = ready;
      }
      if (schemeToo) await this.#chooseNamed();
      const treeOf = { scheme: this.scheme, key: JSON.stringify([this.spec.year, this.spec.tree]) };
      const isGrown = this.tree.status === 'ready' && this.#treeOf?.scheme === treeOf.scheme && this.#treeOf.key === treeOf.key;
      if (this.spec.edit !== null) await this.#openNamedDraft(this.spec.edit);
      const answer = await score.show({ ...this.#request(), ...(isGrown ? { tree: null } : {}) });
      if (this.schemeDesk) this.schemeDesk.problems = answer.trialProblems;
      if (answer.tree) {
        this.#tree.set(answer.tree);
        this.#treeOf = treeOf;
      }
      this.#sheet.set(answer.sheet);
      if (this.data && this.data.dimensions.join() !== answer.dimensions.join())
        this.data = { ...this.data, dimensions: answer.dimensions };
      for (const place of answer.unknownPlaces) this.#notice('draft_unknown_place', place);
      if (answer.newlyLost !== null) this.#notice('chosen_not_here', answer.newlyLost);
      return answer.board;
    });
    // Which scheme is in force, and so what is compared unless said otherwise, is known only now.
    this.#lookAtComparing();
    this.#answers += 1;
    this.#lookAround();
  }

  /** Brings the scheme in force in line with the spec; one that cannot score these data leaves the former in force and says why. */
  async #chooseNamed(): Promise<void> {
    const wanted = schemeNamed(this.schemes, this.spec.scheme) ?? this.#fitting;
    if (!wanted || wanted === this.scheme) return;
    if (!(await this.#choose(wanted))) this.spec = { ...this.spec, scheme: this.scheme && schemeKey(this.scheme) };
  }

  #request(): ShowRequest {
    return {
      draft: this.spec.draft,
      trial: this.schemeDesk?.trial ?? null,
      board: { ...this.#boardAsk(), year: this.spec.year },
      tree: this.spec.tree,
      firm: this.spec.firm,
    };
  }

  /** The draft the address names stands over its parent; one that is not in this workspace is said, and forgotten. */
  async #openNamedDraft(id: string): Promise<void> {
    const { draft, parent } = await this.openSchemeDesk();
    if (draft && parent && (parent === this.scheme || (await this.#choose(parent)))) return;
    this.spec = { ...this.spec, edit: null };
    this.#notice('draft_not_here', id);
  }

  #boardAsk() {
    const { segment, search, sort, fields } = this.spec;
    return { segment, search, sort, fields, offset: 0, count: world.firstRows };
  }

  #draft(): Draft {
    return this.spec.draft ?? { name: '', weights: {}, points: {} };
  }

  async #jump(to: Spec | null): Promise<void> {
    if (!to) return;
    const { language, theme, rise, keys, view, page, compare, firmness } = this.spec;
    const schemeToo = to.scheme !== this.spec.scheme;
    this.spec = { ...to, language, theme, rise, keys, view, page, compare, firmness };
    this.#outside.show(formatSpec(this.spec), 'push');
    this.#lookAtComparing();
    await this.#refresh(schemeToo);
  }

  #notice(code: string, given: string): void {
    this.notices = [...this.notices, { id: this.#nextNotice++, code, given }];
  }
}
