import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, largestShifts, ranksOf } from '../../../scoring/compare-totals/agreement';
import { copeland } from '../../../scoring/compare-totals/copeland';
import { topsis } from '../../../scoring/compare-totals/topsis';
import { column } from '../statistics/shown';

const table = (rows: readonly (readonly (number | null)[])[]): Float64Array[] =>
  rows[0]!.map((_, at) => column(rows.map((row) => row[at]!)));

describe('TOPSIS', () => {
  it('of four fighter aircraft gives .643 .268 .613 .312 (Hwang & Yoon 1981, Multiple Attribute Decision Making, section 3.3)', () => {
    // Cost, of which less is better, stands negative: distances and length stay.
    const found = topsis(
      table([
        [2.0, 1500, 20000, -5.5, 5, 9],
        [2.5, 2700, 18000, -6.5, 3, 5],
        [1.8, 2000, 21000, -4.5, 7, 7],
        [2.2, 1800, 20000, -5.0, 5, 5],
      ]),
      [0.2, 0.1, 0.1, 0.1, 0.2, 0.3],
    );
    // Printed after rounding on the way: the third is .6135.
    [0.643, 0.268, 0.613, 0.312].forEach((value, at) => expect(Math.abs(found.values[at]! - value)).toBeLessThan(0.001));
    expect(found).toMatchObject({ reason: null, incomplete: 0 });
  });
  it('by hand: best 1, worst 0, the middle of one column a half', () => {
    expect([...topsis([column([0, 1, 2])], [3]).values]).toEqual([0, 0.5, 1]);
  });
  it.each([
    [
      'all equal',
      [
        [2, 2, 2],
        [5, 5, 5],
      ],
      [1, 1],
      'constant',
      0,
    ],
    ['equal but for rounding', [[0.3, 0.1 + 0.2]], [1], 'constant', 0],
    ['all zero', [[0, 0]], [1], 'constant', 0],
    ['one firm', [[4]], [1], 'constant', 0],
    ['no weight', [[1, 2]], [0], 'no_weight', 0],
    ['no column', [], [], 'no_weight', 0],
    [
      'nobody complete',
      [
        [1, null],
        [null, 2],
      ],
      [1, 1],
      'incomplete',
      2,
    ],
  ])('%s: no list', (_, columns, weights, reason, incomplete) => {
    const found = topsis(columns.map(column), weights);
    expect([...found.values].every(Number.isNaN)).toBe(true);
    expect(found).toMatchObject({ reason, incomplete });
  });
  it('a firm with a gap is left out and moves nobody; a gap of weight 0 does not matter', () => {
    const found = topsis([column([0, 1, 2, 99]), column([1, 2, 1, null])], [1, 1]);
    expect(found.incomplete).toBe(1);
    expect(found.values[3]).toBeNaN();
    expect([...found.values.subarray(0, 3)]).toEqual([...topsis([column([0, 1, 2]), column([1, 2, 1])], [1, 1]).values]);
    expect(topsis([column([0, 1, 2]), column([1, null, 1])], [1, 0]).incomplete).toBe(0);
  });
  it('weights that do not fit are a mistake of the caller', () => {
    expect(() => topsis([column([1])], [1, 2])).toThrow('do not fit');
    expect(() => topsis([column([1])], [-1])).toThrow('do not fit');
  });
});

