import type { FieldEntry, Recipe, RecipeColumn } from '../model/recipe';
import type { FieldKind, FileProblem, FoundColumn, FoundFile } from '../model/source';
import { checkDated, DAYS } from './check-dated';
import { fieldEntry, laggedField } from './own-fields';
import { parseUnit } from './units';

/** How a field may be read other than by its own kind: figures by any kind of figures, words by any kind of words. */
const FAMILY: Readonly<Record<FieldKind, string>> = {
  number: 'figure',
  money: 'figure',
  count: 'figure',
  ratio: 'figure',
  flag: 'flag',
  text: 'word',
  code: 'word',
  date: 'date',
  set: 'set',
  year: 'year',
};

/** What stops a recipe (`error`) or must be answered first (`question`). Empty means the file can be loaded. */
export function checkRecipe(found: FoundFile, recipe: Recipe, dictionary: readonly FieldEntry[]): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  const say = (code: string, severity: FileProblem['severity'], where: string, given: string): void =>
    void problems.push({ code, source: found.source, where, given, severity });
  const taken = recipe.columns.filter(({ field }) => field !== null);
  for (const column of recipe.columns) {
    const there = found.columns.find(({ at }) => at === column.at);
    if (!there) say('no_such_column', 'error', placeOf(column), String(column.at + 1));
    else if (there.header !== column.header) say('column_changed', 'error', placeOf(column), there.header);
    checkColumn(column, there, recipe, dictionary, say);
  }
  checkTwice(taken, say);
  checkKey(taken, say);
  checkYear(taken, recipe, say);
  if (recipe.dated) checkDated(recipe, say);
  checkJoining(recipe, dictionary, say);
  if (!/^[A-Z]{3}$/.test(recipe.currency)) say('bad_currency', 'error', '', recipe.currency);
  if (recipe.events && !recipe.events.field.startsWith('x_') && !fieldEntry(recipe.events.field, [], dictionary))
    say('unknown_field', 'error', 'events', recipe.events.field);
  return problems;
}

/** Says what is wrong, where and with what. */
export type Say = (code: string, severity: FileProblem['severity'], where: string, given: string) => void;

/** A column as a person finds it: its header, or its number where it has none. */
function placeOf({ header, at }: RecipeColumn): string {
  return header === '' ? `#${at + 1}` : header;
}

function checkColumn(
  column: RecipeColumn,
  found: FoundColumn | undefined,
  recipe: Recipe,
  dictionary: readonly FieldEntry[],
  say: Say,
): void {
  const { field, kind, unit, year } = column;
  if (field === null) return;
  const own = /^x_[a-z0-9_]+$/.test(field);
  const entry = dictionary.find(({ id }) => id === field) ?? laggedField(field, dictionary)?.entry;
  if (!own && !entry) say('unknown_field', 'error', placeOf(column), field);
  const isTitleFlag = field === 'titles' && kind === 'flag' && column.word !== undefined;
  if (column.word !== undefined && !isTitleFlag) say('word_without_flag', 'error', placeOf(column), column.word);
  if (entry && FAMILY[entry.kind] !== FAMILY[kind] && !(entry.kind === 'flag' && recipe.events) && !isTitleFlag)
    say('kind_differs', 'error', placeOf(column), `${field}: ${kind}`);
  // Where every cell brings its own unit there is nothing to ask; one without is then missing, reason unit_unknown.
  const asked = !found || found.filled === 0 || found.ownUnits < found.filled;
  if (kind === 'money' && (unit === null || (unit === '?' && asked))) say('unit_unknown', 'question', placeOf(column), field);
  else if (unit !== null && unit !== '' && unit !== '?' && !parseUnit(unit)) say('unit_unreadable', 'error', placeOf(column), unit);
  if (year !== null && !isYear(year)) say('bad_year', 'error', placeOf(column), String(year));
}

/** A field given by two columns of one file and the same year. Yes/no columns of different titles are one set together. */
function checkTwice(taken: readonly RecipeColumn[], say: Say): void {
  const seen = new Map<string, RecipeColumn>();
  for (const column of taken) {
    const key = `${column.field} ${column.year} ${column.word ?? ''}`;
    const first = seen.get(key);
    if (first) say('field_twice', 'error', placeOf(column), `${column.field}: ${placeOf(first)}`);
    else seen.set(key, column);
  }
}

/** Without a key column the firm's name is the key. Other files may have the codes of these names; where none has, firms of one name are one firm. */
function checkKey(taken: readonly RecipeColumn[], say: Say): void {
  if (taken.some(({ field }) => field === 'uscc' || field === 'firm_id' || field === 'reg_no')) return;
  const name = taken.find(({ field }) => field === 'firm_name');
  if (name) say('keyed_by_name', 'warning', placeOf(name), '');
  else say('no_firm_key', 'question', '', '');
}

function checkYear(taken: readonly RecipeColumn[], recipe: Recipe, say: Say): void {
  const column = taken.find(({ field }) => field === 'year');
  const dated = taken.find(({ year }) => year !== null);
  if (column && dated) say('year_in_header_and_column', 'error', placeOf(dated), placeOf(column));
  const hasDays = recipe.dated !== undefined && taken.some(({ field }) => DAYS[recipe.dated!.is].includes(field!));
  if (!column && !dated && recipe.year === null && !hasDays) say('no_year', 'question', '', '');
  if (recipe.year !== null && !isYear(recipe.year)) say('bad_year', 'error', '', String(recipe.year));
  if (recipe.year !== null && column) say('year_twice', 'error', placeOf(column), String(recipe.year));
}

/** What joining is told: fields the source wins, its tolerance, decided firms. */
function checkJoining({ wins, tolerance, matches }: Recipe, dictionary: readonly FieldEntry[], say: Say): void {
  for (const field of wins ?? [])
    if (field !== '*' && !field.startsWith('x_') && !fieldEntry(field, [], dictionary)) say('unknown_field', 'error', '/wins', field);
  if (tolerance !== undefined && !(tolerance >= 0 && tolerance < 1)) say('bad_tolerance', 'error', '', String(tolerance));
  const seen = new Set<string>();
  for (const { given } of matches ?? []) {
    if (seen.has(given)) say('match_twice', 'error', '', given);
    seen.add(given);
  }
}

/** Years a panel can hold. */
export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1900 && year <= 2100;
}
