/** Where figures lie on an axis that is brushed: between ascending `edges`, evenly laid on a line or, with `isLog`, on log10(1 + figure). */
export interface Axis {
  readonly edges: Float64Array;
  readonly isLog: boolean;
  /** Zeros stand apart, in a bar of their own. */
  readonly zeroApart: boolean;
}

/** Places of an axis beside those between its edges. */
export const MISSING_PLACE = 0;
export const ZERO_PLACE = 1;
/** Place of what lies below the first edge; that between edges e and e + 1 is `BELOW_PLACE + 1 + e`, and what is at or above the last edge comes last. */
export const BELOW_PLACE = 2;

/** How many places an axis has. */
export function placeCount({ edges }: Axis): number {
  return BELOW_PLACE + 1 + edges.length;
}

/**
 * Place of each row's figure. An even grid is guessed at and the guess put right against the edges, so the answer is that of comparing with
 * every edge: a place holds its lower edge. Further edges (ends of earlier ranges) may lie between those of the grid.
 */
export function placesOf(values: Float64Array, rows: Int32Array, axis: Axis): Uint16Array {
  const { edges, isLog, zeroApart } = axis;
  const places = new Uint16Array(rows.length);
  const last = edges.length - 1;
  if (last < 0) throw new RangeError('an axis has no edge');
  const [low, high] = [edges[0]!, edges[last]!];
  const [from, to] = isLog ? [Math.log10(1 + low), Math.log10(1 + high)] : [low, high];
  const perUnit = last / (to - from);
  // Of ends too close to be parted by arithmetic every guess is the first place, and the edges decide.
  const step = to > from && Number.isFinite(perUnit) ? perUnit : 0;
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]!]!;
    if (value !== value) continue;
    if (zeroApart && value === 0) places[i] = ZERO_PLACE;
    else if (value < low) places[i] = BELOW_PLACE;
    else if (value >= high) places[i] = BELOW_PLACE + 1 + last;
    else {
      let at = Math.min(last - 1, Math.floor(((isLog ? Math.log10(1 + value) : value) - from) * step));
      while (value < edges[at]!) at--;
      while (value >= edges[at + 1]!) at++;
      places[i] = BELOW_PLACE + 1 + at;
    }
  }
  return places;
}
