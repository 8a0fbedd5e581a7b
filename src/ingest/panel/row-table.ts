/** (firm, year) → number, by first appearance. A dense table while it stays small beside the data, a map beyond. */
export class RowTable {
  /** First and last year. */
  readonly low: number;
  readonly high: number;
  readonly #span: number;
  readonly #dense: Int32Array | null;
  readonly #sparse = new Map<number, number>();
  readonly firm: Int32Array;
  readonly year: Int32Array;
  size = 0;

  /** `most`: how many pairs can come at most. */
  constructor(firms: number, low: number, high: number, most: number) {
    this.low = low;
    this.high = high;
    this.#span = Math.max(0, high - low + 1);
    const cells = firms * this.#span;
    this.#dense = cells <= Math.max(4e6, most * 16) ? new Int32Array(cells).fill(-1) : null;
    this.firm = new Int32Array(most);
    this.year = new Int32Array(most);
  }

  /** Number of a pair, −1 where it was never added. */
  find(firm: number, year: number): number {
    if (year < this.low || year >= this.low + this.#span) return -1;
    const slot = firm * this.#span + year - this.low;
    return this.#dense ? this.#dense[slot]! : (this.#sparse.get(slot) ?? -1);
  }

  /** Number of a pair, added where it is new. */
  add(firm: number, year: number): number {
    const slot = firm * this.#span + year - this.low;
    const known = this.#dense ? this.#dense[slot]! : (this.#sparse.get(slot) ?? -1);
    if (known !== -1) return known;
    const row = this.size++;
    if (this.#dense) this.#dense[slot] = row;
    else this.#sparse.set(slot, row);
    this.firm[row] = firm;
    this.year[row] = year;
    return row;
  }
}
