/** A column with its outliers drawn in, and how many values were moved. */
export interface Winsorised {
  readonly values: Float64Array;
  readonly moved: number;
}

/** Points drawn in at most, skewness and excess kurtosis beyond which a column has outliers (both must be exceeded): the limits of the OECD–JRC practice. */
const MOST = 5;
const SKEW = 2;
const KURTOSIS = 3.5;

/**
 * While |skewness| ≥ 2 and kurtosis ≥ 3.5, the values tied at the far end (the top where the skew is to the right) become the next value inwards; no
 * more rounds once five points are drawn in, counting everybody tied, so that equal firms stay equal. NaN is left out and stays. Columns of fewer
 * than three different values, or fewer than four values, are left as they are.
 */
export function winsorise(column: Float64Array): Winsorised {
  const values = column.slice();
  let moved = 0;
  while (moved < MOST) {
    const present = values.filter((value) => !Number.isNaN(value)).sort();
    const [skew, kurtosis] = shape(present);
    if (!(Math.abs(skew) >= SKEW && kurtosis >= KURTOSIS)) break;
    const end = skew >= 0 ? present.at(-1)! : present[0]!;
    const inner = skew >= 0 ? present.findLast((value) => value < end) : present.find((value) => value > end);
    if (inner === undefined || present.every((value) => value === end || value === inner)) break;
    for (let i = 0; i < values.length; i++) if (values[i] === end) values[i] = inner;
    moved = column.reduce((count, value, i) => (Number.isNaN(value) || value === values[i] ? count : count + 1), 0);
  }
  return { values, moved };
}

/** Sample skewness G1 and excess kurtosis G2 (as R type 2, SAS, DuckDB); NaN for fewer than four values or equal ones. */
export function shape(present: Float64Array): readonly [skewness: number, kurtosis: number] {
  const n = present.length;
  if (n < 4) return [NaN, NaN];
  // In shares of the largest: the fourth power of money overflows.
  const largest = present.reduce((most, value) => Math.max(most, Math.abs(value)), Number.MIN_VALUE);
  const mean = present.reduce((sum, value) => sum + value / largest, 0) / n;
  let [m2, m3, m4] = [0, 0, 0];
  for (const value of present) {
    const d = value / largest - mean;
    m2 += d * d;
    m3 += d * d * d;
    m4 += d * d * d * d;
  }
  [m2, m3, m4] = [m2 / n, m3 / n, m4 / n];
  if (!(m2 > 0)) return [NaN, NaN];
  const g1 = m3 / m2 ** 1.5;
  const g2 = m4 / (m2 * m2) - 3;
  return [(Math.sqrt(n * (n - 1)) / (n - 2)) * g1, ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6)];
}
