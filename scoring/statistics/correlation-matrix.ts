import type { Answer } from './answer';
import { type Classes, classesOf } from './classes';
import { kendall } from './kendall';
import { pearson } from './pearson';
import { spearman } from './spearman';

export type CorrelationKind = 'pearson' | 'spearman' | 'kendall';

/** The correlation of every pair of columns over the firms that have both. The diagonal is not asked: pair (i, j) with j < i is `pairs[i(i − 1) ÷ 2 + j]`. */
export interface CorrelationMatrix {
  readonly kind: CorrelationKind;
  readonly size: number;
  readonly pairs: readonly Answer[];
}

/** Correlations of all pairs of columns; NaN is missing. A column is put in order once, whatever its partners lack. */
export function correlationMatrix(columns: readonly Float64Array[], kind: CorrelationKind): CorrelationMatrix {
  const between = correlator(columns, kind);
  const pairs = columns.flatMap((_, i) => Array.from({ length: i }, (_, j) => between(i, j)));
  return { kind, size: columns.length, pairs };
}

/** The correlation of two columns of a matrix, by their numbers; a column with itself is refused, as nobody should ask. */
export function pairAt({ pairs, size }: CorrelationMatrix, i: number, j: number): Answer {
  const [high, low] = i > j ? [i, j] : [j, i];
  const pair = pairs[(high * (high - 1)) / 2 + low];
  if (high === low || high >= size || low < 0 || !pair) throw new RangeError(`no pair of columns ${i} and ${j} among ${size}`);
  return pair;
}

/** The correlation of two single columns. */
export function correlation(x: Float64Array, y: Float64Array, kind: CorrelationKind): Answer {
  return correlator([x, y], kind)(0, 1);
}

function correlator(columns: readonly Float64Array[], kind: CorrelationKind): (i: number, j: number) => Answer {
  if (kind === 'pearson') return (i, j) => pearson(columns[i]!, columns[j]!);
  const classes: readonly Classes[] = columns.map(classesOf);
  const method = kind === 'spearman' ? spearman : kendall;
  return (i, j) => method(classes[i]!, classes[j]!);
}
