import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topsis } from '../../../scoring/compare-totals/topsis';
import { balanceWeights, type Balance } from '../../../scoring/weights/balance';
import { criticWeights } from '../../../scoring/weights/critic';
import type { DataWeights } from '../../../scoring/weights/data-weights';
import { entropyWeights } from '../../../scoring/weights/entropy';
import { column } from '../statistics/shown';

/** Tables of four columns of small whole numbers, some missing. */
const tables = fc.array(fc.tuple(...Array.from({ length: 4 }, () => fc.option(fc.integer({ min: 0, max: 9 }), { freq: 8 }))), {
  minLength: 3,
  maxLength: 30,
});
const columnsOf = (rows: readonly (readonly (number | null)[])[]): Float64Array[] =>
  [0, 1, 2, 3].map((at) => column(rows.map((row) => row[at]!)));
const weightsOf = (found: DataWeights | Balance): readonly (number | null)[] | string =>
  found.reason === null ? found.weights : found.reason;
const balance = (columns: readonly Float64Array[]): Balance => balanceWeights(columns, [1, 1, 1, 1]);

function expectClose(got: readonly (number | null)[] | string, wanted: readonly (number | null)[] | string): void {
  if (typeof got === 'string' || typeof wanted === 'string') {
    expect(got).toBe(wanted);
    return;
  }
  got.forEach((weight, at) =>
    weight === null || wanted[at] === null ? expect(weight).toBe(wanted[at]) : expect(weight).toBeCloseTo(wanted[at]!, 8),
  );
}

describe.each([
  ['entropy', entropyWeights],
  ['CRITIC', criticWeights],
  ['balancing', balance],
] as const)('%s', (_, weigh) => {
  it('sums to 1 and has no weight below 0', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const weights = weightsOf(weigh(columnsOf(rows)));
        if (typeof weights === 'string') return;
        expect(weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0)).toBeCloseTo(1, 9);
        expect(weights.every((weight) => weight === null || weight >= 0)).toBe(true);
      }),
    );
  });
  it('does not care for the order of firms, and follows the order of columns', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const plain = weightsOf(weigh(columnsOf(rows)));
        expectClose(weightsOf(weigh(columnsOf([...rows].reverse()))), plain);
        const turned = weightsOf(weigh(columnsOf(rows).reverse()));
        // Of several reasons for no weights, the first column to have one names it.
        if (typeof turned === 'string') expect(plain).toBeTypeOf('string');
        else expectClose([...turned].reverse(), plain);
      }),
    );
  });
});

it.each([
  ['entropy', entropyWeights],
  ['CRITIC', criticWeights],
] as const)('%s does not care for the unit of a column', (_, weigh) => {
  fc.assert(
    fc.property(tables, (rows) => {
      const columns = columnsOf(rows);
      expectClose(weightsOf(weigh([columns[0]!.map((value) => value * 10000), ...columns.slice(1)])), weightsOf(weigh(columns)));
    }),
  );
});

it('balancing meets its targets: correlations with the total, counted anew, are in their proportion', () => {
  fc.assert(
    fc.property(tables, fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 1, max: 5 }))), (rows, targets) => {
      const complete = rows.filter((row) => row.every((cell) => cell !== null)) as number[][];
      const found = balanceWeights(columnsOf(rows), targets);
      if (found.reason !== null) return;
      const totals = complete.map((row) => row.reduce((sum, cell, at) => sum + cell * found.weights[at]!, 0));
      targets.forEach((_, at) => {
        expect(
          plainCorrelation(
            complete.map((row) => row[at]!),
            totals,
          ),
        ).toBeCloseTo(found.reached[at]!, 6);
        expect(found.reached[at]! / found.reached[0]!).toBeCloseTo(targets[at]! / targets[0]!, 9);
      });
    }),
  );
});

function plainCorrelation(x: readonly number[], y: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [mx, my] = [mean(x), mean(y)];
  const sum = (f: (at: number) => number): number => x.reduce((total, _, at) => total + f(at), 0);
  return sum((at) => (x[at]! - mx) * (y[at]! - my)) / Math.sqrt(sum((at) => (x[at]! - mx) ** 2) * sum((at) => (y[at]! - my) ** 2));
}

it('TOPSIS does not care for units or the order of firms, and a firm best everywhere has 1', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const columns = columnsOf(rows);
      const plain = [...topsis(columns, [4, 3, 2, 1]).values];
      const scaled = [...topsis([columns[0]!.map((value) => value * 100), ...columns.slice(1)], [4, 3, 2, 1]).values];
      const turned = [...topsis(columnsOf([...rows].reverse()), [4, 3, 2, 1]).values].reverse();
      plain.forEach((value, at) => {
        for (const other of [scaled[at]!, turned[at]!])
          if (Number.isNaN(value)) expect(other).toBeNaN();
          else expect(other).toBeCloseTo(value, 9);
        const isBest =
          columns.every((own) => Number.isFinite(own[at]!)) &&
          rows.every((row) => row.some((cell) => cell === null) || row.every((cell, j) => cell! <= columns[j]![at]!));
        if (isBest && !Number.isNaN(value)) expect(value).toBeCloseTo(1, 12);
      });
    }),
  );
});
