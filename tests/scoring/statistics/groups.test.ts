import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alpha } from '../../../scoring/statistics/alpha';
import { eigen } from '../../../scoring/statistics/jacobi';
import { principal } from '../../../scoring/statistics/principal';
import { A, B, C, column, shown } from './shown';

const turned = C.map((value) => -value);

describe('alpha', () => {
  it('is k² × mean covariance ÷ sum of all, over the nine firms with every column (reference.py)', () => {
    const answer = alpha([A, B, turned]);
    expect(answer.value).toBeCloseTo(0.9756335282651071, 12);
    expect(answer.n).toBe(9);
  });
  it.each([
    [[[1, 2, 3, 4]], 'too_few_columns'],
    [[], 'too_few_columns'],
    [
      [
        [1, 2, null],
        [2, 1, 3],
      ],
      'too_few',
    ],
    [
      [
        [1, 2, 3],
        [3, 2, 1],
      ],
      'constant',
    ],
    [
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
      1,
    ],
    // Variances 1 and 0, of the sum 1: 2 × (1 − 1) = 0.
    [
      [
        [1, 2, 3],
        [5, 5, 5],
      ],
      0,
    ],
  ])('of %j is %s', (columns, wanted) => {
    const got = shown(alpha(columns.map(column)));
    if (typeof wanted === 'number') expect(got).toBeCloseTo(wanted, 12);
    else expect(got).toBe(wanted);
  });
  it('falls below 0 where a column points the other way', () => {
    expect(alpha([A, B, C]).value).toBeLessThan(0);
  });
});

describe('eigenvalues', () => {
  it('of the correlations of USArrests explain 62.0, 24.7, 8.9 and 4.3 % (James et al., An Introduction to Statistical Learning, table 10.1 and figure 10.4)', () => {
    const { values } = eigen([
      [1, 0.8018733, 0.06957262, 0.5635788],
      [0.8018733, 1, 0.2588717, 0.6652412],
      [0.06957262, 0.2588717, 1, 0.4113412],
      [0.5635788, 0.6652412, 0.4113412, 1],
    ]);
    expect(values.map((value) => Math.round((value / 4) * 1000) / 10)).toEqual([62, 24.7, 8.9, 4.3]);
    // prcomp gives the standard deviations 1.5749, 0.9949, 0.5971, 0.4164.
    expect(values.map((value) => Math.round(Math.sqrt(value) * 1e4) / 1e4)).toEqual([1.5749, 0.9949, 0.5971, 0.4164]);
  });
  it('of nothing, of one cell and of a diagonal are read off', () => {
    expect(eigen([])).toEqual({ values: [], vectors: [] });
    expect(eigen([[5]])).toEqual({ values: [5], vectors: [[1]] });
    expect(
      eigen([
        [1, 0],
        [0, 2],
      ]).values,
    ).toEqual([2, 1]);
  });
  it('and vectors make the matrix again', () => {
    const cells = fc
      .integer({ min: 1, max: 6 })
      .chain((k) => fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: k, maxLength: k }), { minLength: k, maxLength: k }));
    fc.assert(
      fc.property(cells, (rows) => {
        const matrix = rows.map((row, i) => row.map((_, j) => (i < j ? rows[i]![j]! : rows[j]![i]!)));
        const { values, vectors } = eigen(matrix);
        matrix.forEach((row, i) =>
          row.forEach((cell, j) => {
            expect(values.reduce((sum, value, at) => sum + value * vectors[at]![i]! * vectors[at]![j]!, 0)).toBeCloseTo(cell, 9);
          }),
        );
      }),
    );
  });
  it('of a matrix that is not symmetric are not guessed', () => {
    expect(() =>
      eigen([
        [1, 2],
        [3, 1],
      ]),
    ).toThrow('not symmetric');
  });
});

describe('principal components', () => {
  it('are those of numpy over complete cases (reference.py)', () => {
    const found = principal([A, B, turned]);
    if (found.reason !== null) throw new Error(found.reason);
    expect(found.n).toBe(9);
    [2.86586315, 0.11319361, 0.02094325].forEach((value, at) => expect(found.values[at]).toBeCloseTo(value, 8));
    [0.98525226, 0.96087508, 0.98582971].forEach((value, at) => expect(found.loadings[at]).toBeCloseTo(value, 8));
  });
  it('leave a constant column out and name those that took part', () => {
    expect(principal([column([1, 2, 3, 4, 9]), column([5, 5, 5, 5, 5]), column([2, 1, 4, 3, 9])])).toMatchObject({
      reason: null,
      n: 5,
      columns: [0, 2],
    });
  });
  it.each([
    [[[1, 2, 3, 4]], 'too_few_columns'],
    [
      [
        [1, 2],
        [2, 1],
      ],
      'too_few',
    ],
    [
      [
        [1, 2, 3],
        [2, 2, 2],
      ],
      'constant',
    ],
    [[[null], [1]], 'too_few'],
  ])('of %j are refused: %s', (columns, reason) => {
    expect(principal(columns.map(column)).reason).toBe(reason);
  });
});
