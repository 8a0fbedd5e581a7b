import { coverageOf } from './coverage';
import { gapPatterns } from './gap-patterns';
import { groupBlock, groupWork, spreadBlock } from './group-total';
import { failed, incompletePatterns } from './incomplete';
import { isAdditive } from './mean';
import { meansOf } from './mean-blocks';
import { STATUS, type Evaluated, type Totals, type Weights } from './scored';
import { standingOf } from './standing';

/** Rows worked on together, so that what one step writes the next finds in the processor's cache. */
const BLOCK = 1024;
const { ranked: RANKED, vetoed: VETOED, no_stage: NO_STAGE, failed: FAILED, insufficient_data: INSUFFICIENT } = STATUS;

/** An earlier total of the same panel and scheme, to be written over, and what has changed since. */
export interface TotalInto {
  readonly totals: Totals;
  /** The indicator or indicators whose weight or points have changed; null where any may have. */
  readonly changed: number | readonly number[] | null;
  /** A total still in use: where `totals` shares memory with it, that memory is left alone and new memory used. */
  readonly keep?: Totals;
}

/**
 * Groups, deductions and score of every row, in the order base, bonus, deductions, cap, gate, veto.
 * With `into` only the groups of changed indicators are summed again; the result has the same bits as a full run.
 */
export function total(evaluated: Evaluated, weights: Weights, into?: TotalInto): Totals {
  const { rows, scheme } = evaluated;
  if (weights.length !== scheme.indicators.length)
    throw new RangeError(`weights are ${weights.length}, indicators ${scheme.indicators.length}`);
  const patterns = gapPatterns(evaluated);
  const isChanged = changedGroups(evaluated, into?.changed ?? null);
  const totals = into ? ownTotals(into, isChanged) : freshTotals(evaluated);
  const plain = scheme.groups.flatMap(({ id }, at) => (isChanged[at] ? [{ at, work: groupWork(evaluated, weights, id, patterns) }] : []));
  const means = isAdditive(scheme) ? null : meansOf(evaluated, weights, totals);
  const groups = means ? plain.filter(({ at }) => !means.isMean[at]) : plain;
  const sums = (['base', 'bonus'] as const).flatMap((kind) => {
    const parts = scheme.groups.flatMap((group, at) => (group.kind === kind ? [totals.groups[at]!] : []));
    // Without a group of the kind the sum is the 0 it was made with.
    return parts.length > 0 ? [{ sum: totals[kind], parts }] : [];
  });
  const decided = decision(evaluated, weights, totals);
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(rows, from + BLOCK);
    for (const { at, work } of groups) groupBlock(work, totals.groups[at]!, totals.lost[at]!, from, to);
    if (means) for (const { at } of plain) means.groupBlock(at, from, to);
    for (const { sum, parts } of sums) addBlock(sum, parts, from, to);
    means?.baseBlock(from, to);
    decideBlock(decided, from, to);
  }
  return totals;
}

/** Group → whether it is to be summed. */
function changedGroups({ scheme }: Evaluated, changed: TotalInto['changed']): boolean[] {
  if (changed === null) return scheme.groups.map(() => true);
  const of = new Set(
    [changed].flat().map((indicator) => {
      const group = scheme.indicators[indicator]?.group;
      if (group === undefined) throw new RangeError(`indicator ${indicator} is not in the scheme`);
      return group;
    }),
  );
  return scheme.groups.map(({ id }) => of.has(id));
}

function freshTotals(evaluated: Evaluated): Totals {
  const { rows, scheme } = evaluated;
  const { deduction, unchecked } = standingOf(evaluated);
  const numbers = (): Float64Array => new Float64Array(rows);
  return {
    groups: scheme.groups.map(numbers),
    lost: scheme.groups.map(numbers),
    base: numbers(),
    bonus: numbers(),
    deduction,
    score: numbers(),
    coverage: numbers(),
    status: new Uint8Array(rows),
    unchecked,
  };
}

/** `totals` with fresh memory where they share with `keep` what will be written. What no weight moves is never written, and stays shared. */
function ownTotals({ totals, keep }: TotalInto, isChanged: readonly boolean[]): Totals {
  if (!keep) return totals;
  const own = (numbers: Float64Array, kept: Float64Array): Float64Array => (numbers === kept ? new Float64Array(numbers.length) : numbers);
  const ownGroups = (lists: readonly Float64Array[], kept: readonly Float64Array[]): Float64Array[] =>
    lists.map((numbers, at) => (isChanged[at] ? own(numbers, kept[at]!) : numbers));
  return {
    ...totals,
    groups: ownGroups(totals.groups, keep.groups),
    lost: ownGroups(totals.lost, keep.lost),
    base: own(totals.base, keep.base),
    bonus: own(totals.bonus, keep.bonus),
    score: own(totals.score, keep.score),
    coverage: own(totals.coverage, keep.coverage),
    status: totals.status === keep.status ? new Uint8Array(totals.status.length) : totals.status,
  };
}

