import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cliff, medianDifference } from '../../../scoring/statistics/cliff';
import { dunn } from '../../../scoring/statistics/dunn';
import { holm } from '../../../scoring/statistics/holm';
import { kolmogorovSmirnov } from '../../../scoring/statistics/kolmogorov-smirnov';
import { kruskalWallis } from '../../../scoring/statistics/kruskal-wallis';
import { mannWhitney } from '../../../scoring/statistics/mann-whitney';
import { pairWins } from '../../../scoring/statistics/pair-wins';
import { rankSums } from '../../../scoring/statistics/rank-sums';
import { chiSquareUpperTail, normalUpperTail } from '../../../scoring/statistics/special-functions';
import { LEAST_FOR_TEST } from '../../../scoring/statistics/test-result';
import { column, G, H, shown } from './shown';

const sorted = (values: readonly number[]): Float64Array => column(values).sort();
const wins = (a: readonly number[], b: readonly number[]) => pairWins(sorted(a), sorted(b));
const farH = H.map((value) => 2 * value + 30);
/** Right to so many digits, however small. */
const expectNear = (value: number, wanted: number, digits = 11): void => expect(value / wanted).toBeCloseTo(1, digits);
const list = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 25 });

describe('tails of distributions (reference.R)', () => {
  it.each([
    [-1, 0.841344746068543],
    [0, 0.5],
    [1, 0.158655253931457],
    [1.96, 0.0249978951482204],
    [5, 2.86651571879194e-7],
    [10, 7.61985302416053e-24],
    [37, 5.72557122252458e-300],
  ])('above %d of a normal value: %d', (z, wanted) => {
    expectNear(normalUpperTail(z), wanted);
  });
  it.each([
    [0, 3, 1],
    [0.5, 1, 0.479500122186953],
    [3.84, 1, 0.0500435212487052],
    [10, 4, 0.0404276819945128],
    [10, 6.6, 0.161350720525629],
    [100, 50, 3.45493138298486e-5],
    [1200, 999, 1.11293504482589e-5],
    [400, 7, 2.38527108111233e-82],
  ])('at %d or above of χ² with %d degrees: %d', (x, freedom, wanted) => {
    expectNear(chiSquareUpperTail(x, freedom), wanted);
  });
  it('at infinity are 0, and below 0 are not asked', () => {
    expect([chiSquareUpperTail(Infinity, 3), normalUpperTail(Infinity), normalUpperTail(-Infinity)]).toEqual([0, 0, 1]);
    expect(() => chiSquareUpperTail(-1, 3)).toThrow('-0.5');
  });
});

describe('pairs of two groups', () => {
  it.each([
    [[], [], 0, 0, 0, 0],
    [[1], [], 0, 0, 0, 0],
    [[1, 2, 3], [2], 1, 1, 1, 6],
    [[5, 5], [5, 5, 5], 0, 0, 6, 120],
    [[1, 4], [2, 3], 2, 2, 0, 0],
    // 0 and −0 are equal.
    [[0], [-0], 0, 0, 1, 6],
  ])('of %j and %j: %d won, %d lost, %d even', (a, b, more, less, same, ties) => {
    expect(wins(a, b)).toEqual({ a: a.length, b: b.length, more, less, same, ties });
  });
  it('are those counted one by one', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const count = (sign: number): number => a.flatMap((x) => b.filter((y) => Math.sign(x - y) === sign)).length;
        expect(wins(a, b)).toMatchObject({ more: count(1), less: count(-1), same: count(0) });
      }),
    );
  });
});