describe('Copeland', () => {
  it('by hand: A beats B on two of three, B beats C, C beats A — a circle, all even', () => {
    const found = copeland(
      table([
        [3, 2, 1],
        [2, 1, 3],
        [1, 3, 2],
      ]),
      [1, 1, 1],
    );
    expect([...found.scores]).toEqual([0, 0, 0]);
  });
  it('by hand: the heavier indicator decides', () => {
    // A over B by 0.6; C below both everywhere.
    expect([
      ...copeland(
        table([
          [9, 1],
          [5, 5],
          [0, 0],
        ]),
        [3, 2],
      ).scores,
    ]).toEqual([2, 0, -2]);
  });
  it('exactly half the weight is even, ties count half to each', () => {
    expect([
      ...copeland(
        table([
          [1, 0],
          [0, 1],
        ]),
        [1, 1],
      ).scores,
    ]).toEqual([0, 0]);
    expect([
      ...copeland(
        table([
          [1, 1],
          [1, 0],
        ]),
        [3, 1],
      ).scores,
    ]).toEqual([1, -1]);
    expect([...copeland(table([[0.1 + 0.2], [0.3]]), [1]).scores]).toEqual([0, 0]);
  });
  it('a pair with less than half the weight in common is undefined', () => {
    const rows = [
      [5, null, null],
      [1, 9, null],
      [null, null, 1],
    ];
    // A and B share 0.5; neither shares anything with C.
    expect(copeland(table(rows), [2, 1, 1])).toMatchObject({ undefinedPairs: 2, pairs: 3, reason: null });
    expect([...copeland(table(rows), [2, 1, 1]).scores]).toEqual([1, -1, 0]);
    expect(copeland(table(rows), [1, 1, 1]).undefinedPairs).toBe(3);
  });
  it('no row order matters, gaps or not', () => {
    const cell = fc.option(fc.integer({ min: 0, max: 3 }), { freq: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 8 }), (rows) => {
        const weights = [3, 2, 2];
        const plain = [...copeland(table(rows), weights).scores];
        const turned = [...copeland(table([...rows].reverse()), weights).scores].reverse();
        expect(turned).toEqual(plain);
        expect(plain.reduce((sum, score) => sum + score, 0)).toBe(0);
      }),
    );
  });
  it.each([
    ['no weight', [[1, 2]], [0], 'no_weight'],
    ['nothing', [], [], 'no_weight'],
    ['too many', [new Array<number>(3001).fill(1)], [1], 'too_many'],
  ])('%s: refused', (_, columns, weights, reason) => {
    expect(copeland(columns.map(column), weights).reason).toBe(reason);
  });
  it('3,000 firms are still compared', () => {
    const found = copeland([Float64Array.from({ length: 3000 }, (_, at) => at)], [1]);
    expect(found.reason).toBeNull();
    expect([found.scores[0], found.scores[2999]]).toEqual([-2999, 2999]);
  });
});

describe('how far two lists agree', () => {
  it.each([
    [
      [9, 7, 7, 1],
      [1, 2, 2, 4],
    ],
    [
      [0.3, 0.1 + 0.2],
      [1, 1],
    ],
    [
      [5, null, 8],
      [2, 0, 1],
    ],
    [[], []],
  ])('ranks of %j are %j', (values, ranks) => {
    expect([...ranksOf(column(values))]).toEqual(ranks);
  });
  it('by hand', () => {
    const [a, b] = [Int32Array.of(1, 2, 3, 4), Int32Array.of(2, 1, 3, 4)];
    // Of six pairs one is turned: τ = (5 − 1) ÷ 6.
    const found = agreementOf(a, b, [1, 2]);
    expect(found.tau.value).toBeCloseTo(4 / 6, 12);
    expect(found).toMatchObject({
      overlaps: [
        { top: 1, both: 0, of: 1 },
        { top: 2, both: 2, of: 2 },
      ],
      same: 2,
      meanShift: 0.5,
      mostShift: 1,
    });
  });
  it('a tie at the cut makes the list longer, and that is said', () => {
    expect(agreementOf(Int32Array.of(1, 2, 3), Int32Array.of(1, 1, 3), [1]).overlaps).toEqual([{ top: 1, both: 1, of: 2 }]);
  });
  it('of nobody nothing is said', () => {
    expect(agreementOf(new Int32Array(0), new Int32Array(0), [10])).toMatchObject({
      tau: { value: null, reason: 'too_few' },
      meanShift: 0,
      same: 0,
    });
  });
  it('the largest shifts come first, and those that stay are not among them', () => {
    expect(largestShifts(Int32Array.of(1, 2, 3, 4), Int32Array.of(1, 4, 2, 3), 2)).toEqual([1, 2]);
    expect(largestShifts(Int32Array.of(1, 2), Int32Array.of(1, 2), 9)).toEqual([]);
  });
});
