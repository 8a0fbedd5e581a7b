import { correlationMatrix, pairAt } from '../statistics/correlation-matrix';
import { deviationOf, isConstant } from '../statistics/moments';
import { presentOf } from '../statistics/present';
import { type DataWeights, type LeftOut, shared } from './data-weights';

/**
 * CRITIC weights (Diakoulaki, Mavrotas & Papayannakis 1995): C_j = s_j × Σ_k (1 − r_jk), w ∝ C, s the standard deviation after min-max, r Pearson's
 * over the firms that have both. A column that is constant, or of fewer than three firms, is left out and named, and the others are weighed
 * without it: it never turns them into nothing. Refused where fewer than two columns vary, where a pair has too few firms in common or is constant
 * among them (both columns are named), and where all run together (r = 1), as nothing then tells them apart.
 */
export function criticWeights(columns: readonly Float64Array[]): DataWeights {
  const present = columns.map(presentOf);
  const leftOut = present.flatMap((values, column): LeftOut[] => {
    if (values.length < 3) return [{ column, reason: 'too_few' }];
    return isConstant(values) ? [{ column, reason: 'constant' }] : [];
  });
  const kept = columns.flatMap((_, column) => (leftOut.some((one) => one.column === column) ? [] : [column]));
  const matrix = correlationMatrix(
    kept.map((column) => columns[column]!),
    'pearson',
  );
  const n = Math.min(...matrix.pairs.map((pair) => pair.n), ...present.map(({ length }) => length), Infinity);
  const count = Number.isFinite(n) ? n : 0;
  if (kept.length < 2) return { reason: columns.length < 2 ? 'too_few_columns' : (leftOut[0]?.reason ?? 'constant'), leftOut, n: count };
  const broken = kept.flatMap((_, i) => kept.slice(0, i).flatMap((_, j) => (pairAt(matrix, i, j).reason ? [[i, j] as const] : [])));
  if (broken[0]) {
    const { reason } = pairAt(matrix, ...broken[0]);
    const named = [...new Set(broken[0])].map((at): LeftOut => ({ column: kept[at]!, reason: reason! }));
    return { reason: reason!, leftOut: [...leftOut, ...named], n: count };
  }
  const parts = columns.map((_, column) => {
    const i = kept.indexOf(column);
    if (i < 0) return null;
    const conflict = kept.reduce((sum, _, j) => (i === j ? sum : sum + 1 - pairAt(matrix, i, j).value!), 0);
    return spread(present[column]!) * conflict;
  });
  if (!(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) > 1e-12)) return { reason: 'collinear', leftOut, n: count };
  return { reason: null, weights: shared(parts), leftOut, n: count };
}

/** Standard deviation after min-max, 0…1. */
function spread(values: Float64Array): number {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < low) low = values[i]!;
    if (values[i]! > high) high = values[i]!;
  }
  const deviation = deviationOf(values);
  return 1 / (high / deviation - low / deviation);
}
