/** A number of ours as a DOUBLE literal: the exponent keeps 0.1 from being a DECIMAL. Infinite and NaN have none. */
export function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`number ${value} has no literal`);
  const text = String(value).includes('e') ? String(value) : `${value}e0`;
  return value < 0 ? `(${text})` : text;
}
