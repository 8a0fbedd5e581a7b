import type { BoardSlice } from '../../scoring/board/format';
import type { FirmnessAnswer, FirmStanding, RangeColumns } from '../../scoring/robustness/format';
import type { Outcome } from './face';
import type { FirmnessProgress } from './firmness';
import type { FirmnessSettings } from './firmness-spec';

export interface RankRange {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** How firm the ranks of the board on screen are, as views see it. */
export interface FirmnessFace {
  /** As the address has them. */
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
