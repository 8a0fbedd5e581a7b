import type { Project, ProjectState } from '../model/project';
import type { FileProblem } from '../model/source';
import { projectProblem, type WorkspaceFaultCode } from './fault';
import type { Hash } from './hash';
import { chainStart, keepSteps, type KeptStep, readSteps } from './kept-steps';
import { migrated, type Migration, MIGRATIONS } from './migrations';
import { projectShapeProblems } from './project-shape';
import { LARGEST_PROJECT, unsafeProject } from './safe-json';
import { same } from './splice';
import { prettyJson, stableJson } from './stable-json';

/** What the document cannot check itself, handed in: a recipe and a scheme as the rooms that own them read them; a fault in short, null where right. */
export interface ProjectChecks {
  readonly recipe: (json: unknown) => string | null;
  readonly scheme: (json: unknown) => string | null;
  readonly hash: () => Hash;
}
export type CheckedProject = { readonly project: Project } | { readonly problems: readonly FileProblem[] };

/**
 * A project as text of one spelling: keys by their text, a line a step, a newline at the end. Each step holds what changed and the hash of itself and of
 * all before it; what was before is not written, since it follows. Equal projects give equal text.
 */
export function projectToJson(project: Project, hash: () => Hash): string {
  const { format, id, created, state, steps } = project;
  const lines = keepSteps(steps, 0, chainStart(project, hash), hash).map((step) => `    ${stableJson(step)}`);
  const head = `  "created": ${stableJson(created)},\n  "format": ${format},\n  "id": ${stableJson(id)}`;
  return `{\n${head},\n  "state": ${prettyJson(state).replaceAll('\n', '\n  ')},\n  "steps": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** The closed check of a project's text. */
export function checkProjectText(text: string, checks: ProjectChecks): CheckedProject {
  if (text.length > LARGEST_PROJECT) return refused('project_too_large', '', String(text.length));
  try {
    return checkProject(JSON.parse(text) as unknown, checks);
  } catch (error) {
    if (error instanceof SyntaxError) return refused('project_not_json', '', error.message);
    throw error;
  }
}

/**
 * The closed check of a project: safe, of a format we know (older ones are brought up to date, a newer one is refused), of the right shape, every recipe and
 * scheme right in its own room's eyes, the chain of steps whole, and the state the one the steps lead to. Else all problems of the first kind found.
 */
export function checkProject(json: unknown, checks: ProjectChecks, migrations: readonly Migration[] = MIGRATIONS): CheckedProject {
  const unsafe = unsafeProject(json);
  if (unsafe) return { problems: [unsafe] };
  const current = migrated(json, migrations);
  if ('problem' in current) return { problems: [current.problem] };
  const shape = projectShapeProblems(current.json);
  if (shape.length > 0) return { problems: shape };
  const kept = current.json as KeptProject;
  const parts = [
    ...partProblems(kept.state, '/state', checks),
    ...kept.steps.flatMap((step, index) => changeProblems(step, `/steps/${index}/change`, checks)),
  ];
  return parts.length > 0 ? { problems: parts } : readProject(kept, checks.hash);
}

type KeptProject = Omit<Project, 'steps'> & { readonly steps: readonly KeptStep[] };

function readProject({ format, id, created, state, steps: kept }: KeptProject, hash: () => Hash): CheckedProject {
  const read = readSteps(kept, chainStart({ format, id, created }, hash), hash);
  if ('differs' in read) return refused('project_step_differs', `/steps/${read.differs - 1}`, read.why);
  const part = (Object.keys(state) as (keyof ProjectState)[]).find((key) => !same(state[key], read.state[key]));
  if (part) return refused('project_state_differs', `/state/${part}`, String(kept.length));
  return { project: { format, id, created, state: read.state, steps: read.steps } };
}

/** What the owning rooms say of the recipes and schemes of a state. */
export function partProblems(state: Pick<ProjectState, 'sources' | 'schemes'>, where: string, checks: ProjectChecks): FileProblem[] {
  return [
    ...state.sources.flatMap(({ recipe }, at) => told('project_recipe', `${where}/sources/${at}/recipe`, checks.recipe(recipe))),
    ...state.schemes.flatMap((scheme, at) => told('project_scheme', `${where}/schemes/${at}`, checks.scheme(scheme))),
  ];
}

/** The same of what one step brought in. */
export function changeProblems({ change }: KeptStep, where: string, checks: ProjectChecks): FileProblem[] {
  const sources = (change?.sources?.add ?? []) as ProjectState['sources'];
  const schemes = (change?.schemes?.add ?? []) as ProjectState['schemes'];
  return partProblems({ sources, schemes }, where, checks);
}

function told(code: WorkspaceFaultCode, where: string, fault: string | null): FileProblem[] {
  return fault === null ? [] : [projectProblem(code, where, fault)];
}

function refused(code: WorkspaceFaultCode, where: string, given: string): CheckedProject {
  return { problems: [projectProblem(code, where, given)] };
}