/** Writes the sum of the parts, added from the first to the last. Four at once, as most schemes have no more: each sum is written once. */
function addBlock(sum: Float64Array, parts: readonly Float64Array[], from: number, to: number): void {
  const [first, second, third, fourth] = parts;
  if (!first) return;
  if (!second) sum.set(first.subarray(from, to), from);
  else if (!third) for (let row = from; row < to; row++) sum[row] = first[row]! + second[row]!;
  else if (!fourth) for (let row = from; row < to; row++) sum[row] = first[row]! + second[row]! + third[row]!;
  else for (let row = from; row < to; row++) sum[row] = first[row]! + second[row]! + third[row]! + fourth[row]!;
  for (let at = 4; at < parts.length; at++) addPart(sum, parts[at]!, from, to);
}

function addPart(sum: Float64Array, part: Float64Array, from: number, to: number): void {
  for (let row = from; row < to; row++) sum[row]! += part[row]!;
}

/** Everything score and status are made of. */
interface Decision {
  readonly totals: Totals;
  /** Whether something is added to the sum of the base groups, or taken from it. */
  readonly isBaseOnly: boolean;
  readonly cap: number;
  /** Row → gap pattern, and by pattern: the coverage, and the status of a row that nothing bars. */
  readonly patterns: Int32Array;
  readonly covered: Float64Array;
  readonly found: Uint8Array;
  /** null where no row is barred and every pattern is ranked: then every row is. */
  readonly barred: Uint8Array | null;
}

function decision(evaluated: Evaluated, weights: Weights, totals: Totals): Decision {
  const { scheme, stage } = evaluated;
  const { of, example } = gapPatterns(evaluated);
  const covered = coverageOf(evaluated, weights, example);
  const hasFailed = failed(evaluated, weights);
  const enough = scheme.minimumCoverage - 1e-9;
  const isIncomplete = incompletePatterns(evaluated, weights, example);
  const found = Uint8Array.from(example, (row, pattern) => {
    if (scheme.stages.length > 0 && stage[row]! < 0) return NO_STAGE;
    if (hasFailed(row)) return FAILED;
    return covered[pattern]! < enough || isIncomplete[pattern] === 1 ? INSUFFICIENT : RANKED;
  });
  const { barred, isOpen } = standingOf(evaluated);
  return {
    totals,
    isBaseOnly: scheme.deductions.length === 0 && scheme.groups.every(({ kind }) => kind === 'base'),
    cap: scheme.cap ?? Infinity,
    patterns: of,
    covered,
    found,
    barred: isOpen && found.every((status) => status === RANKED) ? null : barred,
  };
}

/** Writes score, status and coverage of a block. */
function decideBlock(decided: Decision, from: number, to: number): void {
  const { totals, isBaseOnly, cap, patterns, covered, found, barred } = decided;
  spreadBlock(covered, patterns, totals.coverage, from, to);
  if (isBaseOnly) clipBase(totals.base, totals.score, cap, from, to);
  else clipSum(totals, cap, from, to);
  if (barred) barBlock(totals, barred, patterns, found, from, to);
  else totals.status.fill(RANKED, from, to);
}

function clipBase(base: Float64Array, score: Float64Array, cap: number, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    const sum = base[row]!;
    score[row] = sum <= 0 ? 0 : sum > cap ? cap : sum;
  }
}

function clipSum({ base, bonus, deduction, score }: Totals, cap: number, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    const sum = base[row]! + bonus[row]! - deduction[row]!;
    score[row] = sum <= 0 ? 0 : sum > cap ? cap : sum;
  }
}

/**
 * What becomes of a row, by `8 × what bars it + what its gaps make of it`: a false gate goes before a missing stage, that before a failed indicator,
 * that before a veto, that before coverage.
 */
const OUTCOME = Uint8Array.from({ length: 24 }, (_, at) => {
  const [bar, gaps] = [at >>> 3, at & 7];
  if (bar === RANKED) return gaps;
  return bar === VETOED && (gaps === NO_STAGE || gaps === FAILED) ? gaps : bar;
});

/** Writes the status of a block, and takes away the score of whoever is not scored at all. */
function barBlock({ score, status }: Totals, barred: Uint8Array, patterns: Int32Array, found: Uint8Array, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    const is = OUTCOME[(barred[row]! << 3) | found[patterns[row]!]!]!;
    status[row] = is;
    if (is !== RANKED && is !== VETOED && is !== INSUFFICIENT) score[row] = NaN;
  }
}
