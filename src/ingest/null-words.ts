import { foldWidth } from './fold';

/** Words that office tables put where nothing is known. A recipe lists its own; 0 is never among them. */
export const DEFAULT_NULLS: readonly string[] = [
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  'N/A',
  'NA',
  'null',
  '无',
  '暂无',
  '不详',
  '未填',
  '#N/A',
  '#DIV/0!',
];

/** The form in which null words are compared: width and case folded. */
export function nullKey(text: string): string {
  return foldWidth(text).toLowerCase();
}

/** The null words of a recipe, ready for `has(nullKey(cell))`. A word that reads as zero is left out: 0 is a value. */
export function nullSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(nullKey).filter((word) => word.trim() === '' || Number(word) !== 0));
}
