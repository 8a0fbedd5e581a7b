import type { IndicatorPoints } from '../scored';
import { bySet, inseparable, refuse } from './by-set';
import type { Comparison } from './comparison';
import { partOf, type RuleColumn } from './result';

/**
 * `of` × (v − min) ÷ (max − min) within the comparison set, mirrored where less is better.
 * Equal values separate nobody: every value of that set is missing with reason `constant`; a lone value has `too_few`.
 */
export function minMax(column: RuleColumn, of: number, direction: 'more' | 'less', comparison: Comparison): IndicatorPoints {
  return bySet(column, comparison, (set) => {
    const refused = inseparable(set);
    if (refused !== 0) return refuse(refused);
    const { low, high } = set;
    return { earn: (value) => partOf(of, direction === 'more' ? value - low : high - value, high - low), refused };
  });
}
