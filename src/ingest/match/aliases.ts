import type { TextColumn } from '../../../scoring/column';
import type { Part } from '../panel/parts';
import { listWords } from '../panel/words';

/** Each row in which a key stands beside another word than in its row before: rows that only repeat a pair are passed over. */
export function eachPair({ key }: Pick<Part, 'key'>, column: TextColumn, tell: (key: number, word: number, row: number) => void): void {
  const last = new Int32Array(key.words.ends.length).fill(-1);
  for (let row = 0; row < key.codes.length; row++) {
    const code = key.codes[row]!;
    if (key.reasons[row] !== 0 || column.reasons[row] !== 0 || last[code] === column.codes[row]) continue;
    last[code] = column.codes[row]!;
    tell(code, column.codes[row]!, row);
  }
}

/** Former names stand in one cell, parted by signs that no firm's name holds. */
export function splitNames(cell: string): readonly string[] {
  return cell
    .split(/[;；、|｜\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A number as it is compared: width, case, spaces and hyphens do not matter. */
export function foldNumber(word: string): string {
  return word
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]+/g, '');
}

/** What one key goes with in its file, each spelling once. */
export interface Aliases {
  readonly names: readonly string[];
  readonly formerNames: readonly string[];
}

/** The names beside the keys that are wanted (1 by key code). Without a name column a key may be a name itself: one that no code looks like. */
export function aliasesOf(part: Part, words: readonly string[], wanted: Uint8Array): ReadonlyMap<number, Aliases> {
  const found = new Map<number, { names: string[]; formerNames: string[] }>();
  for (let key = 0; key < wanted.length; key++) {
    if (wanted[key] === 0) continue;
    const isName = part.keyField === 'firm_name' || (part.name === null && /[^\x00-\x7f]|[a-z] +[a-z]/i.test(words[key]!));
    found.set(key, { names: isName ? [words[key]!] : [], formerNames: [] });
  }
  const put = (list: string[] | undefined, word: string): void => {
    if (list && !list.includes(word)) list.push(word);
  };
  if (part.name && part.name !== part.key) {
    const names = listWords(part.name.words);
    eachPair(part, part.name, (key, name) => put(found.get(key)?.names, names[name]!));
  }
  for (const { field, column } of part.ids) {
    if (field !== 'former_name') continue;
    const cells = listWords(column.words);
    eachPair(part, column, (key, cell) => splitNames(cells[cell]!).forEach((name) => put(found.get(key)?.formerNames, name)));
  }
  return found;
}
