import fields from '../../../data/fields.json';
import type { Language } from '../../i18n';
import type { FieldEntry, Recipe } from '../../model/recipe';

const DICTIONARY = fields as readonly FieldEntry[];
const BY_ID = new Map(DICTIONARY.map((entry) => [entry.id, entry]));

/** The dictionary entry behind a field: its own, or that of the field it lags (`revenue_p1` → revenue). null: a field of the file's own. */
export function entryOf(field: string): FieldEntry | null {
  const lagged = /^(.+)_p[1-9]$/.exec(field)?.[1];
  return BY_ID.get(field) ?? (lagged === undefined ? null : (BY_ID.get(lagged) ?? null));
}

/** What a field is called, for those only the files at hand have. */
export type OwnField = Pick<FieldEntry, 'id' | 'zh' | 'en'>;

/** Names of the fields that only these files have: the headers of their columns. */
export function ownFields(recipes: readonly (Pick<Recipe, 'columns'> | null)[]): readonly OwnField[] {
  return recipes.flatMap((recipe) =>
    (recipe?.columns ?? []).flatMap(({ field, header }) =>
      field?.startsWith('x_') && header !== '' ? [{ id: field, zh: header, en: header }] : [],
    ),
  );
}

/** A field's name: the dictionary's with how many years back, that of a field of the files' own, else the id. */
export function fieldName(field: string, language: Language, own: readonly OwnField[] = []): string {
  const entry = entryOf(field);
  if (!entry) return own.find(({ id }) => id === field)?.[language] ?? field;
  return field === entry.id ? entry[language] : `${entry[language]} −${field.at(-1)!}`;
}

/** Fields to choose from, those with a role first, the rest by kind, each in the order of the dictionary. */
export function fieldGroups(): readonly { readonly kind: 'role' | FieldEntry['kind']; readonly fields: readonly FieldEntry[] }[] {
  const kinds = [...new Set(DICTIONARY.filter(({ role }) => role === null).map(({ kind }) => kind))];
  return [
    { kind: 'role', fields: DICTIONARY.filter(({ role }) => role !== null) },
    ...kinds.map((kind) => ({ kind, fields: DICTIONARY.filter((entry) => entry.role === null && entry.kind === kind) })),
  ];
}

/** Fields a list of events can count into. */
export function countedFields(): readonly FieldEntry[] {
  return DICTIONARY.filter(({ kind }) => kind === 'count' || kind === 'flag');
}
