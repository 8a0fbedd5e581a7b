import { wordAt } from '../../../scoring/column';
import { eachPair, splitNames } from '../match/aliases';
import { foldName } from '../match/fold-name';
import type { Part } from './parts';
import type { Placed } from './placed';

/**
 * Names that are known to be one firm's: a name and the former names a file gives beside it, and names a person decided to be a firm's. A firm that was
 * renamed is then no firm under two names.
 */
export class KnownNames {
  /** Number of the firm → groups of folded names that some row gives together. */
  readonly #groups = new Map<number, Set<string>[]>();
  /** Key of the firm → folded names that a person gave to it. */
  readonly #decided = new Map<string, Set<string>>();
  readonly #keyOf: (firm: number) => string;

  /** `codes`: part → row → number of the firm. */
  constructor(placed: readonly Placed[], codes: readonly Int32Array[], keyOf: (firm: number) => string) {
    this.#keyOf = keyOf;
    placed.forEach(({ part }, at) => {
      this.#enterFormer(part, codes[at]!);
      for (const { given, firm } of part.recipe.matches ?? []) {
        if (firm === null) continue;
        this.#decided.set(firm, (this.#decided.get(firm) ?? new Set()).add(foldName(given)));
      }
    });
  }

  #enterFormer(part: Part, firms: Int32Array): void {
    for (const { field, column } of part.ids) {
      if (field !== 'former_name') continue;
      eachPair(part, column, (_, cell, row) => {
        const firm = firms[row]!;
        const name = nameAt(part, row);
        if (firm < 0 || name === null) return;
        const group = new Set([name, ...splitNames(wordAt(column.words, cell))].map(foldName));
        const groups = this.#groups.get(firm);
        if (groups) groups.push(group);
        else this.#groups.set(firm, [group]);
      });
    }
  }

  /** Whether anything is known of a firm's names, so that `isOne` is worth asking. */
  has(firm: number): boolean {
    return this.#groups.has(firm) || this.#decided.has(this.#keyOf(firm));
  }

  /** Whether names that a firm bears in one year are one name: alike when folded, or known to belong together. */
  isOne(firm: number, names: readonly string[]): boolean {
    const decided = this.#decided.get(this.#keyOf(firm));
    const left = [...new Set(names.map(foldName))].filter((name) => !decided?.has(name));
    if (left.length < 2) return true;
    const reached = new Set(left.slice(0, 1));
    const groups = this.#groups.get(firm) ?? [];
    for (let before = 0; before < reached.size;) {
      before = reached.size;
      for (const group of groups) if ([...group].some((name) => reached.has(name))) for (const name of group) reached.add(name);
    }
    return left.every((name) => reached.has(name));
  }
}

/** The name a row gives its firm; null where it gives none. */
export function nameAt({ name }: Part, row: number): string | null {
  return name && name.reasons[row] === 0 ? wordAt(name.words, name.codes[row]!) : null;
}
