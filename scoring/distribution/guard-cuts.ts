import { type Guard, isDominated } from './guard-counts';

/**
 * Cuts through firms in ascending order whose cumulated shares are listed, wherever in an answer they stand: what lies between any two of them can be worked out.
 * A cut is taken where it leaves enough firms to its neighbours and neither part rests on one or two firms, as far as the shares of the largest are known.
 */
export class Cuts {
  readonly #guard: Guard;
  readonly #n: number;
  /** Shares of the largest firms, largest first, as far as they are at hand. */
  readonly #top: readonly number[];
  readonly #shares: Map<number, number>;

  constructor(guard: Guard, n: number, top: readonly number[]) {
    this.#guard = guard;
    this.#n = n;
    this.#top = top;
    this.#shares = new Map([
      [0, 0],
      [n, 1],
    ]);
  }

  /** Whether the share of the `below` smallest may be listed; if so it counts from now on. */
  take(below: number, share: number): boolean {
    if (this.#shares.has(below)) return true;
    if (!(below > 0 && below < this.#n) || Number.isNaN(share)) return false;
    const taken = [...this.#shares.keys()];
    const low = Math.max(...taken.filter((cut) => cut < below));
    const high = Math.min(...taken.filter((cut) => cut > below));
    const { least } = this.#guard.limits;
    if (below - low < least || high - below < least) return false;
    if (this.#isDominated(low, share - this.#shares.get(low)!, below) || this.#isDominated(below, this.#shares.get(high)! - share, high))
      return false;
    this.#shares.set(below, share);
    return true;
  }

  #isDominated(low: number, share: number, high: number): boolean {
    const place = this.#n - high;
    const [largest, next] = [this.#top[place], this.#top[place + 1]];
    if (largest === undefined || next === undefined || high - low < 2) return false;
    return isDominated(this.#guard, largest, next, share - largest - next);
  }
}
