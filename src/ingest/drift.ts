import type { FieldEntry, RecipeColumn } from '../model/recipe';
import type { FoundColumn } from '../model/source';
import { fits, isNumeric } from './column-guess';
import { creditCodeFault } from './credit-code';
import { foldHeader, readHeading } from './heading';
import { likeness } from './match/likeness';
import { recognise, type HeaderIndex } from './recognise';

/** A column of the file that a lost one may be now. */
export interface Suggestion {
  readonly header: string;
  readonly at: number;
  /** 0…1. */
  readonly likeness: number;
}

/** Below this a name has nothing to do with another. */
const LEAST = 0.4;
const MOST = 3;
/** A header the dictionary knows as the same field, or cells that can be nothing else. */
const SAME_FIELD = 0.95;
/** What is left of a likeness where the kinds do not go together. */
const OTHER_KIND = 0.6;

/** Columns that a lost one may be, best first, at most three: by what the dictionary makes of the header, by name, by kind, by samples. */
export function suggestionsFor(
  lost: RecipeColumn,
  free: readonly FoundColumn[],
  index: HeaderIndex,
  dictionary: readonly FieldEntry[],
): readonly Suggestion[] {
  const entry = dictionary.find(({ id }) => id === lost.field) ?? null;
  return free
    .filter(({ header, filled }) => header !== '' || filled > 0)
    .map((column) => ({ header: column.header, at: column.at, likeness: likenessOf(lost, column, index, entry) }))
    .filter((one) => one.likeness >= LEAST)
    .sort((a, b) => b.likeness - a.likeness || a.at - b.at)
    .slice(0, MOST);
}

function likenessOf(lost: RecipeColumn, found: FoundColumn, index: HeaderIndex, entry: FieldEntry | null): number {
  if (entry && !fits(entry, found)) return 0;
  const [before, after] = [readHeading(lost.header), readHeading(found.header)];
  // Last year's figure is not this year's, and of two years' columns of one file each is its own.
  if (before.back !== after.back || (before.year === null) !== (after.year === null)) return 0;
  const known = recognise(found.header, index);
  if (known && lost.field !== null && known.entry.id === lost.field.replace(/_p[1-9]$/, '')) return SAME_FIELD;
  if (lost.field === 'uscc' && found.samples.length > 0 && found.samples.every((sample) => creditCodeFault(sample) === null))
    return SAME_FIELD;
  // A header that names another field is that field.
  if (known && lost.field !== null && !lost.field.startsWith('x_')) return 0;
  const name = likeness(foldHeader(before.name), foldHeader(after.name));
  return isNumeric(lost.kind) === isNumeric(found.kind) || lost.kind === found.kind ? name : name * OTHER_KIND;
}
