import { describe, expect, it } from 'vitest';
import type { Clause, MeasureId } from '../../../scoring/distribution/format';
import { readBandEdges } from '../../../src/views/distributions/band-edges';
import { restsOnScheme, rowNames } from '../../../src/views/distributions/canvas-brush';

const edges = (text: string, isRatio = false) => readBandEdges(text, isRatio).edges;

describe('typed edges of bands', () => {
  it.each<[string, number[]]>([
    ['0–500万–2000万–1亿', [0, 5e6, 2e7, 1e8]],
    ['0-500万-2000万-1亿', [0, 5e6, 2e7, 1e8]],
    ['-10，0、10 ; 20', [-10, 0, 10, 20]],
    ['5m 20M 1bn', [5e6, 2e7, 1e9]],
    ['500万元 至 1千万元', [5e6, 1e7]],
    ['1500000', [1.5e6]],
    ['1.5万', [15_000]],
  ])('%s', (text, wanted) => {
    expect(edges(text)).toEqual(wanted);
  });
  it('of a ratio are per cent, with the sign or without it, exactly', () => {
    expect(edges('3, 7%, 10', true)).toEqual([0.03, 0.07, 0.1]);
  });
  it.each<[string, boolean, string, string]>([
    ['', false, 'none', ''],
    ['5, many', false, 'unreadable', 'many'],
    ['5%', false, 'unreadable', '5%'],
    ['5万', true, 'unreadable', '5万'],
    ['1,000', false, 'descending', '000'],
    ['5, 5', false, 'descending', '5'],
    ['1 2 3 4 5 6 7 8 9 10 11 12 13', false, 'too_many', '13'],
  ])('%s cannot be read, and why', (text, isRatio, problem, given) => {
    expect(readBandEdges(text, isRatio)).toEqual({ edges: null, problem, given });
  });
});

describe('a press on the name of a segment', () => {
  const picked = (values: readonly string[], value: string, more: boolean) => {
    const asked: Clause[] = [];
    const clauses: Clause[] = values.length > 0 ? [{ is: 'segments', dimension: 'industry', values }] : [];
    rowNames(clauses, 'industry', (clause) => asked.push(clause))!.onpick(value, more);
    return asked.map((clause) => (clause.is === 'segments' ? clause.values : null));
  };
  it('selects it alone, with Shift beside the others, and lets a selected one go', () => {
    expect(picked([], 'a', false)).toEqual([['a']]);
    expect(picked(['a'], 'b', false)).toEqual([['b']]);
    expect(picked(['a'], 'b', true)).toEqual([['a', 'b']]);
    expect(picked(['a', 'b'], 'b', true)).toEqual([['a']]);
    expect(picked(['a'], 'a', false)).toEqual([[]]);
  });
  it('is none where the rows are years', () => {
    expect(rowNames([], 'year', () => undefined)).toBeUndefined();
  });
});

describe('a selection rests on the scheme', () => {
  const range = (measure: MeasureId): Clause => ({ is: 'ranges', measure, ranges: [{ from: 1, to: 2 }], missing: false });
  const segments = (dimension: 'industry' | 'chosen'): Clause => ({ is: 'segments', dimension, values: ['a'] });
  it.each<[Clause, boolean]>([
    [range('score'), true],
    [range('points:rd'), true],
    [segments('chosen'), true],
    [range('field:revenue'), false],
    [range('formula:a / b'), false],
    [segments('industry'), false],
    [{ is: 'firms', firms: ['a'] }, false],
  ])('%j: %s', (clause, wanted) => {
    expect(restsOnScheme([clause])).toBe(wanted);
  });
});
