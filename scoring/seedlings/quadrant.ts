import { slackAt } from '../rules/result';
import { sortedOf } from '../statistics/sorted';
import { quantileOfSorted } from '../statistics/quantile';
import { SAYS, type SeedlingSetting } from './format';
import { grewBy } from './growth';
import type { YearFigures } from './year-figures';

type Looked = Pick<YearFigures, 'growth' | 'comparable' | 'technology'>;

/** Cuts in force; null where no firm has a figure to take the peers' median of. */
export interface Cuts {
  readonly growth: number | null;
  readonly technology: number | null;
}

/** On which side of each cut a firm stands, as verdicts by position, and both together. */
export interface Sides {
  readonly growth: Uint8Array;
  readonly technology: Uint8Array;
  readonly both: Uint8Array;
}

/** The middle of the present values; null of none. */
export function middleOf(values: Float64Array): number | null {
  return quantileOfSorted(sortedOf(values), 0.5).value;
}

export function cutsOf(
  { growthCut, technologyCut }: Pick<SeedlingSetting, 'growthCut' | 'technologyCut'>,
  middles: { readonly growth: number | null; readonly technology: number | null },
): Cuts {
  return { growth: growthCut ?? middles.growth, technology: technologyCut ?? middles.technology };
}

/**
 * Growth at or above its cut and technology at or above its own. A share that only lacks what is missing is unknown while the cut lies in reach. Over a
 * base below the floor the growth is not applicable, and so is the whole.
 */
export function sidesOf(figures: Looked, { growth, technology }: Cuts): Sides {
  const n = figures.comparable.values.length;
  const sides = { growth: growthSides(figures, growth), technology: technologySides(figures, technology), both: new Uint8Array(n) };
  for (let i = 0; i < n; i++) {
    const [fast, strong] = [sides.growth[i]!, sides.technology[i]!];
    if (fast === SAYS.not_applicable) sides.both[i] = SAYS.not_applicable;
    else if (fast === SAYS.unmet || strong === SAYS.unmet) sides.both[i] = SAYS.unmet;
    else sides.both[i] = fast === SAYS.met && strong === SAYS.met ? SAYS.met : SAYS.unknown;
  }
  return sides;
}

function growthSides({ growth, comparable }: Looked, cut: number | null): Uint8Array {
  const sides = new Uint8Array(comparable.values.length);
  const [now, then] = [growth.path[0]!.values, growth.path[growth.years]!.values];
  const factor = cut === null ? NaN : Math.pow(1 + cut, growth.years);
  for (let i = 0; i < sides.length; i++) {
    if (growth.small[i] === 1) sides[i] = SAYS.not_applicable;
    else if (cut === null) sides[i] = SAYS.unknown;
    // What became a loss has no rate, but grew by nothing.
    else if (then[i]! > 0 && now[i]! < 0) sides[i] = SAYS.unmet;
    else if (growth.rate.reasons[i] !== 0) sides[i] = SAYS.unknown;
    // Below −100 % lies nothing: every growth reaches it.
    else sides[i] = cut <= -1 || grewBy(now[i]!, then[i]!, factor) ? SAYS.met : SAYS.unmet;
  }
  return sides;
}

function technologySides({ technology }: Looked, cut: number | null): Uint8Array {
  const { share, most } = technology;
  const sides = new Uint8Array(most.length).fill(SAYS.unknown);
  if (cut === null) return sides;
  const needed = cut - slackAt(cut);
  for (let i = 0; i < sides.length; i++) {
    if (share.values[i]! >= needed) sides[i] = SAYS.met;
    else if (most[i]! < needed) sides[i] = SAYS.unmet;
  }
  return sides;
}

/** How far a cut is moved to see who changes quadrant: 5 points. */
const MOVE = 0.05;

/** Firms that stand elsewhere once either cut is moved by 5 points, up or down. Only firms with both figures stand anywhere. */
export function restlessCount({ growth, technology }: Looked, cuts: Cuts, sides: Sides): number {
  if (cuts.growth === null || cuts.technology === null) return 0;
  const [now, then] = [growth.path[0]!.values, growth.path[growth.years]!.values];
  const factor = (cut: number): number => Math.pow(1 + Math.max(-1, cut), growth.years);
  const [slow, fast] = [factor(cuts.growth - MOVE), factor(cuts.growth + MOVE)];
  const [weak, strong] = [cuts.technology - MOVE, cuts.technology + MOVE];
  const { share, most } = technology;
  let count = 0;
  for (let i = 0; i < now.length; i++) {
    if (!isPlaced(sides, i)) continue;
    const [x1, x0] = [now[i]!, then[i]!];
    if (grewBy(x1, x0, slow) !== grewBy(x1, x0, fast)) count++;
    else if (most[i]! >= weak - slackAt(weak) && share.values[i]! < strong - slackAt(strong)) count++;
  }
  return count;
}

/** Whether both sides of a firm are known. */
export function isPlaced({ growth, technology }: Sides, i: number): boolean {
  return growth[i]! <= SAYS.met && technology[i]! <= SAYS.met;
}
