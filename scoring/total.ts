import { absenceOf } from './absence';
import { coverageBlock, coverageWork } from './coverage';
import { groupBlock, groupWork } from './group-total';
import { STATUS, type Evaluated, type Totals, type Weights } from './scored';
import { standingOf } from './standing';

/** Rows worked on together, so that what one step writes the next finds in the processor's cache. */
const BLOCK = 2048;

/** Buffers of an earlier total of the same panel and scheme, to be written over, and the one indicator whose weight or points have changed since; null where more has. */
export interface TotalInto {
  readonly totals: Totals;
  readonly changed: number | null;
}

/**
 * Groups, deductions and score of every row, in the order base, bonus, deductions, cap, gate, veto.
 * With `into` only the changed indicator's group is summed again; the result has the same bits as a full run.
 */
export function total(evaluated: Evaluated, weights: Weights, into?: TotalInto): Totals {
  const { rows, scheme } = evaluated;
  if (weights.length !== scheme.indicators.length)
    throw new RangeError(`weights are ${weights.length}, indicators ${scheme.indicators.length}`);
  const totals = into?.totals ?? freshTotals(evaluated);
  const changed = into?.changed ?? null;
  const only = changed === null ? null : scheme.indicators[changed]?.group;
  if (only === undefined) throw new RangeError(`indicator ${changed} is not in the scheme`);
  const groups = scheme.groups.flatMap(({ id }, at) =>
    only === null || only === id ? [{ at, work: groupWork(evaluated, weights, id) }] : [],
  );
  const of = (kind: string): Float64Array[] => scheme.groups.flatMap((group, at) => (group.kind === kind ? [totals.groups[at]!] : []));
  const base = of('base');
  const bonus = of('bonus');
  const coverage = coverageWork(evaluated, weights);
  const decided = decision(evaluated, weights, totals);
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(rows, from + BLOCK);
    for (const { at, work } of groups) groupBlock(work, totals.groups[at]!, totals.lost[at]!, from, to);
    addBlock(totals.base, base, from, to);
    addBlock(totals.bonus, bonus, from, to);
    coverageBlock(coverage, totals.coverage, from, to);
    decideBlock(decided, from, to);
  }
  return totals;
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

function addBlock(sum: Float64Array, groups: readonly Float64Array[], from: number, to: number): void {
  const [first, ...others] = groups;
  // Without a group of the kind the sum is the 0 it was made with.
  if (first) sum.set(first.subarray(from, to), from);
  for (const group of others) for (let row = from; row < to; row++) sum[row]! += group[row]!;
}

/** Everything score and status are made of. */
interface Decision {
  readonly totals: Totals;
  /** null where the scheme has no stages, and so nobody is without one. */
  readonly stage: Int16Array | null;
  readonly barred: Uint8Array;
  readonly hasFailed: ((row: number) => boolean) | null;
  readonly cap: number;
  readonly enough: number;
}

function decision(evaluated: Evaluated, weights: Weights, totals: Totals): Decision {
  const { scheme, stage } = evaluated;
  const { barred } = standingOf(evaluated);
  return {
    totals,
    stage,
    barred,
    hasFailed: failed(evaluated, weights),
    cap: scheme.cap ?? Infinity,
    enough: scheme.minimumCoverage - 1e-9,
  };
}

/** Writes score and status of a block. A false gate goes before a missing stage, that before a failed indicator, that before a veto, that before coverage. */
function decideBlock({ totals, stage, barred, hasFailed, cap, enough }: Decision, from: number, to: number): void {
  const { base, bonus, deduction, score, coverage, status } = totals;
  for (let row = from; row < to; row++) {
    let is: number = barred[row]!;
    if (is !== STATUS.not_scored) {
      if (stage !== null && stage[row]! < 0) is = STATUS.no_stage;
      else if (hasFailed !== null && hasFailed(row)) is = STATUS.failed;
      else if (is === STATUS.ranked && coverage[row]! < enough) is = STATUS.insufficient_data;
    }
    status[row] = is;
    const sum = base[row]! + bonus[row]! - deduction[row]!;
    const isScored = is === STATUS.ranked || is === STATUS.vetoed || is === STATUS.insufficient_data;
    score[row] = !isScored ? NaN : sum <= 0 ? 0 : sum > cap ? cap : sum;
  }
}

/** Whether an indicator with policy `fail` that carries weight in the row's stage is missing; null where the scheme has none. */
function failed(evaluated: Evaluated, weights: Weights): ((row: number) => boolean) | null {
  const { scheme, stage } = evaluated;
  if (!scheme.indicators.some(({ missing }) => missing === 'fail')) return null;
  const { missing } = absenceOf(evaluated);
  const bits = Array.from({ length: Math.max(1, scheme.stages.length) }, (_, s) => {
    const failing = new Uint32Array(missing.length);
    scheme.indicators.forEach((indicator, at) => {
      if (indicator.missing === 'fail' && weights[at]![s]! > 0) failing[at >>> 5]! |= 1 << (at & 31);
    });
    return failing;
  });
  return (row) => {
    const failing = bits[stage[row]!]!;
    for (let word = 0; word < failing.length; word++) if ((missing[word]![row]! & failing[word]!) !== 0) return true;
    return false;
  };
}