describe('Cliff’s δ and A₁₂', () => {
  it('of two industries is that of all pairs (reference.R)', () => {
    expect(cliff(pairWins(G, H))).toEqual({ reason: null, n: 72, delta: -0.14375, a12: 0.428125, size: 'negligible' });
  });
  it.each([
    [[1], [2], -1, 'large'],
    [[3, 3], [3], 0, 'negligible'],
    [[2], [1], 1, 'large'],
    // Of 20 pairs 3, 6 and 9 more: 0.15, 0.3, 0.45.
    [[...Array<number>(10).fill(1), ...Array<number>(3).fill(2), ...Array<number>(7).fill(1)], [1], 0.15, 'small'],
    [[...Array<number>(14).fill(1), ...Array<number>(6).fill(2)], [1], 0.3, 'small'],
    [[...Array<number>(11).fill(1), ...Array<number>(9).fill(2)], [1], 0.45, 'medium'],
    [[...Array<number>(10).fill(1), ...Array<number>(10).fill(2)], [1], 0.5, 'large'],
  ])('of %j and %j is %d, %s', (a, b, delta, size) => {
    expect(cliff(wins(a, b))).toEqual({ reason: null, n: a.length + b.length, delta, a12: (delta + 1) / 2, size });
  });
  it.each([
    [147, 'small'],
    [146, 'negligible'],
    [330, 'medium'],
    [329, 'small'],
    [474, 'large'],
    [473, 'medium'],
  ])('of %d in a thousand is %s: a border belongs to the larger word', (more, size) => {
    expect(cliff({ a: 1000, b: 1, more, less: 0, same: 1000 - more, ties: 0 })).toMatchObject({ size });
  });
  it('of an empty group is none', () => {
    expect(cliff(wins([], [1, 2]))).toEqual({ reason: 'too_few', n: 2 });
  });
  it('turns its sign with the groups, and keeps it under any rising change of scale', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const [one, other, scaled] = [cliff(wins(a, b)), cliff(wins(b, a)), cliff(wins(a.map(Math.exp), b.map(Math.exp)))];
        if (one.reason !== null || other.reason !== null) throw new Error('refused');
        expect(one.delta).toBeCloseTo(-other.delta, 14);
        expect(one.a12 + other.a12).toBeCloseTo(1, 14);
        expect(scaled).toEqual(one);
      }),
    );
  });
});

it.each([
  [[1, 2, 3], [10], -8],
  [[1, 2], [1], 0.5],
  [[], [1], 'too_few'],
])('the medians of %j and %j differ by %s', (a, b, wanted) => {
  expect(shown(medianDifference(sorted(a), sorted(b)))).toBe(wanted);
});

describe('Mann–Whitney U', () => {
  it('is wilcox.test without exact p, with correction (reference.R, reference.py)', () => {
    for (const [other, statistic, p] of [
      [H, 548, 0.299594301732347],
      [farH, 315.5, 2.40481229907071e-4],
      [H.map((value) => value + 1000), 59, 4.735522386807022e-11],
    ] as const) {
      const found = mannWhitney(pairWins(G, other));
      if (found.reason !== null) throw new Error(found.reason);
      expect(found.statistic).toBe(statistic);
      expectNear(found.p, p);
    }
  });
  it('where nothing differs in the middle is 1, not more', () => {
    expect(mannWhitney(wins([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]))).toEqual({ reason: null, n: 10, statistic: 12.5, p: 1 });
  });
  it.each([
    [[1, 2, 3, 4], [1, 2, 3, 4, 5, 6], 'too_few'],
    [[2, 2, 2, 2, 2], [2, 2, 2, 2, 2, 2, 2], 'constant'],
    [[], [], 'too_few'],
  ])('of %j and %j is none: %s', (a, b, reason) => {
    expect(mannWhitney(wins(a, b))).toEqual({ reason, n: a.length + b.length });
  });
});

