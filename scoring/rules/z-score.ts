import type { Rule } from '../scheme/format';
import type { IndicatorPoints } from '../scored';
import { bySet, inseparable, refuse, type SetValues } from './by-set';
import type { Comparison } from './comparison';
import type { RuleColumn } from './result';

/**
 * `of` × clamp((z − from) ÷ (to − from), 0, 1), z = (v − mean) ÷ standard deviation (n − 1) within the comparison set, its sign turned where less is better.
 * Equals are `constant`, one alone is `too_few`.
 */
export function zScore(
  column: RuleColumn,
  { from, to }: Extract<Rule, { is: 'z-score' }>,
  of: number,
  direction: 'more' | 'less',
  comparison: Comparison,
): IndicatorPoints {
  return bySet(column, comparison, (set) => {
    const refused = inseparable(set);
    if (refused !== 0) return refuse(refused);
    const { mean, deviation, placeOf } = spread(set);
    return {
      earn(value) {
        const z = (placeOf(value) - mean) / deviation;
        const share = ((direction === 'more' ? z : -z) - from) / (to - from);
        return of * (share > 0 ? Math.min(1, share) : 0);
      },
      refused,
    };
  });
}

/**
 * Mean and standard deviation (n − 1) of places between the lowest and the highest value, 0…1: standard scores are the same, no square overflows, and values
 * that hardly differ keep their digits. Added from the lowest up, so that the order of rows cannot matter. The values differ.
 */
function spread({ values, low, high }: SetValues): { mean: number; deviation: number; placeOf: (value: number) => number } {
  const placeOf = (value: number): number => (value - low) / (high - low);
  const places = values.map(placeOf).sort();
  let sum = 0;
  for (const place of places) sum += place;
  const mean = sum / places.length;
  let squares = 0;
  for (const place of places) squares += (place - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / (places.length - 1)), placeOf };
}
