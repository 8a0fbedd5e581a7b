import type { Recipe } from '../model/recipe';
import type { Dialect, FoundFile } from '../model/source';
import { foldHeader } from './heading';

/**
 * The header at which a file of several tables must be looked again before a recipe fits: of the table that has most of the columns the recipe takes. null
 * where the table looked at has as many, or the file holds no other.
 */
export function tableAsked({ columns }: Pick<Recipe, 'columns'>, { tables = [], dialect }: Pick<FoundFile, 'dialect' | 'tables'>) {
  const wanted = columns.filter(({ field }) => field !== null).map(({ header }) => foldHeader(header));
  const score = (names: readonly string[]): number => {
    const there = new Set(names.map(foldHeader));
    return wanted.filter((name) => there.has(name)).length;
  };
  let best: { readonly header: Dialect['header']; readonly score: number } | null = null;
  for (const { header, names } of tables) {
    const own = score(names);
    const isHere = header.line === dialect.header.line;
    if (!best || own > best.score || (isHere && own === best.score)) best = { header, score: own };
  }
  return best && best.header.line !== dialect.header.line && tables.some(({ header }) => header.line === dialect.header.line)
    ? best.header
    : null;
}
