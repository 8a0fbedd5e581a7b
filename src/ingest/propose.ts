import type { FieldEntry, Recipe, RecipeColumn } from '../model/recipe';
import type { FileProblem, FoundColumn, FoundFile } from '../model/source';
import { checkRecipe } from './check-recipe';
import { fits, isNumeric, separatorOf, unitOf } from './column-guess';
import { currencyIn, readHeading, yearInText } from './heading';
import { DEFAULT_NULLS } from './null-words';
import { isRowNumber, ownColumn, uniqueOwn, yearSeries, type Around, type Note } from './own-columns';
import { ownFieldId } from './own-fields';
import { withDates } from './propose-dated';
import { headerIndex, recognise, type HeaderIndex, type Recognised } from './recognise';
import { sheetOf } from './sheet-of';
import { titleOfFlags } from './title-column';

interface Guess {
  readonly found: FoundColumn;
  readonly known: Recognised | null;
  /** The title a yes/no column is about. */
  readonly title: string | null;
}

/**
 * A recipe from what `look` found: fields by header, units, years, currency; and what must be answered before loading (`question`), cannot be
 * (`error`) or should be seen (`warning`). Nothing is guessed that the answer does not say.
 */
export function proposeRecipe(
  found: FoundFile,
  dictionary: readonly FieldEntry[],
): { readonly recipe: Recipe; readonly problems: readonly FileProblem[] } {
  const notes: FileProblem[] = [];
  const note = (code: string, where: string, given: string): void =>
    void notes.push({ code, source: found.source, where, given, severity: 'warning' });
  const index = headerIndex(dictionary);
  const guesses = withIndustry(found.columns.map((column) => guess(column, index, note)));
  const hasYear = guesses.some(({ known }) => known?.entry.role === 'year');
  const winners = claim(guesses, hasYear, note);
  const series = hasYear ? new Map<string, Set<number>>() : yearSeries(guesses);
  let columns = guesses.map((one) => column(one, winners, { found, index, hasYear, series, note }));
  columns = uniqueOwn(uniqueTitles(columns, note));
  const dated = columns.flatMap(({ field, year }) => (field !== null && year !== null ? [year] : []));
  if (dated.length > 0) columns = columns.map((one) => dateUndated(one, Math.max(...dated), note));
  const year = hasYear || dated.length > 0 ? null : proposedYear(found, note);
  const recipe: Recipe = {
    format: 1,
    source: found.source,
    ...sheetOf(found.dialect),
    columns,
    year,
    duplicates: 'ask',
    currency: currencyOf(found, columns, note),
    nulls: DEFAULT_NULLS,
    absence: { means: 'unknown', years: null, districts: null },
    events: null,
  };
  const whole = withDates(recipe, found, note);
  return { recipe: whole, problems: [...checkRecipe(found, whole, dictionary), ...notes] };
}

function guess(found: FoundColumn, index: HeaderIndex, note: Note): Guess {
  const known = isRowNumber(found.header) ? null : recognise(found.header, index);
  if (known && !fits(known.entry, found)) {
    note('text_in_number_field', found.header, known.entry.id);
    return { found, known: null, title: null };
  }
  return { found, known, title: known ? null : titleOfFlags(found) };
}

/** A file that has only a code for its industry is cut by that code. */
function withIndustry(guesses: readonly Guess[]): readonly Guess[] {
  if (guesses.some(({ known }) => known?.entry.role === 'industry')) return guesses;
  const at = guesses.findIndex(({ known }) => known?.entry.id === 'industry_code');
  return guesses.map((one, place) =>
    place === at
      ? { ...one, known: { ...one.known!, entry: { ...one.known!.entry, id: 'industry', kind: 'text', role: 'industry' } } }
      : one,
  );
}

function claimed({ entry, heading }: Recognised, hasYear: boolean): string {
  const id = heading.back > 0 ? `${entry.id}_p${heading.back}` : entry.id;
  return hasYear || heading.year === null ? id : `${id} ${heading.year}`;
}

