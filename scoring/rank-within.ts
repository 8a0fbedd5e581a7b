import { isTie, type Ranking } from './rank';

/** Working memory, kept from call to call and grown when needed: fresh pages cost more than the sweep. Only ever used within one call. */
let spareRanks = new Int32Array(0);
let sparePlaces = new Int32Array(0);

/** Segment of each row: `codes[row]`, or with `offsets` the several codes `codes[offsets[row] … offsets[row + 1] − 1]`. −1 is in none. */
export interface RowCodes {
  readonly codes: Int32Array;
  readonly offsets: Int32Array | null;
  readonly count: number;
}

/**
 * Rank of every row within its year and segment, for all segments of a dimension in one sweep of the order. Aligned with `codes`: a firm with
 * several titles has a rank in each. 0 where unranked or in no segment. Equality is judged among the segment's own scores. `into` is memory to use.
 */
export function rankWithin(ranking: Ranking, codes: RowCodes, into?: Int32Array): Int32Array {
  const { rows, starts, places, sorted, ranked } = ranking;
  const ranks = into?.length === codes.codes.length ? into : new Int32Array(codes.codes.length);
  for (let year = 0; year < ranking.years.length; year++) {
    const own = rows.subarray(starts[year], starts[year + 1]);
    const end = starts[year]! + ranked[year]!;
    const near = gatherCodes(own, codes);
    sweep(places.subarray(starts[year], end), sorted.subarray(starts[year], end), near, codes.count);
    spreadRanks(own, codes.offsets, near, ranks);
  }
  return ranks;
}

/** The codes of a year's rows side by side, where the sweep finds them in the processor's cache; the ranks beside them. */
interface NearCodes {
  readonly codes: Int32Array;
  readonly offsets: Int32Array | null;
  readonly ranks: Int32Array;
}

function gatherCodes(rows: Int32Array, { codes, offsets }: RowCodes): NearCodes {
  const length = offsets ? rows.reduce((sum, row) => sum + offsets[row + 1]! - offsets[row]!, 0) : rows.length;
  if (spareRanks.length < length) spareRanks = new Int32Array(length);
  if (sparePlaces.length < length) sparePlaces = new Int32Array(length);
  const near = sparePlaces.subarray(0, length);
  const starts = offsets && new Int32Array(rows.length + 1);
  for (let place = 0, at = 0; place < rows.length; place++) {
    const row = rows[place]!;
    if (offsets === null || starts === null) near[place] = codes[row]!;
    else {
      for (let code = offsets[row]!; code < offsets[row + 1]!; code++) near[at++] = codes[code]!;
      starts[place + 1] = at;
    }
  }
  return { codes: near, offsets: starts, ranks: spareRanks.subarray(0, length).fill(0) };
}

function sweep(places: Int32Array, sorted: Float64Array, { codes, offsets, ranks }: NearCodes, count: number): void {
  const seen = new Int32Array(count);
  const rank = new Int32Array(count);
  const first = new Float64Array(count).fill(NaN);
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    const value = sorted[i]!;
    const to = offsets ? offsets[place + 1]! : place + 1;
    for (let at = offsets ? offsets[place]! : place; at < to; at++) {
      const code = codes[at]!;
      if (code < 0) continue;
      const number = ++seen[code]!;
      if (value !== first[code] && !isTie(first[code]!, value)) {
        rank[code] = number;
        first[code] = value;
      }
      ranks[at] = rank[code]!;
    }
  }
}

function spreadRanks(rows: Int32Array, offsets: Int32Array | null, near: NearCodes, ranks: Int32Array): void {
  for (let place = 0, from = 0; place < rows.length; place++) {
    const row = rows[place]!;
    if (offsets === null) ranks[row] = near.ranks[place]!;
    else for (let at = offsets[row]!; at < offsets[row + 1]!; at++) ranks[at] = near.ranks[from++]!;
  }
}
