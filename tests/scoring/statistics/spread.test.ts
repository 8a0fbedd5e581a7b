import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOfSorted } from '../../../scoring/statistics/box';
import { ecdfOfSorted, percentileAt, placeOf, shareUpTo } from '../../../scoring/statistics/ecdf';
import { letterValuesOfSorted } from '../../../scoring/statistics/letter-values';
import { quantileOfSorted } from '../../../scoring/statistics/quantile';
import { sortedByGroup } from '../../../scoring/statistics/sorted-groups';
import { summaryOfSorted } from '../../../scoring/statistics/summary';
import { column, G, shown } from './shown';

const counted = (n: number): Float64Array => Float64Array.from({ length: n }, (_, at) => at + 1);

it('the middle of two values too far apart to subtract is still between them', () => {
  expect(quantileOfSorted(column([-1.7e308, 1.7e308]), 0.5).value).toBe(0);
  expect(quantileOfSorted(column([-1.7e308, 1.7e308]), 1).value).toBe(1.7e308);
});

describe('a summary', () => {
  const numbers = (values: readonly number[]) => {
    const { n, zero, negative, mean, deviation, quantiles } = summaryOfSorted(column(values), [0.25, 0.5]);
    return [n, zero, negative, shown(mean), shown(deviation), ...quantiles.map(shown)];
  };
  it.each([
    [[], [0, 0, 0, 'too_few', 'too_few', 'too_few', 'too_few']],
    [[4], [1, 0, 0, 4, 'too_few', 4, 4]],
    [
      [-2, 0, 0, 6],
      [4, 2, 1, 1, Math.sqrt(12), -0.5, 0],
    ],
    [
      [1e308, 1.5e308],
      [2, 0, 0, 'not_finite', 0.25e308 * Math.SQRT2, 1.125e308, 1.25e308],
    ],
  ])('of %j is %j', (values, wanted) => {
    expect(numbers(values)).toEqual(wanted);
  });
});

describe('a column by groups', () => {
  it('is sorted in each, with who has no value and who no group', () => {
    const { groups, missing, ungrouped } = sortedByGroup(
      column([3, 1, null, 2, Infinity, 9, null]),
      Int32Array.of(0, 0, 0, 2, 2, -1, -1),
      3,
    );
    expect(groups.map((group) => Array.from(group))).toEqual([[1, 3], [], [2]]);
    expect([Array.from(missing), ungrouped]).toEqual([[1, 0, 1], 2]);
  });
  it('of none has none', () => {
    expect(sortedByGroup(column([]), new Int32Array(0), 0)).toEqual({ groups: [], missing: new Int32Array(0), ungrouped: 0 });
  });
});

describe('the empirical distribution', () => {
  it.each([
    [[], [], []],
    [[7], [7], [1]],
    [
      [1, 2, 2, 5],
      [1, 2, 5],
      [0.25, 0.75, 1],
    ],
    [[3, 3, 3], [3], [1]],
  ])('of %j steps at %j to %j', (values, steps, shares) => {
    const ecdf = ecdfOfSorted(column(values), 100);
    expect([Array.from(ecdf.values), Array.from(ecdf.shares)]).toEqual([steps, shares]);
    expect([ecdf.n, ecdf.distinct]).toEqual([values.length, steps.length]);
  });
  it('thinned keeps the ends, moves no step and is no longer than asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 200 }), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 2, max: 30 }),
        (values, most) => {
          const sorted = column(values).sort();
          const { values: steps, shares, distinct } = ecdfOfSorted(sorted, most);
          expect(distinct).toBe(new Set(values).size);
          expect(steps.length).toBeLessThanOrEqual(most);
          expect([steps[0], steps.at(-1), shares.at(-1)]).toEqual([sorted[0], sorted.at(-1), 1].slice(0, 3));
          steps.forEach((step, at) => {
            expect(shares[at]).toBe(values.filter((value) => value <= step).length / values.length);
            if (at > 0) expect(step).toBeGreaterThan(steps[at - 1]!);
          });
        },
      ),
    );
  });
  it('thinned to twenty of a thousand leaves no step higher than a tenth', () => {
    const { shares } = ecdfOfSorted(
      counted(1000).map((value) => value ** 4),
      20,
    );
    shares.forEach((share, at) => expect(share - (shares[at - 1] ?? 0)).toBeLessThan(0.12));
  });
});

