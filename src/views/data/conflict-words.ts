import type { Locale } from '../../i18n';
import type { Conflict } from '../../model/joined';
import type { FieldKind } from '../../model/source';
import type { DataSummary } from '../../state/face';
import { entryOf } from './dictionary';

const FIGURES: readonly FieldKind[] = ['number', 'money', 'count', 'ratio'];

/** Whether both are about one value. */
export function sameConflict(a: Pick<Conflict, 'firm' | 'year' | 'field'>, b: Pick<Conflict, 'firm' | 'year' | 'field'>): boolean {
  return a.firm === b.firm && a.year === b.year && a.field === b.field;
}

/**
 * What each source says, in one unit and with every digit, so that values that differ look different; values that are no figures stay as they are.
 * In the order of `says`.
 */
export function saidValues(
  { says, field }: Pick<Conflict, 'says' | 'field'>,
  data: DataSummary | null,
  { t, format }: Locale,
): readonly string[] {
  const entry = data?.fields.find(({ id }) => id === field) ?? entryOf(field);
  const figures = says.map(({ value }) => (value.trim() === '' ? NaN : Number(value)));
  if (!entry || !FIGURES.includes(entry.kind) || figures.some(Number.isNaN)) return says.map(({ value }) => value);
  const { factor, unit } = format.column(figures, entry.kind, entry.unit, data?.currency ?? 'CNY');
  return figures.map((figure) => {
    const digits = format.short(Number((figure / factor).toPrecision(15)), 12);
    return unit === '' ? digits : t.clash_figure(digits, unit);
  });
}

/** How far the furthest two figures are apart, as a share of the larger, with as many digits as it takes to be more than 0; null where they are no figures. */
export function gapOf({ says }: Pick<Conflict, 'says'>, { t, format }: Locale): string | null {
  const figures = says.map(({ value }) => (value.trim() === '' ? NaN : Number(value)));
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (Number.isNaN(size) || size === 0) return null;
  const share = (high - low) / size;
  return t.clash_gap(format.percent(share, share === 0 || share >= 0.001 ? 1 : Math.min(8, Math.ceil(-Math.log10(share)) - 2)));
}
