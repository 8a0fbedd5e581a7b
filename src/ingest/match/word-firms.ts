import type { Words } from '../../../scoring/column';
import { roomFor } from '../column-store';
import { WordList } from '../panel/words';

const NOBODY: readonly number[] = [];

/** Word → the firms it stands for. Nearly every word has one, so only the others have a list. */
export class WordFirms {
  readonly #words = new WordList();
  #one = new Int32Array(64).fill(-1);
  readonly #several = new Map<number, number[]>();

  /** Numbers a whole dictionary, for `addNumber`. */
  number(words: Words): Int32Array {
    return this.#words.addAll(words);
  }

  add(word: string, firm: number): void {
    this.addNumber(this.#words.add(word), firm);
  }

  addNumber(number: number, firm: number): void {
    this.#one = roomFor(this.#one, number, -1);
    const known = this.#one[number]!;
    if (known === -1) this.#one[number] = firm;
    else if (known !== firm) {
      const list = this.#several.get(number);
      if (!list) this.#several.set(number, [known, firm]);
      else if (!list.includes(firm)) list.push(firm);
    }
  }

  get(word: string): readonly number[] {
    const number = this.#words.find(word);
    return number === undefined ? NOBODY : this.at(number);
  }

  /** The firms of a word by its number. */
  at(number: number): readonly number[] {
    const one = this.#one[number] ?? -1;
    return one === -1 ? NOBODY : (this.#several.get(number) ?? [one]);
  }

  word(number: number): string {
    return this.#words.word(number);
  }

  /** The words by number. */
  words(): readonly string[] {
    return this.#words.list();
  }
}
