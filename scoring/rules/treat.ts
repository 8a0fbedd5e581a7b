import { REASON } from '../column';
import type { Treatment } from '../scheme/format';
import { inseparable, presentRows, setValues } from './by-set';
import type { Comparison } from './comparison';
import type { RuleColumn } from './result';

/** Share of the span that keeps the lowest value from the logarithm of 0. */
const OFFSET = 0.01;

/**
 * Values as a relative rule is to see them, treated within each comparison set: first brought in to two quantiles (type 7), then their logarithm,
 * ln(v − lowest + 0.01 × (highest − lowest)), which takes zeros and negatives and does not depend on the unit (COINr `log_CT`, there of the untreated values).
 * Values that do not differ are left for the rule to refuse. Reasons stay; nothing missing is looked at.
 */
export function treat(column: RuleColumn, treatment: Treatment, comparison: Comparison): RuleColumn {
  const values = column.values.slice();
  for (let set = 0; set < comparison.sets; set++) {
    const rows = presentRows(column, comparison, set);
    if (rows.length === 0) continue;
    if (treatment.winsorise) {
      const ascending = setValues({ ...column, values }, rows).values.sort();
      const [low, high] = [quantile(ascending, treatment.winsorise[0]), quantile(ascending, treatment.winsorise[1])];
      for (const row of rows) values[row] = Math.min(high, Math.max(low, values[row]!));
    }
    const found = setValues({ ...column, values }, rows);
    if (treatment.log && inseparable(found) === REASON.present) {
      const offset = OFFSET * (found.high - found.low);
      for (const row of rows) values[row] = Math.log(values[row]! - found.low + offset);
    }
  }
  return { ...column, values };
}

/** Quantile of values from the lowest up, type 7 of Hyndman and Fan (1996): straight between the neighbours of place (n − 1) × p. */
export function quantile(ascending: Float64Array, p: number): number {
  const place = (ascending.length - 1) * p;
  const below = Math.floor(place);
  const low = ascending[below]!;
  const high = ascending[below + 1] ?? low;
  if (place === below) return low;
  const share = place - below;
  // Two ends further apart than a number reaches still have a place between them.
  return high - low === Infinity ? low * (1 - share) + high * share : low + share * (high - low);
}
