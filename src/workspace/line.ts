import { faultOf } from './fault';

/** Work done one after the other. What one piece fails with, whoever asked for it hears as a fault with a code; the next piece is done all the same. */
export class Line {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work).catch((error: unknown) => {
      throw faultOf(error);
    });
    this.#last = done.catch(() => undefined); // heard by who asked
    return done;
  }

  /** When all that was asked so far is done. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
