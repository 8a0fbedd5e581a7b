import { ascending } from '../rules/tiers';
import type { SchemeProblem, Tier } from './format';
import { schemeError, schemeWarning } from './problems';

/**
 * Whether tiers tile the line: in order of their lower ends, each must begin where the one before ends, the lowest and the highest open-ended, and each boundary
 * must belong to exactly one of its two tiers. Problems name both tiers as `#2 [5, 10)`.
 */
export function checkTiers(tiers: readonly Tier[], of: number, path: string): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  tiers.forEach((tier, at) => {
    if (isEmpty(tier)) problems.push(schemeError('tier_empty', `${path}/${at}`, interval(tiers, at)));
    if (typeof tier.points !== 'number' && tier.points[0] > tier.points[1]) {
      problems.push(schemeError('interval_reversed', `${path}/${at}/points`, tier.points.join(' → ')));
    }
    const most = typeof tier.points === 'number' ? tier.points : tier.points[1];
    if (most > of) problems.push(schemeError('points_above_of', `${path}/${at}/points`, `${most} → ${of}`));
  });
  if (problems.length > 0) return problems;
  const order = ascending(tiers);
  const lowest = order[0]!;
  const highest = order.at(-1)!;
  if (tiers[lowest]!.from !== null) problems.push(schemeError('tiers_hole', `${path}/${lowest}/from`, `−∞ | ${interval(tiers, lowest)}`));
  order.slice(1).forEach((above, step) => problems.push(...seam(tiers, order[step]!, above, path)));
  if (tiers[highest]!.to !== null) problems.push(schemeError('tiers_hole', `${path}/${highest}/to`, `${interval(tiers, highest)} | +∞`));
  const best = Math.max(...tiers.map(({ points }) => (typeof points === 'number' ? points : points[1])));
  if (best < of) problems.push(schemeWarning('no_full_points', path, `${best} → ${of}`));
  return problems;
}

function isEmpty({ from, to, fromOpen, toClosed }: Tier): boolean {
  if (from === null || to === null) return false;
  return from > to || (from === to && (fromOpen === true || toClosed !== true));
}

/** What is wrong where one tier ends and the next begins. */
function seam(tiers: readonly Tier[], below: number, above: number, path: string): SchemeProblem[] {
  const end = tiers[below]!.to ?? Infinity;
  const start = tiers[above]!.from ?? -Infinity;
  const both = (middle: string): string => `${interval(tiers, below)} ${middle} ${interval(tiers, above)}`;
  const place = `${path}/${above}/from`;
  if (end > start) return [schemeError('tiers_overlap', place, both('∩'))];
  if (end < start) return [schemeError('tiers_hole', place, both('|'))];
  const isClosed = tiers[below]!.toClosed === true;
  const isOpen = tiers[above]!.fromOpen === true;
  if (isClosed && !isOpen) return [schemeError('tiers_boundary_twice', place, `${both('∩')}: ${start}`)];
  if (!isClosed && isOpen) return [schemeError('tiers_boundary_never', place, `${both('|')}: ${start}`)];
  return [];
}

/** A tier as people write it, counted from 1: `#2 [5, 10)`. */
function interval(tiers: readonly Tier[], at: number): string {
  const { from, to, fromOpen, toClosed } = tiers[at]!;
  const left = from === null ? '(−∞' : `${fromOpen ? '(' : '['}${from}`;
  const right = to === null ? '+∞)' : `${to}${toClosed ? ']' : ')'}`;
  return `#${at + 1} ${left}, ${right}`;
}
