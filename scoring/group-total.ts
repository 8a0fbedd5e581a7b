import { absenceOf, bitSums, sumOfBits, type BitSums } from './absence';
import type { GapPatterns } from './gap-patterns';
import { sharesMean } from './mean';
import { takingOf, turnedShares, type MeanWork, type Taking } from './mean-total';
import type { Evaluated, Weights } from './scored';

/** What one group's total needs, made once a run. */
export interface GroupWork {
  readonly points: readonly Float64Array[];
  /** Points of one row → contribution, by stage + 1; 0 for rows without a stage. */
  readonly scales: readonly Float64Array[];
  /** Row → stage; null where the scheme has none. */
  readonly stage: Int16Array | null;
  /** Row → gap pattern, and by pattern: weight lost, and what earned is multiplied by; null where the group shares nothing out. */
  readonly patterns: Int32Array;
  readonly lost: Float64Array;
  readonly shares: Float64Array | null;
}

/** Numbers of a group's indicators. */
export function membersOf({ scheme }: Evaluated, group: string): number[] {
  return scheme.indicators.flatMap((indicator, at) => (indicator.group === group ? [at] : []));
}

/** Gathers one group's columns, scales and tables. */
export function groupWork(evaluated: Evaluated, weights: Weights, group: string, patterns: GapPatterns): GroupWork {
  const { scheme, indicators, stage } = evaluated;
  const stages = Math.max(1, scheme.stages.length);
  const members = membersOf(evaluated, group);
  return {
    points: members.map((at) => indicators[at]!.points),
    scales: members.map((at) =>
      Float64Array.from({ length: stages + 1 }, (_, s) => (s === 0 ? 0 : weights[at]![s - 1]! / scheme.indicators[at]!.of)),
    ),
    stage: scheme.stages.length > 0 ? stage : null,
    patterns: patterns.of,
    ...gapTables(evaluated, weights, members, patterns.example),
  };
}

/** Gathers what a group needs that is no plain sum, or whose reach is asked for; `work` null where it is one. */
export function groupTaking(
  evaluated: Evaluated,
  weights: Weights,
  group: string,
  work: GroupWork,
  { example }: GapPatterns,
): { readonly taking: Taking; readonly work: MeanWork | null } {
  const { scheme, indicators } = evaluated;
  const members = membersOf(evaluated, group);
  const how = scheme.means?.indicators;
  const isBase = scheme.groups.some(({ id, kind }) => id === group && kind === 'base');
  const mean = isBase ? sharesMean(how) : null;
  const taking = takingOf(evaluated, weights, members, example, work, mean);
  if (!mean) return { taking, work: null };
  return {
    taking,
    work: {
      group: work,
      mean,
      taking,
      turned: members.map((at) => turnedShares(indicators[at]!.points, scheme.indicators[at]!.of, mean, JSON.stringify(how))),
      weights: members.map((at) => Float64Array.of(0, ...weights[at]!)),
    },
  };
}

/**
 * What gaps do to a group, for each pattern by its example row. Policies `zero` and `fail` lose the weight of what is missing. Policy `skip`: what is
 * present carries the whole weight of the group, × W ÷ (W − skipped); a group of which nothing is left earns 0 and has lost what was missing.
 * A row without a stage loses nothing.
 */
function gapTables(
  evaluated: Evaluated,
  weights: Weights,
  members: readonly number[],
  example: Int32Array,
): Pick<GroupWork, 'lost' | 'shares'> {
  const { scheme, stage } = evaluated;
  const { missing, inapplicable } = absenceOf(evaluated);
  const stages = Math.max(1, scheme.stages.length);
  const table = (wanted: (policy: string) => boolean): BitSums =>
    bitSums(scheme.indicators.length, stages, (at, s) =>
      members.includes(at) && wanted(scheme.indicators[at]!.missing) ? weights[at]![s]! : 0,
    );
  const losing = table((policy) => policy !== 'skip');
  const sharing = table((policy) => policy === 'skip');
  const either = table(() => true);
  const whole = Array.from({ length: stages }, (_, s) => members.reduce((sum, at) => sum + weights[at]![s]!, 0));
  const words = missing.flatMap((_, word) => (members.some((at) => at >>> 5 === word) ? [word] : []));
  const lost = new Float64Array(example.length);
  const shares = new Float64Array(example.length).fill(1);
  example.forEach((row, pattern) => {
    const s = stage[row]!;
    if (s < 0) return;
    const sumOf = (sums: BitSums, columns: (word: number) => number): number =>
      words.reduce((sum, word) => sum + sumOfBits(sums, (s * missing.length + word) << 10, columns(word)), 0);
    const gaps = (word: number): number => missing[word]![row]!;
    const shared = sumOf(sharing, (word) => gaps(word) | (inapplicable ? inapplicable[word]![row]! : 0));
    const all = whole[s]!;
    const isLeft = all - shared > 1e-9 * all;
    if (shared === 0) lost[pattern] = sumOf(losing, gaps);
    else if (isLeft) lost[pattern] = (sumOf(losing, gaps) * all) / (all - shared);
    else lost[pattern] = sumOf(either, gaps);
    if (shared !== 0) shares[pattern] = isLeft ? all / (all - shared) : 0;
  });
  return { lost, shares: members.some((at) => scheme.indicators[at]!.missing === 'skip') ? shares : null };
}

