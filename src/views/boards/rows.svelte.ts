/* eslint-disable svelte/prefer-svelte-reactivity -- thousands of rows: one counter tells the view of arrivals, the maps stay plain */
import type { BoardRow, BoardSlice } from '../../../scoring/board/format';

const PAGE = 100;
/** Rows kept; what is far from the screen goes first. */
const KEPT = 4000;

/** How rows are fetched: from `offset`, `count` of them. */
export type AskRows = (offset: number, count: number) => Promise<readonly BoardRow[]>;

/** The rows of one board that have been fetched. While a row of a new board is on its way the old one at its place stands in, marked stale. */
export class BoardRows {
  readonly slice: BoardSlice;
  isFailed = $state(false);
  #arrivals = $state(0);
  readonly #rows = new Map<number, BoardRow>();
  readonly #stale: ReadonlyMap<number, BoardRow>;
  /** One of the boards of a drag. It moves no row: the board the drag ends on moves them, from where they stood before it. */
  readonly #isPassing: boolean;
  readonly #before: ReadonlyMap<string, number>;
  readonly #asked = new Set<number>();
  readonly #ask: AskRows;
  #seen = { first: 0, count: PAGE };

  constructor(slice: BoardSlice, ask: AskRows, before: BoardRows | null, isPassing = false) {
    this.slice = slice;
    this.#ask = ask;
    slice.rows.forEach((row, at) => this.#rows.set(slice.offset + at, row));
    this.#stale = before?.near() ?? new Map<number, BoardRow>();
    this.#isPassing = isPassing;
    this.#before = before !== null && isSameList(before.slice, slice) ? before.#settled() : new Map();
  }

  /** The row at a place and whether it belongs to the board before; null while nothing is known. */
  at(index: number): { row: BoardRow; isStale: boolean } | null {
    void this.#arrivals;
    const row = this.#rows.get(index);
    if (row) return { row, isStale: false };
    const stale = this.#stale.get(index);
    return stale ? { row: stale, isStale: true } : null;
  }

  /** The rows that moved: place → how many places down the firm stood on the board before. Rows that are not here yet have not moved. */
  moves(): ReadonlyMap<number, number> {
    const moves = new Map<number, number>();
    if (this.#isPassing) return moves;
    for (const [index, { firm }] of this.#rows) {
      const before = this.#before.get(firm);
      if (before !== undefined && before !== index) moves.set(index, before - index);
    }
    return moves;
  }

  /** Fetches what is not here yet of these rows. */
  need(first: number, count: number): void {
    this.#seen = { first, count };
    const last = Math.min(first + count, this.slice.shown);
    for (let page = Math.floor(first / PAGE); page * PAGE < last; page++) {
      const [from, to] = [Math.max(first, page * PAGE), Math.min(last, (page + 1) * PAGE)];
      if (this.#asked.has(page) || this.#has(from, to)) continue;
      this.#asked.add(page);
      void this.#fetch(page);
    }
  }

  /** Rows on and around the screen. */
  near(): ReadonlyMap<number, BoardRow> {
    const { first, count } = this.#seen;
    const rows = new Map<number, BoardRow>();
    for (let index = Math.max(0, first - 60); index < first + count + 60; index++) {
      const row = this.#rows.get(index) ?? this.#stale.get(index);
      if (row) rows.set(index, row);
    }
    return rows;
  }

  /** Rows from the first on, as far as they are here without a hole. */
  leading(most: number): readonly BoardRow[] {
    const rows: BoardRow[] = [];
    for (let row = this.#rows.get(0); row && rows.length < most; row = this.#rows.get(rows.length)) rows.push(row);
    return rows;
  }

  /** Firm → its place on this board, or on the one before the drag this board is part of. */
  #settled(): ReadonlyMap<string, number> {
    return this.#isPassing ? this.#before : new Map([...this.near()].map(([at, row]) => [row.firm, at]));
  }

  #has(from: number, to: number): boolean {
    for (let index = from; index < to; index++) if (!this.#rows.has(index)) return false;
    return true;
  }

  async #fetch(page: number): Promise<void> {
    try {
      const rows = await this.#ask(page * PAGE, PAGE);
      rows.forEach((row, at) => this.#rows.set(page * PAGE + at, row));
      this.isFailed = false;
      this.#forget();
    } catch {
      // Said on screen by `isFailed`; scrolling on asks again.
      this.isFailed = true;
    }
    this.#asked.delete(page);
    this.#arrivals++;
  }

  #forget(): void {
    if (this.#rows.size <= KEPT) return;
    const { first, count } = this.#seen;
    for (const index of this.#rows.keys()) if (index < first - KEPT / 4 || index > first + count + KEPT / 4) this.#rows.delete(index);
  }
}

function isSameList(a: BoardSlice, b: BoardSlice): boolean {
  return a.year === b.year && a.shown === b.shown && JSON.stringify(a.segment) === JSON.stringify(b.segment);
}
