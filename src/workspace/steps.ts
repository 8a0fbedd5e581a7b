import type { Project, ProjectState, Step } from '../model/project';
import { EMPTY_STATE, stepped } from './project';

/** Numbers of the steps in force, and of the undoings that can be taken back; the last of each is next. */
export interface Standing {
  readonly done: readonly number[];
  readonly undone: readonly number[];
}

/** Nothing done yet. */
export const NO_STEPS: Standing = { done: [], undone: [] };

/**
 * What can be undone and redone after one more step; null where the step reverses one that is not next in turn. Undo and redo go strictly back and
 * forth; something new done ends what could be redone. The beginning and steps that changed nothing are neither undone nor in the way.
 */
export function standingAfter({ done, undone }: Standing, step: Pick<Step, 'n' | 'kind' | 'after' | 'undoes'>): Standing | null {
  if (step.undoes !== null) {
    if (step.undoes === done.at(-1)) return { done: done.slice(0, -1), undone: [...undone, step.n] };
    if (step.undoes === undone.at(-1)) return { done: [...done, step.n], undone: undone.slice(0, -1) };
    return null;
  }
  if (step.kind === 'began' || Object.keys(step.after).length === 0) return { done, undone };
  return { done: [...done, step.n], undone: [] };
}

/** What can be undone and redone now. A history that reverses out of turn throws: it was never checked. */
export function standingOf(steps: readonly Step[]): Standing {
  return steps.reduce<Standing>((standing, step) => {
    const next = standingAfter(standing, step);
    if (!next) throw new Error(`step ${step.n} reverses step ${step.undoes} out of turn`);
    return next;
  }, NO_STEPS);
}

/** Goes back by one: adds a step that reverses the last one in force. null where there is none. */
export function undoStep(project: Project, now: string): Project | null {
  return reversed(project, standingOf(project.steps).done.at(-1), now);
}

/** Takes the last undoing back, again by adding a step. null where there is none. */
export function redoStep(project: Project, now: string): Project | null {
  return reversed(project, standingOf(project.steps).undone.at(-1), now);
}

function reversed(project: Project, n: number | undefined, now: string): Project | null {
  if (n === undefined) return null;
  const { step } = originOf(project.steps, n);
  return stepped(project, {
    at: now,
    kind: 'undone',
    given: [step.kind, ...step.given],
    after: project.steps[n - 1]!.before,
    undoes: n,
  });
}

/** The step a reversing step is about in the end, and whether it is back in force (`redone`) after it: for the words of the history. */
export function originOf(steps: readonly Step[], n: number): { readonly step: Step; readonly redone: boolean } {
  let step = steps[n - 1];
  let reversals = 0;
  while (step && step.undoes !== null) {
    step = steps[step.undoes - 1];
    reversals++;
  }
  if (!step) throw new RangeError(`step ${n} is not in a history of ${steps.length}`);
  return { step, redone: reversals > 0 && reversals % 2 === 0 };
}

/** The state the steps lead to, one after another. */
export function replay(steps: readonly Step[]): ProjectState {
  return steps.reduce<ProjectState>((state, step) => ({ ...state, ...step.after }), EMPTY_STATE);
}
