import type { DatedList, Recipe, RecipeColumn } from '../model/recipe';
import type { FoundFile } from '../model/source';
import { isNumeric } from './column-guess';
import type { Note } from './own-columns';
import { kindIn } from './panel/support-kind';
import { titleIn } from './panel/titles-held';

/** Words that lists of titles write where a title does not end. */
const NO_END: readonly string[] = ['长期', '长期有效', '至今'];

/**
 * Whether a file is a dated list by its columns: titles with days between which they are held, or support with the day it was received on and its amount. A
 * file that has other figures of firms is a table of firms, whatever days stand in it. What is proposed is said.
 */
export function withDates(recipe: Recipe, found: FoundFile, note: Note): Recipe {
  const { columns } = recipe;
  const at = (field: string): RecipeColumn | undefined => columns.find((one) => one.field === field);
  if (columns.some((one) => isFigure(one)) || columns.some(({ year }) => year !== null)) return recipe;
  const day = at('support_date');
  if (day && at('support_amount')) {
    const dated: DatedList = { is: 'support', kind: at('support_kind') ? null : firstOf(textsOf(found), kindIn) };
    note('dated_support', day.header, dated.kind ?? '');
    return { ...recipe, dated };
  }
  const from = at('valid_from') ?? at('valid_to');
  if (!from) return recipe;
  const named = at('title_name') ? columns : columns.map((one) => (one.field === 'titles' && one.word === undefined ? asName(one) : one));
  const hasName = named.some(({ field }) => field === 'title_name');
  const title = hasName ? null : firstOf(textsOf(found), titleIn);
  if (!hasName && title === null) return recipe;
  note('dated_titles', from.header, title ?? '');
  return { ...recipe, columns: named, nulls: [...recipe.nulls, ...NO_END], dated: { is: 'titles', title } };
}

/** A figure of firms: any the dictionary knows but the amounts and days of the lists themselves. */
function isFigure({ field, kind, word }: RecipeColumn): boolean {
  if (field === null || field.startsWith('x_') || field === 'support_amount') return false;
  return isNumeric(kind) || (kind === 'flag' && word === undefined);
}

/** In a list of dated titles the column of titles names one a row. */
function asName(column: RecipeColumn): RecipeColumn {
  return { ...column, field: 'title_name', kind: 'text', separator: null };
}

/** The name of the file and what stands above its header. */
function textsOf(found: FoundFile): readonly string[] {
  return [found.source.replace(/\.[^.]*$/, ''), ...found.preview.filter(({ fate }) => fate === 'above').flatMap(({ cells }) => cells)];
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}
