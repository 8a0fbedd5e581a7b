import { unsafe } from '../statistics/disclosure';

/** What a guard takes out, as the words of an export name it. */
export const HIDDEN_WHATS = [
  'small', // counts of too few firms
  'second', // counts and sums that would give a hidden one away by subtraction
  'quantiles', // quantiles of too few firms, or with too few beyond them
  'statistics', // other statistics of too few firms
  'dominated', // sums and shares that rest on too few firms
  'firms', // figures of single firms: points, pinned and largest firms, whiskers, ends of a range
  'steps', // steps of a curve with too few firms between them, and its ends
  'ends', // bars of too few firms at the ends, put together
  'cells', // cells of a scatter, put together
] as const;
export type HiddenWhat = (typeof HIDDEN_WHATS)[number];

/** How many figures of a kind were taken out. */
export interface Hidden {
  readonly what: HiddenWhat;
  readonly count: number;
}

/** What a published figure must stand on. To be kept secret: who knows the limits can work back from what is hidden. */
export interface GuardLimits {
  /** Firms behind a count, a mean, a step. */
  readonly least: number;
  /** Firms behind a quantile. */
  readonly leastForQuantiles: number;
  /** A sum is unsafe where all but its two largest parts make less than this per cent of the largest (the p % rule). */
  readonly share: number;
}

/** The limits of one guard, and what it has taken out so far. A count that is hidden is NaN, wherever it stands. */
export class Guard {
  readonly limits: GuardLimits;
  readonly #counts = new Map<HiddenWhat, number>();

  constructor(limits: GuardLimits) {
    this.limits = limits;
  }

  /** Somebody, but too few. */
  isSmall(count: number): boolean {
    return count > 0 && count < this.limits.least;
  }

  note(what: HiddenWhat, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  /** A count by itself, hidden where it is small. */
  count(count: number): number {
    if (!this.isSmall(count)) return count;
    this.note('small');
    return NaN;
  }

  get hidden(): readonly Hidden[] {
    return HIDDEN_WHATS.flatMap((what) => {
      const count = this.#counts.get(what) ?? 0;
      return count > 0 ? [{ what, count }] : [];
    });
  }
}

/** Which parts of a sum are hidden, and whether the sum may be listed with the others. */
export interface Marks {
  readonly hidden: readonly boolean[];
  readonly totalStands: boolean;
}

/**
 * Marks the parts of a listed sum that must be hidden: those that are small, those marked already, and then as many others, smallest first, as it takes:
 * the hidden ones are two at least, and what they have together (which subtraction gives) is 0 or not small either, in every column of `together`. Parts
 * that are NaN are hidden already. Where the others do not suffice the sum must not be listed.
 */
export function hideParts(
  guard: Guard,
  parts: readonly number[],
  marked: readonly boolean[] = [],
  together: readonly (readonly number[])[] = [parts],
): Marks {
  const hidden = parts.map((part, at) => Number.isNaN(part) || guard.isSmall(part) || marked[at] === true);
  guard.note(
    'small',
    parts.reduce((sum, part, at) => sum + (hidden[at] && !Number.isNaN(part) ? 1 : 0), 0),
  );
  if (!hidden.includes(true)) return { hidden, totalStands: true };
  const others = parts.flatMap((part, at) => (!hidden[at] && part > 0 ? [at] : [])).sort((a, b) => parts[a]! - parts[b]!);
  const sumOf = (column: readonly number[]): number => column.reduce((sum, value, at) => sum + (hidden[at] ? value : 0), 0);
  while (hidden.filter(Boolean).length < 2 || together.some((column) => guard.isSmall(sumOf(column)))) {
    const next = others.shift();
    if (next === undefined) return { hidden, totalStands: false };
    hidden[next] = true;
    guard.note('second');
  }
  return { hidden, totalStands: true };
}

/** Counts with NaN for those hidden. */
export function withoutHidden(counts: readonly number[], hidden: readonly boolean[]): number[] {
  return counts.map((count, at) => (hidden[at] ? NaN : count));
}

/** The p % rule: whether who has the second largest part could work out the largest to within the share. Parts are not negative; `rest` is all that the two leave of the sum. */
export function isDominated({ limits }: Guard, largest: number, second: number, rest: number): boolean {
  const sum = { total: largest + second + rest, first: largest, second };
  return (
    unsafe({ firms: limits.least, sum }, 'additive', {
      firms: limits.least,
      quantileFirms: limits.leastForQuantiles,
      percent: limits.share,
    }) !== null
  );
}
