import type { Contenders } from './contenders';
import { pairStability, type PairStability } from './pair';

/** Two firms that follow each other on the board, by contender number. */
export interface NeighbourPair {
  readonly upper: number;
  readonly lower: number;
  readonly stability: PairStability;
}

/** δ* of the pairs from place `from` (0: the first and the second) on, at most `count`. */
export function neighbourPairs(contenders: Contenders, from: number, count: number): NeighbourPair[] {
  const first = Math.max(0, from);
  const last = Math.min(contenders.n - 1, first + count);
  return Array.from({ length: Math.max(0, last - first) }, (_, at) => {
    const [upper, lower] = [first + at, first + at + 1];
    return { upper, lower, stability: pairStability(contenders, upper, lower) };
  });
}
