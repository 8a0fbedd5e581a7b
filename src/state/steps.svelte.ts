/** Undo and redo over immutable states. A drag is one step: its first state is kept, what came between is not. */
export class Steps<T> {
  #past: readonly T[] = $state.raw([]);
  #future: readonly T[] = $state.raw([]);
  #dragFrom: { readonly state: T } | null = null;
  readonly #limit: number;

  constructor(limit = 200) {
    this.#limit = limit;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** `before` is what stood before this change. */
  record(before: T, how: 'step' | 'drag'): void {
    if (how === 'drag') {
      this.#dragFrom ??= { state: before };
      return;
    }
    const from = this.#dragFrom?.state ?? before;
    this.#dragFrom = null;
    this.#past = [...this.#past, from].slice(-this.#limit);
    this.#future = [];
  }

  /** The state to go back to, or null. `now` can be gone forward to again. */
  undo(now: T): T | null {
    const from = this.#dragFrom;
    this.#dragFrom = null;
    if (from) {
      this.#future = [now, ...this.#future];
      return from.state;
    }
    const to = this.#past.at(-1);
    if (to === undefined) return null;
    this.#past = this.#past.slice(0, -1);
    this.#future = [now, ...this.#future];
    return to;
  }

  redo(now: T): T | null {
    const [to, ...rest] = this.#future;
    if (to === undefined) return null;
    this.#future = rest;
    this.#past = [...this.#past, now];
    return to;
  }

  clear(): void {
    this.#past = [];
    this.#future = [];
    this.#dragFrom = null;
  }
}
