import { figuresIn } from './fold-name';
import { bigrams, likeness, LIKELY } from './likeness';

/** How many entries of the index one search may look at: pairs that half the firms share tell nothing, and a search must stay in microseconds. */
const BUDGET = 1500;
/** How many of the names that share most are compared in full. */
const COMPARED = 16;

export interface NearName {
  /** Position in the names given. */
  readonly at: number;
  readonly likeness: number;
}

/**
 * Folded names to be searched for similar ones. Every pair of neighbouring characters has the list of names it stands in; a search goes through the
 * lists of its rarest pairs and compares in full only names that share enough of them.
 */
export class NearNames {
  readonly #names: readonly string[];
  /** Pair → its number. */
  readonly #numbers = new Map<number, number>();
  /** Pair number → where its list begins in `#lists`. */
  readonly #starts: Uint32Array;
  readonly #lists: Uint32Array;
  /** How many of the pairs asked about each name has, while a search runs; 0 else. */
  readonly #shared: Uint8Array;
  readonly #met: Uint32Array;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#shared = new Uint8Array(names.length);
    this.#met = new Uint32Array(names.length);
    const pairs: number[] = [];
    const counts: number[] = [];
    const ends = new Uint32Array(names.length);
    names.forEach((name, at) => {
      for (const pair of new Set(bigrams(name))) {
        let number = this.#numbers.get(pair);
        if (number === undefined) {
          this.#numbers.set(pair, (number = counts.length));
          counts.push(0);
        }
        counts[number]!++;
        pairs.push(number);
      }
      ends[at] = pairs.length;
    });
    this.#starts = new Uint32Array(counts.length + 1);
    counts.forEach((count, number) => (this.#starts[number + 1] = this.#starts[number]! + count));
    this.#lists = new Uint32Array(pairs.length);
    const next = this.#starts.slice(0, counts.length);
    for (let at = 0, from = 0; at < ends.length; at++) for (; from < ends[at]!; from++) this.#lists[next[pairs[from]!]!++] = at;
  }

  /** Names at least `LIKELY` alike, best first, at most `most`. Names whose figures differ are not alike. */
  find(name: string, most: number): readonly NearName[] {
    const { met, least } = this.#meet(name);
    const shared = this.#shared;
    const best: number[] = [];
    for (let index = 0; index < met; index++) if (shared[this.#met[index]!]! >= least) best.push(this.#met[index]!);
    if (best.length > 1) best.sort((a, b) => shared[b]! - shared[a]! || a - b);
    for (let index = 0; index < met; index++) shared[this.#met[index]!] = 0;
    const figures = figuresIn(name);
    return best
      .slice(0, COMPARED)
      .filter((at) => figuresIn(this.#names[at]!) === figures)
      .map((at) => ({ at, likeness: likeness(name, this.#names[at]!) }))
      .filter((one) => one.likeness >= LIKELY)
      .sort((a, b) => b.likeness - a.likeness || a.at - b.at)
      .slice(0, most);
  }

  /** Counts in `#shared` how many of the rarest pairs each name has; says how many names were met (`#met`) and what a name alike enough must have. */
  #meet(name: string): { readonly met: number; readonly least: number } {
    const own = [...new Set(bigrams(name))];
    const known = own.map((pair) => this.#numbers.get(pair)).filter((number) => number !== undefined);
    // Two changed characters cost four pairs, and a Dice of LIKELY leaves at most two fifths of the pairs unshared.
    const lost = Math.max(4, Math.floor((own.length * 2) / 5));
    if (own.length - known.length > lost) return { met: 0, least: 1 };
    known.sort((a, b) => this.#count(a) - this.#count(b));
    let met = 0;
    let looked = 0;
    let lists = own.length - known.length;
    for (const number of known) {
      const count = this.#count(number);
      if (looked + count > BUDGET) break;
      looked += count;
      lists++;
      for (let from = this.#starts[number]!; from < this.#starts[number + 1]!; from++) {
        const one = this.#lists[from]!;
        if (this.#shared[one]! === 0) this.#met[met++] = one;
        this.#shared[one]!++;
      }
    }
    return { met, least: Math.max(1, lists - lost) };
  }

  #count(number: number): number {
    return this.#starts[number + 1]! - this.#starts[number]!;
  }
}
