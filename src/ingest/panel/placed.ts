import { NOT_FOUND, UNDECIDED } from '../match/match-part';
import type { Part } from './parts';

/** What became of a row of a file. The position is the byte in `Placed.fates`. */
export const FATES = [
  'placed',
  'no_firm_key',
  'no_year',
  'duplicate_key',
  'no_such_firm_year',
  'no_figures',
  'match_undecided', // its firm matches only likely, and nobody decided
  'no_match', // its firm is in no source that has credit codes
  'no_such_firm', // of a dated list: its firm has no row in the panel
  'bad_dates', // of a dated list: days that cannot be read, or an end before the beginning
  'no_title', // of a list of titles: which title it is about is not said
] as const;
export type Fate = (typeof FATES)[number];
export const FATE = Object.fromEntries(FATES.map((name, code) => [name, code])) as Readonly<Record<Fate, number>>;

/** Why a row whose firm has no number is left out. */
export function fateOf(firm: number): number {
  return firm === UNDECIDED ? FATE.match_undecided : firm === NOT_FOUND ? FATE.no_match : FATE.no_firm_key;
}

/** Rows of one file in one year (`year` null: each row has its own) → rows of the panel, −1 where a row is not placed. */
export interface Placement {
  readonly year: number | null;
  readonly rows: Int32Array;
  /** Row r of the file is row r of the panel, for every r: nothing needs copying. */
  readonly whole: boolean;
}
export interface Placed {
  readonly part: Part;
  readonly placements: readonly Placement[];
  readonly fates: Uint8Array;
  /** Rows of the file that stand for one firm and year, with that firm and year. */
  readonly repeated: readonly Repeated[];
  /** Of a dated list, in place of placements: which of its rows speaks of which row of the panel. */
  readonly dated?: Pairs;
}
/** Pairs of a row of a file and a row of the panel, by row of the file. */
export interface Pairs {
  readonly fileRows: Int32Array;
  readonly targets: Int32Array;
}
export interface Repeated {
  readonly firm: number;
  readonly year: number;
  readonly rows: readonly number[];
}
