import { getContext, setContext } from 'svelte';
import type { Locale } from '../i18n';

const KEY = Symbol('locale');

/** Hands a reading of the current language down; every getter asks anew, so a change of language redraws whoever used it. */
export function giveLocale(read: () => Locale): void {
  const live: Locale = {
    get language() {
      return read().language;
    },
    get t() {
      return read().t;
    },
    get format() {
      return read().format;
    },
    name: (naming) => read().name(naming),
  };
  setContext(KEY, live);
}

/** The language of this part of the screen. Don't take it apart: `locale.t.…` stays live, a copy of `t` does not. */
export function useLocale(): Locale {
  const locale = getContext<Locale | undefined>(KEY);
  if (!locale) throw new Error('no locale above this component');
  return locale;
}
