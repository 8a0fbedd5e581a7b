/** Rows of the panel in which sources differ about one field. Takes no room before the first. */
export class Marks {
  readonly #rows: number;
  #marked: Uint8Array | null = null;
  #count = 0;

  constructor(rows: number) {
    this.#rows = rows;
  }

  add(row: number): void {
    this.#marked ??= new Uint8Array(this.#rows);
    if (this.#marked[row] === 1) return;
    this.#marked[row] = 1;
    this.#count++;
  }

  has(row: number): boolean {
    return this.#marked?.[row] === 1;
  }

  get count(): number {
    return this.#count;
  }

  /** Marked rows, ascending. */
  list(): Int32Array {
    const list = new Int32Array(this.#count);
    let next = 0;
    this.#marked?.forEach((one, row) => {
      if (one === 1) list[next++] = row;
    });
    return list;
  }
}
