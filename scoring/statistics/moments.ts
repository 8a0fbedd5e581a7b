import { type Answer, found, refused } from './answer';
import { presentOf } from './present';

/** Mean of all values; NaN of none, which no caller lets through. */
export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Standard deviation with n − 1 in the unit of the values, of at least two; by way of shares of the largest, whose squares do not overflow. */
export function deviationOf(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), Number.MIN_VALUE);
  const shares = values.map((value) => value / largest);
  const mean = meanOf(shares);
  let sum = 0;
  for (let i = 0; i < shares.length; i++) sum += (shares[i]! - mean) ** 2;
  return largest * Math.sqrt(sum / (values.length - 1));
}

/** Whether values are all equal, but for what rounding in the last digits makes of equal ones. */
export function isConstant(values: Float64Array): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return !(high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high)));
}

/**
 * Sample skewness G1 = √(n(n − 1)) ÷ (n − 2) × m₃ ÷ m₂^1.5, m_k = mean((x − mean)^k) (Joanes & Gill 1998; the one of spreadsheets and DuckDB).
 * At least three present values that differ. No unit.
 */
export function skewness(values: Float64Array): Answer {
  const present = presentOf(values);
  const n = present.length;
  if (n < 3) return refused('too_few', n);
  if (isConstant(present)) return refused('constant', n);
  const [m2, m3] = centralMoments(present);
  return found(((Math.sqrt(n * (n - 1)) / (n - 2)) * m3) / m2 ** 1.5, n);
}

/**
 * Sample excess kurtosis G2 = (n − 1) ÷ ((n − 2)(n − 3)) × ((n + 1)(m₄ ÷ m₂² − 3) + 6) (Joanes & Gill 1998).
 * At least four present values that differ; 0 of a normal set. No unit.
 */
export function kurtosis(values: Float64Array): Answer {
  const present = presentOf(values);
  const n = present.length;
  if (n < 4) return refused('too_few', n);
  if (isConstant(present)) return refused('constant', n);
  const [m2, , m4] = centralMoments(present);
  return found(((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (m4 / m2 ** 2 - 3) + 6), n);
}

/** Mean second, third and fourth powers around the mean, after division by the largest distance: money to the fourth power would overflow. */
function centralMoments(values: Float64Array): readonly [number, number, number] {
  const mean = meanOf(values);
  let reach = 0;
  for (let i = 0; i < values.length; i++) reach = Math.max(reach, Math.abs(values[i]! - mean));
  let [m2, m3, m4] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const apart = (values[i]! - mean) / reach;
    const square = apart * apart;
    m2 += square;
    m3 += square * apart;
    m4 += square * square;
  }
  return [m2 / values.length, m3 / values.length, m4 / values.length];
}
