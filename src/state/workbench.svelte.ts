// Longer than other files: the one app object, with every verb beside the facts it changes; what can stand alone is in intake, steps, latest, drafted.
import world from '../../data/sample-world.json';
import type { BoardRow, BoardSlice, Dimension, Draft, FirmSheet, Segment, SegmentNode } from '../../scoring/board/format';
import type { Scheme, SchemeProblem } from '../../scoring/scheme/format';
import type { Recipe } from '../model/recipe';
import type { Dialect, Origin } from '../model/source';
import type { FileKind, Outgoing } from './download';
import type { DataSummary, EngineState, Incoming, Loaded, Outcome, Profile, WorkbenchFace } from './face';
import { Intake } from './intake.svelte';
import { Latest } from './latest.svelte';
import type { Rooms, ShowAnswer, ShowRequest } from './rooms';
import type { Spec } from './spec';
import { Steps } from './steps.svelte';
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
  readonly first: FirstBoard | null;
  /** The fragment now in the address. */
  readonly fragment: string;
  show(fragment: string, how: 'push' | 'replace'): void;
  /** The sample's files, with the recipes beside them. */
  sample(): Promise<readonly { readonly file: Blob & { readonly name: string }; readonly recipe: string | null }[]>;
}

/** A scheme of which the data carry this share of fields is worth trying first. */
const FITS = 0.6;
/** Numbers of the sample's files, out of the way of the user's. */
const SAMPLE_IDS = 1_000_000;
/** What a person was looking at belongs to the data it was looked at in. */
const FRESH = {
  view: 'boards',
  year: null,
  segment: {},
  search: '',
  firm: null,
  draft: null,
  fields: [],
  sort: { key: 'rank', down: false },
  data: null,
} as const satisfies Partial<Spec>;
/** Keys whose change moves nothing on the board. */
const APPEARANCE: readonly (keyof Spec)[] = ['language', 'theme', 'rise', 'keys', 'view'];

/** The one object of the app: verbs in, facts out. It asks the rooms and writes the address; views only read it. */
export class Workbench implements WorkbenchFace {
  spec: Spec = $state.raw(parseSpec('').spec);
  engine: EngineState = $state.raw('booting');
  outsideRequests = $state(0);
  data: DataSummary | null = $state.raw(null);
  sources: readonly Loaded[] = $state.raw([]);
  schemes: readonly Scheme[] = $state.raw([]);
  scheme: Scheme | null = $state.raw(null);
  schemeProblems: readonly SchemeProblem[] = $state.raw([]);
  notices: WorkbenchFace['notices'] = $state.raw([]);
  unsaved = $state(false);

  readonly #board = new Latest<BoardSlice>();
  readonly #tree = new Latest<Tree>();
  readonly #sheet = new Latest<FirmSheet | null>();
  readonly #intake: Intake;
  readonly #steps = new Steps<Spec>();
  readonly #outside: Outside;
  #files: readonly (Blob & { readonly name: string })[] = [];
  #live = false;
  /** The scheme these data were first scored with: in force wherever an address names none. */
  #fitting: Scheme | null = null;
  #loads = 0;
  #ready: Promise<void> = Promise.resolve();
  /** What `#ready` was when it was last waited for to the end: nothing to wait for then, and a question goes out at once. */
  #waited: Promise<void> | null = null;
  /** What the segment tree on screen was grown from; no weight moves it. */
  #treeOf: { readonly scheme: Scheme | null; readonly key: string } | null = null;
  #nextNotice = 1;

