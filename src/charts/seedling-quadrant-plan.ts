import type { QuadrantPoint } from '../../scoring/seedlings/format';
import { scaleOf, type Scale } from './scale';
import type { Size } from './element';

/** Growth against technology. Cuts are ratios, null where there is none. */
export interface QuadrantShown {
  readonly points: readonly QuadrantPoint[];
  readonly growthCut: number | null;
  readonly technologyCut: number | null;
  /** Key of the firm that is looked at. */
  readonly picked: string | null;
}

/** Where everything stands, for the picture and for the handles over it. */
export interface QuadrantPlan {
  /** Technology, 0…1, to the right. */
  readonly x: Scale;
  /** Growth, upwards. */
  readonly y: Scale;
  /** Middle of the lane of firms whose growth is unknown; null where all are known. */
  readonly growthLane: number | null;
  /** The same of technology, at the left. */
  readonly technologyLane: number | null;
  /** Firms whose growth is beyond the axis: they stand at its end. */
  readonly above: number;
  readonly below: number;
}

/** Half the width of the zone about a cut. */
export const ZONE = 0.05;

const ROOM = { top: 26, axis: 34, left: 46, right: 8, lane: 22 };
/** The axis always shows this much, and leaves out this share of the firms at each end at most. */
const LEAST = { low: -0.2, high: 0.6 };
const TAIL = 0.02;

export function quadrantPlan({ points, growthCut }: QuadrantShown, { width, height }: Size): QuadrantPlan {
  const known = points.flatMap(({ growth }) => (growth === null ? [] : [growth])).sort((a, b) => a - b);
  const at = (share: number): number => known[Math.round(share * (known.length - 1))] ?? 0;
  const cut = growthCut ?? 0;
  const low = Math.min(LEAST.low, tenth(at(TAIL), Math.floor), cut - 2 * ZONE);
  const high = Math.max(LEAST.high, tenth(at(1 - TAIL), Math.ceil), cut + 2 * ZONE);
  const isGrowthUnknown = points.some(({ growth }) => growth === null);
  const isTechnologyUnknown = points.some(({ technology }) => technology === null);
  const bottom = height - ROOM.axis - (isGrowthUnknown ? ROOM.lane : 0);
  const left = Math.min(ROOM.left + (isTechnologyUnknown ? ROOM.lane : 0), width / 2);
  return {
    x: scaleOf({ low: 0, high: 1, isLog: false }, left, Math.max(left + 1, width - ROOM.right)),
    y: scaleOf({ low, high, isLog: false }, bottom, ROOM.top),
    growthLane: isGrowthUnknown ? bottom + ROOM.lane / 2 + 3 : null,
    technologyLane: isTechnologyUnknown ? left - ROOM.lane / 2 : null,
    above: known.filter((growth) => growth > high).length,
    below: known.filter((growth) => growth < low).length,
  };
}

/** Where a firm stands. */
export function placeOf(
  { growth, technology }: Pick<QuadrantPoint, 'growth' | 'technology'>,
  plan: QuadrantPlan,
): { readonly x: number; readonly y: number } {
  return {
    x: technology === null ? (plan.technologyLane ?? plan.x.from) : plan.x.at(technology),
    y: growth === null ? (plan.growthLane ?? plan.y.from) : plan.y.at(growth),
  };
}

/** The firm nearest to a place, within reach; those of the list go before others. */
export function pointNear(points: readonly QuadrantPoint[], plan: QuadrantPlan, x: number, y: number, reach = 12): QuadrantPoint | null {
  let best: QuadrantPoint | null = null;
  let least = reach;
  for (const point of points) {
    const place = placeOf(point, plan);
    const away = Math.hypot(place.x - x, place.y - y) * (point.listed ? 0.5 : 1);
    if (away < least) [best, least] = [point, away];
  }
  return best;
}

function tenth(value: number, to: (value: number) => number): number {
  return to(value * 10 - Math.sign(value) * 1e-9) / 10;
}
