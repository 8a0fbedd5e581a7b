import type { BoardSlice } from '../../scoring/board/format';
import type { FirmnessAnswer, FirmnessAsk, FirmStanding, RangeColumns } from '../../scoring/robustness/format';
import type { Outcome } from './face';
import type { FirmnessProgress } from './firmness';

/** What a person sets: the draws, and the length of the short list. */
export type FirmnessSettings = Pick<FirmnessAsk, 'how' | 'share' | 'draws' | 'seed' | 'k'>;
/** What is set before a person has set anything. */
export const FIRST_SETTINGS: FirmnessSettings = { how: 'around', share: 0.25, draws: 1000, seed: 1, k: 20 };
export interface RankRange {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** How firm the ranks of the board on screen are, as views see it. */
export interface FirmnessFace {
  readonly settings: FirmnessSettings;
  readonly outcome: Outcome<FirmnessAnswer | null>;
  readonly progress: FirmnessProgress | null;
  /** The answer, where it is about this very board (data, scheme, draft, year, segment); else null. */
  answerFor(slice: BoardSlice): FirmnessAnswer | null;
  rangeOf(ranges: RangeColumns, row: number): RankRange | null;
  set(part: Partial<FirmnessSettings>): void;
  /** Draws for the board on screen. */
  run(): Promise<void>;
  cancel(): void;
  /** One firm's standing on the board on screen, by its row of the panel. */
  standing(row: number, slice: Pick<BoardSlice, 'year' | 'segment'>): Promise<FirmStanding | null>;
}
