import type { Locale } from '../../i18n';

/** What one of a unit of amounts is, in its stored unit. */
const AMOUNTS: ReadonlyMap<string, number> = new Map([
  ['元', 1],
  ['千元', 1e3],
  ['万元', 1e4],
  ['百万元', 1e6],
  ['千万元', 1e7],
  ['亿元', 1e8],
  ['万', 1e4],
  ['亿', 1e8],
]);
/** Large amounts in words, no digit lost: 123.456 million. */
const large = new Intl.NumberFormat('en-GB', { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 15 });

/**
 * A number of a scheme with its unit. Chinese in the scheme's own unit. In English an amount stands in full (2,000 万元 is 20 million, of whatever currency the
 * scheme has), a span of time has its word, and what is counted needs none.
 */
export function thresholdWords(value: number, unit: string | null, { language, format, t }: Locale): string {
  if (unit === 'ratio') return `${format.short(value * 100, 6)}%`;
  const figure = format.short(value, 6);
  if (unit === null || unit === 'count' || unit === '') return figure;
  if (unit === '%' || unit === '‰') return `${figure}${unit}`;
  const each = AMOUNTS.get(unit);
  if (language === 'zh' || each === undefined) return t.rule_threshold(figure, unit);
  const amount = Number((value * each).toPrecision(15));
  return Math.abs(amount) >= 1e6 ? large.format(amount) : format.short(amount, 6);
}
