import { absenceOf } from './absence';
import { groupTaking, groupWork, membersOf } from './group-total';
import type { Evaluated, Weights } from './scored';

/**
 * Weight of a group with a value ÷ weight applicable, of one row; 1 where nothing applies or the row has no stage: nobody could be more complete.
 * The weight-based group threshold of composite indicators, there often two thirds.
 */
export function groupCoverage(evaluated: Evaluated, weights: Weights, group: string, row: number): number {
  const { missing, inapplicable } = absenceOf(evaluated);
  let present = 0;
  let applicable = 0;
  for (const at of membersOf(evaluated, group)) {
    const weight = weights[at]![evaluated.stage[row]!] ?? 0;
    const isSet = (bits: readonly Uint32Array[]): boolean => ((bits[at >>> 5]![row]! >>> (at & 31)) & 1) === 1;
    if (inapplicable && isSet(inapplicable)) continue;
    applicable += weight;
    if (!isSet(missing)) present += weight;
  }
  return applicable > 0 ? present / applicable : 1;
}

/** The most a group of one row can reach, by its number: see `Taking.reach`. */
export function groupReach(evaluated: Evaluated, weights: Weights, group: number, row: number): number {
  const patterns = { of: new Int32Array(0), example: Int32Array.of(row) };
  const { id } = evaluated.scheme.groups[group]!;
  return groupTaking(evaluated, weights, id, groupWork(evaluated, weights, id, patterns), patterns).taking.reach[0]!;
}

/** Whether a base group of a row has too little of its weight present; never where the scheme names no threshold. */
export function isIncomplete(evaluated: Evaluated, weights: Weights, group: string, row: number): boolean {
  const { minimumGroupCoverage: least, groups } = evaluated.scheme;
  if (least === undefined || groups.some(({ id, kind }) => id === group && kind === 'bonus')) return false;
  return groupCoverage(evaluated, weights, group, row) < least - 1e-9;
}

/** Gap pattern, by its example row → 1 where some base group is incomplete. */
export function incompletePatterns(evaluated: Evaluated, weights: Weights, example: Int32Array): Uint8Array {
  const { minimumGroupCoverage, groups } = evaluated.scheme;
  if (minimumGroupCoverage === undefined) return new Uint8Array(example.length);
  return Uint8Array.from(example, (row) => (groups.some(({ id }) => isIncomplete(evaluated, weights, id, row)) ? 1 : 0));
}

/** Whether an indicator with policy `fail` that carries weight in the row's stage is missing. */
export function failed(evaluated: Evaluated, weights: Weights): (row: number) => boolean {
  const { scheme, stage } = evaluated;
  const { missing } = absenceOf(evaluated);
  const failing = scheme.indicators.flatMap((indicator, at) => (indicator.missing === 'fail' ? [at] : []));
  return (row) => failing.some((at) => weights[at]![stage[row]!]! > 0 && ((missing[at >>> 5]![row]! >>> (at & 31)) & 1) === 1);
}
