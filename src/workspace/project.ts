import type { Project, ProjectState, Step, StepKind } from '../model/project';

/** A workspace before anything was done in it. The deadline is the one of the national scheme, 30 June. */
export const EMPTY_STATE: ProjectState = {
  name: '',
  sources: [],
  findings: [],
  conflicts: [],
  schemes: [],
  drafts: [],
  canvases: [],
  selections: [],
  scheme: null,
  deadline: '06-30',
};

/** Parts of the state that are lists. */
export const LIST_PARTS = ['sources', 'findings', 'conflicts', 'schemes', 'drafts', 'canvases', 'selections'] as const;

/** A new workspace with its first step. `now` is ISO time. */
export function begin(name: string, id: string, now: string): Project {
  const state = { ...EMPTY_STATE, name };
  const step: Step = { n: 1, at: now, kind: 'began', given: [name], before: {}, after: state, undoes: null };
  return { format: 1, id, created: now, state, steps: [step] };
}

/** Does something: a step is added with the changed parts before and after. A change of nothing is still a line of the history; it cannot be undone. */
export function act(
  project: Project,
  kind: Exclude<StepKind, 'began' | 'undone'>,
  given: readonly string[],
  change: Partial<ProjectState>,
  now: string,
): Project {
  return stepped(project, { at: now, kind, given, after: change, undoes: null });
}

/** Adds a step to the history; what was before is taken from the state. */
export function stepped(project: Project, step: Omit<Step, 'n' | 'before'>): Project {
  const keys = Object.keys(step.after) as (keyof ProjectState)[];
  const before: Partial<ProjectState> = Object.fromEntries(keys.map((key) => [key, project.state[key]]));
  const whole: Step = { ...step, n: project.steps.length + 1, before };
  return { ...project, state: { ...project.state, ...step.after }, steps: [...project.steps, whole] };
}
