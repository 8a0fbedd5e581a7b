import { absenceOf } from './absence';
import type { GroupWork } from './group-total';
import type { SharesMean } from './mean';
import type { Evaluated, Weights } from './scored';

/** What gaps make of a group that is no plain sum, by gap pattern. */
export interface Taking {
  /** Weight that takes part: what is present, and what is missing unless it is skipped. */
  readonly weight: Float64Array;
  /** Most the group can earn: what takes part with the shared-out weight; of a group of which nothing is left, what is missing. */
  readonly reach: Float64Array;
  /** By member: where a gap of it stands, seen through the mean; 0 where it is no gap or takes no part. */
  readonly stand: readonly Float64Array[];
  /** What gaps add to the sum of the mean, standing at the floor, and with full marks. */
  readonly atFloor: Float64Array;
  readonly atFull: Float64Array;
}

/** Weights taking part in one group, pattern by pattern from its example row. `mean` null is the plain sum, of which only the reach is asked for. */
export function takingOf(
  evaluated: Evaluated,
  weights: Weights,
  members: readonly number[],
  example: Int32Array,
  { lost, shares }: Pick<GroupWork, 'lost' | 'shares'>,
  mean: SharesMean | null,
): Taking {
  const { scheme, stage } = evaluated;
  const { missing, inapplicable } = absenceOf(evaluated);
  const has = (bits: readonly Uint32Array[] | null, at: number, row: number): boolean =>
    bits !== null && ((bits[at >>> 5]![row]! >>> (at & 31)) & 1) === 1;
  const [weight, reach, gaps] = [example, example, example].map(({ length }) => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const stand = members.map(() => new Float64Array(example.length));
  example.forEach((row, pattern) => {
    for (const [member, at] of members.entries()) {
      const own = weights[at]![stage[row]!] ?? 0;
      const isGap = has(missing, at, row);
      if (has(inapplicable, at, row) || (isGap && scheme.indicators[at]!.missing === 'skip')) continue;
      weight[pattern]! += own;
      if (!isGap) continue;
      gaps[pattern]! += own;
      if (mean) stand[member]![pattern] = mean.into(0);
    }
    const share = shares ? shares[pattern]! : 1;
    reach[pattern] = share === 0 ? lost[pattern]! : weight[pattern]! * share;
  });
  const times = (share: number): Float64Array => gaps.map((gap) => (mean && gap > 0 ? gap * mean.into(share) : 0));
  return { weight, reach, stand, atFloor: times(0), atFull: times(1) };
}

/** Shares of an indicator seen through a mean, kept with its points, as no weight changes them. */
const known = new WeakMap<Float64Array, { readonly key: string; readonly turned: Float64Array }>();

/** `into` of each share of a full mark; NaN stays. `key` names the mean. */
export function turnedShares(points: Float64Array, of: number, mean: SharesMean, key: string): Float64Array {
  const name = `${key} ${of}`;
  const kept = known.get(points);
  if (kept?.key === name) return kept.turned;
  const turned = new Float64Array(points.length);
  for (let row = 0; row < turned.length; row++) turned[row] = mean.into(points[row]! / of);
  known.set(points, { key: name, turned });
  return turned;
}

/** A group that is no plain sum. */
export interface MeanWork {
  readonly group: GroupWork;
  readonly mean: SharesMean;
  readonly taking: Taking;
  readonly turned: readonly Float64Array[];
  /** Indicator → weight by stage + 1; 0 for rows without a stage. */
  readonly weights: readonly Float64Array[];
}

/**
 * Contribution and lost weight of one group by its mean, for a block of rows. What is missing and not skipped stands at the floor, and has lost what full
 * marks in it would add. Shared-out weight multiplies the whole, as it does a sum.
 */
export function meanBlock(work: MeanWork, earned: Float64Array, lost: Float64Array, from: number, to: number): void {
  const { group, mean, taking, turned, weights } = work;
  const { patterns, shares, stage } = group;
  for (let row = from; row < to; row++) {
    const pattern = patterns[row]!;
    const weight = taking.weight[pattern]!;
    const share = shares ? shares[pattern]! : 1;
    if (weight === 0 || share === 0) {
      earned[row] = 0;
      lost[row] = group.lost[pattern]!;
      continue;
    }
    const s = stage ? stage[row]! + 1 : 1;
    let sum = 0;
    for (let member = 0; member < turned.length; member++) {
      const value = turned[member]![row]!;
      // In its place among the others, so that a gap at the floor is to the last bit a share at the floor.
      sum += weights[member]![s]! * (value === value ? value : taking.stand[member]![pattern]!);
    }
    const [floor, full] = [taking.atFloor[pattern]!, taking.atFull[pattern]!];
    const most = weight * share;
    earned[row] = mean.back(sum / weight) * most;
    lost[row] = floor === full ? 0 : mean.back((sum - floor + full) / weight) * most - earned[row]!;
  }
}

/** Groups of points, of each the most it can reach, as one: the reach of all times the mean of earned ÷ reach. A group that can reach nothing takes no part. */
export function meanOf(mean: SharesMean, groups: number, earned: (group: number) => number, reach: (group: number) => number): number {
  let sum = 0;
  let all = 0;
  for (let group = 0; group < groups; group++) {
    const most = reach(group);
    if (!(most > 0)) continue;
    all += most;
    sum += most * mean.into(earned(group) / most);
  }
  return all > 0 ? mean.back(sum / all) * all : 0;
}

/** `meanOf` for a block of rows: writes the base over its groups, `reach` being by gap pattern. The same additions in the same order. */
export function meanBase(
  mean: SharesMean,
  groups: readonly { readonly points: Float64Array; readonly reach: Float64Array }[],
  patterns: Int32Array,
  base: Float64Array,
  from: number,
  to: number,
): void {
  const sums = new Float64Array(to - from);
  const all = new Float64Array(to - from);
  for (const { points, reach } of groups) {
    for (let row = from; row < to; row++) {
      const most = reach[patterns[row]!]!;
      if (!(most > 0)) continue;
      all[row - from]! += most;
      sums[row - from]! += most * mean.into(points[row]! / most);
    }
  }
  for (let at = 0; at < sums.length; at++) base[from + at] = all[at]! > 0 ? mean.back(sums[at]! / all[at]!) * all[at]! : 0;
}
