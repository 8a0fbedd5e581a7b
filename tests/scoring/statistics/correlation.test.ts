import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationMatrix, correlator, pairAt, type CorrelationKind } from '../../../scoring/statistics/correlation-matrix';
import { A, B, C, column, shown } from './shown';

const correlation = (x: Float64Array, y: Float64Array, kind: CorrelationKind) => correlator([x, y], kind)(0, 1);
const KINDS = ['pearson', 'spearman', 'kendall'] as const;

describe('correlations of twelve firms with ties and gaps are those of scipy over the pairs present', () => {
  // reference.py: B with A, C with A, C with B.
  const wanted: Readonly<Record<CorrelationKind, readonly number[]>> = {
    pearson: [0.913838905073, -0.978642827424, -0.902560771317],
    spearman: [0.820468826399, -0.963190184049, -0.895129946964],
    kendall: [0.64303943611, -0.906976744186, -0.753410574957],
  };
  it.each(KINDS)('%s', (kind) => {
    const { pairs } = correlationMatrix([A, B, C], kind);
    pairs.forEach(({ value, n }, at) => {
      expect(value).toBeCloseTo(wanted[kind][at]!, 11);
      expect(n).toBe(10);
    });
  });
});

describe.each(KINDS)('%s', (kind) => {
  it.each([
    [[], [], 'too_few', 0],
    [[1, 2], [2, 1], 'too_few', 2],
    [[1, 2, null, 4], [1, null, 3, 4], 'too_few', 2],
    [[1, 2, 3], [5, 5, 5], 'constant', 3],
    // The second varies only where the first is missing.
    [[1, 2, 3, null], [5, 5, 5, 6], 'constant', 3],
    [[1, 2, 3], [4, 5, 6], 1, 3],
    [[1, 2, 3], [6, 5, 4], -1, 3],
    [[1, 2, Infinity, 3], [6, 5, 0, 4], -1, 3],
  ])('of %j and %j is %s with n = %d', (x, y, wanted, n) => {
    const answer = correlation(column(x), column(y), kind);
    if (typeof wanted === 'number') expect(answer.value).toBeCloseTo(wanted, 12);
    else expect(shown(answer)).toBe(wanted);
    expect(answer.n).toBe(n);
  });

  const cells = fc.array(fc.tuple(fc.option(fc.integer({ min: -3, max: 3 })), fc.option(fc.integer({ min: -3, max: 3 }))), {
    maxLength: 30,
  });
  const split = (pairs: readonly (readonly [number | null, number | null])[]) =>
    [column(pairs.map(([x]) => x)), column(pairs.map(([, y]) => y))] as const;

  it('does not care which comes first, nor for the order of rows, a shift or a scale; turned round it changes sign', () => {
    fc.assert(
      fc.property(cells, (pairs) => {
        const [x, y] = split(pairs);
        const plain = correlation(x, y, kind);
        const same = [
          correlation(y, x, kind),
          correlation(...split([...pairs].reverse()), kind),
          correlation(
            x.map((value) => 2 * value + 7),
            y,
            kind,
          ),
        ];
        const turned = correlation(
          x.map((value) => -value),
          y,
          kind,
        );
        expect([...same, turned].map(({ reason, n }) => [reason, n])).toEqual([...same, turned].map(() => [plain.reason, plain.n]));
        if (plain.value === null) return;
        for (const other of same) expect(other.value).toBeCloseTo(plain.value, 9);
        expect(turned.value).toBeCloseTo(-plain.value, 9);
        expect(Math.abs(plain.value)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('Spearman of columns without gaps is that of the same firms and one that has neither', () => {
  const cells = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { maxLength: 40 });
  fc.assert(
    fc.property(cells, (pairs) => {
      const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
      expect(correlation(column(x), column(y), 'spearman')).toEqual(correlation(column([...x, null]), column([...y, null]), 'spearman'));
    }),
  );
});

it('Kendall counted in a tree is Kendall counted pair by pair', () => {
  const cells = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { minLength: 3, maxLength: 40 });
  fc.assert(
    fc.property(cells, (pairs) => {
      let [net, apartX, apartY] = [0, 0, 0];
      for (let i = 0; i < pairs.length; i++) {
        for (let j = 0; j < i; j++) {
          const dx = Math.sign(pairs[i]![0] - pairs[j]![0]);
          const dy = Math.sign(pairs[i]![1] - pairs[j]![1]);
          net += dx * dy;
          apartX += dx * dx;
          apartY += dy * dy;
        }
      }
      const { value, reason } = correlation(column(pairs.map(([x]) => x)), column(pairs.map(([, y]) => y)), 'kendall');
      if (apartX === 0 || apartY === 0) expect(reason).toBe('constant');
      else expect(value).toBeCloseTo(net / Math.sqrt(apartX * apartY), 12);
    }),
  );
});

it('a matrix names its pairs whichever way they are asked, and refuses a column with itself', () => {
  const matrix = correlationMatrix([A, B, C], 'spearman');
  expect(pairAt(matrix, 0, 2)).toBe(pairAt(matrix, 2, 0));
  expect(pairAt(matrix, 2, 0).value).toBeCloseTo(-0.963190184049, 11);
  expect(() => pairAt(matrix, 1, 1)).toThrow('no pair');
  expect(() => pairAt(matrix, 3, 1)).toThrow('no pair');
});
