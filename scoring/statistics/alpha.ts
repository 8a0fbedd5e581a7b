import { type Answer, found, refused } from './answer';
import { isConstant } from './moments';
import { completeCases, takeRows } from './present';

/**
 * Cronbach's α = k ÷ (k − 1) × (1 − Σ var(x_j) ÷ var(Σ x_j)), at most 1 and below 0 where columns run against each other (Cronbach 1951). Over
 * complete cases only: covariances of different firms may give a number no set of firms has. Columns must point the same way. Refused of fewer
 * than two columns, fewer than three complete firms, and where the sum does not vary.
 */
export function alpha(columns: readonly Float64Array[]): Answer {
  const rows = completeCases(columns);
  const n = rows.length;
  const k = columns.length;
  if (k < 2) return refused('too_few_columns', n);
  if (n < 3) return refused('too_few', n);
  const complete = takeRows(columns, rows);
  const sums = new Float64Array(n);
  for (const column of complete) for (let i = 0; i < n; i++) sums[i]! += column[i]!;
  if (isConstant(sums)) return refused('constant', n);
  const own = complete.reduce((sum, column) => sum + squaresOf(column), 0);
  return found((k / (k - 1)) * (1 - own / squaresOf(sums)), n);
}

/** Sum of squares around the mean; n − 1 cancels between the two sums above. */
function squaresOf(values: Float64Array): number {
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += values[i]! / values.length;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - mean) ** 2;
  return sum;
}
