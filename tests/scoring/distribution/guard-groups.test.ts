import { describe, expect, it } from 'vitest';
import type { ChangeAnswer, ChangePart, GroupsAnswer, PairOfGroups } from '../../../scoring/distribution/format';
import { guardAnswer } from '../../../scoring/distribution/guard';
import { accountOf, few, figuresOf, found, LIMITS, MEASURE } from './guard-given';

const steps = (n: number) => ({ at: Array.from({ length: n }, (_, at) => at), height: Array.from({ length: n }, (_, at) => (at + 1) / n) });
const pairOf = (a: string, b: string, na: number, nb: number): PairOfGroups => ({
  a,
  b,
  na,
  nb,
  cliff: found(0.4, na + nb),
  a12: found(0.7, na + nb),
  size: 'medium',
  medianDifference: found(3, na + nb),
  kolmogorov: { d: found(0.3, na + nb), p: found(0.01, na + nb) },
  mannWhitney: { u: found(60, na + nb), p: found(0.02, na + nb) },
  dunn: null,
});
function groupsWith(ns: Readonly<Record<string, number>>, present: number): GroupsAnswer {
  const names = Object.keys(ns);
  const sum = Object.values(ns).reduce((all, n) => all + n, 0);
  return {
    is: 'groups',
    measure: MEASURE,
    account: accountOf(present),
    by: 'industry',
    groups: names.map((value) => ({ value, name: null, figures: figuresOf(ns[value]!), ecdf: steps(ns[value]!) })),
    offered: names.map((value) => ({ value, name: null, n: ns[value]! })),
    pairs: names.flatMap((a, at) => names.slice(at + 1).map((b) => pairOf(a, b, ns[a]!, ns[b]!))),
    kruskal: { h: found(9, sum), p: found(0.01, sum), epsilon2: found(0.1, sum) },
    shared: 0,
  };
}
const guarded = (answer: GroupsAnswer): GroupsAnswer => guardAnswer(answer, LIMITS).answer as GroupsAnswer;

describe('groups', () => {
  it('one of too few firms is hidden with its steps and its pairs', () => {
    const { groups, pairs, kruskal } = guarded(groupsWith({ A: 40, B: 4, C: 30 }, 500));
    expect(groups.map(({ figures }) => figures.n)).toEqual([40, NaN, 30]);
    expect(groups[1]).toMatchObject({ ecdf: { at: [], height: [] }, figures: { mean: null, p50: null } });
    expect(pairs.map(({ a, b, cliff }) => [a, b, cliff.value])).toEqual([
      ['A', 'B', null],
      ['A', 'C', 0.4],
      ['B', 'C', null],
    ]);
    expect(pairs[0]).toMatchObject({ na: 40, nb: NaN, size: null, cliff: few(NaN) });
    expect(kruskal!.h).toEqual(few(NaN));
  });

  it('that are all of the frame hide a second one', () => {
    expect(guarded(groupsWith({ A: 40, B: 4, C: 30 }, 74)).groups.map(({ figures }) => figures.n)).toEqual([40, NaN, NaN]);
  });

  it('a difference of medians asks for ten firms in both', () => {
    const [pair] = guarded(groupsWith({ A: 40, B: 9 }, 500)).pairs;
    expect([pair!.medianDifference.value, pair!.cliff.value]).toEqual([null, 0.4]);
  });

  it('the mean of a group that rests on one firm is not listed', () => {
    const given = groupsWith({ A: 20, B: 30 }, 500);
    const values = [...new Array<number>(19).fill(1)].map((_, at) => at / 100).concat(900);
    const a = { ...given.groups[0]!, figures: figuresOf(20, { mean: 45.1 }), ecdf: { ...steps(20), at: values } };
    expect(guarded({ ...given, groups: [a, given.groups[1]!] }).groups.map(({ figures }) => figures.mean)).toEqual([null, 50]);
  });

  it('what else could be compared is left out', () => {
    expect(guarded(groupsWith({ A: 40, B: 30 }, 500)).offered).toEqual([]);
  });
});

