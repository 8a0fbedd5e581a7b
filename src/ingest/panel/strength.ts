import type { Recipe } from '../../model/recipe';

/** How strong a source is for a field: 0 where its recipe names the field, 1 where it claims all it has, 2 where it leaves it to the order of sources. */
export function strengthOf({ wins }: Recipe, field: string): 0 | 1 | 2 {
  if (!wins) return 2;
  return wins.includes(field) ? 0 : wins.includes('*') ? 1 : 2;
}

/** The same list, strongest for a field first; the order of sources decides between equals. */
export function strongestFirst<T>(list: readonly T[], field: string, recipeOf: (one: T) => Recipe): readonly T[] {
  if (list.every((one) => recipeOf(one).wins === undefined)) return list;
  return [...list].sort((a, b) => strengthOf(recipeOf(a), field) - strengthOf(recipeOf(b), field));
}
