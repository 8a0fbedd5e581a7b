/** Saaty's random indices (Saaty 1980), for 3 to 10 things compared. Other tables are in use: the name goes with every ratio. */
const RANDOM_INDEX: readonly number[] = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];
export const RANDOM_INDEX_NAME = 'Saaty 1980';
/** Above it the judgments contradict each other too much (Saaty 1980). */
const MOST_INCONSISTENT = 0.1;

/** Weights from judgments in pairs, with how consistent they are. */
export type Ahp =
  | {
      readonly reason: null;
      /** Sum to 1. */
      readonly weights: readonly number[];
      /** Principal eigenvalue λ; (λ − n) ÷ (n − 1); that ÷ the random index, 0 of one or two things, which cannot contradict. */
      readonly lambda: number;
      readonly index: number;
      readonly ratio: number;
      readonly table: string;
      readonly inconsistent: boolean;
    }
  /** `unreadable`: a judgment is no number above 0, or their count is none of n(n − 1) ÷ 2. */
  | { readonly reason: 'unreadable' | 'too_many' };

/**
 * AHP (Saaty 1980): the principal eigenvector of the reciprocal matrix of judgments, by power iteration, which of a positive matrix always
 * converges. `upper` are the judgments above the diagonal row by row (how many times A outweighs B: 1/9 … 9); the rest follows. One thing has
 * weight 1. Refused beyond ten things, for which no random index is given.
 */
export function ahpWeights(things: number, upper: readonly number[]): Ahp {
  if (upper.length !== (things * (things - 1)) / 2 || things < 1 || !upper.every((judgment) => judgment > 0 && judgment < Infinity))
    return { reason: 'unreadable' };
  if (things >= RANDOM_INDEX.length) return { reason: 'too_many' };
  const matrix = reciprocal(things, upper);
  let weights = new Array<number>(things).fill(1 / things);
  let lambda = things;
  for (let step = 0; step < 1000; step++) {
    const next = matrix.map((row) => row.reduce((sum, judgment, at) => sum + judgment * weights[at]!, 0));
    // Of weights that sum to 1 the images sum to λ.
    lambda = next.reduce((sum, part) => sum + part, 0);
    const shares = next.map((part) => part / lambda);
    const moved = shares.reduce((most, share, at) => Math.max(most, Math.abs(share - weights[at]!)), 0);
    weights = shares;
    if (moved < 1e-14) break;
  }
  const index = things < 3 ? 0 : Math.max(0, (lambda - things) / (things - 1));
  const ratio = things < 3 ? 0 : index / RANDOM_INDEX[things]!;
  return { reason: null, weights, lambda, index, ratio, table: RANDOM_INDEX_NAME, inconsistent: ratio > MOST_INCONSISTENT };
}

function reciprocal(things: number, upper: readonly number[]): number[][] {
  const matrix = Array.from({ length: things }, () => new Array<number>(things).fill(1));
  let at = 0;
  for (let i = 0; i < things; i++) {
    for (let j = i + 1; j < things; j++) {
      const judgment = upper[at++]!;
      matrix[i]![j] = judgment;
      matrix[j]![i] = 1 / judgment;
    }
  }
  return matrix;
}
