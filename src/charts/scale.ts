/** What an axis runs over: figures from `low` to `high`, evenly or on log10(1 + figure ÷ logUnit). */
export interface Domain {
  readonly low: number;
  readonly high: number;
  readonly isLog: boolean;
  /** A per cent of ratios; 1 where it is left out. */
  readonly logUnit?: number | undefined;
}

/** Figures ⇄ places in a picture. What lies beyond the ends stands at them. */
export interface Scale extends Domain {
  /** Places of `low` and of `high`. */
  readonly from: number;
  readonly to: number;
  readonly at: (value: number) => number;
  readonly value: (place: number) => number;
}

/** A scale from the place of `low` to the place of `high`. Where the two figures are one, it stands in the middle. */
export function scaleOf({ low, high, isLog, logUnit = 1 }: Domain, from: number, to: number): Scale {
  // The base does not matter for a place, and log1p keeps small figures exact.
  const on = (value: number): number => (isLog ? Math.log1p(Math.max(0, value) / logUnit) : value);
  const off = (place: number): number => (isLog ? Math.expm1(place) * logUnit : place);
  const start = on(low);
  const span = on(high) - start;
  const within = (share: number): number => Math.min(1, Math.max(0, share));
  return {
    low,
    high,
    isLog,
    logUnit,
    from,
    to,
    at: (value) => from + (span > 0 ? within((on(value) - start) / span) : 0.5) * (to - from),
    value: (place) => (span > 0 ? off(start + within((place - from) / (to - from)) * span) : low),
  };
}
