import type { Recipe, RecipeColumn } from '../model/recipe';
import type { Dialect, Encoding, FieldKind, FileProblem, FoundFile } from '../model/source';
import { foldHeader } from './heading';

const ENCODINGS: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5', 'shift_jis', 'windows-1252'];
const KINDS: readonly FieldKind[] = ['number', 'money', 'count', 'ratio', 'flag', 'text', 'code', 'date', 'set', 'year'];
/** Longest recipe read: 5 MB, a hundred times one of 1,000 columns. */
const LONGEST = 5e6;

/** A recipe as a file: two-space JSON, keys in the order of the format. */
export function recipeToJson(recipe: Recipe): string {
  return `${JSON.stringify(recipe, null, 2)}\n`;
}

/** Reads a recipe; closed: an unknown key, a missing one or one of another type is a problem that names its place as a JSON pointer. */
export function parseRecipe(text: string, source: string): { readonly recipe: Recipe | null; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const say: Say = (code, where, given) => void problems.push({ code, source, where, given, severity: 'error' });
  const json = parsed(text, say);
  const recipe = problems.length === 0 ? readRecipe(json, '', say) : null;
  return { recipe: problems.length === 0 ? recipe : null, problems };
}

type Say = (code: string, where: string, given: string) => void;
type Read<T> = (value: unknown, where: string, say: Say) => T;

function parsed(text: string, say: Say): unknown {
  if (text.length > LONGEST) {
    say('recipe_too_large', '', String(text.length));
    return null;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    say('recipe_not_json', '', error instanceof Error ? error.message : String(error));
    return null;
  }
}

/** Reads an object of exactly these keys. Built field by field from own keys, so that `__proto__` in a file is an unknown key and nothing else. */
function object<T>(readers: { readonly [K in keyof T]: Read<T[K]> }): Read<T> {
  return (value, where, say) => {
    const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
    if (!given) say('recipe_wrong_type', where, shown(value));
    const known = Object.keys(readers) as (keyof T & string)[];
    for (const key of Object.keys(given ?? {})) if (!known.includes(key as keyof T & string)) say('recipe_unknown_key', where, key);
    const entries = known.map((key) => {
      if (given && !Object.hasOwn(given, key)) say('recipe_missing_key', where, key);
      return [key, given && Object.hasOwn(given, key) ? readers[key](given[key], `${where}/${key}`, say) : undefined];
    });
    return Object.fromEntries(entries) as T;
  };
}

/** Reads what passes a test; anything else is a problem and comes back unused, since a recipe with problems is not given out. */
function plain<T>(passes: (value: unknown) => boolean): Read<T> {
  return (value, where, say) => {
    if (!passes(value)) say('recipe_wrong_type', where, shown(value));
    return value as T;
  };
}

function list<T>(read: Read<T>): Read<readonly T[]> {
  return (value, where, say) => {
    if (Array.isArray(value)) return value.map((one: unknown, at) => read(one, `${where}/${at}`, say));
    say('recipe_wrong_type', where, shown(value));
    return [];
  };
}

function orNull<T>(read: Read<T>): Read<T | null> {
  return (value, where, say) => (value === null ? null : read(value, where, say));
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 60);
}

const text = plain<string>((value) => typeof value === 'string');
const whole = plain<number>((value) => Number.isInteger(value) && (value as number) >= 0);
const oneOf = <T extends string>(choices: readonly T[]): Read<T> => plain<T>((value) => choices.includes(value as T));
const readDialect = object<Dialect>({
  encoding: oneOf(ENCODINGS),
  delimiter: text,
  quote: oneOf(['"', "'", ''] as const),
  header: object<Dialect['header']>({ line: whole, lines: whole }),
});
const readColumn = object<RecipeColumn>({
  header: text,
  at: whole,
  field: orNull(text),
  kind: oneOf(KINDS),
  unit: orNull(text),
  year: orNull(whole),
  separator: orNull(text),
});
const readRecipe = object<Recipe>({
  format: plain<1>((value) => value === 1),
  source: text,
  dialect: readDialect,
  columns: list(readColumn),
  year: orNull(whole),
  duplicates: oneOf(['ask', 'first', 'last', 'reject'] as const),
  currency: text,
  nulls: list(text),
  absence: object<Recipe['absence']>({
    means: oneOf(['none', 'unknown'] as const),
    years: orNull(list(whole)),
    districts: orNull(list(text)),
  }),
  events: orNull(object<{ readonly field: string }>({ field: text })),
});

/**
 * A recipe laid on another file of the same make, next year's for instance: columns are found by header, wherever they stand now. The dialect is the
 * file's own. A column the recipe takes and the file has not is an error; one the file has and the recipe does not know is not taken, with a warning.
 */
export function fitRecipe(recipe: Recipe, found: FoundFile): { readonly recipe: Recipe; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const problem = (code: string, where: string, severity: FileProblem['severity']): void =>
    void problems.push({ code, source: found.source, where, given: recipe.source, severity });
  const left = [...recipe.columns];
  const columns = found.columns.map((column): RecipeColumn => {
    const at = bestPlace(left, column.header, column.at);
    if (at !== -1) return { ...left.splice(at, 1)[0]!, header: column.header, at: column.at };
    if (column.filled > 0) problem('column_not_in_recipe', column.header, 'warning');
    return { header: column.header, at: column.at, field: null, kind: column.kind, unit: null, year: null, separator: null };
  });
  for (const { header, field } of left) if (field !== null) problem('column_not_in_file', header, 'error');
  return { recipe: { ...recipe, source: found.source, dialect: found.dialect, columns }, problems };
}

/** The recipe's column for a header: where several bear it, the one at the same place first. */
function bestPlace(columns: readonly RecipeColumn[], header: string, at: number): number {
  const folded = foldHeader(header);
  const same = columns.findIndex((one) => one.at === at && foldHeader(one.header) === folded);
  return same !== -1 ? same : columns.findIndex((one) => foldHeader(one.header) === folded);
}