  constructor(outside: Outside) {
    this.#outside = outside;
    this.#intake = new Intake(outside.rooms.data, 1);
    this.schemes = outside.schemes;
    outside.rooms.engine.onstate((state) => (this.engine = state));
    this.goTo(outside.fragment);
    const { first } = outside;
    if (first) {
      this.data = first.summary;
      this.scheme = outside.schemes.find((scheme) => scheme.id === first.scheme) ?? null;
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
  get incoming(): readonly Incoming[] {
    return this.#intake.incoming;
  }
  get duplicates() {
    return this.#intake.duplicates;
  }
  get progress() {
    return this.#intake.progress;
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
    if (this.#live) void this.#refresh(true);
  }

  async change(part: Partial<Spec>, how: 'step' | 'drag' = 'step'): Promise<void> {
    const before = this.spec;
    this.spec = { ...before, ...part };
    const keys = Object.keys(part) as (keyof Spec)[];
    const looksOnly = keys.every((key) => APPEARANCE.includes(key));
    if (!looksOnly) this.#steps.record(before, how);
    this.#outside.show(formatSpec(this.spec), how === 'drag' || looksOnly ? 'replace' : 'push');
    if (!looksOnly) await this.#refresh('scheme' in part && part.scheme !== before.scheme);
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
    this.#files = [...this.#files.filter(({ name }) => !files.some((file) => file.name === name)), ...files];
    await Promise.all([this.change({ view: 'data' }), this.#intake.open(files)]);
  }
  async paste(text: string): Promise<void> {
    const count = this.incoming.filter((file) => file.name.startsWith('pasted')).length;
    await this.open([new File([text], `pasted${count === 0 ? '' : `-${count + 1}`}.txt`)]);
  }
  async reread(id: number, dialect: Partial<Dialect>): Promise<void> {
    const name = this.incoming.find((one) => one.id === id)?.name;
    const file = this.#files.find((one) => one.name === name);
    if (file) await this.#intake.reread(id, file, dialect);
  }
  edit(id: number, recipe: Recipe): void {
    void this.#intake.edit(id, recipe);
  }
  applyRecipe(id: number, json: string): Promise<void> {
    return this.#intake.applyRecipe(id, json);
  }
  remove(id: number): void {
    this.#intake.remove(id);
  }
  cancel(): void {
    this.#intake.cancel();
  }
  ledger(source: string | null, offset: number, count: number) {
    return this.#outside.rooms.data.ledger(source, offset, count);
  }

  async load(): Promise<void> {
    const [first, ...others] = this.incoming;
    if (!first) return;
    const name = others.length === 0 ? first.name : `${first.name} +${others.length}`;
    if (await this.#load(this.#intake, name, false)) await this.#refresh(false);
  }

  /** Reads the sample through the ordinary way in; the board on screen stays until it is there. */
  async openSample(): Promise<void> {
    const loaded = this.#loadSample();
    this.#ready = loaded.then(() => undefined);
    this.#ready.catch(() => undefined); // Who waits for it hears of a failure; nobody waiting is not one.
    try {
      if (await loaded) await this.#refresh(false);
    } catch (error) {
      this.#notice('sample_unreachable', error instanceof Error ? error.message : String(error));
    }
  }

  async quickScheme(name: string, columns: Parameters<Rooms['score']['quick']>[1]): Promise<void> {
    await this.#ready;
    await this.#adoptScheme(await this.#outside.rooms.score.quick(name, columns));
  }

  async importScheme(json: string): Promise<readonly SchemeProblem[]> {
    await this.#ready;
    const { scheme, problems } = await this.#outside.rooms.score.checkScheme(json);
    if (scheme) await this.#adoptScheme(scheme);
    return problems;
  }

  async download(what: FileKind): Promise<Outgoing> {
    await this.#ready;
    const { asFile } = await import('./download');
    return asFile(what, {
      spec: this.spec,
      data: this.data,
      scheme: this.scheme,
      board: this.#board.last,
      sources: this.sources,
      incoming: this.incoming,
      rooms: this.#outside.rooms,
    });
  }

  dismiss(notice: number): void {
    this.notices = this.notices.filter((one) => one.id !== notice);
  }

  async #loadSample(): Promise<boolean> {
    const intake = new Intake(this.#outside.rooms.data, SAMPLE_IDS);
    const files = await this.#outside.sample();
    await intake.open(files.map(({ file }) => file));
    for (const { file, recipe } of files) {
      const one = intake.incoming.find((incoming) => incoming.name === file.name);
      if (one && recipe !== null) await intake.applyRecipe(one.id, recipe);
    }
    return this.#load(intake, world.name, true);
  }

  /** Loads, scores, and makes the new data the ones on screen; false where it could not, or a later load overtook it. */
  async #load(intake: Intake, name: string, synthetic: boolean): Promise<boolean> {
    const turn = ++this.#loads;
    const answer = await intake.load().catch((error: unknown) => {
      // One load at a time: the room stops this one when another begins, and that is no failure.
      if (turn !== this.#loads) return null;
      throw error;
    });
    if (!answer?.ok || turn !== this.#loads) return false;
    const { score } = this.#outside.rooms;
    const before = this.data?.fingerprint;
    this.data = await score.adopt(answer.panel, answer.own, name, synthetic, answer.fingerprint, synthetic ? world.boardsFrom : null);
    this.sources = answer.sources;
    this.unsaved = !synthetic;
    this.#live = true;
    // Whatever became of the sample, these data are there.
    this.#ready = Promise.resolve();
    // The sample behind the first board is the same data: what was done meanwhile can still be undone.
    if (!synthetic || before !== answer.fingerprint) this.#steps.clear();
    // A board of other data must not stand under the name of these, not even while the new one is made.
    if (before !== answer.fingerprint) for (const shown of [this.#board, this.#tree, this.#sheet]) shown.clear();
    if (this.spec.data !== null && this.spec.data !== answer.fingerprint) this.#notice('link_other_data', this.spec.data);
    if (!synthetic) this.spec = { ...this.spec, ...FRESH };
    const scored = await this.#chooseFitting();
    this.#fitting = this.scheme;
    if (!scored) this.spec = { ...this.spec, view: 'data' };
    this.#outside.show(formatSpec(this.spec), 'replace');
    void this.#fillEngine(turn);
    return scored;
  }

  /** Off the path to the board: questions asked meanwhile wait for it. A load that overtakes this one makes it moot. */
  async #fillEngine(turn: number): Promise<void> {
    const { score, engine } = this.#outside.rooms;
    try {
      const { panel, rows, columns } = await score.engineShape();
      await engine.adopt({ name: 'panel', rows, columns, pieces: () => piecesOf(score, panel) });
    } catch (error) {
      if (turn === this.#loads) this.#notice('engine_without_data', error instanceof Error ? error.message : String(error));
    }
  }

  /** The scheme the link names, else the first that the data carry, else a quick one over the file's own figures; false where there is none to score. */
  async #chooseFitting(): Promise<boolean> {
    const { score } = this.#outside.rooms;
    const named = this.schemes.find((scheme) => scheme.id === this.spec.scheme);
    for (const scheme of named ? [named, ...this.schemes] : this.schemes) {
      if ((await score.fit(scheme)) < FITS || !(await this.#choose(scheme))) continue;
      return true;
    }
    const columns = await score.suggest();
    if (columns.length === 0) {
      this.scheme = null;
      this.#notice('no_number_columns', this.data?.name ?? '');
      return false;
    }
    const quick = await score.quick((this.data?.name ?? '').replace(/\.[^.]+$/, ''), columns);
    this.schemes = [...this.schemes.filter((scheme) => scheme.id !== quick.id), quick];
    if (!(await this.#choose(quick)))
      throw new Error(`quick scheme is refused: ${this.schemeProblems.map(({ code, path }) => `${code} ${path}`).join(', ')}`);
    this.#notice('quick_scheme_made', String(columns.length));
    return true;
  }

  /** Puts a scheme in force; one that cannot score these data leaves the former, and its problems are shown. */
  async #choose(scheme: Scheme): Promise<boolean> {
    this.schemeProblems = await this.#outside.rooms.score.choose(scheme);
    if (this.schemeProblems.some((problem) => problem.severity === 'error')) return false;
    this.scheme = scheme;
    return true;
  }

  async #adoptScheme(scheme: Scheme): Promise<void> {
    this.schemes = [...this.schemes.filter((one) => one.id !== scheme.id), scheme];
    await this.change({ scheme: scheme.id, draft: null, view: 'boards' });
    if (this.scheme !== scheme) await this.#refresh(true);
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
      const answer = await score.show({ ...this.#request(), ...(isGrown ? { tree: null } : {}) });
      if (answer.tree) {
        this.#tree.set(answer.tree);
        this.#treeOf = treeOf;
      }
      this.#sheet.set(answer.sheet);
      if (this.data && this.data.dimensions.join() !== answer.dimensions.join())
        this.data = { ...this.data, dimensions: answer.dimensions };
      for (const place of answer.unknownPlaces) this.#notice('draft_unknown_place', place);
      return answer.board;
    });
  }

  /** Brings the scheme in force in line with the spec; one that cannot score these data leaves the former in force and says why. */
  async #chooseNamed(): Promise<void> {
    const wanted = this.schemes.find((scheme) => scheme.id === this.spec.scheme) ?? this.#fitting;
    if (!wanted || wanted === this.scheme) return;
    if (!(await this.#choose(wanted))) this.spec = { ...this.spec, scheme: this.scheme?.id ?? null };
  }

  #request(): ShowRequest {
    return { draft: this.spec.draft, board: { ...this.#boardAsk(), year: this.spec.year }, tree: this.spec.tree, firm: this.spec.firm };
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
    const { language, theme, rise, keys, view } = this.spec;
    const schemeToo = to.scheme !== this.spec.scheme;
    this.spec = { ...to, language, theme, rise, keys, view };
    this.#outside.show(formatSpec(this.spec), 'push');
    await this.#refresh(schemeToo);
  }

  #notice(code: string, given: string): void {
    this.notices = [...this.notices, { id: this.#nextNotice++, code, given }];
  }
}

async function* piecesOf(score: Rooms['score'], panel: number): AsyncIterable<Uint8Array> {
  for (let piece = await score.enginePiece(panel, 0); piece; piece = await score.enginePiece(panel, piece.next)) yield piece.bytes;
}
