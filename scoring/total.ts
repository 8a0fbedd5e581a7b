import { absenceOf } from './absence';
import { coverageOf } from './coverage';
import { gapPatterns } from './gap-patterns';
import { groupBlock, groupWork } from './group-total';
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
  const groups = scheme.groups.flatMap(({ id }, at) => (isChanged[at] ? [{ at, work: groupWork(evaluated, weights, id, patterns) }] : []));
  const sums = (['base', 'bonus'] as const).map((kind) => ({
    sum: totals[kind],
    parts: scheme.groups.flatMap((group, at) => (group.kind === kind ? [totals.groups[at]!] : [])),
  }));
  const decided = decision(evaluated, weights, totals);
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(rows, from + BLOCK);
    for (const { at, work } of groups) groupBlock(work, totals.groups[at]!, totals.lost[at]!, from, to);
    for (const { sum, parts } of sums) addBlock(sum, parts, from, to);
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

function addBlock(sum: Float64Array, [first, second, ...others]: readonly Float64Array[], from: number, to: number): void {
  // Without a group of the kind the sum is the 0 it was made with.
  if (!first) return;
  if (!second) sum.set(first.subarray(from, to), from);
  else for (let row = from; row < to; row++) sum[row] = first[row]! + second[row]!;
  for (const part of others) for (let row = from; row < to; row++) sum[row]! += part[row]!;
}

/** Everything score and status are made of. */
interface Decision {
  readonly totals: Totals;
  readonly barred: Uint8Array;
  readonly cap: number;
  /** Row → gap pattern, and by pattern: the coverage, and the status of a row that nothing bars. */
  readonly patterns: Int32Array;
  readonly covered: Float64Array;
  readonly found: Uint8Array;
}

function decision(evaluated: Evaluated, weights: Weights, totals: Totals): Decision {
  const { scheme, stage } = evaluated;
  const { of, example } = gapPatterns(evaluated);
  const covered = coverageOf(evaluated, weights, example);
  const hasFailed = failed(evaluated, weights);
  const enough = scheme.minimumCoverage - 1e-9;
  const found = Uint8Array.from(example, (row, pattern) => {
    if (scheme.stages.length > 0 && stage[row]! < 0) return NO_STAGE;
    if (hasFailed(row)) return FAILED;
    return covered[pattern]! < enough ? INSUFFICIENT : RANKED;
  });
  return { totals, barred: standingOf(evaluated).barred, cap: scheme.cap ?? Infinity, patterns: of, covered, found };
}

/** Writes score and status of a block. A false gate goes before a missing stage, that before a failed indicator, that before a veto, that before coverage. */
function decideBlock({ totals, barred, cap, patterns, covered, found }: Decision, from: number, to: number): void {
  const { base, bonus, deduction, score, coverage, status } = totals;
  for (let row = from; row < to; row++) {
    const pattern = patterns[row]!;
    let is: number = barred[row]!;
    const stands = found[pattern]!;
    if (is === RANKED || (is === VETOED && (stands === NO_STAGE || stands === FAILED))) is = stands;
    status[row] = is;
    coverage[row] = covered[pattern]!;
    const sum = base[row]! + bonus[row]! - deduction[row]!;
    const isScored = is === RANKED || is === VETOED || is === INSUFFICIENT;
    score[row] = !isScored ? NaN : sum <= 0 ? 0 : sum > cap ? cap : sum;
  }
}

/** Whether an indicator with policy `fail` that carries weight in the row's stage is missing. */
function failed(evaluated: Evaluated, weights: Weights): (row: number) => boolean {
  const { scheme, stage } = evaluated;
  const { missing } = absenceOf(evaluated);
  const failing = scheme.indicators.flatMap((indicator, at) => (indicator.missing === 'fail' ? [at] : []));
  return (row) => failing.some((at) => weights[at]![stage[row]!]! > 0 && ((missing[at >>> 5]![row]! >>> (at & 31)) & 1) === 1);
}
