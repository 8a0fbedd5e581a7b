import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveField } from '../../../scoring/compare/solve-field';
import { treeOf } from '../../../scoring/evaluate';
import { evaluateFormula } from '../../../scoring/formula/evaluate';
import type { Formula } from '../../../scoring/formula/tree';
import { panelOf } from '../panel-of';

/** One firm in 2023 and 2024: a 40 → 50, b 8 → 10, n −4 throughout, z 0. */
const panel = panelOf({ a: [40, 50], b: [8, 10], n: [-4, -4], z: [0, 0] }, { firm: [0, 0], year: [2023, 2024] });
const numberOf = (tree: Formula): number => {
  const column = evaluateFormula(tree, panel, Int32Array.of(1));
  return column.kind === 'number' && column.reasons[0] === 0 ? column.values[0]! : NaN;
};
const solved = (formula: string, field: string, wanted: number) => solveField(treeOf(formula), field, wanted, numberOf);

describe('the figure at which a formula is so much', () => {
  it.each([
    ['a', 'a', 60, 60],
    ['b / a', 'b', 0.3, 15],
    ['b / a', 'a', 0.25, 40],
    ['(a - b) / a', 'b', 0.9, 5],
    ['a - b', 'b', 30, 20],
    ['100 - a', 'a', 20, 80],
    ['-a', 'a', -7, 7],
    ['2 * (a + b)', 'a', 140, 60],
    ['log(a)', 'a', 0, 1],
    ['growth(a)', 'a', 0.5, 60],
    ['cagr(a, 1)', 'a', 0.5, 60],
    ['sum_years(a, 2)', 'a', 100, 60],
    ['mean_years(a, 2)', 'a', 60, 80],
    ['b / (a + n)', 'b', 0.5, 23],
    // A negative denominator: more of b makes less of it.
    ['b / n', 'b', -3, 12],
  ])('%s by %s, wanted %d: %d', (formula, field, wanted, figure) => {
    expect(solved(formula, field, wanted)).toBeCloseTo(figure, 10);
  });
  it.each([
    ['a / (a + b)', 'a', 'stands twice'],
    ['previous(a, 1)', 'a', 'is of the past'],
    ['b / z', 'b', 'is divided by zero'],
    ['b / a', 'z', 'is not in it'],
    ['max(a, b)', 'a', 'has no one inverse'],
    ['abs(a)', 'a', 'has no one inverse'],
    ['if(a > 3, b, 0)', 'b', 'hangs on a condition'],
    ['a * z', 'a', 'is multiplied by zero'],
    ['growth(n)', 'n', 'grows from a loss'],
    ['b / a', 'a', 'would be divided away', 0],
  ] as [string, string, string, number?][])('%s by %s is none: it %s', (formula, field, _, wanted = 1) => {
    expect(solved(formula, field, wanted)).toBeNull();
  });
  it('put in again gives what was wanted', () => {
    const formulas = ['a / b', 'b / a', 'a - 3 * b', '(a + b) / 7', 'growth(a)', '1 - b / a', 'mean_years(a, 2) / b'];
    fc.assert(
      fc.property(fc.constantFrom(...formulas), fc.integer({ min: 1, max: 400 }), (formula, hundredths) => {
        const wanted = hundredths / 100;
        const figure = solved(formula, 'a', wanted);
        if (figure === null) return;
        const column = panel.fields.get('a')!;
        if (column.kind !== 'number') throw new Error('a is a number');
        const moved = { ...panel, fields: new Map(panel.fields).set('a', { ...column, values: column.values.with(1, figure) }) };
        const found = evaluateFormula(treeOf(formula), moved, Int32Array.of(1));
        expect(found.kind === 'number' ? found.values[0] : NaN).toBeCloseTo(wanted, 9);
      }),
    );
  });
});
