import { STATUS, VERDICT, type Evaluated } from './scored';

/** What of a row's total no weight can move: whether it is barred, what is taken off, what could not be checked. */
export interface Standing {
  /** STATUS.not_scored where a gate is false, STATUS.vetoed where a veto is true (a gate goes first), else STATUS.ranked. */
  readonly barred: Uint8Array;
  /** Whether no row is barred. */
  readonly isOpen: boolean;
  /** Known deductions after the overall cap; an unknown one takes nothing. */
  readonly deduction: Float64Array;
  /** 1 where a gate, a veto or a deduction could not be checked. */
  readonly unchecked: Uint8Array;
}

const known = new WeakMap<Evaluated, Standing>();

/** The standing of each row, found once an evaluation. */
export function standingOf(evaluated: Evaluated): Standing {
  let found = known.get(evaluated);
  if (!found) known.set(evaluated, (found = findStanding(evaluated)));
  return found;
}

/** Hands the standing of one evaluation on to another with the same gates, vetoes and deductions. */
export function passStandingOn(from: Evaluated, to: Evaluated): void {
  const before = known.get(from);
  if (before) known.set(to, before);
}

function findStanding({ rows, scheme, gates, vetoes, deductions }: Evaluated): Standing {
  const barred = new Uint8Array(rows).fill(STATUS.ranked);
  const unchecked = new Uint8Array(rows);
  const deduction = new Float64Array(rows);
  const bar = (verdicts: Uint8Array, hit: number, status: number): void => {
    for (let row = 0; row < rows; row++) {
      if (verdicts[row] === VERDICT.unknown) unchecked[row] = 1;
      else if (verdicts[row] === hit) barred[row] = status;
    }
  };
  for (const veto of vetoes) bar(veto, VERDICT.yes, STATUS.vetoed);
  for (const gate of gates) bar(gate, VERDICT.no, STATUS.not_scored);
  for (const taken of deductions) {
    for (let row = 0; row < rows; row++) {
      if (Number.isNaN(taken[row]!)) unchecked[row] = 1;
      else deduction[row]! += taken[row]!;
    }
  }
  const cap = scheme.deductionCap;
  if (cap !== null) for (let row = 0; row < rows; row++) if (deduction[row]! > cap) deduction[row] = cap;
  return { barred, isOpen: barred.every((status) => status === STATUS.ranked), deduction, unchecked };
}
