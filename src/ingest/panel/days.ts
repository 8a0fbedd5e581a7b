const DAY = 86_400_000;

/** The year of a day since 1970-01-01. */
export function yearOfDay(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** The last year whose 31 December is not after a day. */
export function lastYearEndBy(day: number): number {
  const year = yearOfDay(day);
  return Date.UTC(year, 11, 31) / DAY <= day ? year : year - 1;
}

/** A day as `2023-05-31`; null for none. */
export function isoDay(day: number): string | null {
  return Number.isFinite(day) ? new Date(day * DAY).toISOString().slice(0, 10) : null;
}
