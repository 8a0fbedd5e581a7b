import type { Panel } from '../panel';
import { classesOf } from '../statistics/classes';
import { pearson } from '../statistics/pearson';
import { spearman } from '../statistics/spearman';
import { SCREENING } from './conventions';
import type { Screening } from './format';

/** Fields that stand for the size of a firm, as far as the data have them. */
const SIZES = ['revenue', 'employees', 'total_assets'];

/**
 * Which figures go along with the size of the firm: |r| > 0.6, Pearson's as COINr has it or Spearman's, which a few giants do not decide. And how many
 * firms have a size of 0 or below, by which nothing can be divided. `columns` hold figures of the given rows, NaN missing.
 */
export function sizeEffects(panel: Panel, rows: Int32Array, columns: readonly Float64Array[]): Pick<Screening, 'denominators' | 'effects'> {
  const sizes = SIZES.flatMap((field) => {
    const column = panel.fields.get(field);
    if (column?.kind !== 'number') return [];
    return [{ field, values: Float64Array.from(rows, (row) => (column.reasons[row] === 0 ? column.values[row]! : NaN)) }];
  });
  const orders = sizes.map(({ values }) => classesOf(values));
  return {
    denominators: sizes.map(({ field, values }) => ({
      field,
      present: values.reduce((count, value) => count + Number(Number.isFinite(value)), 0),
      notPositive: values.reduce((count, value) => count + Number(value <= 0), 0),
    })),
    effects: columns.flatMap((column, indicator) => {
      const order = classesOf(column);
      return sizes.map(({ values }, denominator) => {
        const [plain, ranked] = [pearson(column, values), spearman(order, orders[denominator]!)];
        const flagged = [plain, ranked].some(({ value }) => value !== null && Math.abs(value) > SCREENING.sizeEffect);
        return { indicator, denominator, pearson: plain, spearman: ranked, flagged };
      });
    }),
  };
}
