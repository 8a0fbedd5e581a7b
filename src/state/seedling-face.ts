/** The seedling room as its views, the workbench and the scoring room speak of it. */
import type {
  BackTest,
  BackTestAsk,
  ReasonCard,
  SeedlingAnswer,
  SeedlingAsk,
  SeedlingRule,
  SeedlingSetting,
} from '../../scoring/seedlings/format';
import type { Outcome } from './face';
import type { BackTestChoice, SeedlingSpec } from './seedling-spec';

/** How far a back-test is: years of those asked. */
export interface BackTestProgress {
  readonly done: number;
  readonly of: number;
}

/** The questions to the scoring room. */
export interface SeedlingRoomFace {
  /** The rules that ship, checked. */
  seedlingRules(): Promise<readonly SeedlingRule[]>;
  seedlings(ask: SeedlingAsk): Promise<SeedlingAnswer>;
  /** null where the firm is not in the year. */
  reasonCard(firm: string, ask: SeedlingAsk): Promise<ReasonCard | null>;
  /** null where it was given up. */
  backTest(ask: BackTestAsk, report: (progress: BackTestProgress) => void): Promise<BackTest | null>;
  stopBackTest(): Promise<void>;
}

/** A back-test that was run, with what it was asked. */
export interface BackTestRun {
  readonly ask: BackTestAsk;
  readonly found: BackTest;
}

/** The seedling room as views see it. */
export interface SeedlingFace {
  readonly spec: SeedlingSpec;
  /** All rules that ship; none until they are there. */
  readonly shipped: readonly SeedlingRule[];
  /** Rules of the columns: those chosen, then gates that are not among them. */
  readonly rules: readonly SeedlingRule[];
  readonly answer: Outcome<SeedlingAnswer>;
  /** Of the chosen firm; ready with null where it is not in the year. */
  readonly card: Outcome<ReasonCard | null>;
  /** Years the data allow for this horizon, and what would be asked. */
  readonly backTestYears: readonly number[];
  readonly backTestAsk: BackTestAsk;
  readonly backTest: Outcome<BackTestRun | null>;
  readonly progress: BackTestProgress | null;
  /** What was run is not what would be asked now. */
  readonly isOutdated: boolean;

  /** Asks anew where something of the room has changed; called by the workbench. */
  look(): void;
  set(part: Partial<SeedlingSetting>, how?: 'step' | 'drag'): Promise<void>;
  /** null: the usual ones. */
  setRules(ids: readonly string[] | null): Promise<void>;
  setBackTest(part: Partial<BackTestChoice>): Promise<void>;
  /** Everything as it was before anything was set. */
  reset(): Promise<void>;
  pick(firm: string | null): Promise<void>;
  /** Asks for more of the list. */
  more(): void;
  run(): Promise<void>;
  cancel(): void;
  /** Keeps all firms of the list as a chosen group. Its id, null where no more can be kept. */
  keepList(name: string): Promise<string | null>;
}
