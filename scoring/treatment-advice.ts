import { quantile } from './rules/treat';

/** What the shape of an indicator's values says for or against a treatment. It only advises: a scheme says what is done. */
export interface TreatmentAdvice {
  /** Values present, and how many different ones. */
  readonly present: number;
  readonly distinct: number;
  /** Sample skewness G1 (from 3 values) and excess kurtosis G2 (from 4); null below, or of equal values. */
  readonly skewness: number | null;
  readonly kurtosis: number | null;
  /** Whether |G1| is 2 or more and G2 3.5 or more: the outlier test of the JRC and COINr. */
  readonly isSkewed: boolean;
  /** Values further from the median than 3.5 × MAD ÷ 0.6745, which a symmetric tail does not hide. */
  readonly far: number;
  /** `log` for a long right tail, `winsorise` for a left or a symmetric one, null where nothing speaks for a treatment or fewer than 3 values differ. */
  readonly advice: 'log' | 'winsorise' | null;
}

const SKEWED = 2;
const PEAKED = 3.5;
const FAR = 3.5;
/** MAD of a normal distribution in standard deviations, and what its mean absolute deviation is multiplied by to be one. */
const NORMAL_MAD = 0.6745;
const NORMAL_MEAN_DEVIATION = 1.2533;

/** Looks at the values of one comparison set; those not finite are left out. */
export function treatmentAdvice(values: Iterable<number>): TreatmentAdvice {
  const ascending = Float64Array.from([...values].filter(Number.isFinite)).sort();
  const present = ascending.length;
  const distinct = new Set(ascending).size;
  const { skewness, kurtosis } = distinct < 2 ? { skewness: null, kurtosis: null } : moments(ascending);
  const isSkewed = skewness !== null && kurtosis !== null && Math.abs(skewness) >= SKEWED && kurtosis >= PEAKED;
  const far = distinct < 3 ? 0 : countFar(ascending);
  const speaks = distinct >= 3 && (isSkewed || far > 0);
  return { present, distinct, skewness, kurtosis, isSkewed, far, advice: !speaks ? null : isSkewed && skewness > 0 ? 'log' : 'winsorise' };
}

/** G1 and G2 of Joanes and Gill (1998), as R's e1071 type 2 and DuckDB have them. */
function moments(values: Float64Array): { skewness: number | null; kurtosis: number | null } {
  const n = values.length;
  const size = Math.max(Math.abs(values[0]!), Math.abs(values[n - 1]!));
  const mean = values.reduce((sum, value) => sum + value / size, 0) / n;
  const moment = (power: number): number => values.reduce((sum, value) => sum + (value / size - mean) ** power, 0) / n;
  const variance = moment(2);
  if (variance === 0) return { skewness: null, kurtosis: null };
  const skewness = n < 3 ? null : ((Math.sqrt(n * (n - 1)) / (n - 2)) * moment(3)) / variance ** 1.5;
  const kurtosis = n < 4 ? null : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (moment(4) / variance ** 2 - 3) + 6);
  return { skewness, kurtosis };
}

/** How many values lie far from the median; where more than half are equal, measured by the mean absolute deviation. */
function countFar(ascending: Float64Array): number {
  const median = quantile(ascending, 0.5);
  const deviations = ascending.map((value) => Math.abs(value - median));
  const mad = quantile(deviations.slice().sort(), 0.5);
  const deviation =
    mad > 0 ? mad / NORMAL_MAD : NORMAL_MEAN_DEVIATION * (deviations.reduce((sum, value) => sum + value, 0) / deviations.length);
  return deviations.filter((value) => value > FAR * deviation).length;
}
