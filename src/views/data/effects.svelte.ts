/* eslint-disable svelte/prefer-svelte-reactivity -- one counter tells the view of arrivals, the map stays plain */
import type { FindingEffect } from '../../../scoring/quality/format';

/** What is known of a finding's effect on scores. `decided`: its rows are decided already, so there is none left to tell. */
export type Effect = { readonly is: 'asked' | 'failed' | 'decided' } | { readonly is: 'known'; readonly effect: FindingEffect };
type Ask = () => Promise<FindingEffect | null>;

/** Effects asked for one after another, since each scores a year anew. Make another one for other data or another scheme. */
export class Effects {
  #arrivals = $state(0);
  readonly #known = new Map<string, Effect>();
  #queue: Promise<void> = Promise.resolve();
  #isOver = false;

  at(finding: string): Effect | null {
    void this.#arrivals;
    return this.#known.get(finding) ?? null;
  }

  /** Asks once; what has failed is asked again. */
  ask(finding: string, ask: Ask): void {
    const before = this.#known.get(finding);
    if (before && before.is !== 'failed') return;
    this.#set(finding, { is: 'asked' });
    this.#queue = this.#queue.then(() => (this.#isOver ? undefined : this.#run(finding, ask)));
  }

  /** Nothing more is asked: another list is on screen. */
  end(): void {
    this.#isOver = true;
  }

  async #run(finding: string, ask: Ask): Promise<void> {
    try {
      const effect = await ask();
      this.#set(finding, effect ? { is: 'known', effect } : { is: 'decided' });
    } catch {
      // Said in the place of the number, with a button that asks again.
      this.#set(finding, { is: 'failed' });
    }
  }

  #set(finding: string, effect: Effect): void {
    this.#known.set(finding, effect);
    this.#arrivals++;
  }
}
