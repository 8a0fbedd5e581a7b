import { GUARD } from './disclosure';

/** Firms that stand in one of two exports only; 1…k − 1 of them could be worked out from the difference. */
export interface Difference {
  readonly firms: number;
  readonly isRefused: boolean;
}

/** Compares the firms behind two figures, by their numbers, each at most once in a list. Equal lists differ by nobody and are not refused. */
export function differenceOfFirms(before: Int32Array, after: Int32Array, k: number = GUARD.firms): Difference {
  const earlier = new Set(before);
  let both = 0;
  for (let i = 0; i < after.length; i++) if (earlier.has(after[i]!)) both++;
  const firms = before.length + after.length - 2 * both;
  return { firms, isRefused: firms > 0 && firms < k };
}

/** The cells of two tables of the same shape whose counts of firms differ by 1…k − 1: published beside each other they would show so few firms. */
export function closeCells(before: readonly number[], after: readonly number[], k: number = GUARD.firms): number[] {
  if (before.length !== after.length) throw new RangeError(`tables of ${before.length} and ${after.length} cells`);
  return before.flatMap((count, at) => (count !== after[at] && Math.abs(count - after[at]!) < k ? [at] : []));
}
