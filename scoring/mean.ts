import type { Mean, Scheme } from './scheme/format';

/**
 * A mean as sums see it: of shares x with weights w it is `back(Σ w · into(x) ÷ Σ w)`. Shares are raised to the floor first, as one 0 would end a geometric or
 * harmonic mean (OECD–JRC Handbook, 2008, aggregation). Power 1 is the arithmetic mean, −1 the harmonic; the geometric one is the limit at 0.
 */
export interface SharesMean {
  readonly floor: number;
  /** Of a share of a full mark, kept between the floor and a million, so that no power of it overflows; NaN stays. */
  readonly into: (share: number) => number;
  readonly back: (mean: number) => number;
}

/** The mean by which a level is added up; null where that is the plain sum. */
export function sharesMean(mean: Mean | undefined): SharesMean | null {
  switch (mean?.is) {
    case undefined:
    case 'arithmetic':
      return null;
    case 'geometric':
      return above(mean.floor, Math.log, Math.exp);
    case 'harmonic':
      return above(
        mean.floor,
        (share) => 1 / share,
        (value) => 1 / value,
      );
    case 'power':
      return above(
        mean.floor,
        (share) => share ** mean.power,
        (value) => value ** (1 / mean.power),
      );
  }
}

function above(floor: number, into: (share: number) => number, back: (mean: number) => number): SharesMean {
  return { floor, into: (share) => into(Math.min(MOST, Math.max(floor, share))), back };
}

/** A share beyond this counts as this. */
const MOST = 1e6;

/** Whether a score is a plain sum of contributions, so that differences of scores split into indicators and weights without a rest. */
export function isAdditive({ means }: Pick<Scheme, 'means'>): boolean {
  return sharesMean(means?.indicators) === null && sharesMean(means?.groups) === null;
}
