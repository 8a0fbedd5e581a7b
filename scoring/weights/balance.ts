import type { Refusal } from '../statistics/answer';
import { correlationMatrix, pairAt } from '../statistics/correlation-matrix';
import { deviationOf, isConstant } from '../statistics/moments';
import { completeCases, takeRows } from '../statistics/present';
import type { LeftOut } from './data-weights';
import { solve } from './solve';

/** Weights under which each column is correlated with the total in the wanted proportion; or that no weights of 0 or more do so, and which columns stand in the way. */
export type Balance =
  | {
      readonly reason: null;
      /** Sum to 1. */
      readonly weights: readonly number[];
      /** Correlation of each column with the total under these weights: c × target, one c for all. */
      readonly reached: readonly number[];
      readonly n: number;
    }
  /** `negative`: columns that would need a weight below 0. */
  | { readonly reason: 'not_reachable'; readonly negative: readonly number[]; readonly n: number }
  | { readonly reason: Refusal; readonly leftOut: readonly LeftOut[]; readonly n: number };

/**
 * Importance balancing: of I = Σ w x, corr(I, x_j) = (Σw)_j ÷ (sd_I sd_j), so corr(I, x_j) = c t_j for w ∝ Σ⁻¹ D t, with D = diag(sd); here by way of the
 * correlation matrix R, w = D⁻¹ R⁻¹ t, which does not care for the scale of the columns (Becker, Saisana, Paruolo & Vandecasteele 2017 do it by
 * search). Exact, no optimiser. A negative part means that the target cannot be met: said, with its columns, and never clipped.
 * Over complete cases; targets are 0 or more with at least one above 0. Refused of no more firms than columns, of a constant column (named), and
 * of collinear ones.
 */
export function balanceWeights(columns: readonly Float64Array[], targets: readonly number[]): Balance {
  if (targets.length !== columns.length) throw new RangeError(`targets are ${targets.length}, columns ${columns.length}`);
  const rows = completeCases(columns);
  const n = rows.length;
  if (columns.length < 2) return { reason: 'too_few_columns', leftOut: [], n };
  if (n < 3 || n <= columns.length) return { reason: 'too_few', leftOut: [], n };
  const wrong = targets.flatMap((target, column): LeftOut[] => (target >= 0 ? [] : [{ column, reason: 'negative' }]));
  if (wrong.length > 0) return { reason: 'negative', leftOut: wrong, n };
  const complete = takeRows(columns, rows);
  const constant = complete.flatMap((values, column): LeftOut[] => (isConstant(values) ? [{ column, reason: 'constant' }] : []));
  if (constant.length > 0) return { reason: 'constant', leftOut: constant, n };
  const matrix = correlationMatrix(complete, 'pearson');
  const broken = matrix.pairs.find(({ reason }) => reason !== null);
  if (broken?.reason) return { reason: broken.reason, leftOut: [], n };
  const correlations = complete.map((_, i) => complete.map((_, j) => (i === j ? 1 : pairAt(matrix, i, j).value!)));
  const standard = solve(correlations, targets);
  if (!standard || !targets.some((target) => target > 0)) return { reason: 'collinear', leftOut: [], n };
  const parts = standard.map((part, at) => part / deviationOf(complete[at]!));
  const size = Math.max(...parts.map(Math.abs));
  const negative = parts.flatMap((part, at) => (part < -1e-12 * size ? [at] : []));
  if (negative.length > 0) return { reason: 'not_reachable', negative, n };
  const kept = parts.map((part) => Math.max(0, part));
  const sum = kept.reduce((total, part) => total + part, 0);
  // var(I) = t′R⁻¹t for these parts, so that corr(I, x_j) = t_j ÷ √(t′R⁻¹t).
  const spread = Math.sqrt(targets.reduce((total, target, at) => total + target * standard[at]!, 0));
  return { reason: null, weights: kept.map((part) => part / sum), reached: targets.map((target) => target / spread), n };
}
