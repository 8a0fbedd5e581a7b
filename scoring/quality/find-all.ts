import type { Panel } from '../panel';
import { findConstant } from './constant-column';
import type { QualityContext } from './context';
import { figuresOf } from './figures';
import { FINDING_RULES, type Finding } from './format';
import { findBroken } from './identity';
import { findImpossibleSigns } from './impossible-sign';
import { findJoined } from './joined';
import { findNames } from './names';
import { findOnsiteChecks } from './onsite-check';
import { findGaps } from './series-gap';
import { findSizes } from './unit-jump';

/**
 * Everything doubtful about a panel, rule by rule in the order of `FINDING_RULES`, within a rule in the order of the panel's fields.
 * Nothing is changed by looking. The order of the panel's rows does not matter but for the numbers of rows.
 */
export function findAll(panel: Panel, context: QualityContext): readonly Finding[] {
  if (panel.rows === 0) return [];
  const gap = findGaps(panel);
  const found: readonly Finding[] = [
    ...findSizes(panel, figuresOf(panel, context)),
    ...findBroken(panel),
    ...findImpossibleSigns(panel, context),
    ...(gap ? [gap] : []),
    ...findConstant(panel, context),
    ...findNames(panel, context.joins.totals),
    ...findJoined(panel, context.joins),
    ...findOnsiteChecks(panel),
  ];
  const rank = (one: Finding): number => FINDING_RULES.indexOf(one.rule);
  return found.toSorted((a, b) => rank(a) - rank(b));
}
