import { REASON } from '../column';
import type { IndicatorPoints } from '../scored';
import { bySet, inseparable, refuse } from './by-set';
import type { Comparison } from './comparison';
import type { RuleColumn } from './result';

/**
 * Ratio to the best of the comparison set: `of` × v ÷ highest, where less is better `of` × lowest ÷ v, so that the best has full points either way
 * (the distance to the leader of the OECD–JRC Handbook, 2008; dividing by the highest where less is better would hand the worst the most).
 * Ratios of 0 and of negatives mean nothing: a set with any value of 0 or less is refused, `zero_not_allowed`. Equals are `constant`, one alone is `too_few`.
 */
export function ratio(column: RuleColumn, of: number, direction: 'more' | 'less', comparison: Comparison): IndicatorPoints {
  return bySet(column, comparison, (set) => {
    const { low, high } = set;
    const apart = inseparable(set);
    const refused = apart !== REASON.too_few && low <= 0 ? REASON.zero_not_allowed : apart;
    if (refused !== 0) return refuse(refused);
    return { earn: (value) => of * (direction === 'more' ? value / high : low / value), refused };
  });
}
