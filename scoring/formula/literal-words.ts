import { storedValue, unitPower } from './units';

/** Large amounts are said in words: 200 million. */
const large = new Intl.NumberFormat('en-GB', { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 15 });
const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 15 });
const SPANS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  年: ['year', 'years'],
  岁: ['year', 'years'],
  月: ['month', 'months'],
  天: ['day', 'days'],
  日: ['day', 'days'],
};

/**
 * A number of a formula with its unit as people read it. Chinese as written. In English an amount stands in full (2000万元 is 20 million, of whatever currency
 * the scheme has), a span of time has its word, and what is counted needs none beside the name of the field.
 */
export function literalWords(value: number, unit: string | undefined, language: 'zh' | 'en'): string {
  if (unit === undefined || language === 'zh') return `${value}${unit ?? ''}`;
  if (unit === '%' || unit === '‰') return `${value}${unit}`;
  const span = SPANS[unit];
  if (span) return `${plain.format(value)} ${span[value === 1 ? 0 : 1]}`;
  const stored = storedValue(value, unit);
  return (unitPower(unit) ?? 0) >= 3 && Math.abs(stored) >= 1e6 ? large.format(stored) : plain.format(stored);
}
