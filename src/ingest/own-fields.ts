import type { FieldEntry, Recipe, RecipeColumn } from '../model/recipe';
import type { FieldKind } from '../model/source';
import { bareYear, foldHeader, readHeading } from './heading';

/**
 * Id of a field the dictionary does not know: `x_` and what is Latin in the header. A header without Latin letters gets a short hash of itself, not
 * its position, so that the same column of next year's file is the same field even where columns moved. A column without a header is `x_c<at>`.
 */
export function ownFieldId(header: string, at: number): string {
  const folded = foldHeader(header);
  if (folded === '') return `x_c${at}`;
  // An exported panel names its columns by id.
  if (/^x_[a-z0-9_]+$/.test(header)) return header;
  const latin = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  // A header of which only a part is Latin (`A类收入`, `B类收入`) keeps that part and the hash of the whole.
  if (/[^\x00-\x7f]/.test(folded)) return `x_${/^[a-z]/.test(latin) ? `${latin.slice(0, 24)}_` : 'h'}${hash(folded)}`;
  return latin === '' ? `x_h${hash(folded)}` : `x_${latin.slice(0, 60)}`;
}

/** FNV-1a, 32 bits, base 36: enough to part the columns of a workspace; a clash is refused when recipes are joined. */
function hash(text: string): string {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  return (state >>> 0).toString(36).padStart(7, '0');
}

/** `revenue_p2` → the field it lags and by how much; null where the id is no lag of a known field. */
export function laggedField(id: string, dictionary: readonly FieldEntry[]): { readonly entry: FieldEntry; readonly back: number } | null {
  const found = /^(.+)_p([1-9])$/.exec(id);
  const entry = found && dictionary.find((known) => known.id === found[1]);
  return entry ? { entry, back: Number(found[2]) } : null;
}

/** Unit in which a kind is stored where the dictionary does not say. */
export function storedUnit(kind: FieldKind): string {
  return kind === 'money' ? '元' : '';
}

/** A column of one year is named by its header without the year, or by its file where the header is nothing but the year. */
function nameOf({ header, year }: RecipeColumn, { source }: Recipe, id: string): string {
  if (header === '') return id;
  if (year === null) return header;
  return bareYear(header) === null ? readHeading(header).name : source.replace(/\.[^.]*$/, '');
}

/** The entry of a field: the dictionary's, a lag's (`营业收入（前 1 年）`), or one made from the header of a field of the file's own; null if unknown. */
export function fieldEntry(id: string, recipes: readonly Recipe[], dictionary: readonly FieldEntry[]): FieldEntry | null {
  const known = dictionary.find((entry) => entry.id === id);
  if (known) return known;
  const lagged = laggedField(id, dictionary);
  if (lagged) {
    const { entry, back } = lagged;
    return {
      ...entry,
      id,
      zh: `${entry.zh}（前 ${back} 年）`,
      en: `${entry.en}, ${back === 1 ? 'previous year' : `${back} years before`}`,
      role: null,
      accept: [],
    };
  }
  for (const recipe of recipes) {
    const column = recipe.columns.find((one) => one.field === id);
    if (!column) continue;
    const name = nameOf(column, recipe, id);
    return { id, zh: name, en: name, kind: column.kind, unit: storedUnit(column.kind), role: null, sign: 'any', accept: [] };
  }
  return null;
}
