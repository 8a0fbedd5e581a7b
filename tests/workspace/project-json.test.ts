import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../src/model/project';
import { act, begin } from '../../src/workspace/project';
import { checkProject, checkProjectText, projectToJson } from '../../src/workspace/project-json';
import { checks, deeds, firmList, nodeSha256, NOW, performed, sha256Of, small, source } from './given';

interface Draft {
  [key: string]: unknown;
  state: Record<string, unknown> & { sources: Record<string, unknown>[] };
  steps: (Record<string, unknown> & { change: Record<string, unknown> })[];
}
const text = (project: Project) => projectToJson(project, nodeSha256);
/** The document of `small`, changed. */
const changed = (change: (draft: Draft) => void): unknown => {
  const draft = JSON.parse(text(small())) as Draft;
  change(draft);
  return draft;
};
const problemsOf = (json: unknown) => {
  const answer = checkProject(json, checks);
  return 'problems' in answer ? answer.problems.map(({ code, where, given }) => [code, where, given]) : [];
};

/** The text of a workspace renamed once, by hand: each hash is of the one before, a newline, and the step without its hash. */
function written(age: 'today' | 'before canvases' | 'before drafts'): string {
  const hasDrafts = age !== 'before drafts';
  const hasCanvases = age === 'today';
  const start = sha256Of(`[1,"workspace-0001","${NOW}"]`);
  const empty = '{"add":[],"at":0,"drop":0}';
  const drafts = hasDrafts ? `"drafts":${empty},` : '';
  const [canvases, selections] = hasCanvases ? [`"canvases":${empty},`, `"selections":${empty},`] : ['', ''];
  const first = `"at":"${NOW}","change":{${canvases}"conflicts":${empty},"deadline":"06-30",${drafts}"findings":${empty},"name":"甲","scheme":null,"schemes":${empty},${selections}"sources":${empty}},"given":["甲"]`;
  const one = sha256Of(`${start}\n{${first},"kind":"began","n":1,"undoes":null}`);
  const second = `"at":"${NOW}","change":{"name":"乙"},"given":["乙"]`;
  const two = sha256Of(`${one}\n{${second},"kind":"renamed","n":2,"undoes":null}`);
  return `{
  "created": "${NOW}",
  "format": 1,
  "id": "workspace-0001",
  "state": {
${hasCanvases ? '    "canvases": [],\n' : ''}    "conflicts": [],
    "deadline": "06-30",
${hasDrafts ? '    "drafts": [],\n' : ''}    "findings": [],
    "name": "乙",
    "scheme": null,
    "schemes": [],
${hasCanvases ? '    "selections": [],\n' : ''}    "sources": []
  },
  "steps": [
    {${first},"hash":"${one}","kind":"began","n":1,"undoes":null},
    {${second},"hash":"${two}","kind":"renamed","n":2,"undoes":null}
  ]
}
`;
}

it('is written as it always is: a line a step, keys in order, only what changed', () => {
  const project = act(begin('甲', 'workspace-0001', NOW), 'renamed', ['乙'], { name: '乙' }, NOW);
  expect(text(project)).toBe(written('today'));
});

it.each(['before canvases', 'before drafts'] as const)('a workspace kept from %s opens, and has none', (age) => {
  const answer = checkProjectText(written(age), checks);
  if (!('project' in answer)) throw new Error(JSON.stringify(answer.problems));
  const { state, steps } = answer.project;
  expect([state.drafts, state.canvases, state.selections, state.name, steps.length]).toEqual([[], [], [], '乙', 2]);
});

it('such a workspace, worked on and kept again, opens again: its history is the one it had', () => {
  const answer = checkProjectText(written('before canvases'), checks);
  if (!('project' in answer)) throw new Error(JSON.stringify(answer.problems));
  const kept = act(answer.project, 'selection_saved', ['重点'], { selections: [firmList('s1')] }, NOW);
  expect(checkProjectText(text(kept), checks)).toEqual({ project: kept });
  expect(text(kept)).toContain(
    written('before canvases')
      .split('\n')
      .find((line) => line.includes('"began"'))!,
  );
});

it('any project comes back equal, and as the same text', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      const project = performed(list).at(-1)!;
      const answer = checkProjectText(text(project), checks);
      expect(answer).toEqual({ project });
      expect('project' in answer && text(answer.project)).toBe(text(project));
    }),
  );
});

it('grows with what is done, not with its square', () => {
  let project = begin('甲', 'workspace-0001', NOW);
  for (let n = 0; n < 200; n++) {
    const findings = [...project.state.findings, { finding: `jump:x_${n}`, action: 'mark', reason: '', only: null } as const];
    project = act(project, 'finding_decided', [], { findings }, NOW);
  }
  // 200 steps of some 300 characters and one state of 200 findings; with lists in every step it would be 200 × 200 × 60 = 2.4 million.
  expect(text(project).length).toBeLessThan(120_000);
});

