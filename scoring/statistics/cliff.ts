import { type Answer, found, type Refusal, refused } from './answer';
import type { PairWins } from './pair-wins';
import { quantileOfSorted } from './quantile';

/** How much an effect is, in a word. */
export type EffectSize = 'negligible' | 'small' | 'medium' | 'large';

/** How far the firms of A lie above those of B. */
export type Effect =
  | {
      readonly reason: null;
      readonly n: number;
      /** Cliff's δ, P(A > B) − P(A < B), −1…1. */
      readonly delta: number;
      /** Vargha & Delaney's A₁₂, P(A > B) + P(A = B) ÷ 2 = (δ + 1) ÷ 2, 0…1. */
      readonly a12: number;
      readonly size: EffectSize;
    }
  | { readonly reason: Refusal; readonly n: number };

/**
 * Cliff's δ (1993) and A₁₂ (Vargha & Delaney 2000) from counted pairs, with the words of Romano et al. (2006): |δ| below 0.147 negligible, 0.33 small,
 * 0.474 medium, else large. Refused where a group is empty.
 */
export function cliff({ a, b, more, less }: PairWins): Effect {
  const n = a + b;
  if (a === 0 || b === 0) return { reason: 'too_few', n };
  const delta = (more - less) / (a * b);
  return { reason: null, n, delta, a12: (delta + 1) / 2, size: sizeOf(Math.abs(delta)) };
}

function sizeOf(delta: number): EffectSize {
  if (delta < 0.147) return 'negligible';
  if (delta < 0.33) return 'small';
  return delta < 0.474 ? 'medium' : 'large';
}

/** Median of A less median of B, of sorted present values, in their unit. Refused where a group is empty. */
export function medianDifference(a: Float64Array, b: Float64Array): Answer {
  const n = a.length + b.length;
  if (a.length === 0 || b.length === 0) return refused('too_few', n);
  return found(quantileOfSorted(a, 0.5).value! - quantileOfSorted(b, 0.5).value!, n);
}
