import type { Language } from '../../i18n';
import { faultWords } from './fault';

/** What a person asked for, under way or refused: one at a time, the refusal in words until the next. */
export class Attempt {
  isBusy = $state(false);
  failed = $state('');
  readonly #language: () => Language;

  constructor(language: () => Language) {
    this.#language = language;
  }

  /** True once it is done; a failure is kept for the screen, never thrown. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    this.isBusy = true;
    this.failed = '';
    try {
      await work();
      return true;
    } catch (error) {
      this.failed = faultWords(error, this.#language());
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
