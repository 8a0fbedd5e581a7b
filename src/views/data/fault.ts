import type { Language } from '../../i18n';
import { sayFileFault } from '../../i18n/problems';

/** What browsers call the faults that a person meets with files, and the code that has words for them. */
const KNOWN: Readonly<Record<string, string>> = {
  NotReadableError: 'file_unreadable',
  NotFoundError: 'file_unreadable',
  QuotaExceededError: 'storage_full',
};

/** What went wrong outside: in the reader's language where the browser gives it a known name, else in its own words. */
export function faultWords(error: unknown, language?: Language): string {
  if (!(error instanceof Error)) return String(error);
  const code = Object.hasOwn(KNOWN, error.name) ? KNOWN[error.name] : undefined;
  if (code === undefined || language === undefined) return error.message;
  return sayFileFault({ code, source: '', where: '', given: '', severity: 'error' }, language);
}

/** Whether it is the answer to a cancel. By name, since an error that crossed a worker's border is rebuilt on this side. */
export function isCancel(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError';
}
