import type { Project, ProjectState } from '../model/project';
import type { FileProblem } from '../model/source';
import { projectProblem } from './fault';
import { digestOf } from './hash';
import { marksOf } from './marks';
import type { Head, Outside, StepRecord } from './outside';
import { act, begin } from './project';
import { checkProject, partProblems, type ProjectChecks } from './project-json';
import { stateShapeProblems } from './project-shape';
import { unsafeProject } from './safe-json';
import type { Saved } from './session';

/** A workspace read from the shelf. `saved` is null for one that had to begin anew from its snapshot and is not on the shelf as it is. */
export interface Recalled {
  readonly project: Project | null;
  readonly saved: Saved | null;
  readonly savedAt: string;
  readonly problems: readonly FileProblem[];
}

/** Reads a workspace and checks all of it: chain of steps, snapshot, and what was noted elsewhere when it was last saved. */
export async function recall(outside: Outside, checks: ProjectChecks, id: string): Promise<Recalled> {
  const mark = (await marksOf(outside)).get(id);
  const kept = await outside.shelf.read(id);
  if (!kept) {
    const problem = projectProblem(mark ? 'document_evicted' : 'document_gone', '', mark?.name ?? id);
    return { project: null, saved: null, savedAt: '', problems: [problem] };
  }
  const { head, steps } = kept;
  const checked = checkProject(documentOf(head, steps), checks);
  if ('problems' in checked) return rescued(outside, checks, head, checked.problems);
  if (steps.length !== head.n || hashOf(steps.at(-1)) !== head.hash)
    return rescued(outside, checks, head, [projectProblem('document_damaged', `/steps/${steps.length}`, `${steps.length} / ${head.n}`)]);
  const isBehind = mark?.n !== undefined && mark.n > head.n;
  const problems = isBehind ? [projectProblem('document_rolled_back', '', `${head.n} / ${mark.n}`)] : [];
  return { project: checked.project, saved: { n: head.n, hash: head.hash }, savedAt: head.at, problems };
}

function documentOf({ format, id, created, state }: Head, steps: readonly StepRecord[]): unknown {
  return { format, id, created, state: parsed(state), steps: steps.map(({ text }) => parsed(text)) };
}

/** Text that is no JSON stays text, which no part of a document is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function hashOf(step: StepRecord | undefined): unknown {
  return step && (parsed(step.text) as { readonly hash?: unknown }).hash;
}

/**
 * Where the history is damaged but the snapshot has the digest it was saved with, the workspace goes on from the snapshot under a new id and a new history;
 * what is damaged stays where it is. A document of a newer format is not touched.
 */
function rescued(outside: Outside, checks: ProjectChecks, head: Head, problems: readonly FileProblem[]): Recalled {
  const refused: Recalled = { project: null, saved: null, savedAt: '', problems };
  if (problems.some(({ code }) => code === 'project_newer')) return refused;
  const state = parsed(head.state) as ProjectState;
  const isWhole =
    digestOf(head.state, outside.sha256()) === head.stateHash &&
    unsafeProject(state) === null &&
    stateShapeProblems(state).length === 0 &&
    partProblems(state, '/state', checks).length === 0;
  if (!isWhole) return { ...refused, problems: [projectProblem('document_damaged', '', head.name), ...problems] };
  const anew = act(begin(state.name, outside.id(), outside.now()), 'opened_file', [head.name], state, outside.now());
  return { ...refused, project: anew, problems: [projectProblem('history_damaged', problems[0]!.where, problems[0]!.given)] };
}