describe('the place of a firm', () => {
  it.each([
    // Of 1 2 2 5: a firm at 2 has one below, two equal (itself and one more), one above.
    [2, 1, 2, 1, 0.75, 0.5],
    [1, 0, 1, 3, 0.25, 0.125],
    [5, 3, 1, 0, 1, 0.875],
    [3, 3, 0, 1, 0.75, 0.75],
    [9, 4, 0, 0, 1, 1],
  ])('at %d: %d below, %d equal, %d above', (value, below, equal, above, share, percentile) => {
    const place = placeOf(column([1, 2, 2, 5]), value);
    expect(place).toEqual({ n: 4, below, equal, above });
    expect([shown(shareUpTo(place)), shown(percentileAt(place))]).toEqual([share, percentile]);
  });
  it('among nobody is none, and of a missing value is not asked', () => {
    expect([shown(shareUpTo(placeOf(column([]), 1))), shown(percentileAt(placeOf(column([]), 1)))]).toEqual(['too_few', 'too_few']);
    expect(() => placeOf(G, NaN)).toThrow('NaN');
  });
  it('where all are equal is the middle', () => {
    expect(percentileAt(placeOf(column([3, 3, 3]), 3)).value).toBe(0.5);
  });
});

describe('the box', () => {
  it('has quartiles of type 7 and whiskers at the last firm within 1.5 IQR (reference.R)', () => {
    expect(boxOfSorted(G)).toEqual({ reason: null, n: 40, lower: 19.5, median: 51, upper: 157.5, low: 0, high: 360, below: 0, above: 5 });
  });
  it.each([
    [[], { reason: 'too_few', n: 0 }],
    [[4], { reason: null, n: 1, lower: 4, median: 4, upper: 4, low: 4, high: 4, below: 0, above: 0 }],
    [[4, 8], { reason: null, n: 2, lower: 5, median: 6, upper: 7, low: 4, high: 8, below: 0, above: 0 }],
    [[2, 2, 2], { reason: null, n: 3, lower: 2, median: 2, upper: 2, low: 2, high: 2, below: 0, above: 0 }],
    // IQR 2: fences −1 and 7; 7 is still within, 7.1 not.
    [[1, 2, 3, 4, 7], { reason: null, n: 5, lower: 2, median: 3, upper: 4, low: 1, high: 7, below: 0, above: 0 }],
    [[-2, 2, 3, 4, 7.1], { reason: null, n: 5, lower: 2, median: 3, upper: 4, low: 2, high: 4, below: 1, above: 1 }],
  ])('of %j is %j', (values, wanted) => {
    expect(boxOfSorted(column(values))).toEqual(wanted);
  });
});

describe('letter values', () => {
  const lettersOf = (n: number) =>
    letterValuesOfSorted(counted(n)).letters.map(({ letter, depth, lower, upper }) => [letter, depth, lower, upper]);
  it.each([
    [1, [['M', 1, 1, 1]]],
    [2, [['M', 1.5, 1.5, 1.5]]],
    [15, [['M', 8, 8, 8]]],
    // ⌊log₂(31 ÷ 7.6832)⌋ + 1 = 3.
    [
      31,
      [
        ['M', 16, 16, 16],
        ['F', 8.5, 8.5, 23.5],
        ['E', 4.5, 4.5, 27.5],
      ],
    ],
    // Depths 50.5, 25.5, 13, 7: Tukey's rule of halving what the depth above leaves whole.
    [
      100,
      [
        ['M', 50.5, 50.5, 50.5],
        ['F', 25.5, 25.5, 75.5],
        ['E', 13, 13, 88],
        ['D', 7, 7, 94],
      ],
    ],
  ])('of 1…%d are %j', (n, wanted) => {
    expect(lettersOf(n)).toEqual(wanted);
  });
  it('the fourths of an even number are the hinges of R’s fivenum (reference.R)', () => {
    const { letters, n, below, above } = letterValuesOfSorted(G);
    expect(letters.slice(0, 2)).toEqual([
      { letter: 'M', depth: 20.5, lower: 51, upper: 51 },
      { letter: 'F', depth: 10.5, lower: 19, upper: 165 },
    ]);
    // Eighths at depth 5.5: 8 … 12 and 300 … 360; five firms beyond on either side.
    expect(letters.at(-1)).toEqual({ letter: 'E', depth: 5.5, lower: 10, upper: 420 });
    expect([n, below, above]).toEqual([40, 5, 5]);
  });
  it('of nobody are none; of a million seventeen', () => {
    expect(letterValuesOfSorted(column([]))).toEqual({ n: 0, letters: [], below: 0, above: 0 });
    // log₂(1,000,000 ÷ 7.6832) = 16.99.
    expect(letterValuesOfSorted(counted(1_000_000)).letters.length).toBe(17);
  });
  it('fall below and rise above the median, one after another, and leave as many beyond as they say', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 200 }), (values) => {
        const { letters, below, above } = letterValuesOfSorted(column(values).sort());
        letters.slice(1).forEach(({ lower, upper }, at) => {
          expect(lower).toBeLessThanOrEqual(letters[at]!.lower);
          expect(upper).toBeGreaterThanOrEqual(letters[at]!.upper);
        });
        const last = letters.at(-1)!;
        expect(below).toBe(values.filter((value) => value < last.lower).length);
        expect(above).toBe(values.filter((value) => value > last.upper).length);
      }),
    );
  });
});
