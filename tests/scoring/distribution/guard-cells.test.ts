import { describe, expect, it } from 'vitest';
import type { HeatAnswer, MatrixAnswer, RelationAnswer } from '../../../scoring/distribution/format';
import { guardAnswer } from '../../../scoring/distribution/guard';
import { few, found, LIMITS, MEASURE } from './guard-given';

describe('a heat map', () => {
  const heatOf = (statistic: HeatAnswer['statistic'], n: number, firms = n): HeatAnswer => ({
    is: 'heat',
    measure: MEASURE,
    by: 'industry',
    statistic,
    years: [2024],
    rows: [{ value: 'A', name: null, cells: [{ value: found(7, statistic === 'missing' ? firms : n), n, firms }] }],
    overlaps: false,
  });
  const cell = (answer: HeatAnswer) => (guardAnswer(answer, LIMITS).answer as HeatAnswer).rows[0]!.cells[0];

  it.each<[HeatAnswer['statistic'], number, number, object]>([
    ['median', 4, 40, { value: few(NaN), n: NaN, firms: NaN }],
    ['median', 9, 40, { value: few(9), n: 9, firms: 40 }],
    ['median', 10, 40, { value: found(7, 10), n: 10, firms: 40 }],
    ['p90', 40, 60, { value: few(40), n: 40, firms: 60 }],
    ['p90', 41, 60, { value: found(7, 41), n: 41, firms: 60 }],
    ['mean', 5, 40, { value: found(7, 5), n: 5, firms: 40 }],
    ['n', 4, 40, { value: few(NaN), n: NaN, firms: NaN }],
    ['n', 36, 40, { value: found(7, 36), n: 36, firms: NaN }],
    ['missing', 36, 40, { value: few(NaN), n: 36, firms: NaN }],
    ['missing', 35, 40, { value: found(7, 40), n: 35, firms: 40 }],
  ])('%s of %i of %i firms', (statistic, n, firms, wanted) => {
    expect(cell(heatOf(statistic, n, firms))).toEqual(wanted);
  });

  it('a cell of nobody stays one', () => {
    const none = { value: few(0), n: 0, firms: 0 };
    const answer: HeatAnswer = { ...heatOf('mean', 40), rows: [{ value: 'A', name: null, cells: [none] }] };
    expect(cell(answer)).toEqual(none);
  });
});

it('a correlation asks for ten firms that have both', () => {
  const matrix: MatrixAnswer = {
    is: 'matrix',
    measures: [MEASURE, MEASURE, MEASURE],
    kind: 'spearman',
    rows: 30,
    order: [0, 1, 2],
    cells: [
      [found(1, 30), found(0.4, 9), found(0.2, 10)],
      [found(0.4, 9), found(1, 12), { value: null, reason: 'constant', n: 3 }],
      [found(0.2, 10), { value: null, reason: 'constant', n: 3 }, found(1, 20)],
    ],
  };
  expect((guardAnswer(matrix, LIMITS).answer as MatrixAnswer).cells).toEqual([
    [found(1, 30), few(9), found(0.2, 10)],
    [few(9), found(1, 12), few(NaN)],
    [found(0.2, 10), few(NaN), found(1, 20)],
  ]);
});

function relationWith(cells: readonly number[], width: number, more: Partial<RelationAnswer> = {}): RelationAnswer {
  const present = cells.reduce((sum, count) => sum + count, 0);
  const edges = (count: number): number[] => Array.from({ length: count + 1 }, (_, at) => at * 10);
  return {
    is: 'relation',
    x: MEASURE,
    y: MEASURE,
    account: { rows: present, present, withoutX: 0, withoutY: 0, withoutBoth: 0 },
    logX: false,
    logY: false,
    suggestsLogX: false,
    suggestsLogY: false,
    xEdges: edges(width),
    yEdges: edges(cells.length / width),
    cells,
    selectedCells: null,
    beyond: 0,
    points: [],
    medians: [],
    pearson: found(0.3, present),
    spearman: found(0.3, present),
    kendall: null,
    selected: null,
    pins: [],
    ...more,
  };
}
const related = (answer: RelationAnswer): RelationAnswer => guardAnswer(answer, LIMITS).answer as RelationAnswer;

