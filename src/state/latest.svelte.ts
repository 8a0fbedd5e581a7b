import type { Outcome } from './face';

/**
 * The newest answer wins. One piece of work runs at a time; of those asked meanwhile only the last is started,
 * so a dragged control never queues up answers nobody will see.
 */
export class Latest<T> {
  outcome: Outcome<T> = $state.raw({ status: 'idle' });
  #waiting: (() => Promise<T>) | null = null;
  #running: Promise<void> | null = null;

  /** Resolves when no work is left to do; failures are in `outcome`, never thrown. */
  ask(work: () => Promise<T>): Promise<void> {
    this.#waiting = work;
    this.outcome = this.#busy();
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Sets an answer that needs no work. */
  set(value: T): void {
    this.outcome = { status: 'ready', value };
  }

  /** Takes the answer off the screen: what it was about is no longer there. */
  clear(): void {
    this.outcome = { status: 'idle' };
  }

  /** The answer on screen, fresh or not. */
  get last(): T | undefined {
    if (this.outcome.status === 'ready') return this.outcome.value;
    return this.outcome.status === 'idle' ? undefined : this.outcome.last;
  }

  async #run(): Promise<void> {
    while (this.#waiting) {
      const work = this.#waiting;
      this.#waiting = null;
      try {
        const value = await work();
        this.outcome = this.#waiting ? { status: 'busy', last: value } : { status: 'ready', value };
      } catch (error) {
        const last = this.last;
        if (!this.#waiting) this.outcome = last === undefined ? { status: 'failed', error } : { status: 'failed', error, last };
      }
    }
  }

  #busy(): Outcome<T> {
    const last = this.last;
    return last === undefined ? { status: 'busy' } : { status: 'busy', last };
  }
}
