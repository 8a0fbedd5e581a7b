/** Quantile 0.975 of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's 95 % score interval of a share of `hits` in `n` draws (Wilson 1927; `prop.test` of R without continuity correction). Neither needs to be whole. Of no
 * draw: 0 to 1.
 */
export function wilson(hits: number, n: number): { readonly low: number; readonly high: number } {
  const share = hits / n;
  const middle = share + (Z * Z) / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const whole = 1 + (Z * Z) / n;
  // At the ends the square root is off by a last digit.
  return { low: hits <= 0 ? 0 : (middle - reach) / whole, high: hits >= n ? 1 : (middle + reach) / whole };
}
