import type { Language } from '../../i18n';

const TAG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** An ISO time as a day and a time of day here: 2025-07-28 14:02. What is no time stays as it is. */
export function momentWords(iso: string, language: Language): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return iso;
  const two = (count: number): string => String(count).padStart(2, '0');
  const moment = new Date(at);
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${timeWords(iso, language)}`;
}

/** The time of day here: 14:02. */
export function timeWords(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(TAG[language], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso));
}
