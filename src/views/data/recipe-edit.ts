import type { FieldEntry, Recipe, RecipeColumn } from '../../model/recipe';
import type { FieldKind, FoundColumn } from '../../model/source';
import { ownFieldId } from '../../state/own-field';

/** Roles a person looks for in a file, with the field a column chosen for one becomes. */
export const ROLES = ['firm', 'name', 'year', 'industry', 'type', 'district', 'stage'] as const;
export type Role = (typeof ROLES)[number];
const FIELD_OF: Readonly<Record<Role, string>> = {
  firm: 'uscc',
  name: 'firm_name',
  year: 'year',
  industry: 'industry',
  type: 'titles',
  district: 'district',
  stage: 'stage',
};
const FIGURES: readonly FieldKind[] = ['number', 'money', 'count', 'ratio'];
const SEPARATORS = [';', '；', '、', '|', '，', ','];

/** Kinds a column may be read as: a field of the dictionary keeps to its family, an own field may be anything but a year. */
export function kindsFor(entry: FieldEntry | null): readonly FieldKind[] {
  if (!entry) return [...FIGURES, 'flag', 'text', 'code', 'date', 'set'];
  if (FIGURES.includes(entry.kind)) return FIGURES;
  return entry.kind === 'text' || entry.kind === 'code' ? ['text', 'code'] : [entry.kind];
}

/** Whether every cell of a column brings its own unit (`50(万元)`): there is then nothing to ask. */
export function hasOwnUnits(found: FoundColumn | undefined): boolean {
  return found !== undefined && found.filled > 0 && found.ownUnits >= found.filled;
}

/** Whether a column needs a unit and has none. */
export function needsUnit({ field, kind, unit }: RecipeColumn, found: FoundColumn | undefined): boolean {
  return field !== null && kind === 'money' && (unit === null || (unit === '?' && !hasOwnUnits(found)));
}

function withColumn(recipe: Recipe, at: number, change: (column: RecipeColumn) => RecipeColumn): Recipe {
  return { ...recipe, columns: recipe.columns.map((column) => (column.at === at ? change(column) : column)) };
}

/** A column read as another kind. Money without a unit becomes a question; a set is split at the sign its samples hold. */
export function withKind(recipe: Recipe, at: number, kind: FieldKind, found: FoundColumn | undefined): Recipe {
  return withColumn(recipe, at, (column) => {
    const known = column.unit === '?' ? null : column.unit;
    // A unit found for one measure says nothing of another.
    const unit = kind === 'money' ? (column.kind === 'money' ? (known ?? '?') : (found?.unit ?? '?')) : kind === column.kind ? known : null;
    const separator =
      kind === 'set' ? (column.separator ?? SEPARATORS.find((sign) => found?.samples.some((text) => text.includes(sign))) ?? ';') : null;
    return { ...column, kind, unit, separator };
  });
}

/** A column read as another recipe's column says. */
export function withColumnAs(recipe: Recipe, as: RecipeColumn): Recipe {
  return withColumn(recipe, as.at, () => as);
}

/** A column given to a field of the dictionary (or a lag of one), to a field of its own (`own`), or to none (null). */
export function withField(
  recipe: Recipe,
  at: number,
  field: string | null,
  entry: FieldEntry | null,
  found: FoundColumn | undefined,
): Recipe {
  if (field === null)
    return withColumn(recipe, at, (column) => ({ ...column, field: null, unit: column.unit === '?' ? null : column.unit }));
  const id = field === 'own' ? freeId(recipe, at) : field;
  const named = withColumn(recipe, at, (column) => ({ ...column, field: id, ...(entry?.role === 'year' ? { year: null } : {}) }));
  const column = named.columns.find((one) => one.at === at);
  const allowed = kindsFor(entry);
  if (!column) return named;
  const kind =
    entry && !allowed.includes(column.kind)
      ? entry.kind
      : entry?.kind === 'money'
        ? 'money'
        : column.kind === 'year' && !entry
          ? 'number'
          : column.kind;
  return withKind(named, at, kind, found);
}