describe('Kolmogorov–Smirnov D', () => {
  it('is ks.test without exact p (reference.R; digits by reference.py)', () => {
    for (const [other, statistic, p] of [
      [H, 0.16875, 0.6919947625344176],
      [farH, 0.4, 0.0067667000571644854],
      [H.map((value) => value + 1000), 0.95, 2.3174086346644266e-14],
    ] as const) {
      const found = kolmogorovSmirnov(G, other);
      if (found.reason !== null) throw new Error(found.reason);
      expect(found.statistic).toBeCloseTo(statistic, 14);
      expectNear(found.p, p);
    }
  });
  it.each([
    [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], 0, 1],
    [[2, 2, 2, 2, 2], [2, 2, 2, 2, 2, 2], 0, 1],
  ])('of %j and %j is %d, p %d', (a, b, statistic, p) => {
    expect(kolmogorovSmirnov(sorted(a), sorted(b))).toEqual({ reason: null, n: a.length + b.length, statistic, p });
  });
  it('of fewer than five in a group is none', () => {
    expect(kolmogorovSmirnov(sorted([1, 2, 3, 4]), G)).toEqual({ reason: 'too_few', n: 44 });
  });
  it('is the largest gap between the two distributions', () => {
    const five = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 25 });
    fc.assert(
      fc.property(five, five, (a, b) => {
        const share = (values: readonly number[], at: number): number => values.filter((value) => value <= at).length / values.length;
        const found = kolmogorovSmirnov(sorted(a), sorted(b));
        if (found.reason !== null) throw new Error(found.reason);
        expect(found.statistic).toBeCloseTo(Math.max(...[...a, ...b].map((at) => Math.abs(share(a, at) - share(b, at)))), 14);
        expect(found.p).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('several groups', () => {
  // reference.R: forty, thirty-two, and ten twice.
  const K = [12, 5, 30, 75, 120, 8, 60, 45, 45, 300];
  const values = column([...G, ...H, ...K, ...K.map((value) => value + 200)]);
  const groups = Int32Array.from(values, (_, row) => (row < 40 ? 0 : row < 72 ? 1 : row < 82 ? 2 : 3));

  it('are those of kruskal.test (reference.R)', () => {
    const found = kruskalWallis(rankSums(values, groups, 4, LEAST_FOR_TEST));
    if (found.reason !== null) throw new Error(found.reason);
    expectNear(found.h, 11.77610177734159258);
    expectNear(found.p, 0.00819085216310738);
    expect([found.freedom, found.n]).toEqual([3, 92]);
    // H ÷ (n − 1).
    expectNear(found.epsilon2, 11.77610177734159258 / 91);
  });
  it('two by two are Dunn’s, with Holm (reference.R)', () => {
    const wanted = [
      [0, 1, -1.107203046499055, 0.26820615069299547, 0.5364123013859909],
      [0, 2, 0.704653930963768, 0.48102562746896871, 0.5364123013859909],
      [0, 3, -3.104715816126077, 0.00190461922659087, 0.0114277153595452],
      [1, 2, 1.412506361240673, 0.15780091898590015, 0.4734027569577005],
      [1, 3, -2.305057852832241, 0.02116333354920459, 0.0846533341968184],
      [2, 3, -3.011571212635871, 0.00259899433113964, 0.0129949716556982],
    ] as const;
    const pairs = dunn(rankSums(values, groups, 4, LEAST_FOR_TEST));
    expect(pairs.map(({ a, b }) => [a, b])).toEqual(wanted.map(([a, b]) => [a, b]));
    pairs.forEach(({ z, p, adjusted }, at) => [z, p, adjusted].forEach((number, i) => expectNear(number, wanted[at]![i + 2]!)));
  });
  it('too small are left out of the ranks, and counted', () => {
    const more = column([...values, 7, 8, null, 9, Infinity]);
    const codes = Int32Array.from(more, (_, row) => groups[row] ?? [4, 4, 4, -1, 4][row - 92]!);
    const found = rankSums(more, codes, 6, LEAST_FOR_TEST);
    expect(found).toEqual({ ...rankSums(values, groups, 4, LEAST_FOR_TEST), smallFirms: 2, smallGroups: 1 });
    expect(found.groups).toEqual([0, 1, 2, 3]);
  });
  it.each([
    [[], [], 'too_few'],
    [[1, 2, 3, 4, 5], [0, 0, 0, 0, 0], 'too_few'],
    [[4, 4, 4, 4, 4, 4], [0, 0, 0, 1, 1, 1], 'constant'],
  ])('%j in %j have neither: %s', (given, codes, reason) => {
    const sums = rankSums(column(given), Int32Array.from(codes), 2, 2);
    expect(kruskalWallis(sums)).toEqual({ reason, n: given.length });
    expect(dunn(sums)).toEqual([]);
  });
  it('two of them give the H that is the square of z', () => {
    const sums = rankSums(values.subarray(0, 72), groups.subarray(0, 72), 2, LEAST_FOR_TEST);
    const [h, [pair]] = [kruskalWallis(sums), dunn(sums)];
    if (h.reason !== null) throw new Error(h.reason);
    expectNear(h.h, pair!.z ** 2);
  });
});

describe('Holm', () => {
  it.each([
    [[], []],
    [[0.04], [0.04]],
    // p.adjust of R (reference.R).
    [
      [0.01, 0.02, 0.03, 0.04, 0.005],
      [0.04, 0.06, 0.06, 0.06, 0.025],
    ],
    [
      [0.6, 0.7],
      [1, 1],
    ],
  ])('of %j is %j', (ps, wanted) => {
    holm(ps).forEach((p, at) => expect(p).toBeCloseTo(wanted[at]!, 15));
    expect(holm(ps).length).toBe(wanted.length);
  });
});
