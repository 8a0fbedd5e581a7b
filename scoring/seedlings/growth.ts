import { REASON } from '../column';
import type { Cells } from '../formula/step';
import type { Panel } from '../panel';
import { rateOf, sideOf } from './grown';
import { formulaFigures } from './rule-figures';

/** A trajectory is read from four years, so that many are looked at even where the growth is taken over fewer. */
const LEAST_BACK = 3;

/** The growth field of some rows and what it grew by, by position. Money in 元, growth as a rate. */
export interface Growth {
  readonly years: number;
  /** The field 0, 1, 2 … years back. */
  readonly path: readonly Cells[];
  /** Compound annual growth over `years`; missing where either end is, over a base of 0 or less, and where it ended below 0. */
  readonly rate: Cells;
  /** 1 where the base is above 0 and below the floor: a rate over it says nothing. */
  readonly small: Uint8Array;
}

const missing = (length: number, reason: number): Cells => ({
  values: new Float64Array(length).fill(NaN),
  reasons: new Uint8Array(length).fill(reason),
});

/** Reads the field and its past for some rows. A field that is not loaded, or is no number, is missing everywhere as `not_collected`. */
export function growthOf(panel: Panel, rows: Int32Array, field: string, years: number, floor: number | null): Growth {
  const back = Math.max(LEAST_BACK, years);
  const isThere = panel.fields.get(field)?.kind === 'number';
  const path = Array.from({ length: back + 1 }, (_, k) =>
    isThere
      ? formulaFigures(panel, k === 0 ? field : `previous(${field}, ${k})`, 'number', rows)
      : missing(rows.length, REASON.not_collected),
  );
  const [now, then] = [path[0]!, path[years]!];
  const rate = missing(rows.length, 0);
  const small = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const [value, base] = [now.values[i]!, then.values[i]!];
    let reason = now.reasons[i]! || then.reasons[i]!;
    if (!reason && base <= 0) reason = base === 0 ? REASON.zero_base : REASON.negative_base;
    // The root of a loss is no growth rate.
    if (!reason && value < 0) reason = REASON.negative_base;
    const grown = rateOf(base, value, years);
    if (!reason && !Number.isFinite(grown)) reason = REASON.not_finite;
    rate.reasons[i] = reason;
    if (!reason) rate.values[i] = grown;
    if (floor !== null && base > 0 && base < floor) small[i] = 1;
  }
  return { years, path, rate, small };
}

/** Whether a figure is at least `factor`, (1 + rate)^years, times its base: never through the root. */
export function grewBy(x1: number, x0: number, factor: number): boolean {
  return sideOf(x1, x0 * factor) >= 0;
}
