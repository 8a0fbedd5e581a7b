import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Guard, hideParts, isDominated } from '../../../scoring/distribution/guard-counts';
import { determined, LIMITS } from './guard-given';

const guard = (): Guard => new Guard(LIMITS);
const marked = (parts: readonly number[], marks?: readonly boolean[]): [string, boolean] => {
  const { hidden, totalStands } = hideParts(guard(), parts, marks);
  return [hidden.map((hides) => (hides ? '×' : '·')).join(''), totalStands];
};

describe('hideParts', () => {
  it.each<[string, number[], string, boolean]>([
    ['nobody is small', [0, 5, 9], '···', true],
    ['one small takes the smallest other with it', [3, 20, 8], '×·×', true],
    ['two small ones that are enough together stand alone', [3, 20, 4], '×·×', true],
    ['two small ones that are not enough take a third', [1, 20, 2, 9], '×·××', true],
    ['nobody helps to hide nobody', [3, 0, 0, 20], '×··×', true],
    ['alone it gives the sum away', [3, 0, 0], '×··', false],
    ['all are small, and together too', [1, 2], '××', false],
    ['what is hidden already stays hidden, and takes nobody', [NaN, NaN, 30], '××·', true],
    ['nothing to add up', [], '', true],
  ])('%s', (_, parts, wanted, stands) => {
    expect(marked(parts)).toEqual([wanted, stands]);
  });

  it('a part marked for another reason is hidden like a small one', () => {
    expect(marked([30, 20, 10], [true, false, false])).toEqual(['×·×', true]);
  });

  it('what the hidden have together must not be small in any column', () => {
    // Of the first two together two remain: the third goes, too.
    const { hidden } = hideParts(
      guard(),
      [10, 11, 12, 50],
      [true, true, false, false],
      [
        [10, 11, 12, 50],
        [1, 1, 3, 40],
      ],
    );
    expect(hidden).toEqual([true, true, true, false]);
  });

  it('says how many were small and how many went with them', () => {
    const one = guard();
    hideParts(one, [3, 1, 20, 8, 0]);
    expect(one.hidden).toEqual([
      { what: 'small', count: 2 },
      { what: 'second', count: 1 },
    ]);
  });

  it('no hidden part can be had by subtraction, nor all of them together be small', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 }), (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const { hidden, totalStands } = hideParts(guard(), parts);
        const at = parts.flatMap((_, part) => (hidden[part] ? [part] : []));
        expect(parts.every((part, place) => hidden[place] || part === 0 || part >= 5)).toBe(true);
        if (total >= 5) expect(totalStands).toBe(true);
        if (!totalStands || at.length === 0) return;
        expect(determined([at.map(() => 1)], at.length)).toEqual([]);
        expect(at.reduce((sum, part) => sum + parts[part]!, 0)).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});

// The example of the handbook (Hundepool et al. 2012, 4.2.2): 50,000 and 49,000 of 100,000 pass (1, 90) dominance and fail p %.
it.each<[string, number, number, number, boolean]>([
  ['49,000 and a remainder of 1,000 give 50,000 away', 50_000, 49_000, 1_000, true],
  ['a remainder of a tenth is enough', 50_000, 45_000, 5_000, false],
  ['of nothing there is nothing to find', 0, 0, 0, false],
])('isDominated: %s', (_, largest, second, rest, wanted) => {
  expect(isDominated(guard(), largest, second, rest)).toBe(wanted);
});
