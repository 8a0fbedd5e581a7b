/** Beyond, pairs take too long: 3,000 firms are 4.5 million. */
export const MOST_FIRMS = 3000;
/** A pair is judged only on at least this share of the weight. */
export const LEAST_JOINT = 0.5;

/** Copeland score of every firm: pairs won − pairs lost, −(n − 1)…n − 1. */
export interface Copeland {
  readonly scores: Int32Array;
  /** Pairs left undefined, for want of joint indicators, and all pairs. */
  readonly undefinedPairs: number;
  readonly pairs: number;
  readonly reason: 'too_many' | 'no_weight' | null;
}

/**
 * Copeland's order over outranking (Copeland 1951; Munda & Nardo 2009): i beats k where the weight of the columns in which it is better, plus half
 * of the equal ones, is more than half of the weight of the columns both have. Symmetric in i and k, so no row order matters. A pair with less than
 * half of all weight in common is undefined and counts for neither. Columns: more is better, NaN missing; values and sums within 1e-9 are equal.
 * O(n²): refused beyond 3,000 firms.
 */
export function copeland(columns: readonly Float64Array[], weights: readonly number[]): Copeland {
  if (weights.length !== columns.length || !weights.every((weight) => weight >= 0 && weight < Infinity))
    throw new RangeError(`weights ${weights.join()} do not fit ${columns.length} columns`);
  const n = columns[0]?.length ?? 0;
  const scores = new Int32Array(n);
  const pairs = (n * (n - 1)) / 2;
  if (n > MOST_FIRMS) return { scores, undefinedPairs: 0, pairs, reason: 'too_many' };
  const used = columns.flatMap((column, at) => (weights[at]! > 0 ? [{ column, weight: weights[at]! }] : []));
  const all = used.reduce((sum, { weight }) => sum + weight, 0);
  if (!(all > 0)) return { scores, undefinedPairs: 0, pairs, reason: 'no_weight' };
  const k = used.length;
  // Firm by firm, so that a pair reads two short runs.
  const table = new Float64Array(n * k);
  used.forEach(({ column }, at) => {
    for (let row = 0; row < n; row++) table[row * k + at] = Number.isFinite(column[row]!) ? column[row]! : NaN;
  });
  const share = Float64Array.from(used, ({ weight }) => weight / all);
  let undefinedPairs = 0;
  for (let i = 0; i < n; i++) {
    for (let other = i + 1; other < n; other++) {
      const verdict = judge(table, share, i * k, other * k);
      if (verdict === UNDEFINED) undefinedPairs++;
      else {
        scores[i]! += verdict;
        scores[other]! -= verdict;
      }
    }
  }
  return { scores, undefinedPairs, pairs, reason: null };
}

const UNDEFINED = 2;

/** 1 where the first of two firms beats the second, −1 where it is beaten, 0 where they are even. */
function judge(table: Float64Array, share: Float64Array, first: number, second: number): number {
  let joint = 0;
  let net = 0;
  for (let at = 0; at < share.length; at++) {
    const a = table[first + at]!;
    const b = table[second + at]!;
    if (a !== a || b !== b) continue;
    joint += share[at]!;
    const apart = a - b;
    if (Math.abs(apart) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))) continue;
    net += apart > 0 ? share[at]! : -share[at]!;
  }
  if (joint < LEAST_JOINT - 1e-9) return UNDEFINED;
  // Better + half of the equal > half of the joint weight is the same as better > worse.
  return Math.abs(net) <= 1e-9 ? 0 : net > 0 ? 1 : -1;
}