const partOf = (n: number): ChangePart => ({ n, medianBefore: 1, medianAfter: 2, meanBefore: 3, meanAfter: 4, contribution: 0.5 });
const NO_PART: ChangePart = { n: NaN, medianBefore: null, medianAfter: null, meanBefore: null, meanAfter: null, contribution: null };
function changeWith(stayers: number, entrants: number, leavers: number, moves: readonly [number, number, number]): ChangeAnswer {
  const [up, down, same] = moves;
  const [before, after] = [stayers + leavers, stayers + entrants];
  return {
    is: 'change',
    measure: MEASURE,
    from: 2023,
    to: 2024,
    years: [2023, 2024],
    before: { account: accountOf(before), figures: figuresOf(before) },
    after: { account: accountOf(after), figures: figuresOf(after) },
    stayers: partOf(stayers),
    entrants: partOf(entrants),
    leavers: partOf(leavers),
    moves: { up, down, same, change: figuresOf(stayers, { zero: same }) },
    shift: [0.1, 0.5, 0.9].map((p) => ({ p, before: p, after: 2 * p })),
  };
}
const changed = (answer: ChangeAnswer): ChangeAnswer => guardAnswer(answer, LIMITS).answer as ChangeAnswer;

describe('change', () => {
  it('with enough in each part is listed as it is', () => {
    const given = changeWith(100, 20, 12, [60, 30, 10]);
    expect(guardAnswer(given, LIMITS)).toEqual({ answer: given, hidden: [] });
  });

  it('three parts hang together with the n of both years: one of too few hides all', () => {
    const answer = changed(changeWith(100, 3, 12, [60, 30, 10]));
    expect([answer.stayers, answer.entrants, answer.leavers]).toEqual([NO_PART, NO_PART, NO_PART]);
    expect(answer.moves).toMatchObject({ up: NaN, down: NaN, same: NaN, change: { n: NaN, mean: null, p50: 50 } });
    expect([answer.before.figures.n, answer.after.figures.n]).toEqual([112, 103]);
  });

  it('of moves that add up to the stayers, a few hide a second kind, and how many did not change', () => {
    const { moves } = changed(changeWith(100, 20, 12, [88, 9, 3]));
    expect([moves.up, moves.down, moves.same, moves.change.zero]).toEqual([88, NaN, NaN, NaN]);
  });

  it('medians of a part ask for ten firms, tenths for as many as it takes to have five beyond', () => {
    const answer = changed(changeWith(30, 9, 20, [10, 10, 10]));
    expect(answer.entrants).toEqual({ ...partOf(9), medianBefore: null, medianAfter: null });
    // 50 firms before, 39 after: P10 stands at depth 5.9 and 4.8.
    expect(answer.shift).toEqual([
      { p: 0.1, before: 0.1, after: null },
      { p: 0.5, before: 0.5, after: 1 },
      { p: 0.9, before: 0.9, after: null },
    ]);
  });

  it('a year of too few firms keeps nothing', () => {
    const answer = changed(changeWith(2, 30, 1, [1, 1, 0]));
    expect(answer.before).toMatchObject({ account: { present: NaN, rows: NaN }, figures: { n: NaN, mean: null, p50: null } });
    expect(answer.shift.map(({ before }) => before)).toEqual([null, null, null]);
  });
});

it.each([
  groupsWith({ A: 40, B: 4, C: 30 }, 500),
  groupsWith({ A: 40, B: 4, C: 30 }, 74),
  changeWith(100, 3, 12, [60, 30, 10]),
  changeWith(100, 20, 12, [88, 9, 3]),
  changeWith(2, 30, 1, [1, 1, 0]),
])('guarding once more takes out nothing (case %#)', (given) => {
  const once = guardAnswer(given, LIMITS).answer;
  expect(guardAnswer(once, LIMITS)).toEqual({ answer: once, hidden: [] });
});
