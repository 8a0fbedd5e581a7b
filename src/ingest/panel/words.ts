import { packWords, type TextColumn, type Words } from '../../../scoring/column';

const decoder = new TextDecoder();

/** All strings of a dictionary. One decoding for all where the bytes are ASCII, which keys mostly are. */
export function listWords({ bytes, ends }: Words): string[] {
  const whole = decoder.decode(bytes);
  const ascii = whole.length === bytes.length;
  const list = new Array<string>(ends.length);
  let from = 0;
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index]!;
    list[index] = ascii ? whole.slice(from, end) : decoder.decode(bytes.subarray(from, end));
    from = end;
  }
  return list;
}

/** Words gathered from several dictionaries, each numbered once. */
export class WordList {
  readonly #numbers = new Map<string, number>();

  /** Number of a word, new or known. */
  add(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) this.#numbers.set(word, (number = this.#numbers.size));
    return number;
  }

  /** Old code → number here. */
  addAll(words: Words): Int32Array {
    return Int32Array.from(listWords(words), (word) => this.add(word));
  }

  /** The words by number. */
  list(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  get size(): number {
    return this.#numbers.size;
  }

  pack(): Words {
    return packWords(this.list());
  }
}

/** The word of a row; null where it is missing. */
export function wordOf(column: TextColumn, row: number, list: readonly string[]): string | null {
  return column.reasons[row] === 0 ? list[column.codes[row]!]! : null;
}
