import type { Selection } from '../../scoring/chosen';
import type { ChartSpec } from '../../scoring/distribution/format';
import type { FindingDecision } from '../../scoring/quality/format';
import type { SchemeChange } from '../../scoring/scheme/changes';
import type { Naming, Scheme } from '../../scoring/scheme/format';
import type { Recipe } from './recipe';
import type { Account } from './source';

/** Who gave a source, when, on what ground, and what may be done with it. Never guessed: empty until a person says. */
export interface SourceFacts {
  readonly owner: string;
  /** ISO day the file was received; '' unknown. */
  readonly received: string;
  readonly basis: string;
  /** `internal`: nothing of it leaves in a public output; `''` nobody has said. */
  readonly use: 'internal' | 'public' | '';
}

/** A source as the project keeps it: which bytes, how they are read, what became of them. */
export interface KeptSource {
  readonly name: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly bytes: number;
  /** ISO time of loading. */
  readonly loaded: string;
  readonly recipe: Recipe;
  readonly account: Account;
  readonly facts: SourceFacts;
}

/** One value between two sources, decided. `take` null: the value is missing with reason `conflict`. */
export interface ConflictDecision {
  readonly firm: string;
  readonly year: number;
  readonly field: string;
  readonly take: string | null;
  readonly reason: string;
}

/** Work on a scheme that is not in force: the version it began from, and what differs from it. Nothing official moves while it is a draft. */
export interface SchemeDraft {
  readonly id: string;
  readonly name: string;
  /** Key (`id@version`) of the version it began from. */
  readonly parent: string;
  readonly changes: readonly SchemeChange[];
}

/** Charts kept together under a name. What they are cut to (year, segment, selection) belongs to the address, not to them. */
export interface SavedCanvas {
  readonly id: string;
  readonly name: Naming;
  readonly charts: readonly ChartSpec[];
}

/** A selection kept under a name: a chosen group of the boards. `made`: ISO time. */
export type SavedSelection = Selection & { readonly made: string };

/** What a workspace holds at most, so that a document that was written can be opened again: charts of one canvas, firms of one list, firms of all lists together. */
export const MOST_SAVED = { canvases: 500, charts: 12, selections: 500, firms: 100_000, listed: 1_000_000 } as const;

/** Everything a person decided, as one value: what undo goes back to. Order of `sources` is the order in which they win. */
export interface ProjectState {
  readonly name: string;
  readonly sources: readonly KeptSource[];
  readonly findings: readonly FindingDecision[];
  readonly conflicts: readonly ConflictDecision[];
  /** Versions of the user's own: imported, quick, frozen. A version once here is never changed. */
  readonly schemes: readonly Scheme[];
  readonly drafts: readonly SchemeDraft[];
  readonly canvases: readonly SavedCanvas[];
  /** In the order in which they were first saved; a rule over chosen groups sees those before it. */
  readonly selections: readonly SavedSelection[];
  /** Key (`id@version`; of older workspaces the id) of the version in force; null leaves it to the data. */
  readonly scheme: string | null;
  /** Day by which districts deliver, `MM-DD`. */
  readonly deadline: string;
}

/** Kinds of steps; the words are in i18n. */
export const STEP_KINDS = [
  'began',
  'sources_loaded',
  'source_removed',
  'recipe_changed',
  'facts_changed',
  'match_decided',
  'conflict_decided',
  'finding_decided',
  'scheme_added',
  'scheme_chosen',
  'draft_begun',
  'draft_changed',
  'draft_renamed',
  'draft_dropped',
  'version_frozen',
  'canvas_saved',
  'canvas_dropped',
  'selection_saved',
  'selection_dropped',
  'deadline_changed',
  'renamed',
  'opened_file',
  'undone',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One line of the history: what was done, in words by `kind` and `given`, and how to go back. Never removed, never changed. */
export interface Step {
  /** From 1, without holes. */
  readonly n: number;
  /** ISO time. */
  readonly at: string;
  readonly kind: StepKind;
  /** Arguments of the sentence: names of files, fields, firms, reasons. */
  readonly given: readonly string[];
  /** The parts of the state that changed, as they were before and are after. */
  readonly before: Partial<ProjectState>;
  readonly after: Partial<ProjectState>;
  /** Number of the step this one reverses; null for all but `undone`. */
  readonly undoes: number | null;
}

/** The project document. `state` equals the steps applied one after another, which a test and every opening check. */
export interface Project {
  readonly format: 1;
  readonly id: string;
  readonly created: string;
  readonly state: ProjectState;
  readonly steps: readonly Step[];
}

/** Whether what is on screen is safe, as it may be said. `saved` only after the write was read back. */
export type Keeping =
  | { readonly is: 'sample' }
  | { readonly is: 'unsaved'; readonly why: string | null }
  | { readonly is: 'saving'; readonly done: number; readonly of: number }
  | { readonly is: 'saved'; readonly at: string }
  | { readonly is: 'elsewhere' }
  | { readonly is: 'failed'; readonly code: string; readonly given: string };
