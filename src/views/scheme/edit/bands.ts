import type { Tier } from '../../../../scoring/scheme/format';

/** Points of one tier: a number, or an interval where experts choose. */
export type BandPoints = Tier['points'];
/** A boundary between two bands, and whether the figure itself belongs to the upper one. */
export interface Bound {
  readonly at: number;
  readonly isUpper: boolean;
}
/** Tiers as one line cut by boundaries: band i lies between bounds i − 1 and i, from the lowest up. */
export interface Bands {
  readonly bounds: readonly Bound[];
  readonly points: readonly BandPoints[];
  /** Place of each band in the list of tiers as written. */
  readonly places: readonly number[];
  /** Whether the list is written from the highest down. */
  readonly isDown: boolean;
}

/** Tiers that tile the line, as bands. */
export function bandsOfTiers(tiers: readonly Tier[]): Bands {
  const low = (tier: Tier): number => tier.from ?? -Infinity;
  const places = tiers
    .map((_, at) => at)
    .sort((a, b) => low(tiers[a]!) - low(tiers[b]!) || Number(tiers[a]!.fromOpen ?? false) - Number(tiers[b]!.fromOpen ?? false));
  const sorted = places.map((at) => tiers[at]!);
  return {
    bounds: sorted.slice(1).map(({ from, fromOpen }) => ({ at: from ?? 0, isUpper: !fromOpen })),
    points: sorted.map(({ points }) => points),
    places,
    isDown: tiers.length > 1 && places[0] !== 0,
  };
}

/** Bands as tiers that tile the line, in the order in which they were written. */
export function tiersOfBands({ bounds, points, isDown }: Omit<Bands, 'places'>): readonly Tier[] {
  const tiers = points.map((each, at): Tier => {
    const [under, over] = [bounds[at - 1], bounds[at]];
    return {
      from: under?.at ?? null,
      to: over?.at ?? null,
      ...(under && !under.isUpper ? { fromOpen: true } : {}),
      ...(over && !over.isUpper ? { toClosed: true } : {}),
      points: each,
    };
  });
  return isDown ? tiers.reverse() : tiers;
}

/** Bands with one boundary elsewhere, kept between its neighbours. */
export function moveBound(bands: Bands, number: number, to: number): Bands {
  const least = bands.bounds[number - 1]?.at ?? -Infinity;
  const most = bands.bounds[number + 1]?.at ?? Infinity;
  const bounds = bands.bounds.map((bound, at) => (at === number ? { ...bound, at: Math.min(most, Math.max(least, to)) } : bound));
  return { ...bands, bounds };
}

/** Bands with the highest one cut in two: above `at` its points, below it points half way to the next. */
export function addBand(bands: Bands, at: number): Bands {
  const points = [...bands.points];
  const [top, next] = [points.at(-1) ?? 0, points.at(-2) ?? 0];
  const middle = (lowest(top) + lowest(next)) / 2;
  return {
    ...bands,
    bounds: [...bands.bounds, { at, isUpper: true }],
    points: [...points.slice(0, -1), middle, top],
    places: bands.places,
  };
}

/** Bands without one: its neighbour below, or above for the lowest, takes its place. */
export function removeBand(bands: Bands, number: number): Bands {
  const bound = Math.max(0, number - 1);
  return { ...bands, bounds: bands.bounds.filter((_, at) => at !== bound), points: bands.points.filter((_, at) => at !== number) };
}

function lowest(points: BandPoints): number {
  return typeof points === 'number' ? points : points[0];
}
