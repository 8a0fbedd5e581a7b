import type { Answer } from './answer';
import { type Classes, classesOf } from './classes';
import { kendall } from './kendall';
import { pearson } from './pearson';
import { fullRanksOf, spearman, spearmanOfRanks } from './spearman';

export type CorrelationKind = 'pearson' | 'spearman' | 'kendall';

/** The correlation of every pair of columns over the firms that have both. The diagonal is not asked: pair (i, j) with j < i is `pairs[i(i − 1) ÷ 2 + j]`. */
export interface CorrelationMatrix {
  readonly kind: CorrelationKind;
  readonly size: number;
  readonly pairs: readonly Answer[];
}

/** Correlations of all pairs of columns; NaN is missing. A column is put in order once, whatever its partners lack. */
export function correlationMatrix(columns: readonly Float64Array[], kind: CorrelationKind): CorrelationMatrix {
  return matrixOf(correlator(columns, kind), columns.length, kind);
}

/** The matrix of the first `size` columns of a correlator, for those who ask it for more than the matrix. */
export function matrixOf(between: Correlator, size: number, kind: CorrelationKind): CorrelationMatrix {
  const pairs = Array.from({ length: size }, (_, i) => Array.from({ length: i }, (_, j) => between(i, j))).flat();
  return { kind, size, pairs };
}

/** The correlation of two columns of a matrix, by their numbers; a column with itself is refused, as nobody should ask. */
export function pairAt({ pairs, size }: CorrelationMatrix, i: number, j: number): Answer {
  const [high, low] = i > j ? [i, j] : [j, i];
  const pair = pairs[(high * (high - 1)) / 2 + low];
  if (high === low || high >= size || low < 0 || !pair) throw new RangeError(`no pair of columns ${i} and ${j} among ${size}`);
  return pair;
}

/** The correlation of two of some columns, by their numbers. */
export type Correlator = (i: number, j: number) => Answer;

/** Makes ready to correlate any two of some columns: each is put in order once, however often it is asked for. */
export function correlator(columns: readonly Float64Array[], kind: CorrelationKind): Correlator {
  if (kind === 'pearson') return (i, j) => pearson(columns[i]!, columns[j]!);
  return correlatorOfClasses(columns.map(classesOf), kind);
}

/** The same of columns whose classes are known. */
export function correlatorOfClasses(classes: readonly Classes[], kind: Exclude<CorrelationKind, 'pearson'>): Correlator {
  if (kind === 'kendall') return (i, j) => kendall(classes[i]!, classes[j]!);
  const full = classes.map(fullRanksOf);
  return (i, j) => {
    const [a, b] = [full[i]!, full[j]!];
    return a !== null && b !== null ? spearmanOfRanks(a, b) : spearman(classes[i]!, classes[j]!);
  };
}
