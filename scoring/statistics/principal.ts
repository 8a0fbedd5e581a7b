import type { Refusal } from './answer';
import { correlationMatrix, pairAt } from './correlation-matrix';
import { eigen } from './jacobi';
import { isConstant } from './moments';
import { completeCases, takeRows } from './present';

/** Principal components of the correlation matrix of some columns. */
export type Principal =
  | {
      readonly reason: null;
      /** Firms with every column. */
      readonly n: number;
      /** Numbers of the columns that took part; a constant one has no correlation and is left out. */
      readonly columns: readonly number[];
      /** Largest first; their sum is the number of columns. Share of the variance: value ÷ number of columns. */
      readonly values: readonly number[];
      /** Correlation of each column with the first component, its sign chosen so that their sum is not negative. */
      readonly loadings: readonly number[];
    }
  | { readonly reason: Refusal; readonly n: number; readonly columns: readonly number[] };

/**
 * PCA on the Pearson correlation matrix over complete cases (Jolliffe 2002). Constant columns are left out and said. Refused of fewer than two
 * columns that vary, and of no more firms than columns: the matrix then has directions without anybody in them.
 */
export function principal(columns: readonly Float64Array[]): Principal {
  const rows = completeCases(columns);
  const n = rows.length;
  const complete = takeRows(columns, rows);
  const kept = complete.flatMap((column, at) => (n < 1 || isConstant(column) ? [] : [at]));
  if (n < 3 || n <= columns.length) return { reason: 'too_few', n, columns: kept };
  if (kept.length < 2) return { reason: columns.length < 2 ? 'too_few_columns' : 'constant', n, columns: kept };
  const matrix = correlationMatrix(
    kept.map((at) => complete[at]!),
    'pearson',
  );
  const broken = matrix.pairs.find(({ value }) => value === null);
  if (broken?.reason) return { reason: broken.reason, n, columns: kept };
  const { values, vectors } = eigen(kept.map((_, i) => kept.map((_, j) => (i === j ? 1 : pairAt(matrix, i, j).value!))));
  const first = vectors[0]!.map((part) => part * Math.sqrt(Math.max(0, values[0]!)));
  const sign = first.reduce((sum, part) => sum + part, 0) < 0 ? -1 : 1;
  return { reason: null, n, columns: kept, values, loadings: first.map((part) => sign * part + 0) };
}
