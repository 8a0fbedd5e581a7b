import { countBelow, countUpTo } from './sorted';

/** A pair of letter values: the values at equal depth from either end. */
export interface LetterValue {
  /** M median, F fourths, E eighths, then D C B A Z Y X … */
  readonly letter: string;
  readonly depth: number;
  readonly lower: number;
  readonly upper: number;
}

/** Letter values and how many lie beyond the last pair. */
export interface LetterValues {
  readonly n: number;
  /** From the median outwards; empty of no value. */
  readonly letters: readonly LetterValue[];
  readonly below: number;
  readonly above: number;
}

const LETTERS = 'MFEDCBAZYXWVUTSRQPONLKJIHG';

/**
 * Letter values of sorted present values: depth (n + 1) ÷ 2, then (⌊depth⌋ + 1) ÷ 2 again and again; a half depth is the mean of its two neighbours
 * (Tukey 1977). ⌊log₂(n ÷ (2 · 1.96²))⌋ + 1 of them, the median always: further ones would be uncertain by more than their distance to the next
 * (Hofmann, Wickham & Kafadar 2017).
 */
export function letterValuesOfSorted(sorted: Float64Array): LetterValues {
  const n = sorted.length;
  if (n === 0) return { n, letters: [], below: 0, above: 0 };
  const wanted = Math.max(1, Math.min(LETTERS.length, Math.floor(Math.log2(n / (2 * 1.96 ** 2))) + 1));
  const letters: LetterValue[] = [];
  for (let depth = (n + 1) / 2; letters.length < wanted; depth = (Math.floor(depth) + 1) / 2) {
    letters.push({ letter: LETTERS[letters.length]!, depth, lower: atDepth(sorted, depth), upper: atDepth(sorted, n + 1 - depth) });
  }
  const { lower, upper } = letters.at(-1)!;
  return { n, letters, below: countBelow(sorted, lower), above: n - countUpTo(sorted, upper) };
}

/** The value at a whole depth from below, counted from 1, or the mean of the two around a half one. */
function atDepth(sorted: Float64Array, depth: number): number {
  const [a, b] = [sorted[Math.floor(depth) - 1]!, sorted[Math.ceil(depth) - 1]!];
  return a / 2 + b / 2;
}
