import { SUPPORT_KINDS, type DatedList, type Recipe, type RecipeColumn } from '../model/recipe';
import type { Dialect, Encoding, FieldKind, FileProblem } from '../model/source';

export { fitRecipe } from './fit-recipe';

const ENCODINGS: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5', 'shift_jis', 'windows-1252'];
const KINDS: readonly FieldKind[] = ['number', 'money', 'count', 'ratio', 'flag', 'text', 'code', 'date', 'set', 'year'];
/** Longest recipe read: 5 MB, a hundred times one of 1,000 columns. */
const LONGEST = 5e6;

/** A recipe as a file: two-space JSON, keys in the order of the format, whatever order they were made in. */
export function recipeToJson(recipe: Recipe): string {
  return `${JSON.stringify(inOrder(recipe), null, 2)}\n`;
}

/** The same recipe with its keys in the order of the format and nothing that is not part of it. */
export function inOrder(recipe: Recipe): Recipe {
  const { dialect, absence, columns, events, dated, matches } = recipe;
  const pick = <T extends object>(from: T, keys: readonly (keyof T & string)[]): T =>
    Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as T;
  const ordered: Recipe = {
    ...recipe,
    dialect: { ...pick(dialect, ['encoding', 'delimiter', 'quote', 'escape']), header: pick(dialect.header, ['line', 'lines', 'others']) },
    columns: columns.map((column) => pick(column, COLUMN_KEYS)),
    absence: pick(absence, ['means', 'years', 'districts']),
    events: events && { field: events.field },
    ...(dated ? { dated: dated.is === 'titles' ? pick(dated, ['is', 'title']) : pick(dated, ['is', 'kind']) } : {}),
    ...(matches ? { matches: matches.map((one) => pick(one, ['given', 'firm'])) } : {}),
  };
  return pick(ordered, RECIPE_KEYS);
}

const COLUMN_KEYS = ['header', 'at', 'field', 'kind', 'unit', 'year', 'separator', 'word'] as const satisfies (keyof RecipeColumn)[];
const RECIPE_KEYS = [
  ...(['format', 'source', 'dialect', 'sheet', 'columns', 'year', 'duplicates', 'currency', 'nulls', 'absence', 'events'] as const),
  ...(['dated', 'wins', 'tolerance', 'matches'] as const),
] as const satisfies (keyof Recipe)[];

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

/**
 * Reads an object of these keys, of which the optional ones may be left out. Built field by field from own keys, so that `__proto__` in a file is an unknown
 * key and nothing else.
 */
function object<T>(readers: { readonly [K in keyof T]: Read<Exclude<T[K], undefined>> }, optional: readonly (keyof T)[] = []): Read<T> {
  return (value, where, say) => {
    const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
    if (!given) say('recipe_wrong_type', where, shown(value));
    const known = Object.keys(readers) as (keyof T & string)[];
    for (const key of Object.keys(given ?? {})) if (!known.includes(key as keyof T & string)) say('recipe_unknown_key', where, key);
    const entries = known.flatMap((key) => {
      const isThere = given !== null && Object.hasOwn(given, key);
      if (!isThere && optional.includes(key)) return [];
      if (given && !isThere) say('recipe_missing_key', where, key);
      return [[key, isThere ? readers[key]!(given[key], `${where}/${key}`, say) : undefined]];
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
const readDialect = object<Omit<Dialect, 'sheet'>>(
  {
    encoding: oneOf(ENCODINGS),
    delimiter: text,
    quote: oneOf(['"', "'", ''] as const),
    escape: oneOf(['\\'] as const),
    header: object<Dialect['header']>({ line: whole, lines: whole, others: whole }, ['others']),
  },
  ['escape'],
);
const readColumn = object<RecipeColumn>(
  {
    header: text,
    at: whole,
    field: orNull(text),
    kind: oneOf(KINDS),
    unit: orNull(text),
    year: orNull(whole),
    separator: orNull(text),
    word: text,
  },
  ['word'],
);
const readTitles = object<Extract<DatedList, { is: 'titles' }>>({ is: oneOf(['titles'] as const), title: orNull(text) });
const readSupport = object<Extract<DatedList, { is: 'support' }>>({ is: oneOf(['support'] as const), kind: orNull(oneOf(SUPPORT_KINDS)) });
/** Told apart by `is` before the other key is read. */
const readDated: Read<DatedList> = (value, where, say) => {
  const is = typeof value === 'object' && value !== null && 'is' in value ? value.is : undefined;
  return is === 'support' ? readSupport(value, where, say) : readTitles(value, where, say);
};
const readRecipe = object<Recipe>(
  {
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
    sheet: text,
    dated: readDated,
    wins: list(text),
    tolerance: plain<number>((value) => typeof value === 'number' && value >= 0 && value < 1),
    matches: list(object<NonNullable<Recipe['matches']>[number]>({ given: text, firm: orNull(text) })),
  },
  ['sheet', 'dated', 'wins', 'tolerance', 'matches'],
);
