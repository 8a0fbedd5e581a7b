import type { Rule, Tier } from '../scheme/format';
import type { IndicatorPoints } from '../scored';
import { nothingYet, slackAt, type RuleColumn } from './result';

/** Points of a tier: its own, or an end (0 the lower, 1 the upper) where experts choose inside an interval. */
function tierPoints({ points }: Tier, end: 0 | 1): number {
  return typeof points === 'number' ? points : points[end];
}

/** Tiers from the lowest up, as numbers of the list given. The check has proved that they tile the line. */
export function ascending(tiers: readonly Tier[]): number[] {
  const low = (tier: Tier): number => tier.from ?? -Infinity;
  // A single-value tier [a, a] comes before the tier that starts beyond a.
  const open = (tier: Tier): number => (tier.fromOpen ? 1 : 0);
  return tiers.map((_, at) => at).sort((a, b) => low(tiers[a]!) - low(tiers[b]!) || open(tiers[a]!) - open(tiers[b]!));
}

/**
 * Points of the tier the value falls in, `high` the upper end where a tier has an interval; `hit` is the tier's place in the scheme's list.
 * A value within relative 1e-9 of a boundary counts as the boundary, so that 0.3 and 0.1 + 0.2 meet the same tier. `factor` turns the scheme's unit into the stored one.
 */
export function tiers(column: RuleColumn, rule: Extract<Rule, { is: 'tiers' }>, factor: number): IndicatorPoints {
  const hit = new Int16Array(column.values.length).fill(-1);
  const result = { ...nothingYet(column), hit };
  const high = rule.tiers.some((tier) => typeof tier.points !== 'number') ? new Float64Array(hit.length).fill(NaN) : null;
  const order = ascending(rule.tiers);
  const steps = order.length - 1;
  const bounds = new Float64Array(steps);
  const strict = new Uint8Array(steps);
  for (let step = 0; step < steps; step++) {
    const above = rule.tiers[order[step + 1]!]!;
    const bound = (above.from ?? -Infinity) * factor;
    // An open lower bound belongs to the tier below: only what is clearly beyond it rises.
    strict[step] = above.fromOpen ? 1 : 0;
    bounds[step] = above.fromOpen ? bound + slackAt(bound) : bound - slackAt(bound);
  }
  const points = Float64Array.from(order, (at) => tierPoints(rule.tiers[at]!, 0));
  const highest = Float64Array.from(order, (at) => tierPoints(rule.tiers[at]!, 1));
  const { values, reasons } = column;
  for (let row = 0; row < values.length; row++) {
    if (reasons[row] !== 0) continue;
    const value = values[row]!;
    let tier = 0;
    while (tier < steps && (strict[tier] ? value > bounds[tier]! : value >= bounds[tier]!)) tier++;
    result.points[row] = points[tier]!;
    hit[row] = order[tier]!;
    if (high) high[row] = highest[tier]!;
  }
  return high ? { ...result, high } : result;
}
