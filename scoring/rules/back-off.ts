import { LEVELS } from '../industry-code';
import { PEERS } from '../scored';
import { presentRows } from './by-set';
import type { Comparison } from './comparison';
import type { PeerGroup, RelativeSetting } from './relative';
import type { RuleColumn } from './result';

/** In which of several sets each row is compared, and what that means. */
export interface BackOff {
  /** The peer group first, then wider industries, then the whole comparison set; only those that somebody is compared in. */
  readonly sets: readonly Comparison[];
  /** Row → place in `sets`; of a row without a value 0. */
  readonly at: Uint8Array;
  /** Row → see `IndicatorPoints.wider`. */
  readonly wider: Int32Array;
  /** Row → see `IndicatorPoints.parent`. */
  readonly digits: Int8Array;
  readonly firms: Int32Array;
}

/**
 * Whom each row is compared with under a peer group of which at least `least` firms must have a value: the group, else the nearest wider industry that has
 * so many (the parent industry of OECD–JRC audits, level by level), else the whole comparison set. A row whose group is not known is compared with the whole.
 */
export function backOff(
  column: RuleColumn,
  within: PeerGroup,
  least: number,
  { comparison, wider: widerAt }: Pick<RelativeSetting, 'comparison' | 'wider'>,
): BackOff {
  const peers = comparison(within);
  const rows = column.values.length;
  const sets: Comparison[] = [peers];
  const at = new Uint8Array(rows);
  const digits = new Int8Array(rows).fill(PEERS.within);
  const firms = new Int32Array(rows);
  const wider = Int32Array.from(peers.set, (set, row) => (set < 0 && column.reasons[row] === 0 ? PEERS.none : PEERS.within));
  const counts = presentCounts(column, peers);
  let open: number[] = [];
  for (let row = 0; row < rows; row++) {
    if (column.reasons[row] !== 0) continue;
    if (peers.set[row]! >= 0 && counts[peers.set[row]!]! < least) wider[row] = counts[peers.set[row]!]!;
    if (wider[row]! !== PEERS.within) open.push(row);
  }
  for (const level of LEVELS) {
    const set = open.some((row) => wider[row] !== PEERS.none) ? (widerAt?.(within, level) ?? null) : null;
    if (!set) continue;
    const present = presentCounts(column, set);
    const found = open.filter((row) => wider[row] !== PEERS.none && set.holds[row] === 1 && present[set.set[row]!]! >= least);
    if (found.length === 0) continue;
    for (const row of found) {
      at[row] = sets.length;
      digits[row] = level;
      firms[row] = present[set.set[row]!]!;
    }
    sets.push(set);
    open = open.filter((row) => at[row] === 0);
  }
  if (open.length > 0) {
    for (const row of open) at[row] = sets.length;
    sets.push(comparison());
  }
  return { sets, at, wider, digits, firms };
}

/** How many rows of each set have a value. */
function presentCounts(column: RuleColumn, comparison: Comparison): Int32Array {
  return Int32Array.from({ length: comparison.sets }, (_, set) => presentRows(column, comparison, set).length);
}
