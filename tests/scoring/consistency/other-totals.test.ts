import { describe, expect, it } from 'vitest';
import { scorePanel } from '../../../scoring/board/score-panel';
import { otherTotalsOf } from '../../../scoring/consistency/other-totals';
import type { Panel } from '../../../scoring/panel';
import type { Scheme } from '../../../scoring/scheme/format';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';
import { strays } from './strays';

const naming = {
  schemeHash: '',
  nameOf: (field: string) => ({ zh: field, en: field }),
  format: (_: string, value: number | string) => String(value),
};
const linear = (id: string, formula: string, more: object = {}) => ({
  id,
  formula,
  of: 10,
  rule: { is: 'linear', from: 0, to: 10 },
  ...more,
});
const look = (panel: Panel, scheme: Scheme) => otherTotalsOf(scorePanel(panel, scheme, naming), { year: 2024, segment: {} });
const scheme = schemeWith({ indicators: [linear('a', 'x_a'), linear('b', 'x_b'), linear('c', 'x_c')] });

describe('the list under another total', () => {
  // Sums 19, 18, 3. Copeland: F1 is better in two of three indicators than F0, so F1 2, F0 0, F2 −2.
  const panel = panelOf({ x_a: [10, 6, 1], x_b: [4, 5, 1], x_c: [5, 7, 1] });
  it('by hand: Copeland turns the first two round', () => {
    const [, copeland] = look(panel, scheme).lists;
    expect(copeland).toMatchObject({ is: 'copeland', reason: null, n: 3, leftOut: 0, undefinedPairs: 0, pairs: 3 });
    expect(copeland!.shifts).toEqual([
      { firm: 'F0', name: 'F0', official: 1, other: 2 },
      { firm: 'F1', name: 'F1', official: 2, other: 1 },
    ]);
    // Of three pairs one is turned.
    expect(copeland!.agreement!.tau.value).toBeCloseTo(1 / 3, 12);
    expect(copeland!.grid.reduce((sum, count) => sum + count, 0)).toBe(3);
  });
  it('a value missing under policy zero counts 0, as in the score; under skip the firm has no closeness', () => {
    const gap = panelOf({ x_a: [10, 6, 1, 9], x_b: [4, 5, 1, null], x_c: [5, 7, 1, 9] });
    expect(look(gap, scheme).lists.map(({ n, leftOut }) => [n, leftOut])).toEqual([
      [4, 0],
      [4, 0],
    ]);
    const skip = schemeWith({ indicators: [linear('a', 'x_a'), linear('b', 'x_b', { missing: 'skip' }), linear('c', 'x_c')] });
    expect(look(gap, skip).lists.map(({ n, leftOut }) => [n, leftOut])).toEqual([
      [3, 1],
      [4, 0],
    ]);
  });
  it('is refused where stages weigh differently', () => {
    const stages = schemeWith({
      stages: [
        { id: 'small', when: 'x_a < 7' },
        { id: 'large', when: 'true' },
      ],
      indicators: [linear('a', 'x_a', { weight: { small: 10, large: 20 } }), linear('b', 'x_b')],
    });
    expect(look(panel, stages).lists.map(({ reason }) => reason)).toEqual(['stages_differ', 'stages_differ']);
  });
  it.each([
    ['two firms', { x_a: [1, 2], x_b: [1, 2], x_c: [1, 2] }, ['too_few', 'too_few']],
    ['none', { x_a: [], x_b: [], x_c: [] }, ['too_few', 'too_few']],
    ['equal firms', { x_a: [1, 1, 1], x_b: [2, 2, 2], x_c: [3, 3, 3] }, ['constant', null]],
  ])('%s', (_, fields, reasons) => {
    const found = look(panelOf(fields), scheme);
    expect(found.lists.map(({ reason }) => reason)).toEqual(reasons);
    expect(strays(found)).toEqual([]);
  });
  it('of more than 3,000 firms Copeland is refused, TOPSIS is not', () => {
    const many = Array.from({ length: 3001 }, (_, at) => at % 11);
    expect(look(panelOf({ x_a: many, x_b: many, x_c: many }), scheme).lists.map(({ reason }) => reason)).toEqual([null, 'too_many']);
  });
});
