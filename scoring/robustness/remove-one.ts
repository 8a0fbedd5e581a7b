import { weightSum, type Contenders } from './contenders';
import { rankMemory, ranksInto, shiftOf, type Shift } from './ranks';
import { scoreMemory, scoresUnder } from './scores';

/** What taking one indicator or group out does to a board. */
export interface Removed {
  /** Number of the indicator in the scheme, or of the group. */
  readonly is: 'indicator' | 'group';
  readonly number: number;
  readonly shift: Shift;
}

/**
 * Takes each indicator, then each group, out in turn: its weight becomes 0, the others are rescaled stage by stage to the same total, everybody is
 * ranked again. What is all a stage's weight cannot be taken out and is left out of the list. `k` is the length of the list that should stay.
 */
export function removeOne(contenders: Contenders, k: number): Removed[] {
  const { indicators, groups } = contenders;
  const scores = scoreMemory(contenders);
  const memory = rankMemory(contenders.n);
  const ranks = new Int32Array(contenders.n);
  const without = (places: readonly number[]): Shift | null => {
    const weights = contenders.weights.map((own) => rest(own, places));
    if (weights.some((own) => own === null)) return null;
    ranksInto(scoresUnder(contenders, weights as Float64Array[], scores), ranks, memory);
    return shiftOf(contenders.ranks, ranks, k);
  };
  return [
    ...indicators.map((number, place) => ({ is: 'indicator' as const, number, places: [place] })),
    ...groups.map(({ members }, number) => ({ is: 'group' as const, number, places: members })),
  ].flatMap(({ is, number, places }) => {
    const shift = places.length === 0 ? null : without(places);
    return shift ? [{ is, number, shift }] : [];
  });
}

/** Weights without some places, rescaled to the same sum; null where nothing would be left. */
function rest(own: Float64Array, places: readonly number[]): Float64Array | null {
  const whole = weightSum(own);
  const left = own.map((weight, place) => (places.includes(place) ? 0 : weight));
  const sum = weightSum(left);
  if (whole === 0) return left;
  return sum > 1e-9 * whole ? left.map((weight) => (weight / sum) * whole) : null;
}
