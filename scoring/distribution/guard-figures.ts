import type { Account, Box, Letters, Quantiles } from './format';
import { type Guard, hideParts, withoutHidden } from './guard-counts';

/** Counts of one answer that stand in several places: whether each is hidden. */
export interface HiddenCounts {
  readonly n: boolean;
  readonly missing: boolean;
  readonly zero: boolean;
}
export const NONE_HIDDEN: HiddenCounts = { n: false, missing: false, zero: false };

const PS = { p5: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95 } as const;
const NAMES = Object.keys(PS) as (keyof typeof PS)[];

/** Whether a quantile of n firms may be listed: the firms suffice, and so do those at or beyond it on either side. A hidden n has been judged before. */
export function isListed({ limits }: Guard, n: number, p: number): boolean {
  if (Number.isNaN(n)) return true;
  return n >= limits.leastForQuantiles && (n - 1) * Math.min(p, 1 - p) + 1 >= limits.least - 1e-9;
}

/**
 * A line of figures. Hidden counts are NaN; quantiles, mean and pooled ratio are null where they may not be listed: quantiles by `isListed`, the mean with its n, where too
 * few firms have more than 0, and where its sum rests on one or two.
 */
export function guardQuantiles(guard: Guard, figures: Quantiles, hide: HiddenCounts, isDominatedSum = false): Quantiles {
  const { n, missing, zero } = figures;
  const hasFew = guard.isSmall(n) || guard.isSmall(n - zero);
  const hidesMean = hide.n || isDominatedSum || hasFew;
  const dropped = NAMES.filter((name) => figures[name] !== null && !isListed(guard, n, PS[name]));
  guard.note('quantiles', dropped.length);
  if (hidesMean) {
    const sums = [figures.mean, figures.pooled].filter((value) => value !== null).length;
    guard.note(isDominatedSum ? 'dominated' : hasFew ? 'statistics' : 'second', sums);
  }
  return {
    ...figures,
    n: hide.n ? NaN : n,
    missing: hide.missing ? NaN : missing,
    zero: hide.zero ? NaN : zero,
    ...Object.fromEntries(dropped.map((name) => [name, null])),
    ...(hidesMean ? { mean: null, pooled: null } : {}),
  };
}

/** The widest pair of quantiles that is listed; null where none is. */
export function outermost({ p5, p10, p25, p75, p90, p95 }: Quantiles): { readonly low: number; readonly high: number } | null {
  const low = p5 ?? p10 ?? p25;
  const high = p95 ?? p90 ?? p75;
  return low === null || high === null ? null : { low, high };
}

/**
 * Where rows went. Reasons with too few firms are NaN; so is what would give them away: `rows` where one of its two parts is hidden, `zero` and
 * `negative` where they are small or asked for. Says whether how many are missing is hidden.
 */
export function guardAccount(
  guard: Guard,
  account: Account,
  hide: { readonly present: boolean; readonly missing: boolean; readonly zero: boolean; readonly negative: boolean },
): { readonly account: Account; readonly hidesMissing: boolean } {
  const { rows, present, left, zero, negative } = account;
  const counts = left.map(({ count }) => count);
  const marks = hideParts(guard, counts);
  const hidesMissing = hide.missing || !marks.totalStands || guard.isSmall(sum(counts));
  const hidesRows = hidesMissing || hide.present || guard.isSmall(rows);
  if (hidesRows && !Number.isNaN(rows)) guard.note('second');
  const hidesZero = hide.zero || guard.isSmall(zero) || (zero > 0 && guard.isSmall(present - zero));
  if (hidesZero && !hide.zero) guard.note('small');
  const negatives = hide.negative && negative > 0 ? NaN : guard.count(negative);
  return {
    account: {
      rows: hidesRows ? NaN : rows,
      present: hide.present ? NaN : present,
      left: left.map((one, at) => ({ ...one, count: withoutHidden(counts, marks.hidden)[at]! })),
      zero: hidesZero ? NaN : zero,
      negative: negatives,
    },
    hidesMissing,
  };
}

/** Letter values as deep as the limits let: those of less depth are dropped, and all of too few firms. Depths are those of n firms. */
export function guardLetters(guard: Guard, letters: Letters | null, n: number): Letters | null {
  if (!letters || Number.isNaN(n)) return letters;
  let kept = 0;
  for (let depth = (n + 1) / 2; kept < letters.lower.length && depth >= guard.limits.least; depth = (Math.floor(depth) + 1) / 2) kept++;
  if (n < guard.limits.leastForQuantiles) kept = 0;
  guard.note('quantiles', letters.lower.length - kept);
  return kept === 0 ? null : { lower: letters.lower.slice(0, kept), upper: letters.upper.slice(0, kept) };
}

/**
 * A box whose whiskers, which end at single firms, reach to the widest listed quantiles instead; how many lie beyond is NaN then. null where its quartiles may not
 * be listed.
 */
export function guardBox(guard: Guard, box: Box | null, figures: Quantiles): Box | null {
  if (!box || Number.isNaN(box.beyondLow)) return box;
  const whiskers = outermost(figures);
  if (!whiskers || figures.p25 === null || figures.p50 === null || figures.p75 === null) {
    guard.note('quantiles', 3);
    guard.note('firms', 2);
    return null;
  }
  guard.note('firms', 2);
  return { ...box, low: whiskers.low, high: whiskers.high, beyondLow: NaN, beyondHigh: NaN };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
