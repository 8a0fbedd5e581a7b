/** How far two sides may differ, relatively, and still be equal. Bounds of shares, which lie between 0 and 1, take it as it is. */
export const SLACK = 1e-9;

/**
 * Where `now` stands beside `base` · (1 + rate)^years: −1 below, 0 at it, 1 above. `base` must be above 0.
 * Within a relative 1e-9 it stands at it: 10 → 17.28 is 20 % a year over three, though the cube root says 0.19999999999999996.
 */
export function standsAt(base: number, now: number, years: number, rate: number): -1 | 0 | 1 {
  return sideOf(now, base * (1 + rate) ** years);
}

/** The same beside a figure that is worked out already. */
export function sideOf(now: number, target: number): -1 | 0 | 1 {
  const apart = now - target;
  if (Math.abs(apart) <= SLACK * Math.max(Math.abs(now), Math.abs(target))) return 0;
  return apart > 0 ? 1 : -1;
}

/** Average annual rate from `base` to `now`, both 0 or more and `base` above 0. The roots of two and three years have ways of their own, exact and fast. */
export function rateOf(base: number, now: number, years: number): number {
  const whole = now / base;
  if (years === 1) return whole - 1;
  return (years === 2 ? Math.sqrt(whole) : years === 3 ? Math.cbrt(whole) : Math.pow(whole, 1 / years)) - 1;
}