/** Writes the contribution of one group to `earned` (Σ points ÷ of × weight[stage]), and its weight lost to missing values to `lost`, for a block of rows. */
export function groupBlock(work: GroupWork, earned: Float64Array, lost: Float64Array, from: number, to: number): void {
  const { points, scales, stage, patterns } = work;
  let member = 0;
  if (stage === null && points.length > 0 && points.length < 4) setPlain(points[member]!, scales[member++]![1]!, earned, from, to);
  else earned.fill(0, from, to);
  for (; stage === null && member + 4 <= points.length; member += 4) addFour(points, scales, member, earned, from, to);
  for (; member < points.length; member++) {
    if (stage) addStaged(points[member]!, scales[member]!, stage, earned, from, to);
    else addPlain(points[member]!, scales[member]![1]!, earned, from, to);
  }
  spreadBlock(work.lost, patterns, lost, from, to);
  if (work.shares) shareOut(patterns, work.shares, earned, from, to);
}

/** Writes a number of each row's gap pattern for a block of rows. */
export function spreadBlock(numbers: Float64Array, patterns: Int32Array, column: Float64Array, from: number, to: number): void {
  for (let row = from; row < to; row++) column[row] = numbers[patterns[row]!]!;
}

/** A group of which nothing is left earns 0, whatever the little that is left has earned. */
function shareOut(patterns: Int32Array, shares: Float64Array, earned: Float64Array, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    const share = shares[patterns[row]!]!;
    if (share !== 1) earned[row] = share === 0 ? 0 : earned[row]! * share;
  }
}

/** The first indicator's contributions, where nothing has been added yet: 0 + is kept, as it makes a negative zero a plain one. */
function setPlain(points: Float64Array, scale: number, earned: Float64Array, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    const point = points[row]!;
    earned[row] = point === point ? 0 + point * scale : 0;
  }
}

/** Adds one indicator's contributions; a missing value (NaN, the only number that is not itself) adds nothing. */
function addPlain(points: Float64Array, scale: number, earned: Float64Array, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    const point = points[row]!;
    if (point === point) earned[row]! += point * scale;
  }
}

/** `addPlain` for four indicators in a row, in the same order of additions: a quarter of the reads and writes of the sum. */
function addFour(
  points: readonly Float64Array[],
  scales: readonly Float64Array[],
  first: number,
  earned: Float64Array,
  from: number,
  to: number,
): void {
  const [a, b, c, d] = points.slice(first, first + 4) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const [scaleA, scaleB, scaleC, scaleD] = scales.slice(first, first + 4).map((scale) => scale[1]!) as [number, number, number, number];
  for (let row = from; row < to; row++) {
    let sum = earned[row]!;
    const pointA = a[row]!;
    if (pointA === pointA) sum += pointA * scaleA;
    const pointB = b[row]!;
    if (pointB === pointB) sum += pointB * scaleB;
    const pointC = c[row]!;
    if (pointC === pointC) sum += pointC * scaleC;
    const pointD = d[row]!;
    if (pointD === pointD) sum += pointD * scaleD;
    earned[row] = sum;
  }
}

function addStaged(points: Float64Array, scales: Float64Array, stage: Int16Array, earned: Float64Array, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    const point = points[row]!;
    if (point === point) earned[row]! += point * scales[stage[row]! + 1]!;
  }
}
