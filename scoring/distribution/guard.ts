import { GUARD } from '../statistics/disclosure';
import type { ChartAnswer } from './format';
import { guardHeat, guardMatrix } from './guard-cells';
import { guardConcentration } from './guard-concentration';
import { Guard, type GuardLimits, type Hidden } from './guard-counts';
import { guardChange, guardGroups } from './guard-groups';
import { guardRelation } from './guard-relation';
import { guardSegments } from './guard-segments';
import { guardSpread } from './guard-spread';

/** What leaves the room stands on five firms, quantiles on ten, and no sum on one or two (p % = 10). */
export const GUARD_LIMITS: GuardLimits = { least: GUARD.firms, leastForQuantiles: GUARD.quantileFirms, share: GUARD.percent };

/**
 * An answer as it may leave the room: the same with everything taken out that shows a single firm, or lets one be worked out by subtraction, and how much that was. Frequency rule on counts,
 * steps and means, p % rule (Hundepool et al. 2012, Statistical Disclosure Control, 4.2) on sums where their parts are at hand. A hidden count or bound is NaN, other hidden figures null
 * or refused as `too_few`. Guarding once more takes out nothing. Where firm-years are counted a firm may be several of them: `least` must then be
 * multiplied by the years.
 */
export function guardAnswer(
  answer: ChartAnswer,
  limits: GuardLimits,
): { readonly answer: ChartAnswer; readonly hidden: readonly Hidden[] } {
  const guard = new Guard(limits);
  const guarded = guardedOf(guard, answer);
  return { answer: guarded, hidden: guard.hidden };
}

function guardedOf(guard: Guard, answer: ChartAnswer): ChartAnswer {
  switch (answer.is) {
    case 'spread':
      return guardSpread(guard, answer);
    case 'segments':
      return guardSegments(guard, answer);
    case 'groups':
      return guardGroups(guard, answer);
    case 'change':
      return guardChange(guard, answer);
    case 'concentration':
      return guardConcentration(guard, answer);
    case 'relation':
      return guardRelation(guard, answer);
    case 'matrix':
      return guardMatrix(guard, answer);
    case 'heat':
      return guardHeat(guard, answer);
  }
}
