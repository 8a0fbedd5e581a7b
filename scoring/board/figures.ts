/** How a field's value stands in a sentence. `kind` and `unit` are those of the field dictionary. */
export interface Figured {
  readonly kind: string;
  readonly unit: string;
}

const formats = new Map<string, Intl.NumberFormat>();

/**
 * A figure with its unit, as long as it needs to be checked by hand: money in 万元 with two decimals (in English, and of another currency, in millions with four),
 * shares in per cent with two, dates as dates, all else with at most four decimals. Texts stand as they are.
 */
export function figureText(value: number | string, field: Figured | undefined, currency: string, language: 'zh' | 'en'): string {
  if (typeof value === 'string') return value;
  switch (field?.kind) {
    case 'money':
      if (currency === 'CNY' && language === 'zh') return `${grouped(value / 1e4, 2)} 万元`;
      return `${grouped(value / 1e6, 4)} ${language === 'zh' ? '百万' : 'million'} ${currency}`;
    case 'ratio':
      return `${grouped(value * 100, 2)}%`;
    case 'date':
      return new Date(value * 86400000).toISOString().slice(0, 10);
    case 'flag':
      return language === 'zh' ? (value === 1 ? '是' : '否') : value === 1 ? 'yes' : 'no';
    case 'year':
      return String(value);
    default:
      return grouped(value, 4);
  }
}

function grouped(value: number, decimals: number): string {
  const key = String(decimals);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals })));
  return format.format(value).replace('-', '−');
}
