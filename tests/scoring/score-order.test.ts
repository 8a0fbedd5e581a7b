import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortByScore } from '../../scoring/score-order';

function sorted(list: readonly number[]): { scores: number[]; places: number[] } {
  const to = { scores: new Float64Array(list.length), places: new Int32Array(list.length) };
  sortByScore({ scores: Float64Array.from(list), places: Int32Array.from(list.keys()) }, to);
  return { scores: [...to.scores], places: [...to.places] };
}

it.each([
  [[2, 3, 1], [3, 2, 1], [1, 0, 2], 'best first'],
  [[5, 7, 5, 7], [7, 7, 5, 5], [1, 3, 0, 2], 'equal scores keep their order'],
  [[4, 4], [4, 4], [0, 1], 'all the same'],
  [[], [], [], 'nobody'],
])('%j becomes %j from places %j: %s', (list, scores, places) => {
  expect(sorted(list)).toEqual({ scores, places });
});

it('sorts a crowd that an outlier or float noise pushes onto one step as a stable comparison sort does', () => {
  const score = fc.oneof(
    fc.constantFrom(1e300, 0.1 + 0.2, 0.3, 50, 50 + 1e-13, 50 - 1e-13),
    fc.integer({ min: 0, max: 40 }).map((step) => 60 + step * 1e-12),
    fc.double({ min: 0, max: 100, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(score, { maxLength: 300, size: 'max' }), (list) => {
      expect(sorted(list).places).toEqual([...list.keys()].sort((a, b) => list[b]! - list[a]! || a - b));
    }),
    { numRuns: 100 },
  );
});