describe('is refused with its place', () => {
  it.each<[string, (draft: Draft) => void, readonly string[]]>([
    ['an unknown key', (draft) => (draft['x'] = 1), ['project_unknown_key', '', 'x']],
    ['an unknown key inside', (draft) => (draft.state.sources[0]!['x'] = 1), ['project_unknown_key', '/state/sources/0', 'x']],
    ['a missing key', (draft) => delete draft.state['deadline'], ['project_missing_key', '/state', 'deadline']],
    ['a wrong value', (draft) => (draft.steps[1]!['kind'] = 'danced'), ['project_wrong_value', '/steps/1/kind', '"danced"']],
    ['a day that is none', (draft) => (draft.state['deadline'] = '13-01'), ['project_wrong_value', '/state/deadline', '"13-01"']],
    [
      'a digest that is none',
      (draft) => (draft.state.sources[0]!['sha256'] = 'x'),
      ['project_wrong_value', '/state/sources/0/sha256', '"x"'],
    ],
    ['a newer format', (draft) => (draft['format'] = 2), ['project_newer', '/format', '2 > 1']],
    ['no format', (draft) => delete draft['format'], ['project_wrong_value', '/format', '']],
    [
      'a recipe its room refuses',
      (draft) => (draft.state.sources[0]!['recipe'] = { format: 9 }),
      ['project_recipe', '/state/sources/0/recipe', 'format'],
    ],
    ['a scheme its room refuses', (draft) => (draft.state['schemes'] = [{}]), ['project_scheme', '/state/schemes/0', 'id']],
    ['a state the steps do not lead to', (draft) => (draft.state['name'] = '别的'), ['project_state_differs', '/state/name', '4']],
    ['a changed step', (draft) => (draft.steps[1]!['given'] = ['别的']), ['project_step_differs', '/steps/1', 'hash']],
    ['a step taken out', (draft) => draft.steps.splice(1, 1), ['project_step_differs', '/steps/1', 'n 3']],
    ['a number that is not finite', (draft) => (draft.state['scheme'] = Infinity), ['project_not_finite', '/state/scheme', 'Infinity']],
    ['something that is not JSON', (draft) => (draft.state['scheme'] = () => 1), ['project_not_json', '/state/scheme', 'function']],
  ])('%s', (_, change, problem) => {
    expect(problemsOf(changed(change))[0]).toEqual(problem);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('the key %s, which touches nothing', (key) => {
    const json = JSON.parse(text(small()).replace('"format": 1', `"format": 1, "${key}": {"polluted": true}`)) as unknown;
    expect(problemsOf(json)).toEqual([['project_forbidden_key', '', key]]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('a document nested too deep', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 30; depth++) deep = [deep];
    expect(problemsOf(deep)[0]![0]).toBe('project_too_deep');
  });
  it.each([
    ['{', 'project_not_json'],
    ['null', 'project_wrong_value'],
    ['[]', 'project_wrong_value'],
  ])('the text %s', (given, code) => {
    expect(checkProjectText(given, checks)).toMatchObject({ problems: [{ code }] });
  });
});

/** The hashes of a forged history made right: what is left to find is what a step may not do. */
function rechained(draft: Draft): unknown {
  let last = sha256Of(`[1,"workspace-0001","${NOW}"]`);
  for (const step of draft.steps) {
    const { hash: _, ...rest } = step;
    const sorted = JSON.stringify(Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))));
    last = sha256Of(`${last}\n${sorted}`);
    step['hash'] = last;
  }
  return draft;
}

describe('a history with right hashes is refused', () => {
  it('not at all where nothing was changed', () => {
    expect(problemsOf(rechained(changed(() => undefined) as Draft))).toEqual([]);
  });
  it.each<[string, (draft: Draft) => void, string]>([
    ['where a change reaches past its list', (draft) => (draft.steps[1]!.change = { sources: { add: [], at: 5, drop: 1 } }), '/steps/1'],
    ['where it undoes what is not next', (draft) => (draft.steps[3]!['undoes'] = 2), '/steps/3'],
    ['where it undoes what comes later', (draft) => (draft.steps[3]!['undoes'] = 9), '/steps/3'],
    ['where an undoing brings a change of its own', (draft) => (draft.steps[3]!.change = { name: '偷换' }), '/steps/3'],
    ['where it begins twice', (draft) => (draft.steps[1]!['kind'] = 'began'), '/steps/1'],
    ['where it does not begin', (draft) => (draft.steps[0]!['kind'] = 'renamed'), '/steps/0'],
  ])('%s', (_, change, where) => {
    expect(problemsOf(rechained(changed(change) as Draft))[0]!.slice(0, 2)).toEqual(['project_step_differs', where]);
  });
});

it('an older document is brought up to date before it is checked', () => {
  // No older format exists; a made-up one shows that the list is followed: format 1 would say "title" for "name", format 2 is then today's.
  const old = { ...(JSON.parse(text(small())) as Draft), format: 1, title: 'x' };
  const seen: unknown[] = [];
  const answer = checkProject(old, checks, [
    ({ title, ...rest }) => {
      seen.push(title);
      return { ...rest, format: 2 };
    },
  ]);
  expect(seen).toEqual(['x']);
  // Brought to format 2, which today's shape refuses at its number alone: the rest is right.
  expect('problems' in answer && answer.problems.map(({ where }) => where)).toEqual(['/format']);
});

it('loses no source whose place in the list changed', () => {
  const [a, b, c] = [source('a'), source('b'), source('c')];
  const project = [[a, b, c], [c, b, a], [b], [b, c, a]].reduce(
    (before, sources) => act(before, 'sources_loaded', [], { sources }, NOW),
    begin('甲', 'workspace-0001', NOW),
  );
  expect(checkProjectText(text(project), checks)).toEqual({ project });
});
