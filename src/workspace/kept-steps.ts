import type { Project, ProjectState, Step, StepKind } from '../model/project';
import { digestOf, type Hash } from './hash';
import { EMPTY_STATE, LIST_PARTS } from './project';
import { splice, type Splice, spliceOf } from './splice';
import { stableJson } from './stable-json';
import { NO_STEPS, type Standing, standingAfter } from './steps';

/**
 * A step as it is kept: only what changed, since all that was before follows from the steps before. `hash` is the digest of the step and of the
 * hash before it, so that the history can neither be shortened in the middle nor changed without its telling where.
 */
export interface KeptStep {
  readonly n: number;
  readonly at: string;
  readonly kind: StepKind;
  readonly given: readonly string[];
  readonly undoes: number | null;
  /** null where the step reverses another: what changes follows from that one. */
  readonly change: KeptChange | null;
  readonly hash: string;
}
export interface KeptChange {
  readonly name?: string;
  readonly scheme?: string | null;
  readonly deadline?: string;
  readonly sources?: Splice;
  readonly findings?: Splice;
  readonly conflicts?: Splice;
  readonly schemes?: Splice;
  readonly drafts?: Splice;
  readonly canvases?: Splice;
  readonly selections?: Splice;
}

/** The hash before the first step. */
export function chainStart({ format, id, created }: Pick<Project, 'format' | 'id' | 'created'>, hash: () => Hash): string {
  return digestOf(stableJson([format, id, created]), hash());
}

/** Steps from number `from` + 1 on, as they are kept. `before` is the hash of step `from`, or the start of the chain. */
export function keepSteps(steps: readonly Step[], from: number, before: string, hash: () => Hash): KeptStep[] {
  let last = before;
  return steps.slice(from).map((step) => {
    const kept = { n: step.n, at: step.at, kind: step.kind, given: step.given, undoes: step.undoes, change: changeOf(step) };
    last = linkOf(last, kept, hash);
    return { ...kept, hash: last };
  });
}

function linkOf(before: string, { n, at, kind, given, undoes, change }: Omit<KeptStep, 'hash'>, hash: () => Hash): string {
  return digestOf(`${before}\n${stableJson({ n, at, kind, given, undoes, change })}`, hash());
}

function changeOf({ undoes, before, after }: Step): KeptChange | null {
  if (undoes !== null) return null;
  const earlier: Partial<ProjectState> = { ...EMPTY_STATE, ...before };
  const change: Record<string, unknown> = { ...after };
  for (const part of LIST_PARTS) {
    const list = after[part];
    if (list) change[part] = spliceOf(earlier[part]!, list);
  }
  return change;
}

/** Steps read back, and the state they lead to; or the number of the first that does not follow from those before it, and why. */
export type ReadSteps =
  { readonly steps: readonly Step[]; readonly state: ProjectState } | { readonly differs: number; readonly why: string };

/** Takes kept steps one after another, checking number, hash, place of every change, and the turn of every undoing. */
export function readSteps(kept: readonly KeptStep[], start: string, hash: () => Hash): ReadSteps {
  const steps: Step[] = [];
  let state = EMPTY_STATE;
  let standing: Standing = NO_STEPS;
  let last = start;
  for (const [index, one] of kept.entries()) {
    const refuse = (why: string): ReadSteps => ({ differs: index + 1, why });
    if (one.n !== index + 1) return refuse(`n ${one.n}`);
    last = linkOf(last, one, hash);
    if (one.hash !== last) return refuse('hash');
    if ((one.kind === 'began') !== (index === 0)) return refuse(one.kind);
    const after = afterOf(one, state, steps);
    const next = after && standingAfter(standing, { ...one, after });
    if (!after || !next) return refuse(one.undoes === null ? 'change' : `undoes ${one.undoes}`);
    steps.push(stepOf(one, state, after));
    state = { ...state, ...after };
    standing = next;
  }
  return { steps, state };
}

function stepOf({ n, at, kind, given, undoes }: KeptStep, state: ProjectState, after: Partial<ProjectState>): Step {
  const keys = kind === 'began' ? [] : (Object.keys(after) as (keyof ProjectState)[]);
  return { n, at, kind, given, before: Object.fromEntries(keys.map((key) => [key, state[key]])), after, undoes };
}

/** The parts a kept step changes, as they are after it; null where it does not follow from the state and the steps before it. */
export function afterOf({ kind, undoes, change }: KeptStep, state: ProjectState, steps: readonly Step[]): Partial<ProjectState> | null {
  if ((undoes !== null) !== (kind === 'undone') || (undoes !== null) !== (change === null)) return null;
  if (undoes !== null) return steps[undoes - 1]?.before ?? null;
  const after: Record<string, unknown> = { ...change };
  for (const part of LIST_PARTS) {
    const given = change?.[part];
    if (given === undefined) continue;
    const list = splice(state[part], given);
    if (!list) return null;
    after[part] = list;
  }
  return after;
}
