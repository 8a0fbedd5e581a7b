// A little longer than other files: every verb on a draft in one place; lines, weights and marks are in files of their own.
import { applyChanges, diffSchemes, moreChanges, type SchemeChange } from '../../scoring/scheme/changes';
import { asEdited } from '../../scoring/scheme/edited';
import type { Scheme, SchemeProblem } from '../../scoring/scheme/format';
import { schemeError } from '../../scoring/scheme/problems';
import { schemeToJson } from '../../scoring/scheme/write';
import type { ProjectState, SchemeDraft, StepKind } from '../model/project';
import { declaredOfficial, linesOf, placesMoved } from './draft-lines';
import type { DraftLine, FreezeAsk, SchemeDeskFace } from './face-scheme';
import { reweigh, type WeightPlace, type WeightRefusal } from './reweigh';
import type { ScoreRoomFace } from './rooms';
import { schemeKey, schemeNamed, withSchemes } from './scheme-ref';

/** What the desk needs of the workbench. */
export interface SchemeDeskOutside {
  readonly score: ScoreRoomFace;
  newId(): string;
  schemes(): readonly Scheme[];
  state(): ProjectState;
  /** Id of the draft the address names. */
  open(): string | null;
  /** Writes a step of the workspace. */
  record(kind: Exclude<StepKind, 'began' | 'undone'>, given: readonly string[], part: Partial<ProjectState>): Promise<void>;
  /** The address names another draft, or none; its parent is then the scheme in force. */
  show(draft: string | null, scheme: string): Promise<void>;
  /** The draft on screen differs from what was shown: the board is asked anew. */
  changed(): Promise<void>;
  /** A version was frozen. */
  added(scheme: Scheme): void;
}

const NOTHING: readonly SchemeChange[] = [];

/** Drafts of schemes: what is tried, how to take it back, and how it becomes a version. */
export class SchemeDesk implements SchemeDeskFace {
  readonly #outside: SchemeDeskOutside;
  /** Changes while something is dragged, not yet a step. */
  #dragged: readonly SchemeChange[] | null = $state.raw(null);
  /** What the open draft was before each step of this sitting, and after each one undone. */
  #past: readonly (readonly SchemeChange[])[] = $state.raw([]);
  #future: readonly (readonly SchemeChange[])[] = $state.raw([]);
  problems: readonly SchemeProblem[] = $state.raw([]);
  locks: readonly string[] = $state.raw([]);
  refusal: WeightRefusal | null = $state.raw(null);

  constructor(outside: SchemeDeskOutside) {
    this.#outside = outside;
  }

