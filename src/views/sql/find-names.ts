import type { SqlName } from '../../state/sql-face';
import { pinyinInitials } from './pinyin';

const folded = new WeakMap<SqlName, { readonly zh: string; readonly en: string; readonly ways: readonly string[] }>();

/**
 * How well what was typed names a column, 0 where it does not: by its id, its Chinese or English name, or the first letters of its pinyin; the begin of one of
 * them before its inside.
 */
export function likenessOf(typed: string, column: SqlName): number {
  const text = typed.trim().toLowerCase();
  if (text === '') return 1;
  let names = folded.get(column);
  if (!names) {
    names = { zh: column.zh.toLowerCase(), en: column.en.toLowerCase(), ways: pinyinInitials(column.zh) };
    folded.set(column, names);
  }
  const { zh, en, ways } = names;
  const name = column.name.toLowerCase();
  if (name === text || zh === text) return 6;
  if (name.startsWith(text) || zh.startsWith(text)) return 5;
  if (ways.some((way) => way.startsWith(text))) return 4;
  if (en.startsWith(text) || name.split('_').some((part) => part.startsWith(text)) || zh.includes(text)) return 3;
  if (text.length > 1 && (name.includes(text) || en.includes(text) || ways.some((way) => way.includes(text)))) return 2;
  return 0;
}

/** Columns that fit, best first; of equals the earlier one. */
export function findColumns<Column extends SqlName>(typed: string, columns: readonly Column[]): readonly Column[] {
  return columns
    .map((column) => ({ column, likeness: likenessOf(typed, column) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness)
    .map(({ column }) => column);
}
