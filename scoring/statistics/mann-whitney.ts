import type { PairWins } from './pair-wins';
import { normalUpperTail } from './special-functions';
import { LEAST_FOR_TEST, type TestResult } from './test-result';

/**
 * Mann–Whitney U of A (1947), #(A > B) + #(A = B) ÷ 2, with the two-sided p of the normal approximation, corrected for ties and continuity, as R's
 * `wilcox.test(exact = FALSE, correct = TRUE)`. Refused of fewer than five firms in a group, and where all are equal.
 */
export function mannWhitney({ a, b, more, same, ties }: PairWins): TestResult {
  const n = a + b;
  if (a < LEAST_FOR_TEST || b < LEAST_FOR_TEST) return { reason: 'too_few', n };
  // All in one run of ties.
  if (ties === n * n * n - n) return { reason: 'constant', n };
  const variance = ((a * b) / 12) * (n + 1 - ties / (n * (n - 1)));
  const statistic = more + same / 2;
  const apart = Math.max(0, Math.abs(statistic - (a * b) / 2) - 0.5);
  return { reason: null, n, statistic, p: Math.min(1, 2 * normalUpperTail(apart / Math.sqrt(variance))) };
}
