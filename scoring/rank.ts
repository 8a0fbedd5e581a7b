import type { Panel } from './panel';
import { sortByScore } from './score-order';
import { STATUS, type Totals } from './scored';
import { yearRows } from './year-rows';

/**
 * Equal scores (methods: 1-2-2-4 from unrounded scores). Taken from the best down, a score belongs to the run of equals before it when it
 * is within 1e-9 × max(1, |first|, |score|) of the *first* score of that run; otherwise it opens the next run. Comparing with the first,
 * not with the neighbour, keeps a run from drifting: a thousand tiny steps never make the ends equal.
 */
export function isTie(first: number, score: number): boolean {
  return Math.abs(first - score) <= 1e-9 * Math.max(1, Math.abs(first), Math.abs(score));
}

/** Everybody's place in one year. A place is the position of a row in the year's list of rows. */
export interface YearRanking {
  /** Places: the ranked ones by score, best first (same scores by place), then the unranked. */
  readonly order: Int32Array;
  /** How many are ranked. */
  readonly ranked: number;
  /** Score of each ranked place, in the order of `order`. */
  readonly sorted: Float64Array;
  /** Place → rank; 0 where unranked. */
  readonly ranks: Int32Array;
}

/** Everybody's place, every year. */
export interface Ranking {
  /** Ascending. */
  readonly years: readonly number[];
  /** Rows by year, within a year in the order of the panel, and row → its position in its year. */
  readonly rows: Int32Array;
  /** Places of each year, in order: see `YearRanking`. Year number i is `order[starts[i] … starts[i + 1] − 1]`, of which the first `ranked[i]` are ranked. */
  readonly places: Int32Array;
  /** The same as rows. */
  readonly order: Int32Array;
  readonly sorted: Float64Array;
  readonly starts: Int32Array;
  readonly ranked: Int32Array;
  /** Row → rank among all firms of its year; 0 where unranked. */
  readonly overall: Int32Array;
}

type Scores = Pick<Totals, 'score' | 'status'>;

/** Working memory, kept from call to call and grown when needed: fresh pages cost more than the sort. Only ever used within one call. */
let spareScores = new Float64Array(0);
let sparePlaces = new Int32Array(0);
let spareRanks = new Int32Array(0);

/** Memory of one year's ranking, as long as its rows. */
export type YearMemory = Pick<YearRanking, 'order' | 'sorted' | 'ranks'>;

/** Ranks one year's rows. Only status `ranked` is ranked. `into` is memory to use. */
export function rankYear(rows: Int32Array, { score, status }: Scores, into = emptyYear(rows.length)): YearRanking {
  const { order, ranks } = into;
  if (spareScores.length < rows.length) {
    spareScores = new Float64Array(rows.length);
    sparePlaces = new Int32Array(rows.length);
  }
  const isRanked = STATUS.ranked;
  let ranked = 0;
  let last = rows.length;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!;
    if (status[row] !== isRanked) {
      order[--last] = place;
      ranks[place] = 0;
      continue;
    }
    const value = score[row]!;
    if (value !== value) throw new RangeError(`row ${row} is ranked but has no score`);
    spareScores[ranked] = value;
    sparePlaces[ranked++] = place;
  }
  order.subarray(last).reverse();
  const sorted = into.sorted.subarray(0, ranked);
  sortByScore(
    { scores: spareScores.subarray(0, ranked), places: sparePlaces.subarray(0, ranked) },
    { scores: sorted, places: order.subarray(0, ranked) },
  );
  giveRanks(order, sorted, ranks);
  return { order, ranked, sorted, ranks };
}

/** Memory for a year of so many rows. */
export function emptyYear(n: number): YearMemory {
  return { order: new Int32Array(n), sorted: new Float64Array(n), ranks: new Int32Array(n) };
}

function giveRanks(order: Int32Array, sorted: Float64Array, ranks: Int32Array): void {
  let first = NaN;
  let rank = 0;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i]!;
    if (value !== first && !isTie(first, value)) {
      first = value;
      rank = i + 1;
    }
    ranks[order[i]!] = rank;
  }
}

/**
 * Ranks all rows within their years. No rank depends on the order of the panel's rows.
 * `into` gives the memory of an earlier ranking of the panel, which is written over.
 */
export function rankRows(panel: Panel, totals: Scores, into?: Ranking): Ranking {
  const { years, starts, rows } = yearRows(panel);
  const ranking = into?.order.length === panel.rows ? into : { years, rows, starts, ...emptyRanking(panel.rows, years.length) };
  const { places, order, sorted, overall, ranked } = ranking;
  if (spareRanks.length < panel.rows) spareRanks = new Int32Array(panel.rows);
  for (let year = 0; year < years.length; year++) {
    const from = starts[year]!;
    const to = starts[year + 1]!;
    const own = rows.subarray(from, to);
    const ranks = spareRanks.subarray(0, own.length);
    ranked[year] = rankYear(own, totals, { order: places.subarray(from, to), sorted: sorted.subarray(from, to), ranks }).ranked;
    for (let i = 0; i < own.length; i++) {
      order[from + i] = own[places[from + i]!]!;
      overall[own[i]!] = ranks[i]!;
    }
  }
  return ranking;
}

function emptyRanking(rows: number, years: number): Pick<Ranking, 'places' | 'order' | 'sorted' | 'overall' | 'ranked'> {
  const places = (): Int32Array => new Int32Array(rows);
  return { places: places(), order: places(), sorted: new Float64Array(rows), overall: places(), ranked: new Int32Array(years) };
}

/**
 * Rank of `own` when it is counted in with `others`, in any order, by the same rule of equality: a count, not a sort. Only the scores a little
 * above `own` decide which run it belongs to; a gap among them that is no tie opens a run whatever stands above it.
 */
export function rankAmong(others: Float64Array, own: number): number {
  if (own !== own) throw new RangeError(`score ${own} cannot be ranked`);
  for (let reach = 1e-7 * Math.max(1, Math.abs(own)); ; reach *= 64) {
    const top = own + reach;
    let better = 0;
    const found: number[] = [];
    for (let i = 0; i < others.length; i++) {
      const score = others[i]!;
      if (score > top) better++;
      else if (score >= own) found.push(score);
    }
    const near = Float64Array.from(found).sort();
    // From `own` upwards to the first gap; without one, only the whole list tells where the run begins.
    let start = 0;
    while (start < near.length && isTie(near[start]!, start === 0 ? own : near[start - 1]!)) start++;
    if (start === near.length && better > 0) continue;
    let rank = better + near.length - start + 1;
    let first = start === 0 ? own : near[start - 1]!;
    for (let i = start - 1; i >= -1; i--) {
      const score = i < 0 ? own : near[i]!;
      if (isTie(first, score)) continue;
      first = score;
      rank = better + near.length - i;
    }
    return rank;
  }
}
