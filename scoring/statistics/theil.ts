import { type Answer, found, type Refusal, refused } from './answer';
import { powerBelow } from './lorenz';

/** An inequality index of the Theil family and what of it lies within groups and between them: total = within + between. */
export type Split =
  | {
      readonly reason: null;
      readonly n: number;
      readonly total: number;
      readonly within: number;
      readonly between: number;
      /** Index of each group; null of a group of nobody, or of no total. */
      readonly groups: readonly (number | null)[];
    }
  | { readonly reason: Refusal; readonly n: number };

/** Both indices over the firms that have a value and a group, the counts behind them, and who was left out. */
export interface Theil {
  /** T = mean(x ÷ µ · ln(x ÷ µ)), 0 ln 0 = 0: heeds the top. 0…ln n. */
  readonly t: Split;
  /** L = mean ln(µ ÷ x): heeds the bottom; refused where anyone has 0. */
  readonly l: Split;
  readonly firms: Int32Array;
  readonly totals: Float64Array;
  /** Firms with a value but no group (code −1). */
  readonly ungrouped: number;
}

/** Sums of a group, or of all: firms, Σx, Σ x ln x, Σ ln x. */
interface Sums {
  readonly firms: Int32Array;
  readonly totals: Float64Array;
  readonly logged: Float64Array;
  readonly logs: Float64Array;
}

/**
 * Theil's T and L (Theil 1967; decomposition: Shorrocks 1980) of present values, by group code 0…count − 1. T within is the mean of the groups' T
 * weighted by their share of the total, L within by their share of firms. Refused of nobody, of negative values and of nothing but zeros.
 */
export function theil(values: Float64Array, groups: Int32Array, count: number): Theil {
  const most = largest(values, groups);
  const unit = most > 0 ? powerBelow(most) : 1;
  const sums: Sums = {
    firms: new Int32Array(count),
    totals: new Float64Array(count),
    logged: new Float64Array(count),
    logs: new Float64Array(count),
  };
  let [ungrouped, hasNegative, hasZero] = [0, false, false];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value - value !== 0) continue;
    const group = groups[row]!;
    if (group < 0) ungrouped++;
    else if (value < 0) hasNegative = true;
    if (group < 0 || value < 0) continue;
    sums.firms[group]!++;
    if (value === 0) hasZero = true;
    else {
      const part = value / unit;
      const log = Math.log(part);
      sums.totals[group]! += part;
      sums.logged[group]! += part * log;
      sums.logs[group]! += log;
    }
  }
  const n = sums.firms.reduce((sum, firms) => sum + firms, 0);
  const reason = hasNegative ? 'negative' : n === 0 ? 'too_few' : most > 0 ? null : 'no_total';
  const totals = sums.totals.map((total) => total * unit);
  const shared = { firms: sums.firms, totals, ungrouped };
  if (reason !== null) return { t: { reason, n }, l: { reason, n }, ...shared };
  return { t: splitT(sums, n), l: hasZero ? { reason: 'zero', n } : splitL(sums, n), ...shared };
}

/** Theil's T and L of values without groups. */
export function theilOf(values: Float64Array): { readonly t: Answer; readonly l: Answer } {
  const { t, l } = theil(values, new Int32Array(values.length), 1);
  const answer = (split: Split): Answer => (split.reason === null ? found(split.total, split.n) : refused(split.reason, split.n));
  return { t: answer(t), l: answer(l) };
}

function largest(values: Float64Array, groups: Int32Array): number {
  let most = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value > most && value - value === 0 && groups[row]! >= 0) most = value;
  }
  return most;
}

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, value) => all + value, 0);
/** Rounding may leave a hair below 0. */
const atLeastZero = (value: number): number => Math.max(0, value);

/** T of a set = Σ x ln x ÷ Σx − ln µ. */
function splitT({ firms, totals, logged }: Sums, n: number): Split {
  const all = sum(totals);
  const mean = all / n;
  const groups = Array.from(firms, (size, g) =>
    totals[g]! > 0 ? atLeastZero(logged[g]! / totals[g]! - Math.log(totals[g]! / size)) : null,
  );
  const within = sum(groups.map((own, g) => (own === null ? 0 : (totals[g]! / all) * own)));
  const between = atLeastZero(
    sum(groups.map((own, g) => (own === null ? 0 : (totals[g]! / all) * Math.log(totals[g]! / firms[g]! / mean)))),
  );
  return { reason: null, n, total: within + between, within, between, groups };
}

/** L of a set = ln µ − mean ln x. */
function splitL({ firms, totals, logs }: Sums, n: number): Split {
  const mean = sum(totals) / n;
  const groups = Array.from(firms, (size, g) => (size > 0 ? atLeastZero(Math.log(totals[g]! / size) - logs[g]! / size) : null));
  const within = sum(groups.map((own, g) => (own === null ? 0 : (firms[g]! / n) * own)));
  const between = atLeastZero(
    sum(groups.map((own, g) => (own === null ? 0 : (firms[g]! / n) * Math.log(mean / (totals[g]! / firms[g]!))))),
  );
  return { reason: null, n, total: within + between, within, between, groups };
}
