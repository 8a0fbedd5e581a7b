import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stayersOf, type YearColumn } from '../../../scoring/statistics/stayers';
import { column, shown } from './shown';

const year = (rows: readonly (readonly [firm: number, value: number | null])[]): YearColumn => ({
  firms: Int32Array.from(rows, ([firm]) => firm),
  values: column(rows.map(([, value]) => value)),
});
const middle = ({ n, median, mean }: ReturnType<typeof stayersOf>['entrants']) => [n, shown(median), shown(mean)];

describe('a change between two years', () => {
  it('is that of stayers, of entrants and of leavers', () => {
    const found = stayersOf(
      year([
        [0, 10],
        [1, 20],
        [2, 60],
      ]),
      year([
        [3, 3],
        [1, 24],
        [0, 12],
      ]),
    );
    // Means 30 and 13. Stayers 15 → 18; entrants a third, 15 below; leavers a third, 45 above.
    expect(found.change).toEqual({ total: -17, stayers: 3, entrants: -5, leavers: -15 });
    expect([found.all.before.mean.value, found.all.after.mean.value]).toEqual([30, 13]);
    expect([found.all.before.median.value, found.all.after.median.value]).toEqual([20, 12]);
    expect([found.stayers.before, found.stayers.after].map((one) => [one.n, one.median.value])).toEqual([
      [2, 15],
      [2, 18],
    ]);
    expect([middle(found.entrants), middle(found.leavers)]).toEqual([
      [1, 3, 3],
      [1, 60, 60],
    ]);
  });
  it('tells a new firm from one whose earlier value is missing', () => {
    const found = stayersOf(
      year([
        [0, 1],
        [1, null],
        [2, 5],
        [4, null],
      ]),
      year([
        [0, 1],
        [1, 4],
        [2, null],
        [3, 7],
      ]),
    );
    expect([found.stayers.before.n, found.entrants.n, found.entrants.known, found.leavers.n, found.leavers.known]).toEqual([1, 2, 1, 1, 1]);
  });
  it.each([
    ['nobody', [], [], null],
    ['nobody stays', [[0, 1]], [[1, 5]], null],
    [
      'nobody comes or goes',
      [
        [0, 1],
        [1, 3],
      ],
      [
        [0, 2],
        [1, 4],
      ],
      { total: 1, stayers: 1, entrants: 0, leavers: 0 },
    ],
    ['all values are infinite', [[0, Infinity]], [[0, 1]], null],
    ['a mean overflows', [[0, 1]], [[0, 1], [1, 1.7e308], [2, 1.7e308]], null], // prettier-ignore
  ] as const)('where %s', (_, before, after, wanted) => {
    expect(stayersOf(year(before), year(after)).change).toEqual(wanted);
  });
  it('of a group of nobody has no middle', () => {
    const { entrants, leavers } = stayersOf(year([[0, 1]]), year([[0, 2]]));
    expect([middle(entrants), middle(leavers)]).toEqual([
      [0, 'too_few', 'too_few'],
      [0, 'too_few', 'too_few'],
    ]);
  });
  it('of a firm that stands twice is a mistake of the caller', () => {
    const twice = year([
      [3, 1],
      [3, 2],
    ]);
    expect(() => stayersOf(twice, year([]))).toThrow('firm 3');
    expect(() => stayersOf(year([]), year([[-1, 2]]))).toThrow('firm -1');
  });
  it('has parts that add up to the difference of the means, and counts everyone once', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.option(fc.double({ min: -1000, max: 1000, noNaN: true }))), {
      selector: ([firm]) => firm,
    });
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const { all, stayers, entrants, leavers, change } = stayersOf(year(before), year(after));
        expect(stayers.before.n + leavers.n).toBe(all.before.n);
        expect(stayers.after.n + entrants.n).toBe(all.after.n);
        expect(change === null).toBe(stayers.before.n === 0);
        if (change === null) return;
        expect(change.stayers + change.entrants + change.leavers).toBeCloseTo(change.total, 12);
        expect(change.total).toBeCloseTo(all.after.mean.value! - all.before.mean.value!, 9);
      }),
    );
  });
});
