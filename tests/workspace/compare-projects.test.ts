import { expect, it } from 'vitest';
import type { Scheme } from '../../scoring/scheme/format';
import type { KeptSource, Project, ProjectState } from '../../src/model/project';
import { compareProjects } from '../../src/workspace/compare-projects';
import { act, begin } from '../../src/workspace/project';
import { canvas, finding, firmList, NOW, rule, source } from './given';

const project = (state: Partial<ProjectState>): Project => act(begin('示例区', 'workspace-0001', NOW), 'renamed', [], state, NOW);
const compared = (mine: Partial<ProjectState>, theirs: Partial<ProjectState>) => compareProjects(project(mine), project(theirs));
const [a, b, c] = [source('a.csv'), source('b.csv'), source('c.csv')];
const scheme = (version: string, cap: number) => ({ id: 'local', version, cap }) as unknown as Scheme;

it('workspaces that say the same do not differ, however they came there', () => {
  const mine = project({ sources: [a, b] });
  const theirs = act(project({ sources: [b] }), 'sources_loaded', [], { sources: [{ ...a }, { ...b }] }, '2026-01-01T00:00:00Z');
  expect(compareProjects(mine, { ...theirs, id: 'workspace-0002' })).toEqual([]);
});

it('name, deadline and scheme in force', () => {
  expect(compared({ name: '甲' }, { name: '乙', deadline: '07-31', scheme: 'national' })).toEqual([
    { is: 'name', mine: '甲', theirs: '乙' },
    { is: 'scheme_chosen', mine: null, theirs: 'national' },
    { is: 'deadline', mine: '06-30', theirs: '07-31' },
  ]);
});

it('sources one of them has, of other bytes, read otherwise, and in another order', () => {
  const newer: KeptSource = { ...source('a.csv', '新的一版'), recipe: { ...a.recipe, year: 2026, nulls: ['-', '无'] } };
  const open: KeptSource = { ...b, facts: { ...b.facts, use: 'public' } };
  expect(compared({ sources: [a, b, c] }, { sources: [open, newer, source('d.csv')] })).toEqual([
    { is: 'source_bytes', name: 'a.csv', mine: a, theirs: newer },
    { is: 'source_recipe', name: 'a.csv', parts: ['nulls', 'year'] },
    { is: 'source_facts', name: 'b.csv', mine: b.facts, theirs: open.facts },
    { is: 'source_only_mine', name: 'c.csv', source: c },
    { is: 'source_only_theirs', name: 'd.csv', source: source('d.csv') },
    { is: 'source_order', mine: ['a.csv', 'b.csv'], theirs: ['b.csv', 'a.csv'] },
  ]);
});

it('the same bytes under another name are one source renamed', () => {
  const renamed: KeptSource = { ...a, name: '税务.csv', recipe: { ...a.recipe, source: '税务.csv' } };
  expect(compared({ sources: [a] }, { sources: [renamed] })).toEqual([{ is: 'source_renamed', name: 'a.csv', theirs: '税务.csv' }]);
});

it('decisions and schemes, each by what it is about', () => {
  const [mine, theirs] = [finding('jump'), { ...finding('jump'), action: 'exclude' as const }];
  const conflict = { firm: '甲', year: 2024, field: 'revenue', take: 'a.csv', reason: '' };
  expect(
    compared(
      { findings: [mine], conflicts: [conflict], schemes: [scheme('1', 100), scheme('2', 100)] },
      { findings: [theirs, finding('outlier')], schemes: [scheme('2', 110)] },
    ),
  ).toEqual([
    { is: 'finding', finding: 'jump', mine, theirs },
    { is: 'finding', finding: 'outlier', mine: null, theirs: finding('outlier') },
    { is: 'conflict', mine: conflict, theirs: null },
    { is: 'scheme', id: 'local', version: '1', mine: scheme('1', 100), theirs: null },
    { is: 'scheme', id: 'local', version: '2', mine: scheme('2', 100), theirs: scheme('2', 110) },
  ]);
});

it('drafts of schemes one of them has, or that say other things', () => {
  const draft = { id: 'd1', name: '试改', parent: 'local@1', changes: [{ at: 'cap', to: 90 }] };
  const further = { ...draft, changes: [] };
  expect(compared({ drafts: [draft] }, { drafts: [draft] })).toEqual([]);
  expect(compared({ drafts: [draft] }, { drafts: [further] })).toEqual([{ is: 'draft', mine: draft, theirs: further }]);
  expect(compared({}, { drafts: [draft] })).toEqual([{ is: 'draft', mine: null, theirs: draft }]);
});

it('canvases and selections one of them has, or that say other things', () => {
  const [mine, theirs] = [canvas('c1'), canvas('c1', [])];
  expect(compared({ canvases: [mine] }, { canvases: [{ ...mine }] })).toEqual([]);
  expect(compared({ canvases: [mine], selections: [rule('s1')] }, { canvases: [theirs], selections: [firmList('s2')] })).toEqual([
    { is: 'canvas', mine, theirs },
    { is: 'selection', mine: rule('s1'), theirs: null },
    { is: 'selection', mine: null, theirs: firmList('s2') },
  ]);
});
