import { describe, expect, it } from 'vitest';
import { chartOf } from '../../../scoring/distribution/chart';
import type { ChangeAnswer, ChartSpec, Frame, GroupsAnswer, MatrixAnswer } from '../../../scoring/distribution/format';
import { type Line, literalBoard } from '../board/literal-board';

const FRAME: Frame = { year: 2024, segment: {}, clauses: [], pins: [] };
const line = (firm: string, revenue: number | null, industry: string | null = '软件', year = 2024, more: Partial<Line> = {}): Line => ({
  firm,
  year,
  score: 50,
  revenue,
  industry,
  ...more,
});
const asked = <Answer>(lines: Line[], spec: ChartSpec, frame: Partial<Frame> = {}): Answer =>
  chartOf(literalBoard(lines), spec, { ...FRAME, ...frame }) as Answer;

describe('groups', () => {
  const spec: ChartSpec = { is: 'groups', measure: 'field:revenue', by: 'industry', of: [] };
  const lines = [line('a', 1), line('b', 2), line('c', 3), line('d', 2, '医药'), line('e', 4, '医药'), line('f', 9, '装备')];
  it('without a choice the two with most firms are compared, effect first', () => {
    const made = asked<GroupsAnswer>(lines, spec);
    expect(made.groups.map(({ value }) => value)).toEqual(['软件', '医药']);
    // Of six pairs 软件 is above in one (3 > 2), below in four, equal in one.
    expect(made.pairs[0]).toMatchObject({ a: '软件', b: '医药', na: 3, nb: 2, size: 'large', dunn: null });
    expect(made.pairs[0]!.cliff.value).toBeCloseTo((1 - 4) / 6, 12);
    expect(made.pairs[0]!.medianDifference.value).toBe(-1);
    expect(made.kruskal).toBeNull();
  });
  it('tests are refused of groups too small for them, effects are not', () => {
    const [pair] = asked<GroupsAnswer>(lines, spec).pairs;
    expect([pair!.mannWhitney.p.reason, pair!.kolmogorov.p.reason, pair!.cliff.reason]).toEqual(['too_few', 'too_few', null]);
  });
  it('three chosen make three pairs; groups that are not there are left out', () => {
    const made = asked<GroupsAnswer>(lines, { ...spec, of: ['装备', '软件', '医药', '没有'] } as ChartSpec);
    expect(made.pairs.map(({ a, b }) => [a, b])).toEqual([
      ['软件', '医药'],
      ['软件', '装备'],
      ['医药', '装备'],
    ]);
    expect(made.offered.map(({ value, n }) => [value, n])).toEqual([
      ['软件', 3],
      ['医药', 2],
      ['装备', 1],
    ]);
  });
  it('firms in more than one group are counted, and several groups are then not tested', () => {
    const held = (firm: string, revenue: number, titles: string[]): Line => line(firm, revenue, '软件', 2024, { titles });
    const made = asked<GroupsAnswer>([held('a', 1, ['高企', '瞪羚']), held('b', 2, ['高企']), held('c', 3, []), held('d', 4, ['瞪羚'])], {
      ...spec,
      by: 'type',
      of: ['高企', '瞪羚', ''],
    } as ChartSpec);
    expect([made.shared, made.kruskal]).toEqual([1, null]);
  });
  it('cannot be asked by a dimension that is not offered', () => {
    expect(asked(lines, { ...spec, by: 'chain' } as ChartSpec)).toEqual({ is: 'refused', why: 'not_offered', given: 'chain' });
  });
});

describe('change', () => {
  const spec: ChartSpec = { is: 'change', measure: 'field:revenue', from: null };
  const lines = [
    line('a', 2, '软件', 2023),
    line('b', 4, '软件', 2023),
    line('gone', 12, '软件', 2023),
    line('a', 5),
    line('b', 4),
    line('new', 9),
    line('silent', null),
  ];
  it('splits the change of the mean into stayers, entrants and leavers, to the last digit', () => {
    const made = asked<ChangeAnswer>(lines, spec);
    expect([made.from, made.to, made.years]).toEqual([2023, 2024, [2023]]);
    // 6 → 6; stayers 3 → 4.5; entrants ⅓(9 − 4.5); leavers ⅓(3 − 12).
    expect([made.before.figures.mean, made.after.figures.mean]).toEqual([6, 6]);
    expect([made.stayers.contribution, made.entrants.contribution, made.leavers.contribution]).toEqual([1.5, 1.5, -3]);
    expect([made.stayers.n, made.entrants.n, made.leavers.n]).toEqual([2, 1, 1]);
  });
  it('says how the stayers moved, each against itself', () => {
    const { moves } = asked<ChangeAnswer>(lines, spec);
    expect([moves.up, moves.down, moves.same, moves.change.n, moves.change.p50]).toEqual([1, 0, 1, 2, 1.5]);
  });
  it('P10 … P90 of both years stand side by side', () => {
    const { shift } = asked<ChangeAnswer>(lines, spec);
    expect(shift[2]).toEqual({ p: 0.5, before: 4, after: 5 });
  });
  it('is refused where there is no earlier year', () => {
    expect(asked([line('a', 1)], spec)).toEqual({ is: 'refused', why: 'one_year', given: '2024' });
  });
  it('nobody in both years: the parts are unknown, the two years still stand', () => {
    const made = asked<ChangeAnswer>([line('a', 1, '软件', 2023), line('b', 3)], spec);
    expect([made.stayers.contribution, made.entrants.contribution, made.before.figures.mean, made.after.figures.mean]).toEqual([
      null,
      null,
      1,
      3,
    ]);
  });
});

describe('matrix', () => {
  const lines = [1, 2, 3, 4].map((revenue, at) =>
    line(`f${at}`, at === 3 ? null : revenue, '软件', 2024, { score: 10 * (at === 1 ? 9 : revenue) }),
  );
  it('every pair has its own n, the diagonal that of the measure', () => {
    const made = asked<MatrixAnswer>(lines, { is: 'matrix', measures: ['field:revenue', 'score'], kind: 'spearman' });
    expect(made.cells.map((row) => row.map(({ n }) => n))).toEqual([
      [3, 3],
      [3, 4],
    ]);
    expect(made.cells[0]![1]!.value).toBeCloseTo(0.5, 12);
    expect([...made.order].sort()).toEqual([0, 1]);
  });
  it('of no measure it is empty; one that is not there is refused by name', () => {
    expect(asked<MatrixAnswer>(lines, { is: 'matrix', measures: [], kind: 'kendall' }).cells).toEqual([]);
    expect(asked(lines, { is: 'matrix', measures: ['score', 'field:gone'], kind: 'kendall' })).toEqual({
      is: 'refused',
      why: 'unknown_measure',
      given: 'field:gone',
    });
  });
});
