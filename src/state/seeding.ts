import type { Ranked } from '../../scoring/board/context';
import { backTestSteps } from '../../scoring/seedlings/back-test/back-test';
import { detectorScores } from '../../scoring/seedlings/back-test/run';
import type { BackTestAsk, SeedlingAsk } from '../../scoring/seedlings/format';
import { seedlingsOf } from '../../scoring/seedlings/list';
import { reasonCard } from '../../scoring/seedlings/reason-card';
import { shippedRules } from '../../scoring/seedlings/shipped-rules';
import { wordIndex } from '../../scoring/word-index';
import { rowOfYear } from '../../scoring/year-rows';
import type { BackTestProgress, SeedlingRoomFace } from './seedling-face';

/** What it needs of the scoring room. */
interface Outside {
  /** The scheme or draft in force, scored. */
  ranked(): Ranked;
  /** The year asked for where it has a board, else the latest. */
  yearOr(year: number | null): number;
}

/** The questions of the seedling room, beside the scores. */
export class Seeding implements SeedlingRoomFace {
  readonly #outside: Outside;
  /** Number of the back-test under way: another, or giving up, ends those before. */
  #run = 0;

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  async seedlingRules() {
    return shippedRules();
  }
  async seedlings(ask: SeedlingAsk) {
    return seedlingsOf(this.#outside.ranked(), { ...ask, year: this.#outside.yearOr(ask.year) });
  }
  async reasonCard(firm: string, ask: SeedlingAsk) {
    const ctx = this.#outside.ranked();
    const number = wordIndex(ctx.panel.firmKeys, firm);
    const row = number < 0 ? -1 : rowOfYear(ctx.panel, number, this.#outside.yearOr(ask.year));
    return row < 0 ? null : reasonCard(ctx, row, ask);
  }

  /** Whoever else asks is heard between two years, so that it can be given up there. */
  async backTest(ask: BackTestAsk, report: (progress: BackTestProgress) => void) {
    const run = ++this.#run;
    const steps = backTestSteps(this.#outside.ranked(), ask, detectorScores(ask.setting));
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      report({ done: value, of: ask.asOf.length });
      await new Promise((resolve) => setTimeout(resolve));
      if (run !== this.#run) return null;
    }
  }
  async stopBackTest() {
    this.#run += 1;
  }
}
