/** Lanczos coefficients, g = 7, n = 9 (Godfrey 2001): ln Γ to fifteen digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
const MOST_TERMS = 100_000;

/** ln Γ(a), a ≥ 0.5. */
function logGamma(a: number): number {
  const x = a - 1;
  const sum = LANCZOS.reduce((all, coefficient, at) => (at === 0 ? coefficient : all + coefficient / (x + at)), 0);
  const t = x + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Regularised incomplete gamma functions P and Q = 1 − P of a ≥ 0.5 at x ≥ 0, good to a relative 1e-11. */
function incompleteGamma(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (!(a >= 0.5) || !(x >= 0)) throw new RangeError(`incomplete gamma of ${a} at ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    const lower = Math.min(1, factor * seriesOf(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, factor * fractionOf(a, x));
  return { lower: 1 - upper, upper };
}

/** Σ xᵏ ÷ (a(a + 1)…(a + k)) (Abramowitz & Stegun 6.5.29). */
function seriesOf(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < MOST_TERMS && term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** Continued fraction of Γ(a, x) ÷ (xᵃ e⁻ˣ) (Abramowitz & Stegun 6.5.31) by the method of Lentz (1976). */
function fractionOf(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b, tiny);
    c = nonZero(b + numerator / c, tiny);
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return fraction;
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** Probability that a standard normal value lies above z, with all its digits far out: erfc(z ÷ √2) ÷ 2, and erf(x) = P(½, x²). */
export function normalUpperTail(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
  return z < 0 ? (1 + lower) / 2 : upper / 2;
}

/** Probability that χ² of `freedom` degrees lies at or above x. */
export function chiSquareUpperTail(x: number, freedom: number): number {
  return incompleteGamma(freedom / 2, x / 2).upper;
}
