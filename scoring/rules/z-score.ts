import type { Rule } from '../scheme/format';
import type { IndicatorPoints } from '../scored';
import { bySet, inseparable, refuse } from './by-set';
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
  return bySet(column, comparison, (ascending) => {
    const refused = inseparable(ascending);
    if (refused !== 0) return refuse(refused);
    const { mean, deviation, placeOf } = spread(ascending);
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
 * that hardly differ keep their digits. Values ascend and differ.
 */
function spread(ascending: Float64Array): { mean: number; deviation: number; placeOf: (value: number) => number } {
  const low = ascending[0]!;
  const span = ascending.at(-1)! - low;
  const placeOf = (value: number): number => (value - low) / span;
  let sum = 0;
  for (const value of ascending) sum += placeOf(value);
  const mean = sum / ascending.length;
  let squares = 0;
  for (const value of ascending) squares += (placeOf(value) - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / (ascending.length - 1)), placeOf };
}
