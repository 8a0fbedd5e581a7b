import type { Locale } from '../../i18n';
import type { RecipeColumn } from '../../model/recipe';
import type { FieldKind } from '../../model/source';
import type { PreviewCell } from '../../state/preview-cells';
import { entryOf, fieldName, ownFields } from './dictionary';

export const PREVIEW_MODES = ['plain', 'marked', 'read'] as const;
export type PreviewMode = (typeof PREVIEW_MODES)[number];

/** What a cell of the preview shows, how it is drawn, and what its reading did to it. `cell` is undefined where nothing is read there. */
export function cellWords(
  raw: string,
  column: RecipeColumn | undefined,
  cell: PreviewCell | undefined,
  mode: PreviewMode,
  locale: Locale,
): { readonly text: string; readonly fate: PreviewCell['fate']; readonly title: string | undefined } {
  const { t } = locale;
  if (!column || !cell || mode === 'plain') return { text: raw, fate: 'same', title: undefined };
  const { fate, value } = cell;
  const read = value === null ? '' : valueWords(value, column.kind, locale);
  const isEmpty = raw.trim() === '';
  const text = mode === 'read' && fate !== 'asked' ? read : raw;
  if (isEmpty) return { text, fate: 'same', title: undefined };
  const titles: Readonly<Record<PreviewCell['fate'], string | undefined>> = {
    same: undefined,
    changed: t.data_preview_reads(raw, read),
    refused: t.data_preview_refused(raw),
    missing: t.data_preview_null(raw),
    asked: t.data_unit_ask,
  };
  return { text, fate, title: titles[fate] };
}

/** The head of a column as it is read: its field, with the unit in which it is stored. */
export function headWords(column: RecipeColumn | undefined, currency: string, locale: Locale): string {
  if (!column?.field) return locale.t.data_preview_untaken;
  const name = fieldName(column.field, locale.language, ownFields([{ columns: [column] }]));
  const stored = entryOf(column.field)?.unit ?? '';
  const { unit } = locale.format.column([], column.kind, stored, currency);
  return stored === '' || unit === '' ? name : locale.t.data_preview_head(name, unit);
}

/** A value as it enters the panel, written out whole: no 万 and no rounding to four figures, since it is compared with the raw text. */
function valueWords(value: number | string | readonly string[], kind: FieldKind, { t, format }: Locale): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return value.join(t.data_ask_list);
  if (kind === 'date') return format.date(value);
  if (kind === 'flag') return t.data_preview_flag[value === 1 ? 'yes' : 'no'];
  return kind === 'year' || kind === 'code' ? String(value) : format.short(value, 6);
}
