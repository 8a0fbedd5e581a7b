import type { Consistency, OtherTotals, Screening } from '../../scoring/consistency/format';
import type { CorrelationKind } from '../../scoring/statistics/correlation-matrix';
import type { Ahp } from '../../scoring/weights/ahp';
import type { ConsistencyFace } from './consistency-face';
import { Latest } from './latest.svelte';
import type { AuditAsk, ScoreRoomFace } from './rooms';

/** What the page asks of the workbench: the scoring room, the year and segment on screen, and when data are there. */
interface Outside {
  readonly score: Pick<ScoreRoomFace, 'consistency' | 'otherTotals' | 'screening' | 'ahp'>;
  ask(): AuditAsk;
  ready(): Promise<void>;
}

/** Asks the scoring room for the parts of the consistency page, each by itself, so that the first is read while the others are worked out. */
export class ConsistencyDesk implements ConsistencyFace {
  readonly #found = new Latest<Consistency>();
  readonly #totals = new Latest<OtherTotals>();
  readonly #screening = new Latest<Screening>();
  readonly #judged = new Latest<Ahp>();
  readonly #outside: Outside;

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  get found() {
    return this.#found.outcome;
  }
  get totals() {
    return this.#totals.outcome;
  }
  get screening() {
    return this.#screening.outcome;
  }
  get judged() {
    return this.#judged.outcome;
  }

  async look(kind: CorrelationKind): Promise<void> {
    const { score } = this.#outside;
    await Promise.all([
      this.lookAs(kind),
      this.#totals.ask(() => this.#asked((ask) => score.otherTotals(ask))),
      this.#screening.ask(() => this.#asked((ask) => score.screening(ask))),
    ]);
  }
  lookAs(kind: CorrelationKind): Promise<void> {
    return this.#found.ask(() => this.#asked((ask) => this.#outside.score.consistency(ask, kind)));
  }
  judge(things: number, upper: readonly number[]): Promise<void> {
    return this.#judged.ask(() => this.#outside.score.ahp(things, upper));
  }

  /** Takes every answer off the screen: the data they were about are no longer there. */
  clear(): void {
    for (const one of [this.#found, this.#totals, this.#screening, this.#judged]) one.clear();
  }

  async #asked<T>(question: (ask: AuditAsk) => Promise<T>): Promise<T> {
    await this.#outside.ready();
    return question(this.#outside.ask());
  }
}
