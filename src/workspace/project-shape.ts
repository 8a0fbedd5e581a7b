import * as v from 'valibot';
import { STEP_KINDS } from '../model/project';
import type { FileProblem } from '../model/source';
import { projectProblem } from './fault';
import { pointerOf } from './safe-json';
import { canvas, canvases, selection, selections } from './saved-shape';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100));
const time = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/));
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const deadline = v.pipe(v.string(), v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

const source = v.strictObject({
  name: text,
  sha256: digest,
  bytes: count,
  loaded: time,
  recipe: v.unknown(),
  account: v.strictObject({ read: count, loaded: count, rejected: count, skipped: count, changedCells: count, rejectedCells: count }),
  facts: v.strictObject({
    owner: text,
    received: v.pipe(v.string(), v.regex(/^(\d{4}-\d\d-\d\d)?$/)),
    basis: text,
    use: v.picklist(['internal', 'public', '']),
  }),
});
const finding = v.strictObject({
  finding: text,
  action: v.picklist(['exclude', 'mark', 'ignore', 'convert']),
  reason: text,
  only: v.nullable(v.array(v.strictObject({ firm: text, year }))),
});
const conflict = v.strictObject({ firm: text, year, field: text, take: v.nullable(text), reason: text });

const draft = v.strictObject({
  id: text,
  name: text,
  parent: text,
  changes: v.array(v.strictObject({ at: text, to: v.optional(v.unknown()) })),
});

const state = v.strictObject({
  name: text,
  sources: v.array(source),
  findings: v.array(finding),
  conflicts: v.array(conflict),
  schemes: v.array(v.unknown()),
  // Workspaces kept before there were drafts have none.
  drafts: v.optional(v.array(draft)),
  // Nor those kept before there was a distribution room any of these.
  canvases: v.optional(canvases),
  selections: v.optional(selections),
  scheme: v.nullable(text),
  deadline,
});

const spliceOf = (item: v.GenericSchema) => v.strictObject({ at: count, drop: count, add: v.array(item) });
const change = v.strictObject({
  name: v.optional(text),
  sources: v.optional(spliceOf(source)),
  findings: v.optional(spliceOf(finding)),
  conflicts: v.optional(spliceOf(conflict)),
  schemes: v.optional(spliceOf(v.unknown())),
  drafts: v.optional(spliceOf(draft)),
  canvases: v.optional(spliceOf(canvas)),
  selections: v.optional(spliceOf(selection)),
  scheme: v.optional(v.nullable(text)),
  deadline: v.optional(deadline),
});

const step = v.strictObject({
  n: count,
  at: time,
  kind: v.picklist(STEP_KINDS),
  given: v.array(text),
  undoes: v.nullable(count),
  change: v.nullable(change),
  hash: digest,
});
const project = v.strictObject({
  format: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[0-9a-z-]{8,64}$/)),
  created: time,
  state,
  steps: v.pipe(v.array(step), v.minLength(1)),
});

const MOST_PROBLEMS = 20;

/** What in a project's JSON does not have the closed shape of format 1: unknown, missing and wrong values, each by its place. At most 20. */
export function projectShapeProblems(json: unknown): readonly FileProblem[] {
  return problemsOf(v.safeParse(project, json));
}

/** The same for one kept step. */
export function stepShapeProblems(json: unknown): readonly FileProblem[] {
  return problemsOf(v.safeParse(step, json));
}

/** The same for a state alone. */
export function stateShapeProblems(json: unknown): readonly FileProblem[] {
  return problemsOf(v.safeParse(state, json));
}

function problemsOf(result: { readonly issues?: readonly v.BaseIssue<unknown>[] | undefined }): readonly FileProblem[] {
  return (result.issues ?? []).slice(0, MOST_PROBLEMS).map((issue) => {
    const keys = (issue.path ?? []).map(({ key }) => key);
    const last = String(keys.at(-1) ?? '');
    if (issue.type !== 'strict_object' || !issue.path || issue.path.at(-1)?.origin !== 'key')
      return projectProblem('project_wrong_value', pointerOf(keys), shown(issue.input));
    return projectProblem(issue.expected === 'never' ? 'project_unknown_key' : 'project_missing_key', pointerOf(keys.slice(0, -1)), last);
  });
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 60);
}