describe('a scatter', () => {
  it('hides small cells, and the smallest other with a single one', () => {
    // prettier-ignore
    expect(related(relationWith([60, 3, 0, 50, 40, 12, 30, 20, 0, 0, 0, 90], 4)).cells).toEqual([60, NaN, 0, 50, 40, NaN, 30, 20, 0, 0, 0, 90]);
  });

  it('puts cells together where many firms stand in small ones', () => {
    // prettier-ignore
    const cells = [
      3, 3, 0, 1,
      2, 2, 4, 4,
      3, 3, 9, 0,
      3, 3, 0, 9,
    ];
    const answer = related(relationWith(cells, 4));
    expect(answer.cells).toEqual([10, 9, 12, 18]);
    expect([answer.xEdges, answer.yEdges]).toEqual([
      [0, 20, 40],
      [0, 20, 40],
    ]);
  });

  it('the selected are hidden where they or the others are few, with one more', () => {
    const answer = relationWith([60, 30, 20, 50], 2, { selectedCells: [58, 10, 6, 0], selected: found(0.2, 74) });
    expect(related(answer).selectedCells).toEqual([NaN, 10, NaN, 0]);
  });

  it('the selected are gone where they leave few', () => {
    const answer = relationWith([60, 30], 2, { selectedCells: [58, 29], selected: found(0.2, 87) });
    expect([related(answer).selectedCells, related(answer).selected]).toEqual([null, null]);
  });

  it('names no firm', () => {
    const one = { firm: 'F1', name: '示例', x: 1, y: 2 };
    const answer = related(relationWith([60, 30], 2, { points: [{ ...one, selected: false }], pins: [one] }));
    expect([answer.points, answer.pins]).toEqual([[], []]);
  });

  it('does not end at the least and the greatest figure', () => {
    const xEdges = [0.0123, 1.0123, 2.0123, 3.0123, 4.0123];
    expect(related(relationWith([60, 30, 20, 50], 4, { xEdges })).xEdges).toEqual([0, 1.0123, 2.0123, 3.0123, 5]);
  });

  it('few without one of the figures are hidden with the number of all', () => {
    const account = { rows: 93, present: 90, withoutX: 3, withoutY: 0, withoutBoth: 0 };
    expect(related(relationWith([60, 30], 2, { account })).account).toEqual({
      rows: NaN,
      present: 90,
      withoutX: NaN,
      withoutY: 0,
      withoutBoth: 0,
    });
  });

  it('bins of medians meet at a round figure between two firms, and end nowhere', () => {
    const bin = (from: number, to: number, n: number) => ({ x: (from + to) / 2, from, to, median: 5, q1: 4, q3: 6, n });
    const { medians } = related(relationWith([60, 30], 2, { medians: [bin(1.234, 5.678, 16), bin(6.543, 8.765, 17)] }));
    expect(medians.map(({ from, to, q1 }) => [from, to, q1])).toEqual([
      [NaN, 6, NaN],
      [6, NaN, 4],
    ]);
  });

  it('of four firms is empty', () => {
    expect(related(relationWith([1, 3], 2))).toMatchObject({
      cells: [],
      xEdges: [],
      medians: [],
      spearman: few(NaN),
      account: { present: NaN, rows: NaN },
    });
  });

  it.each([
    relationWith([60, 3, 0, 50, 40, 12, 30, 20, 0, 0, 0, 90], 4),
    relationWith([60, 30, 20, 50], 2, { selectedCells: [58, 10, 6, 0], selected: found(0.2, 74) }),
    relationWith([60, 30, 20, 50], 4, { xEdges: [0.0123, 1.0123, 2.0123, 3.0123, 4.0123] }),
    relationWith([1, 3], 2),
  ])('guarding once more takes out nothing (case %#)', (given) => {
    const once = guardAnswer(given, LIMITS).answer;
    expect(guardAnswer(once, LIMITS)).toEqual({ answer: once, hidden: [] });
  });
});
