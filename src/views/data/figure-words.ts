import type { Locale } from '../../i18n';
import type { FieldEntry } from '../../model/recipe';

/** One figure in the words of its field; `—` where there is none. */
export function figureWords(
  value: number | null,
  entry: Pick<FieldEntry, 'kind' | 'unit'> | null,
  currency: string,
  { format }: Locale,
): string {
  return value === null ? '—' : format.figure(value, entry?.kind ?? 'number', entry?.unit ?? '', currency);
}
