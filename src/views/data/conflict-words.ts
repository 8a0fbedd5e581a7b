import type { Locale } from '../../i18n';
import type { Conflict } from '../../model/joined';
import type { DataSummary } from '../../state/face';
import { entryOf } from './dictionary';

/** Whether both are about one value. */
export function sameConflict(a: Pick<Conflict, 'firm' | 'year' | 'field'>, b: Pick<Conflict, 'firm' | 'year' | 'field'>): boolean {
  return a.firm === b.firm && a.year === b.year && a.field === b.field;
}

/** A value given as text in stored units, as a figure with its unit; one that is no figure stays as it is. */
export function textValue(value: string, field: string, data: DataSummary | null, { format }: Locale): string {
  const entry = data?.fields.find(({ id }) => id === field) ?? entryOf(field);
  const figure = Number(value);
  if (!entry || value.trim() === '' || Number.isNaN(figure) || ['text', 'code', 'set'].includes(entry.kind)) return value;
  return format.figure(figure, entry.kind, entry.unit, data?.currency ?? 'CNY');
}

/** How far the furthest two figures are apart, as a share of the larger; null where they are no figures. */
export function gapOf({ says }: Pick<Conflict, 'says'>, { t, format }: Locale): string | null {
  const figures = says.map(({ value }) => (value.trim() === '' ? NaN : Number(value)));
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const size = Math.max(Math.abs(low), Math.abs(high));
  return Number.isNaN(size) || size === 0 ? null : t.clash_gap(format.percent((high - low) / size, 1));
}
