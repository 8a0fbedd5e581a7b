import { describe, expect, it } from 'vitest';
import { found, refused } from '../../../scoring/statistics/answer';
import { clusterOrder } from '../../../scoring/statistics/cluster-order';
import type { CorrelationMatrix } from '../../../scoring/statistics/correlation-matrix';

/** From the lower triangle, row by row; null is a pair without a number. */
const matrix = (...rows: readonly (readonly (number | null)[])[]): CorrelationMatrix => ({
  kind: 'pearson',
  size: rows.length + 1,
  pairs: rows.flat().map((value) => (value === null ? refused('constant', 9) : found(value, 9))),
});

describe('columns by likeness', () => {
  // The matrix of reference.R.
  const five = matrix([0.9], [0.1, 0.15], [-0.2, -0.1, 0.3], [0.05, 0, 0.6, -0.7]);
  it('join as hclust(method = "average") joins them, against counted as along (reference.R)', () => {
    const { steps } = clusterOrder(five);
    const sorted = steps.map(({ left, right }) => [left.toSorted(), right.toSorted()]);
    expect(sorted).toEqual([
      [[0], [1]],
      [[3], [4]],
      [[2], [3, 4]],
      [
        [0, 1],
        [2, 3, 4],
      ],
    ]);
    [0.1, 0.3, 0.55, 0.9].forEach((height, at) => expect(steps[at]!.distance).toBeCloseTo(height, 12));
  });
  it('are turned so that the nearest ends meet', () => {
    // 2 is nearer to 4 (0.4) than to 3 (0.7): it stands beside 4; of the ends 0 and 1 against 2 and 3, 0 and 3 are nearest (0.8).
    expect(clusterOrder(five).order).toEqual([1, 0, 3, 4, 2]);
  });
  it('without a number between them are as far apart as can be', () => {
    expect(clusterOrder(matrix([null], [0.2, null])).steps.map(({ left, right, distance }) => [left, right, distance])).toEqual([
      [[0], [2], 0.8],
      [[0, 2], [1], 1],
    ]);
  });
  it('all alike keep their order', () => {
    expect(clusterOrder(matrix([1], [1, 1], [1, 1, 1])).order).toEqual([0, 1, 2, 3]);
    expect(clusterOrder(matrix([null], [null, null])).order).toEqual([0, 1, 2]);
  });
  it('of none and of one are what they are', () => {
    expect(clusterOrder({ kind: 'pearson', size: 0, pairs: [] })).toEqual({ order: [], steps: [] });
    expect(clusterOrder({ kind: 'pearson', size: 1, pairs: [] })).toEqual({ order: [0], steps: [] });
  });
});
