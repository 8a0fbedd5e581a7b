import { creditCodeFault } from '../credit-code';
import type { Part } from '../panel/parts';
import { listWords, type WordList } from '../panel/words';
import { eachPair, foldNumber, splitNames } from './aliases';
import { foldName } from './fold-name';
import { NearCodes } from './near-codes';
import { NearNames } from './near-names';
import { WordFirms } from './word-firms';

/** The name a firm bore in the latest year any file names it. */
interface Shown {
  readonly name: number;
  readonly year: number;
}

/**
 * Every name, former name and number of the firms that have sure keys. What is only needed for keys found under none of them (folded names, similar
 * names, codes one character off) is made when first asked for.
 */
export class Register {
  /** Keys by number of the firm. */
  readonly #keys: WordList;
  readonly #names = new WordFirms();
  readonly #formerNames = new WordFirms();
  readonly #numbers = new WordFirms();
  readonly #registered = new Set<number>();
  readonly #shown: (Shown | undefined)[] = [];
  #organisations: WordFirms | null = null;
  #folded: WordFirms | null = null;
  #near: NearNames | null = null;
  #codes: { readonly index: NearCodes; readonly firms: readonly number[] } | null = null;

  constructor(keys: WordList) {
    this.#keys = keys;
  }

  /** Enters what a part says of its firms. `firms`: key code → number of the firm, below 0 where it has none. */
  enter(part: Part, firms: Int32Array): void {
    if (part.name && part.name !== part.key) this.#enterNames(part, firms);
    for (const { field, column } of part.ids) {
      const cells = listWords(column.words);
      eachPair(part, column, (key, cell) => {
        const firm = firms[key]!;
        if (firm < 0) return;
        if (field === 'former_name') for (const name of splitNames(cells[cell]!)) this.#formerNames.add(name, firm);
        else this.#numbers.add(foldNumber(cells[cell]!), firm);
        if (field === 'reg_no') this.#registered.add(firm);
      });
    }
    this.#organisations = this.#folded = this.#near = this.#codes = null;
  }

  #enterNames(part: Part, firms: Int32Array): void {
    const { name, year } = part;
    const numbers = this.#names.number(name!.words);
    eachPair(part, name!, (key, word, row) => {
      const firm = firms[key]!;
      if (firm < 0) return;
      this.#names.addNumber(numbers[word]!, firm);
      const its = year && year.reasons[row] === 0 ? year.values[row]! : -Infinity;
      const before = this.#shown[firm];
      if (!before || its >= before.year) this.#shown[firm] = { name: numbers[word]!, year: its };
    });
  }

  keyOf(firm: number): string {
    return this.#keys.word(firm);
  }
  /** The firm's latest name, its key where no file names it. */
  nameOf(firm: number): string {
    const shown = this.#shown[firm];
    return shown ? this.#names.word(shown.name) : this.keyOf(firm);
  }
  hasName(firm: number): boolean {
    return this.#shown[firm] !== undefined;
  }
  /** Whether a registration number of the firm is known, so that another one is a doubt. */
  isRegistered(firm: number): boolean {
    return this.#registered.has(firm);
  }

  /** Firms with this number: a registration number, a firm id, or the organisation code in the middle of a credit code. */
  byNumber(number: string): readonly number[] {
    const found = this.#numbers.get(number);
    if (found.length > 0 || number.length !== 9) return found;
    if (!this.#organisations) {
      this.#organisations = new WordFirms();
      for (const [firm, key] of this.#sureCodes()) this.#organisations.add(key.slice(8, 17), firm);
    }
    return this.#organisations.get(number);
  }
  byName(name: string): readonly number[] {
    return this.#names.get(name);
  }
  byFormerName(name: string): readonly number[] {
    return this.#formerNames.get(name);
  }

  /** Firms that have, or had, a name that folds to this one. */
  byFoldedName(folded: string): readonly number[] {
    return this.#foldedNames().get(folded);
  }

  /** Firms with a name alike, best first, each once. */
  similar(folded: string, most: number): readonly { readonly firm: number; readonly likeness: number }[] {
    const names = this.#foldedNames();
    this.#near ??= new NearNames(names.words());
    const best = new Map<number, number>();
    for (const { at, likeness } of this.#near.find(folded, most * 2))
      for (const firm of names.at(at)) if (!best.has(firm)) best.set(firm, likeness);
    return [...best].slice(0, most).map(([firm, likeness]) => ({ firm, likeness }));
  }

  /** Firms whose right credit code differs from this one in a single character. */
  oneOff(code: string): readonly number[] {
    if (!this.#codes) {
      const sure = this.#sureCodes();
      this.#codes = { index: new NearCodes(sure.map(([, key]) => key)), firms: sure.map(([firm]) => firm) };
    }
    const { index, firms } = this.#codes;
    return index.find(code).map((at) => firms[at]!);
  }

  #foldedNames(): WordFirms {
    if (this.#folded) return this.#folded;
    const folded = new WordFirms();
    for (const from of [this.#names, this.#formerNames])
      from.words().forEach((name, number) => {
        const fold = foldName(name);
        for (const firm of from.at(number)) folded.add(fold, firm);
      });
    return (this.#folded = folded);
  }

  #sureCodes(): (readonly [number, string])[] {
    return this.#keys.list().flatMap((key, firm) => (creditCodeFault(key) === null ? [[firm, key] as const] : []));
  }
}
