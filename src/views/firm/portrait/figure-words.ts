import type { Locale } from '../../../i18n';
import { valueWords } from '../value-words';

/** What is counted needs no word in English: 13, not 13 items. */
const COUNTED: ReadonlySet<string> = new Set(['count', '件', '项', '个', '人', '家', '次']);

/** A value with its unit, as short as a table wants it. */
export function figureWords(value: number | null, unit: string | null, currency: string, locale: Locale): string {
  return valueWords(value, locale.language === 'en' && COUNTED.has(unit ?? '') ? '' : unit, currency, locale);
}