/** An own id no other column of that year bears. */
function freeId(recipe: Recipe, at: number): string {
  const column = recipe.columns.find((one) => one.at === at);
  const base = ownFieldId(column?.header ?? '', at);
  const isTaken = (id: string): boolean => recipe.columns.some((one) => one.at !== at && one.field === id && one.year === column?.year);
  let id = base;
  for (let turn = 2; isTaken(id); turn++) id = `${base}_${turn}`;
  return id;
}

/** Kept as the text it is: what the dictionary holds to be a figure becomes a field of the file's own. */
export function asText(recipe: Recipe, at: number, entry: FieldEntry | null, found: FoundColumn | undefined): Recipe {
  const isWord = entry !== null && kindsFor(entry).includes('text');
  const freed = isWord ? recipe : withField(recipe, at, 'own', null, found);
  return withKind(
    withColumn(freed, at, (column) => ({ ...column, year: null })),
    at,
    'text',
    found,
  );
}

export function withUnit(recipe: Recipe, at: number, unit: string | null): Recipe {
  return withColumn(recipe, at, (column) => ({ ...column, unit }));
}

/** One unit for every money column still without. */
export function withUnitForAll(recipe: Recipe, unit: string, foundAt: (at: number) => FoundColumn | undefined): Recipe {
  return { ...recipe, columns: recipe.columns.map((column) => (needsUnit(column, foundAt(column.at)) ? { ...column, unit } : column)) };
}

export function withYear(recipe: Recipe, at: number, year: number | null): Recipe {
  return withColumn(recipe, at, (column) => ({ ...column, year }));
}

/** The column that plays a role now. */
export function columnOf(recipe: Recipe, role: Role, entryOf: (field: string) => FieldEntry | null): RecipeColumn | null {
  return recipe.columns.find(({ field }) => field !== null && entryOf(field)?.role === role) ?? null;
}

/** Gives a role to a column and takes it from the one that had it, which becomes an own field. `at` null: nobody plays it. */
export function withRole(
  recipe: Recipe,
  role: Role,
  at: number | null,
  entryOf: (field: string) => FieldEntry | null,
  foundAt: (at: number) => FoundColumn | undefined,
): Recipe {
  let next = recipe;
  for (const { at: had, field } of recipe.columns) {
    if (field !== null && entryOf(field)?.role === role && had !== at) next = withField(next, had, 'own', null, foundAt(had));
  }
  if (at === null) return next;
  // Eighteen characters are a credit code; any other key is a firm number.
  const isCode = foundAt(at)?.samples.some((text) => /^[0-9A-Za-z]{18}$/.test(text.trim())) ?? false;
  const field = role === 'firm' && !isCode ? 'firm_id' : FIELD_OF[role];
  next = withField(next, at, field, entryOf(field), foundAt(at));
  return role === 'year' ? { ...next, year: null, columns: next.columns.map((column) => ({ ...column, year: null })) } : next;
}

/** Fields a source gives first; none leaves it to the order of sources. */
export function withWins(recipe: Recipe, fields: readonly string[]): Recipe {
  const { wins: _, ...rest } = recipe;
  return fields.length === 0 ? rest : { ...rest, wins: fields };
}

/** The difference from a stronger source that counts as none, as a share; 0 is not written down. */
export function withTolerance(recipe: Recipe, share: number): Recipe {
  const { tolerance: _, ...rest } = recipe;
  return share === 0 ? rest : { ...rest, tolerance: Number(share.toPrecision(12)) };
}

/** Taken as a list of titles, of support received, or as no dated list. What stands in its columns says titles and kinds until a person names one. */
export function withDated(recipe: Recipe, is: 'none' | 'titles' | 'support'): Recipe {
  const { dated: _, ...rest } = recipe;
  return is === 'none' ? rest : { ...rest, dated: is === 'titles' ? { is, title: null } : { is, kind: null } };
}

/** The decision on one firm that matches only likely, taken back. */
export function withoutMatch(recipe: Recipe, given: string): Recipe {
  const { matches = [], ...rest } = recipe;
  const others = matches.filter((one) => one.given !== given);
  return others.length === 0 ? rest : { ...rest, matches: others };
}
