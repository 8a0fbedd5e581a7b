import type { Mean } from '../../../scoring/scheme/format';
import type { Locale } from '../../i18n';

/** A mean as it stands in a sentence; none is the sum. */
export function meanWords(mean: Mean | undefined, { t, format }: Locale): string {
  if (mean === undefined || mean.is === 'arithmetic') return t.mean_words.arithmetic();
  const floor = format.short(mean.floor, 6);
  return mean.is === 'power' ? t.mean_words.power(floor, format.short(mean.power, 3)) : t.mean_words[mean.is](floor);
}
