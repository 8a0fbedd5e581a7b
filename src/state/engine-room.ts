import type { columnProfile } from '../../queries/column-profile';
import type { NumberColumn } from '../../scoring/column';
import type { Answer } from '../engine/answer';
import type { Frame } from '../columns/frame';
import type { ReadAsk } from '../engine/sql-wrap';
import type { AskOptions, Engine } from '../engine/supervisor';
import type { EngineTable } from '../engine/table';
import type { EngineState, Profile } from './face';
import type { EngineRoomFace } from './rooms';

/** The engine as the workbench asks it: started late, questions wait until the panel is in. */
export class EngineRoom implements EngineRoomFace {
  readonly #start: (onstate: (state: EngineState) => void) => Promise<Engine>;
  #listener: (state: EngineState) => void = () => undefined;
  #engine: Promise<Engine> | null = null;
  #filled: Promise<void> | null = null;
  #hurry = (): void => undefined;
  /** Table → which of its makings stands in the engine. */
  readonly #stamps = new Map<string, string>();
  #whenAsked: () => void = () => undefined;
  readonly #adopted = new Promise<void>((resolve) => (this.#whenAsked = resolve));

  constructor(start: (onstate: (state: EngineState) => void) => Promise<Engine>) {
    this.#start = start;
  }

  onstate(listener: (state: EngineState) => void): void {
    this.#listener = listener;
  }

  adopt(coming: Promise<EngineTable>, hurry = (): void => undefined): Promise<void> {
    this.#hurry = hurry;
    const before = this.#filled?.catch(() => undefined);
    this.#filled = Promise.all([coming, before]).then(async ([panel]) => {
      this.#engine ??= this.#start((state) => this.#listener(state));
      const engine = await this.#engine;
      await engine.insert(panel);
      // What else is there was made of the panel before.
      for (const name of engine.tables) if (name !== panel.name) await engine.drop(name);
      this.#stamps.clear();
    });
    this.#whenAsked();
    return this.#filled;
  }

  async put(table: EngineTable, stamp: string): Promise<void> {
    const engine = await this.#ready();
    if (this.#stamps.get(table.name) === stamp && engine.tables.includes(table.name)) return;
    await engine.insert(table);
    this.#stamps.set(table.name, stamp);
  }
  async read(statement: string, ask: ReadAsk, options: AskOptions): Promise<Frame> {
    return (await this.#ready()).read(statement, ask, options);
  }

  async profile(field: string, year: number): Promise<Profile> {
    const engine = await this.#ready();
    // The questions are text; none of it is needed before the first board.
    const questions = await import('../../queries/column-profile');
    return profileOf(field, await engine.ask(questions.columnProfile, { year, field }));
  }

  /** Waits for the panel. */
  async #ready(): Promise<Engine> {
    await this.#adopted;
    this.#hurry();
    await this.#filled;
    return this.#engine!;
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
