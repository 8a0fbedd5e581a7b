import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendall } from '../../../scoring/compare/kendall';
import { medianOf } from '../../../scoring/compare/median';
import { topOverlap } from '../../../scoring/compare/top-overlap';

const ranks = (list: readonly number[]): Int32Array => Int32Array.from(list);

describe('kendall', () => {
  it.each([
    [[1, 2, 3], [1, 2, 3], 1],
    [[1, 2, 3], [3, 2, 1], -1],
    // 6 pairs, one of them turned: (5 − 1) ÷ 6.
    [[1, 2, 3, 4], [2, 1, 3, 4], 4 / 6],
    // One pair tied in a: P = 2, Q = 0, √((3 − 1) · 3).
    [[1, 1, 3], [1, 2, 3], 2 / Math.sqrt(6)],
  ])('of %j and %j is %d', (a, b, wanted) => {
    expect(kendall(ranks(a), ranks(b)).tau).toBeCloseTo(wanted, 14);
  });
  it.each([
    [[], [], 'too_few'],
    [[1], [1], 'too_few'],
    [[1, 1, 1], [1, 2, 3], 'constant'],
    [[1, 2], [1, 1], 'constant'],
  ])('of %j and %j is none: %s', (a, b, reason) => {
    expect(kendall(ranks(a), ranks(b))).toEqual({ tau: null, n: a.length, reason });
  });
  it('refuses what is no rank', () => {
    expect(() => kendall(ranks([0, 1]), ranks([1, 2]))).toThrow('rank 0');
    expect(() => kendall(ranks([1]), ranks([1, 2]))).toThrow('1 and 2');
  });

  const scipy = JSON.parse(readFileSync(new URL('kendall-scipy.json', import.meta.url), 'utf8')) as {
    a: number[];
    b: number[];
    tau: number | null;
  }[];
  it.each(scipy.map((one) => [one.a.length, one] as const))('agrees with scipy.stats.kendalltau on %i firms', (_, { a, b, tau }) => {
    const found = kendall(ranks(a), ranks(b)).tau;
    if (tau === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(tau, 12);
  });

  it('is what counting every pair gives', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 40 }), (pairs) => {
        const { tau } = kendall(ranks(pairs.map(([a]) => a)), ranks(pairs.map(([, b]) => b)));
        let [balance, untiedA, untiedB] = [0, 0, 0];
        pairs.forEach(([a, b], i) => {
          for (const [c, d] of pairs.slice(i + 1)) {
            balance += Math.sign(a - c) * Math.sign(b - d);
            untiedA += a === c ? 0 : 1;
            untiedB += b === d ? 0 : 1;
          }
        });
        if (untiedA === 0 || untiedB === 0) expect(tau).toBeNull();
        else expect(tau).toBeCloseTo(balance / Math.sqrt(untiedA * untiedB), 12);
      }),
    );
  });
});

describe('topOverlap', () => {
  it('is the share of the first k that stay', () => {
    // Firms 1, 2, 3 against firms 2, 3, 4.
    expect(topOverlap(ranks([1, 2, 3, 4]), ranks([4, 1, 2, 3]), 3)).toEqual({ k: 3, a: 3, b: 3, both: 2, share: 2 / 3 });
  });
  it('lets in whoever shares the rank at the cut, and measures by the longer list', () => {
    // Two firms share rank 2: a list of 2 has three firms, of which the other has two.
    expect(topOverlap(ranks([1, 2, 2, 4]), ranks([1, 2, 3, 4]), 2)).toEqual({ k: 2, a: 3, b: 2, both: 2, share: 2 / 3 });
  });
  it('leaves out the unranked', () => {
    expect(topOverlap(ranks([1, 0, -1]), ranks([0, 1, 2]), 5)).toEqual({ k: 5, a: 1, b: 2, both: 0, share: 0 });
  });
  it('of nobody is none, and of no list an error', () => {
    expect(topOverlap(ranks([0]), ranks([-1]), 3).share).toBeNull();
    expect(() => topOverlap(ranks([]), ranks([]), 0)).toThrow('top 0');
  });
});

describe('medianOf', () => {
  it.each([
    [[], null],
    [[4], 4],
    [[9, 1, 4], 4],
    [[0, 0, 7], 0],
    [[0, 1], 0.5],
    [[4, 1, 10, 2], 3],
  ])('%j has the middle %j', (values, wanted) => {
    expect(medianOf(Int32Array.from(values))).toBe(wanted);
  });
});