  readonly draft: SchemeDraft | null = $derived.by(() => this.drafts.find(({ id }) => id === this.#outside.open()) ?? null);
  readonly parent: Scheme | null = $derived.by(() => this.draft && schemeNamed(this.#outside.schemes(), this.draft.parent));
  readonly #changes: readonly SchemeChange[] = $derived.by(() => this.#dragged ?? this.draft?.changes ?? NOTHING);
  readonly scheme: Scheme | null = $derived.by(() => this.parent && applyChanges(this.parent, this.#changes).scheme);
  readonly lines: readonly DraftLine[] = $derived.by(() => (this.parent && this.scheme ? linesOf(this.parent, this.scheme) : []));

  get drafts(): readonly SchemeDraft[] {
    return this.#outside.state().drafts;
  }
  /** Something is being drawn and not let go yet. */
  isDragging = $state(false);
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }
  /** The scheme to be tried in place of its parent, while a draft is open. */
  get trial(): { readonly scheme: Scheme; readonly name: string } | null {
    return this.draft && this.scheme ? { scheme: this.scheme, name: this.draft.name } : null;
  }

  async begin(parent: string, name: string, changes: readonly SchemeChange[] = []): Promise<void> {
    const scheme = schemeNamed(this.#outside.schemes(), parent);
    if (!scheme) throw new Error(`scheme ${parent} is not here`);
    const more = changes.length === 0 ? [] : this.#marked(scheme, applyChanges(scheme, changes).scheme);
    const draft: SchemeDraft = { id: this.#outside.newId(), name, parent: schemeKey(scheme), changes: more };
    await this.#outside.record('draft_begun', [name, scheme.name.zh, scheme.name.en], { drafts: [...this.drafts, draft] });
    await this.open(draft.id);
  }

  async open(id: string | null): Promise<void> {
    this.#past = [];
    this.#future = [];
    this.#dragged = null;
    const draft = this.drafts.find((one) => one.id === id);
    await this.#outside.show(draft?.id ?? null, draft?.parent ?? this.draft?.parent ?? '');
  }

  async edit(changes: readonly SchemeChange[], how: 'step' | 'drag' = 'step'): Promise<void> {
    const { draft, parent } = this;
    if (!draft || !parent) return;
    const next = this.#marked(parent, applyChanges(parent, moreChanges(parent, draft.changes, changes)).scheme);
    this.isDragging = how === 'drag';
    if (how === 'drag') {
      this.#dragged = next;
      await this.#outside.changed();
      return;
    }
    const before = draft.changes;
    this.#dragged = null;
    if (JSON.stringify(before) === JSON.stringify(next)) {
      await this.#outside.changed();
      return;
    }
    this.#past = [...this.#past, before];
    this.#future = [];
    await this.#write(next);
  }

  toggleLock(id: string): void {
    this.locks = this.locks.includes(id) ? this.locks.filter((one) => one !== id) : [...this.locks, id];
  }
  async setWeight(place: WeightPlace, to: number, stage: string | null, how: 'step' | 'drag'): Promise<void> {
    const { draft, parent } = this;
    if (!draft || !parent) return;
    // From where the drag began, not from where it is: the others must come back to what they were when the handle does.
    const found = reweigh(applyChanges(parent, draft.changes).scheme, place, to, stage, this.locks);
    this.refusal = found.ok ? null : found;
    if (found.ok) await this.edit(found.changes, how);
    else if (how === 'step' && this.#dragged) await this.edit(NOTHING);
  }

  async undo(): Promise<void> {
    const [before, draft] = [this.#past.at(-1), this.draft];
    if (!before || !draft) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, draft.changes];
    await this.#write(before);
  }
  async redo(): Promise<void> {
    const [after, draft] = [this.#future.at(-1), this.draft];
    if (!after || !draft) return;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, draft.changes];
    await this.#write(after);
  }

  /** Sets the places of one line back to what the parent says. */
  async revoke(line: DraftLine): Promise<void> {
    const { parent, draft } = this;
    if (!parent || !draft) return;
    const kept = draft.changes.filter(({ at }) => !line.places.includes(at));
    this.#past = [...this.#past, draft.changes];
    this.#future = [];
    await this.#write(this.#marked(parent, applyChanges(parent, kept).scheme));
  }

  async rename(name: string): Promise<void> {
    if (this.draft && name !== this.draft.name) await this.#put({ ...this.draft, name }, 'draft_renamed', [this.draft.name, name]);
  }

  async drop(id: string): Promise<void> {
    const draft = this.drafts.find((one) => one.id === id);
    if (!draft) return;
    const isOpen = this.draft?.id === id;
    if (isOpen) await this.open(null);
    await this.#outside.record('draft_dropped', [draft.name], { drafts: this.drafts.filter((one) => one.id !== id) });
  }

  /** The draft as a file; it is no version yet, and its version says so. */
  file() {
    if (!this.scheme) throw new Error('no draft is open');
    const draft = { ...this.scheme, version: `${this.scheme.version}-draft` };
    const bytes = new TextEncoder().encode(schemeToJson(draft));
    return { name: `${draft.id}-${draft.version}.json`, bytes, type: 'application/json' };
  }

  async freeze({ version, name, effective, note, official }: FreezeAsk): Promise<readonly SchemeProblem[]> {
    const { draft, parent, scheme } = this;
    if (!draft || !parent || !scheme) return [];
    const wanted = official === null ? scheme : declaredOfficial(scheme, official);
    const { note: _, ...bare } = wanted;
    const frozen: Scheme = { ...bare, version, name, effective, ...(note === null ? {} : { note }) };
    if (this.#outside.schemes().some((one) => schemeKey(one) === schemeKey(frozen)))
      return [schemeError('version_taken', '/version', version)];
    const { scheme: checked, problems } = await this.#outside.score.checkScheme(schemeToJson(frozen));
    if (!checked) return problems;
    const hash = await this.#outside.score.hash(checked);
    const { schemes } = this.#outside.state();
    await this.#outside.record('version_frozen', [name.zh, name.en, version, hash, draft.parent, draft.name], {
      schemes: withSchemes(schemes, [checked]),
      drafts: this.drafts.filter(({ id }) => id !== draft.id),
      scheme: schemeKey(checked),
    });
    this.#outside.added(checked);
    await this.#outside.show(null, schemeKey(checked));
    return [];
  }

  #marked(parent: Scheme, scheme: Scheme): readonly SchemeChange[] {
    return diffSchemes(parent, asEdited(parent, scheme));
  }

  async #write(changes: readonly SchemeChange[]): Promise<void> {
    const { draft, parent } = this;
    if (!draft || !parent) return;
    const places = placesMoved(draft.changes, changes);
    // What moved is on screen at once; that it is kept is said beside the name of the workspace.
    this.#dragged = changes;
    const written = this.#put({ ...draft, changes }, 'draft_changed', [draft.name, ...places.slice(0, 20)]);
    await Promise.all([written.finally(() => (this.#dragged = null)), this.#outside.changed()]);
  }

  #put(draft: SchemeDraft, kind: 'draft_changed' | 'draft_renamed', given: readonly string[]): Promise<void> {
    return this.#outside.record(kind, given, { drafts: this.drafts.map((one) => (one.id === draft.id ? draft : one)) });
  }
}
