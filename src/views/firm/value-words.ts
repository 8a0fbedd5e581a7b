import type { Locale } from '../../i18n';

const RATIOS: ReadonlySet<string> = new Set(['ratio', '%', '‰']);

/** A value as it is read. It comes in its stored unit (money in the currency itself, a share as 1 = 100%), whatever unit the scheme names its bounds in. */
export function valueWords(value: number | null, unit: string | null, currency: string, { format }: Locale): string {
  if (value === null) return '—';
  const kind = unit !== null && RATIOS.has(unit) ? 'ratio' : unit?.endsWith('元') ? 'money' : 'number';
  return format.figure(value, kind, unit === 'count' ? '' : (unit ?? ''), currency);
}
