import type { Locale } from './index';

/** The file of an origin, and the sheet where it is a workbook: a line alone does not find a cell in one. */
export function originPlace({ source, sheet }: { readonly source: string; readonly sheet: string | null }, { t }: Locale): string {
  return sheet === null ? source : t.source_sheet_of(source, sheet);
}