/** One column a field and year: the best match wins, the first among equals. */
function claim(guesses: readonly Guess[], hasYear: boolean, note: Note): ReadonlyMap<string, Guess> {
  const winners = new Map<string, Guess>();
  for (const one of guesses) {
    if (!one.known) continue;
    const key = claimed(one.known, hasYear);
    const before = winners.get(key);
    const better = !before || one.known.score > before.known!.score || (before.found.filled === 0 && one.found.filled > 0);
    if (better) winners.set(key, one);
    if (before) note('field_claimed_twice', better ? before.found.header : one.found.header, one.known.entry.id);
  }
  return winners;
}

function column(one: Guess, winners: ReadonlyMap<string, Guess>, around: Around): RecipeColumn {
  const { found, known, title } = one;
  const { hasYear, note } = around;
  const base = { header: found.header, at: found.at };
  if (title !== null) return titleColumn(found, title, hasYear);
  if (!known || winners.get(claimed(known, hasYear)) !== one) return ownColumn(found, around);
  const { entry, heading } = known;
  if (hasYear && heading.year !== null) note('year_in_header_and_column', found.header, String(heading.year));
  return {
    ...base,
    field: heading.back > 0 ? `${entry.id}_p${heading.back}` : entry.id,
    kind: entry.kind,
    unit: unitOf(entry.kind, heading, found, around.found.unit),
    year: hasYear ? null : heading.year,
    separator: entry.kind === 'set' ? separatorOf(found) : null,
  };
}

/** A yes/no column of one title. Its word is the title's name, whatever the header calls it. */
function titleColumn({ header, at }: FoundColumn, word: string, hasYear: boolean): RecipeColumn {
  const year = hasYear ? null : readHeading(header).year;
  return { header, at, field: 'titles', kind: 'flag', unit: null, year, separator: null, word };
}

/** A second column about the same title and year is a yes/no field of its own. */
function uniqueTitles(columns: readonly RecipeColumn[], note: Note): readonly RecipeColumn[] {
  const seen = new Set<string>();
  return columns.map((one) => {
    if (one.word === undefined) return one;
    const key = `${one.word} ${one.year}`;
    if (!seen.has(key)) {
      seen.add(key);
      return one;
    }
    note('field_claimed_twice', one.header, one.word);
    const { word: _word, ...plain } = one;
    return { ...plain, field: ownFieldId(one.header, one.at) };
  });
}

/** In a file with years in its headers, a figure without one is of the latest year, and that is said. Names and segments hold for every year. */
function dateUndated(one: RecipeColumn, latest: number, note: Note): RecipeColumn {
  if (one.field === null || one.year !== null || !isNumeric(one.kind)) return one;
  note('undated_column', one.header, String(latest));
  return { ...one, year: latest };
}

/** The year said by the file's name or a title above the header; a person sees it as a proposal. */
function proposedYear(found: FoundFile, note: Note): number | null {
  const above = found.preview.filter(({ fate }) => fate === 'above').flatMap(({ cells }) => cells);
  for (const text of [found.source.replace(/\.[^.]*$/, ''), ...above]) {
    const year = yearInText(text);
    if (year !== null) {
      note('year_proposed', text, String(year));
      return year;
    }
  }
  return null;
}

function currencyOf(found: FoundFile, columns: readonly RecipeColumn[], note: Note): string {
  if (found.currency !== undefined) return found.currency;
  const money = columns.filter(({ field, kind }) => field !== null && kind === 'money');
  const texts = [
    ...money.flatMap(({ header, unit }) => [header, unit ?? '']),
    ...found.preview.filter(({ fate }) => fate === 'above').flatMap(({ cells }) => cells),
  ];
  const named = texts.map(currencyIn).find((code) => code !== null);
  if (named) return named;
  // Nothing Chinese in any header: yuan is then an assumption worth a look.
  if (money.length > 0 && !found.columns.some(({ header }) => /\p{Script=Han}/u.test(header)))
    note('currency_assumed', money[0]!.header, 'CNY');
  return 'CNY';
}
