import { LEAST_FOR_TEST, type TestResult } from './test-result';

/**
 * Kolmogorov–Smirnov D of two groups of sorted present values, max |F_A − F_B|, 0…1, with the asymptotic two-sided p (Smirnov 1939; R's
 * `ks.test(exact = FALSE)`), which is too large where firms tie. Refused of fewer than five firms in a group.
 */
export function kolmogorovSmirnov(a: Float64Array, b: Float64Array): TestResult {
  const n = a.length + b.length;
  if (a.length < LEAST_FOR_TEST || b.length < LEAST_FOR_TEST) return { reason: 'too_few', n };
  let statistic = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const value = Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i] === value) i++;
    while (j < b.length && b[j] === value) j++;
    statistic = Math.max(statistic, Math.abs(i / a.length - j / b.length));
  }
  return { reason: null, n, statistic, p: kolmogorovUpperTail(statistic * Math.sqrt((a.length * b.length) / n)) };
}

/** P(K ≥ λ) of the distribution of Kolmogorov: 2 Σ (−1)^(k−1) e^(−2k²λ²), or its other form where that is slow. */
function kolmogorovUpperTail(lambda: number): number {
  let sum = 0;
  if (lambda < 1) {
    if (lambda < 0.05) return 1;
    for (let k = 1; k < 40; k += 2) sum += Math.exp(-((k * Math.PI) ** 2) / (8 * lambda * lambda));
    return Math.max(0, Math.min(1, 1 - (Math.sqrt(2 * Math.PI) / lambda) * sum));
  }
  for (let k = 1; k < 20; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.max(0, Math.min(1, sum));
}
