import type { columnProfile } from '../../queries/index';
import type { NumberColumn } from '../../scoring/column';
import type { Answer } from '../engine/answer';
import type { Engine } from '../engine/supervisor';
import type { EngineTable } from '../engine/table';
import type { EngineState, Profile } from './face';
import type { EngineRoomFace } from './rooms';

/** The engine as the workbench asks it: started late, questions wait until the panel is in. */
export class EngineRoom implements EngineRoomFace {
  readonly #start: (onstate: (state: EngineState) => void) => Promise<Engine>;
  #listener: (state: EngineState) => void = () => undefined;
  #engine: Promise<Engine> | null = null;
  #filled: Promise<void> | null = null;
  #whenAsked: () => void = () => undefined;
  readonly #adopted = new Promise<void>((resolve) => (this.#whenAsked = resolve));

  constructor(start: (onstate: (state: EngineState) => void) => Promise<Engine>) {
    this.#start = start;
  }

  onstate(listener: (state: EngineState) => void): void {
    this.#listener = listener;
  }

  adopt(panel: EngineTable): Promise<void> {
    this.#engine ??= this.#start((state) => this.#listener(state));
    const before = this.#filled?.catch(() => undefined);
    this.#filled = Promise.all([this.#engine, before]).then(([engine]) => engine.insert(panel));
    this.#whenAsked();
    return this.#filled;
  }

  async profile(field: string, year: number): Promise<Profile> {
    await this.#adopted;
    await this.#filled;
    // The questions are text; none of it is needed before the first board.
    const questions = await import('../../queries/index');
    return profileOf(field, await (await this.#engine!).ask(questions.columnProfile, { year, field }));
  }
}

/** The histogram's bins hold what lies between the 1st and the 99th percentile; what lies beyond counts into the outermost. */
function profileOf(field: string, answer: Answer<typeof columnProfile>): Profile {
  const { firms, below, above, present, reported, zero, p01, median, p99 } = answer.columns;
  const number = (column: NumberColumn): number | null => (column.reasons[0] === 0 ? column.values[0]! : null);
  const bins = Array.from(firms.values);
  bins[0]! += below.values[0]!;
  bins[bins.length - 1]! += above.values[0]!;
  return {
    field,
    firms: present.values[0]!,
    reported: reported.values[0]!,
    zero: zero.values[0]!,
    low: number(p01),
    median: number(median),
    high: number(p99),
    bins,
  };
}
