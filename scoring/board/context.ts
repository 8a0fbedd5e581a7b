import { type Panel } from '../panel';
import { type Ranking, rankRows } from '../rank';
import type { Naming, Scheme } from '../scheme/format';
import type { Evaluated, Totals, Weights } from '../scored';

/** What the board needs beyond the numbers. */
export interface Setting {
  readonly schemeHash: string;
  readonly weights: Weights;
  /** Name of the draft in force, null for the scheme as it stands. */
  readonly draft: string | null;
  /** Name of a field, in both languages. */
  readonly nameOf: (field: string) => Naming;
  /** A field's value as read by people. */
  readonly format: (field: string, value: number | string, language: 'zh' | 'en') => string;
  /** Years that have a board, ascending; the others are read only for comparison. Default: every year of the panel. */
  readonly years?: readonly number[];
}

/** A scored and ranked panel: everything a slice, a tree or a sheet is cut from. Never changed; a new weight makes a new one. */
export interface Ranked extends Omit<Setting, 'years'> {
  readonly panel: Panel;
  readonly scheme: Scheme;
  readonly evaluated: Evaluated;
  readonly totals: Totals;
  readonly ranking: Ranking;
  readonly years: readonly number[];
}

/**
 * Ranks a scored panel. `totals` must not be written to while the result is in use. `into` is an earlier result that is no longer used:
 * the memory of its ranking is written over.
 */
export function rankPanel(panel: Panel, scheme: Scheme, evaluated: Evaluated, totals: Totals, setting: Setting, into?: Ranked): Ranked {
  const ranking = rankRows(panel, totals, into?.ranking);
  const years = (setting.years ?? ranking.years).filter((year) => ranking.years.includes(year));
  return { ...setting, panel, scheme, evaluated, totals, ranking, years };
}
