import type { Check } from '../../../../scoring/portrait/format';
import type { Locale } from '../../../i18n';
import { percentile } from './place-words';

/** What a check is about, and what of it. */
export function checkWords(check: Check, locale: Locale): { readonly about: string; readonly words: string } {
  const { t, format } = locale;
  if (check.is === 'title') return { about: check.title, words: (check.isOver ? t.portrait_check_over : t.portrait_check_title)(check.to) };
  const about = locale.name(check.name);
  switch (check.is) {
    case 'condition':
      return { about, words: t.portrait_check_condition[check.what] };
    case 'missing':
      return { about, words: t.portrait_check_missing(t.reason[check.reason]) };
    case 'below':
      return { about, words: t.portrait_check_below(`${percentile(check.behind)}%`, format.number(check.n)) };
    case 'deduction':
      return {
        about,
        words: check.taken === null ? t.portrait_check_deduction_unknown : t.portrait_check_deduction(format.short(check.taken)),
      };
    case 'conflict':
      return {
        about,
        words: t.portrait_check_conflict(check.says.map(({ source, value }) => t.portrait_check_says(source, value))),
      };
  }
}
