import { describe, expect, it } from 'vitest';
import type { SavedCanvas, SavedSelection } from '../../src/model/project';
import { MOST_SAVED } from '../../src/model/project';
import { EMPTY_STATE } from '../../src/workspace/project';
import { stateShapeProblems, stepShapeProblems } from '../../src/workspace/project-shape';
import { unsafeProject } from '../../src/workspace/safe-json';
import { canvas, CHARTS, firmList, NOW, rule, sha256Of } from './given';

/** As it comes out of a file: what JSON cannot say is not there. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const problems = (canvases: readonly unknown[], selections: readonly unknown[] = []) =>
  stateShapeProblems(asJson({ ...EMPTY_STATE, canvases, selections })).map(({ code, where }) => [code, where]);
const changed = <Of extends object>(of: Of, part: object): object => ({ ...of, ...part });
const many = (count: number, make: (id: string) => unknown): unknown[] => Array.from({ length: count }, (_, at) => make(`n${at}`));

describe('the shape of a workspace lets through', () => {
  it.each(Object.values(CHARTS))('a chart of the kind $is', (chart) => {
    expect(problems([canvas('c1', [chart])])).toEqual([]);
  });
  it('rules and lists, open and exact ranges, a canvas without charts, the segment of everybody', () => {
    expect(problems([canvas('c1', [])], [rule('s1'), firmList('s2', []), { ...rule('s3'), clauses: [], segment: {} }])).toEqual([]);
  });
  it('names with quotes, HTML, nothing and 10,000 characters: they are only ever written as text', () => {
    const names = ['"\'`', '<img src=x onerror=alert(1)>', '', '长'.repeat(10_000)];
    expect(
      problems(
        names.map((name, at) => ({ ...canvas(`c${at}`), name: { zh: name, en: name } })),
        names.map((name, at) => ({ ...rule(`s${at}`), name })),
      ),
    ).toEqual([]);
  });
  it('as much as it may hold', () => {
    const firms = many(MOST_SAVED.firms, (id) => id) as string[];
    const charts = many(MOST_SAVED.charts, () => CHARTS.spread) as SavedCanvas['charts'];
    const selections = [firmList('full', firms), ...many(MOST_SAVED.selections - 1, (id) => firmList(id))];
    expect(problems([canvas('full', charts), ...many(MOST_SAVED.canvases - 1, (id) => canvas(id, []))], selections)).toEqual([]);
  });
});

describe('the shape of a workspace refuses', () => {
  it.each<[string, object, string, string]>([
    ['a kind of chart it does not know', { charts: [{ is: 'pie', measure: 'score' }] }, 'project_wrong_value', '/canvases/0/charts/0/is'],
    ['a measure of no kind', { charts: [{ ...CHARTS.change, measure: 'revenue' }] }, 'project_wrong_value', '/canvases/0/charts/0/measure'],
    ['a measure of nothing', { charts: [{ ...CHARTS.change, measure: 'field:' }] }, 'project_wrong_value', '/canvases/0/charts/0/measure'],
    ['a dimension it does not know', { charts: [{ ...CHARTS.heat, by: 'year' }] }, 'project_wrong_value', '/canvases/0/charts/0/by'],
    ['a mode of another chart', { charts: [{ ...CHARTS.spread, mode: 'violin' }] }, 'project_wrong_value', '/canvases/0/charts/0/mode'],
    ['a part too many', { charts: [{ ...CHARTS.spread, colour: 'red' }] }, 'project_unknown_key', '/canvases/0/charts/0'],
    ['a part too few', { charts: [{ is: 'change', measure: 'score' }] }, 'project_missing_key', '/canvases/0/charts/0'],
    ['a year that is none', { charts: [{ ...CHARTS.change, from: 20_240 }] }, 'project_wrong_value', '/canvases/0/charts/0/from'],
    ['a long id', { id: 'a'.repeat(65) }, 'project_wrong_value', '/canvases/0/id'],
    ['an id that could be taken for a value', { id: '?' }, 'project_wrong_value', '/canvases/0/id'],
    ['a name in one language', { name: { zh: '研发' } }, 'project_missing_key', '/canvases/0/name'],
    [
      'more charts than it may hold',
      { charts: many(MOST_SAVED.charts + 1, () => CHARTS.spread) },
      'project_wrong_value',
      '/canvases/0/charts',
    ],
  ])('a canvas with %s', (_, part, code, where) => {
    expect(problems([changed(canvas('c1'), part)])).toContainEqual([code, where]);
  });

  const ranges = (...list: readonly unknown[]) => ({ clauses: [{ is: 'ranges', measure: 'score', ranges: list, missing: false }] });
  const at = '/selections/0';
  it.each<[string, object, string, string]>([
    ['a range that ends before it begins', ranges({ from: 2, to: 1 }), 'project_wrong_value', `${at}/clauses/0/ranges/0`],
    ['a bound that is text', ranges({ from: '2', to: null }), 'project_wrong_value', `${at}/clauses/0/ranges/0/from`],
    ['a range without an end', ranges({ from: 2 }), 'project_missing_key', `${at}/clauses/0/ranges/0`],
    ['a condition it does not know', { clauses: [{ is: 'sql', text: 'true' }] }, 'project_wrong_value', `${at}/clauses/0/is`],
    ['a segment it does not know, which would hold for everybody', { segment: { sector: '软件' } }, 'project_unknown_key', `${at}/segment`],
    ['a segment that is no text', { segment: { industry: null } }, 'project_wrong_value', `${at}/segment/industry`],
    ['firms beside a rule', { firms: [] }, 'project_unknown_key', at],
    ['a time that is none', { made: '2026-11-22' }, 'project_wrong_value', `${at}/made`],
    ['another way to hold', { is: 'both' }, 'project_wrong_value', `${at}/is`],
  ])('a selection with %s', (_, part, code, where) => {
    expect(problems([], [changed(rule('s1'), part)])).toContainEqual([code, where]);
  });

  it('more firms, canvases or selections than a workspace may hold', () => {
    const firms = many(MOST_SAVED.firms + 1, (id) => id) as string[];
    expect(problems([], [firmList('s1', firms)])).toEqual([['project_wrong_value', '/selections/0/firms']]);
    expect(problems(many(MOST_SAVED.canvases + 1, (id) => canvas(id, [])))).toEqual([['project_wrong_value', '/canvases']]);
    expect(
      problems(
        [],
        many(MOST_SAVED.selections + 1, (id) => rule(id)),
      ),
    ).toEqual([['project_wrong_value', '/selections']]);
  });
  it('two of one id: a board is cut by an id', () => {
    expect(problems([canvas('c1'), canvas('c1')], [rule('s1'), firmList('s1')])).toEqual([
      ['project_wrong_value', '/canvases'],
      ['project_wrong_value', '/selections'],
    ]);
  });
  it('bounds that are not finite and keys that touch an object’s own machinery, before anything is read', () => {
    const hostile = JSON.parse('{"selections":[{"segment":{"__proto__":{"industry":"软件"}}}]}') as unknown;
    expect(unsafeProject(hostile)).toMatchObject({ code: 'project_forbidden_key', given: '__proto__' });
    expect(unsafeProject(ranges({ from: -Infinity, to: null }))).toMatchObject({ code: 'project_not_finite' });
  });
});

it('a step brings in canvases and selections of the same shape', () => {
  const step = (add: readonly (SavedCanvas | SavedSelection | object)[], part: 'canvases' | 'selections') => ({
    n: 2,
    at: NOW,
    kind: 'canvas_saved',
    given: [],
    undoes: null,
    change: { [part]: { at: 0, drop: 0, add } },
    hash: sha256Of(''),
  });
  expect(stepShapeProblems(step([canvas('c1')], 'canvases'))).toEqual([]);
  expect(stepShapeProblems(step([rule('s1'), firmList('s2')], 'selections'))).toEqual([]);
  expect(stepShapeProblems(step([{ ...rule('s1'), is: 'both' }], 'selections'))).toMatchObject([{ where: '/change/selections/add/0/is' }]);
});
