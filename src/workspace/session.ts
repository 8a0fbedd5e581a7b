import type { Keeping, Project } from '../model/project';
import { WorkspaceFault } from './fault';
import { afterOf, chainStart, keepSteps, type KeptStep } from './kept-steps';
import type { Release } from './outside';
import { EMPTY_STATE } from './project';
import { changeProblems, type ProjectChecks } from './project-json';
import { stepShapeProblems } from './project-shape';
import { same } from './splice';
import { stableJson } from './stable-json';
import { NO_STEPS, type Standing, standingAfter, standingOf } from './steps';

/** The end of a chain of steps on the shelf. */
export interface Saved {
  readonly n: number;
  readonly hash: string;
}

/** The workspace that is open, and what is known of its keeping. */
export interface Session {
  project: Project;
  /** Its steps as they are kept, with their hashes. */
  readonly kept: KeptStep[];
  standing: Standing;
  saved: Saved | null;
  savedAt: string;
  /** Digests of originals that once lay in the store. */
  readonly seen: Set<string>;
  /** Whether originals are still to come that were never there. */
  awaitsFiles: boolean;
  /** Why the last attempt to save failed. */
  fault: WorkspaceFault | null;
  /** Somebody else writes now: nothing is written any more. */
  stopped: boolean;
  /** Lets the workspace go; null while another tab has it. */
  release: Release | null;
  /** Ends the waiting for the other tab. */
  readonly waiting: AbortController;
}

const FRESH = { saved: null, savedAt: '', awaitsFiles: false, fault: null, stopped: false, release: null } as const;

/** A session of a workspace that is not on the shelf, or not as it is. Every step is tested as by `advance`. */
export function newSession(project: Project, checks: ProjectChecks): Session {
  const nothing: Project = { ...project, state: EMPTY_STATE, steps: [] };
  const session = { ...FRESH, project: nothing, kept: [], standing: NO_STEPS, seen: new Set<string>(), waiting: new AbortController() };
  advance(session, project, checks);
  return session;
}

/** A session of a workspace as it was read from the shelf, and checked. Its originals were there when it was saved. */
export function recalledSession(project: Project, checks: ProjectChecks, saved: Saved, savedAt: string): Session {
  const kept = keepSteps(project.steps, 0, chainStart(project, checks.hash), checks.hash);
  const seen = new Set(project.steps.flatMap(({ after }) => (after.sources ?? []).map(({ sha256 }) => sha256)));
  return { ...FRESH, project, kept, standing: standingOf(project.steps), saved, savedAt, seen, waiting: new AbortController() };
}

/**
 * Takes a project that is some steps further. Each step is first read as it would be read when reopening: one that could not be is a mistake of ours and is
 * refused at once, while nothing depends on it, rather than kept and found unreadable. A project that is not a continuation is refused likewise.
 */
export function advance(session: Session, next: Project, checks: ProjectChecks): void {
  const { project, kept } = session;
  const last = kept.length - 1;
  if (next.steps.length < kept.length || !same(next.steps[last], project.steps[last]))
    throw new WorkspaceFault('project_step_differs', `/steps/${Math.min(last, next.steps.length)}`);
  let { state } = project;
  let { standing } = session;
  const further = keepSteps(next.steps, kept.length, kept[last]?.hash ?? chainStart(project, checks.hash), checks.hash);
  for (const step of further) {
    const read = JSON.parse(stableJson(step)) as KeptStep;
    const [problem] = [...stepShapeProblems(read), ...changeProblems(read, '/change', checks)];
    if (problem) throw new WorkspaceFault(problem.code as WorkspaceFault['code'], `${problem.where} ${problem.given}`);
    const after = afterOf(read, state, next.steps);
    const stood = after && step.n === next.steps[step.n - 1]?.n && standingAfter(standing, { ...read, after });
    if (!after || !stood) throw new WorkspaceFault('project_step_differs', `/steps/${step.n - 1}`);
    state = { ...state, ...after };
    standing = stood;
  }
  if (!same(state, next.state)) throw new WorkspaceFault('project_state_differs', String(next.steps.length));
  kept.push(...further);
  session.standing = standing;
  session.project = next;
}

/** What may be said of a session. `lasts`: whether what is written here outlives the page. */
export function keepingOf(session: Session | null, lasts: boolean): Keeping {
  if (!session) return { is: 'sample' };
  if (!session.release) return { is: 'elsewhere' };
  if (session.fault) return { is: 'failed', code: session.fault.code, given: session.fault.given };
  if (!lasts) return { is: 'unsaved', why: 'no_storage' };
  const isWhole = session.saved?.n === session.project.steps.length && !session.awaitsFiles;
  return isWhole ? { is: 'saved', at: session.savedAt } : { is: 'unsaved', why: null };
}
