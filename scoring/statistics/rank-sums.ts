import { type Classes, classesOf } from './classes';

/** Sums of average ranks, counted from 1, of groups ranked together. */
export interface RankSums {
  /** Firms that have a value and stand in a group taken. */
  readonly n: number;
  /** Codes of the groups taken: those of at least so many firms as were asked for. */
  readonly groups: readonly number[];
  readonly firms: readonly number[];
  readonly sums: readonly number[];
  /** Σ(t³ − t) over the runs of equal values. */
  readonly ties: number;
  /** Firms with a value in a group too small to be taken; those without a group (code −1) are not counted. */
  readonly smallFirms: number;
  readonly smallGroups: number;
}

/** Ranks the present values of all groups of at least `least` firms together, lowest first; groups are given by code 0…count − 1. */
export function rankSums(values: Float64Array, groups: Int32Array, count: number, least: number): RankSums {
  const firms = new Int32Array(count);
  for (let row = 0; row < values.length; row++) if (groups[row]! >= 0 && Number.isFinite(values[row]!)) firms[groups[row]!]!++;
  const taken = Array.from({ length: count }, (_, group) => group).filter((group) => firms[group]! >= least && firms[group]! > 0);
  const small = Array.from(firms).filter((size) => size > 0 && size < least);
  const isTaken = Uint8Array.from(firms, (size) => (size >= least ? 1 : 0));
  const classes = classesOf(values);
  const { ranks, ties, n } = averageRanks(classes, (row) => groups[row]! >= 0 && isTaken[groups[row]!] === 1);
  const sums = new Float64Array(count);
  for (let row = 0; row < values.length; row++) {
    const group = groups[row]!;
    if (group >= 0 && classes.codes[row]! >= 0) sums[group]! += ranks[classes.codes[row]!]!;
  }
  return {
    n,
    groups: taken,
    firms: taken.map((group) => firms[group]!),
    sums: taken.map((group) => sums[group]!),
    ties,
    smallFirms: small.reduce((sum, size) => sum + size, 0),
    smallGroups: small.length,
  };
}

function averageRanks({ codes, count }: Classes, isIn: (row: number) => boolean): { ranks: Float64Array; ties: number; n: number } {
  const sizes = new Int32Array(count);
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0 && isIn(row)) sizes[codes[row]!]!++;
  const ranks = new Float64Array(count);
  let [n, ties] = [0, 0];
  for (let at = 0; at < count; at++) {
    const size = sizes[at]!;
    ranks[at] = n + (size + 1) / 2;
    ties += size * size * size - size;
    n += size;
  }
  return { ranks, ties, n };
}
