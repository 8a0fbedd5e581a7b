import type { Panel } from '../panel';
import type { Naming, Scheme } from '../scheme/format';
import type { Evaluated, Totals, Weights } from '../scored';
import { yearRows } from '../year-rows';

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

/**
 * A scored panel with its ranks: everything a slice, a tree or a sheet is cut from. Never changed; a new weight makes a new one. Ranks are found
 * a year at a time, when they are first asked for (see `segment-view.ts`): a board shows one year, and compares it with the one before.
 */
export interface Ranked extends Omit<Setting, 'years'> {
  readonly panel: Panel;
  readonly scheme: Scheme;
  readonly evaluated: Evaluated;
  readonly totals: Totals;
  readonly years: readonly number[];
}

/** Makes a scored panel ready for ranking. `totals` must not be written to while the result is in use. */
export function rankPanel(panel: Panel, scheme: Scheme, evaluated: Evaluated, totals: Totals, setting: Setting): Ranked {
  const loaded = yearRows(panel).years;
  const years = (setting.years ?? loaded).filter((year) => loaded.includes(year));
  return { ...setting, panel, scheme, evaluated, totals, years };
}
