import { absenceOf, bitSums, sumOfBits, type Absence, type BitSums } from './absence';
import type { Evaluated, Weights } from './scored';

/** What one group's total needs, made once a run. */
export interface GroupWork {
  readonly points: readonly Float64Array[];
  /** Points of one row → contribution, by stage + 1; 0 for rows without a stage. */
  readonly scales: readonly Float64Array[];
  /** Row → stage; null where the scheme has none. */
  readonly stage: Int16Array | null;
  readonly absence: Absence;
  /** Words of the absence that hold members. */
  readonly words: readonly number[];
  /** Weight that earns nothing and is not shared out: policies `zero` and `fail`. */
  readonly lost: BitSums;
  /** Weight shared out among what is present: policy `skip`, missing or inapplicable; null where no member has it. */
  readonly shared: BitSums | null;
  /** Weight of every member missing, for a group of which nothing is left. */
  readonly missing: BitSums;
  /** By stage: weight of the group. */
  readonly all: readonly number[];
}

/** Gathers one group's columns, scales and tables. */
export function groupWork(evaluated: Evaluated, weights: Weights, group: string): GroupWork {
  const { scheme, indicators, stage } = evaluated;
  const stages = Math.max(1, scheme.stages.length);
  const count = scheme.indicators.length;
  const members = scheme.indicators.flatMap((indicator, at) => (indicator.group === group ? [at] : []));
  const absence = absenceOf(evaluated);
  const table = (wanted: (missing: string) => boolean): BitSums =>
    bitSums(count, stages, (at, s) =>
      scheme.indicators[at]!.group === group && wanted(scheme.indicators[at]!.missing) ? weights[at]![s]! : 0,
    );
  return {
    points: members.map((at) => indicators[at]!.points),
    scales: members.map((at) =>
      Float64Array.from({ length: stages + 1 }, (_, s) => (s === 0 ? 0 : weights[at]![s - 1]! / scheme.indicators[at]!.of)),
    ),
    stage: scheme.stages.length > 0 ? stage : null,
    absence,
    words: absence.missing.flatMap((_, word) => (members.some((at) => at >>> 5 === word) ? [word] : [])),
    lost: table((policy) => policy !== 'skip'),
    shared: members.some((at) => scheme.indicators[at]!.missing === 'skip') ? table((policy) => policy === 'skip') : null,
    missing: table(() => true),
    all: Array.from({ length: stages }, (_, s) => members.reduce((sum, at) => sum + weights[at]![s]!, 0)),
  };
}

/**
 * Writes the contribution of one group to `earned`, and its weight lost to missing values to `lost`, for a block of rows.
 * Contribution = Σ points ÷ of × weight[stage]. Policy `skip`: what is present carries the whole weight of the group, × W ÷ (W − skipped);
 * a group of which nothing is left earns 0 and has lost what was missing. A row without a stage has 0 in both.
 */
export function groupBlock(work: GroupWork, earned: Float64Array, lost: Float64Array, from: number, to: number): void {
  const { points, scales, stage } = work;
  earned.fill(0, from, to);
  let member = 0;
  for (; stage === null && member + 4 <= points.length; member += 4) addFour(points, scales, member, earned, from, to);
  for (; member < points.length; member++) {
    if (stage) addStaged(points[member]!, scales[member]!, stage, earned, from, to);
    else addPlain(points[member]!, scales[member]![1]!, earned, from, to);
  }
  if (work.shared !== null || work.words.length > 1) shareGaps(work, earned, lost, from, to);
  else loseGaps(work, work.words[0] ?? 0, lost, from, to);
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

/** The usual case: members in one word, nothing to share out. */
function loseGaps({ absence, lost: table, stage }: GroupWork, word: number, lost: Float64Array, from: number, to: number): void {
  const words = absence.missing.length;
  const gaps = absence.missing[word]!;
  for (let row = from; row < to; row++) {
    const s = stage === null ? 0 : stage[row]!;
    const bits = gaps[row]!;
    lost[row] = bits === 0 || s < 0 ? 0 : sumOfBits(table, (s * words + word) << 10, bits);
  }
}

function shareGaps(work: GroupWork, earned: Float64Array, lost: Float64Array, from: number, to: number): void {
  const { absence, words, stage } = work;
  const { missing, inapplicable } = absence;
  for (let row = from; row < to; row++) {
    const s = stage === null ? 0 : stage[row]!;
    let shared = 0;
    let gone = 0;
    let gaps = 0;
    for (let number = 0; s >= 0 && number < words.length; number++) {
      const word = words[number]!;
      const at = (s * missing.length + word) << 10;
      const bits = missing[word]![row]!;
      const apart = inapplicable ? inapplicable[word]![row]! : 0;
      if (work.shared) shared += sumOfBits(work.shared, at, bits | apart);
      gone += sumOfBits(work.lost, at, bits);
      gaps += sumOfBits(work.missing, at, bits);
    }
    const all = s < 0 ? 0 : work.all[s]!;
    if (shared === 0) lost[row] = gone;
    else if (all - shared > 1e-9 * all) {
      earned[row]! *= all / (all - shared);
      lost[row] = (gone * all) / (all - shared);
    } else {
      earned[row] = 0;
      lost[row] = gaps;
    }
  }
}
