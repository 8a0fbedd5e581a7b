import { isConstant } from '../statistics/moments';
import { presentOf } from '../statistics/present';
import { type DataWeights, type LeftOut, shared } from './data-weights';

/**
 * Entropy weights (熵权法; Shannon 1948, Zeleny 1982): p_i = x_i ÷ Σx, e = −Σ p ln p ÷ ln m with 0 ln 0 = 0, w ∝ 1 − e, over the m firms that have
 * the column. No ε is added to zeros, which would change the weights. They reward dispersion, not importance, and outliers most.
 * A constant column has e = 1 and weight 0; where all are constant there is nothing to share and no answer. A negative value, or a column of
 * fewer than two firms, refuses the whole and is named: what such a column weighs nobody can say.
 */
export function entropyWeights(columns: readonly Float64Array[]): DataWeights {
  const present = columns.map(presentOf);
  const n = present.length === 0 ? 0 : Math.min(...present.map(({ length }) => length));
  const leftOut = present.flatMap((values, column): LeftOut[] => {
    if (values.length < 2) return [{ column, reason: 'too_few' }];
    return values.some((value) => value < 0) ? [{ column, reason: 'negative' }] : [];
  });
  if (columns.length === 0) return { reason: 'too_few_columns', leftOut, n };
  if (leftOut[0]) return { reason: leftOut[0].reason, leftOut, n };
  const parts = present.map(diversity);
  if (parts.every((part) => part === 0)) return { reason: 'constant', leftOut, n };
  return { reason: null, weights: shared(parts), leftOut, n };
}

/** 1 − e; 0 of a constant column, all zeros included. */
function diversity(values: Float64Array): number {
  if (isConstant(values)) return 0;
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! / largest;
  let entropy = 0;
  for (let i = 0; i < values.length; i++) {
    const share = values[i]! / largest / sum;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return Math.max(0, 1 - entropy / Math.log(values.length));
}
