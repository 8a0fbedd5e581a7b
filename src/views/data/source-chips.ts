import type { Locale } from '../../i18n';
import type { Recipe } from '../../model/recipe';
import type { Loaded } from '../../state/face';
import { encodingWords, headerWords } from './words';

export interface SourceChip {
  readonly words: string;
  readonly tone: 'soft' | 'mark';
}
const soft = (words: string): SourceChip => ({ words, tone: 'soft' });
const DAY = 86_400_000;

/** How a source is read, as a person recognises it: format or encoding, sheet, header line, the one unit of its amounts, its year. */
export function readingChips(name: string, recipe: Recipe, locale: Locale): readonly SourceChip[] {
  const { t } = locale;
  // Workbooks and columnar files are not split from a text: their format is worth saying, not an encoding.
  const isText = recipe.dialect.delimiter !== '';
  const format = isText ? encodingWords(recipe.dialect.encoding) : name.slice(name.lastIndexOf('.') + 1).toUpperCase();
  const units = new Set(
    recipe.columns.flatMap(({ field, kind, unit }) => (field !== null && kind === 'money' && unit !== null && unit !== '?' ? [unit] : [])),
  );
  return [
    soft(format),
    ...(recipe.sheet === undefined ? [] : [soft(t.data_list_sheet(recipe.sheet))]),
    ...(isText || recipe.sheet !== undefined ? [soft(headerWords(recipe.dialect, (row) => row + 1, locale))] : []),
    ...(units.size === 1 ? [soft(t.data_list_unit([...units][0]!))] : []),
    ...(recipe.year === null ? [] : [soft(t.data_chip_year(String(recipe.year)))]),
  ];
}

/** Days between the deadline (`MM-DD` of the year after the source's) and the day it was received; 0 in time, null where either is unknown. */
export function lateDays({ recipe, facts }: Pick<Loaded, 'recipe' | 'facts'>, deadline: string): number | null {
  if (recipe.year === null) return null;
  const late = Math.round((Date.parse(facts.received) - Date.parse(`${recipe.year + 1}-${deadline}`)) / DAY);
  return Number.isNaN(late) ? null : Math.max(0, late);
}
