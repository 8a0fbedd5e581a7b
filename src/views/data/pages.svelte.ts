/* eslint-disable svelte/prefer-svelte-reactivity -- thousands of rows: one counter tells the view of arrivals, the map stays plain */
const PAGE = 100;

/** A long list fetched as far as it is looked at. Make another one for another list; the rows of the one before stand in until the new ones are here. */
export class Pages<Row> {
  readonly total: number;
  error: unknown = $state.raw(null);
  #arrivals = $state(0);
  readonly #rows = new Map<number, Row>();
  readonly #stale: ReadonlyMap<number, Row>;
  readonly #asked = new Set<number>();
  readonly #ask: (offset: number, count: number) => Promise<readonly Row[]>;

  constructor(total: number, ask: (offset: number, count: number) => Promise<readonly Row[]>, before: Pages<Row> | null = null) {
    this.total = total;
    this.#ask = ask;
    this.#stale = before ? before.#rows : new Map<number, Row>();
  }

  /** The row at a place; null while it is not here. */
  at(index: number): Row | null {
    void this.#arrivals;
    return this.#rows.get(index) ?? (index < this.total ? (this.#stale.get(index) ?? null) : null);
  }

  /** Fetches what is not here yet of these rows; a page that did not come is asked for again when it is next looked at. */
  need(first: number, count: number): void {
    const last = Math.min(first + count, this.total);
    for (let page = Math.floor(first / PAGE); page * PAGE < last; page++) {
      if (this.#asked.has(page)) continue;
      this.#asked.add(page);
      void this.#fetch(page);
    }
  }

  async #fetch(page: number): Promise<void> {
    try {
      const rows = await this.#ask(page * PAGE, PAGE);
      rows.forEach((row, at) => this.#rows.set(page * PAGE + at, row));
      this.error = null;
    } catch (error) {
      this.error = error;
      this.#asked.delete(page);
    }
    this.#arrivals++;
  }
}
