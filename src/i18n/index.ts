import type { Naming } from '../../scoring/scheme/format';
import { formatOf, type Format } from './format';
import type { zh } from './zh';
import { zhBoard } from './zh-board';
import { zhShell } from './zh-shell';

export type Language = 'zh' | 'en';
/** Every word on screen. Chinese is the pattern; English must have the same keys and arguments. */
export type Words = typeof zh;

/** One language: its words, its numbers, and which half of a two-language name it reads. */
export interface Locale {
  readonly language: Language;
  readonly t: Words;
  readonly format: Format;
  name(naming: Naming): string;
}

/** What the first paint needs, in Chinese. English comes by `firstWords`; the rest joins by `loadWords`, before a view that speaks it is mounted. */
const words: { readonly zh: object; readonly en: object } = { zh: { ...zhShell, ...zhBoard }, en: {} };
const made = new Map<Language, Locale>();

/** Fetches what the first paint needs in a language. Ask for it before the language is shown; until then Chinese stands in its place. */
export async function firstWords(language: Language): Promise<void> {
  if (language === 'en' && !hasWords('en')) Object.assign(words.en, (await import('./en-first')).enFirst);
}

function hasWords(language: Language): boolean {
  return 'app_title' in words[language];
}

/** The locale of a language; made once. */
export function localeOf(language: Language): Locale {
  if (!hasWords(language)) return localeOf('zh');
  let locale = made.get(language);
  if (!locale) {
    locale = { language, t: words[language] as Words, format: formatOf(language), name: (naming) => naming[language] };
    made.set(language, locale);
  }
  return locale;
}

/** Fetches the words of what the frame opens (drawer, keeping, what leaves), in both languages. Ask for them along with it; rooms bring their own (`addWords`). */
export async function loadWords(): Promise<void> {
  const [{ zhFrame }, { enFrame }] = await Promise.all([import('./zh-frame'), import('./en-frame')]);
  addWords(zhFrame, enFrame);
}

/** A part that speaks words beyond those of the first paint, with them. */
export async function withWords<Part>(part: Promise<Part>): Promise<Part> {
  await loadWords();
  return part;
}

/** Adds words that travel with a room or page: see `data-words.ts` and its like. */
export function addWords(zhOfPage: object, enOfPage: object): void {
  Object.assign(words.zh, zhOfPage);
  Object.assign(words.en, enOfPage);
}

/** The text of a code, or what the words say about an unknown code. Codes come from data and links, so a missing one must not break the screen. */
export function byCode(texts: Readonly<Record<string, string>>, code: string, otherwise: (code: string) => string): string {
  return Object.hasOwn(texts, code) ? texts[code]! : otherwise(code);
}

export type { Format };
