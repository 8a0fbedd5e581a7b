import type { Panel } from './panel';
import { orderOf, radixSort } from './radix';
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

/** Everybody's place, every year. */
export interface Ranking {
  /** Ascending. */
  readonly years: readonly number[];
  /** Rows by year, within a year the ranked ones by score, best first (same scores by row), then the unranked, by row. */
  readonly order: Int32Array;
  /** Score of each ranked row, in the order of `order`. */
  readonly sorted: Float64Array;
  /** Year number i is `order[starts[i] … starts[i + 1] − 1]`, of which the first `ranked[i]` are ranked. */
  readonly starts: Int32Array;
  readonly ranked: Int32Array;
  /** Row → rank among all firms of its year; 0 where unranked. */
  readonly overall: Int32Array;
}

/**
 * Ranks all rows within their years. Only status `ranked` is ranked. No rank depends on the order of the panel's rows.
 * `into` gives the memory of an earlier ranking of the panel, which is written over: while a weight is dragged, fresh pages would cost more than the sort.
 */
export function rankRows(panel: Panel, { score, status }: Pick<Totals, 'score' | 'status'>, into?: Ranking): Ranking {
  const { years, starts, rows } = yearRows(panel);
  const { order, sorted, overall, ranked } = into?.order.length === panel.rows ? into : emptyRanking(panel.rows, years.length);
  for (let year = 0; year < years.length; year++) {
    const from = starts[year]!;
    const all = order.subarray(from, starts[year + 1]);
    const n = partition(rows.subarray(from, starts[year + 1]), status, all, overall);
    ranked[year] = n;
    if (stepKeys.length < n) stepKeys = new Uint32Array(n);
    sortByScore(all.subarray(0, n), score, sorted.subarray(from, from + n), stepKeys.subarray(0, n));
    giveRanks(order, sorted, from, from + n, overall);
  }
  return { years, order, sorted, starts, ranked, overall };
}

function emptyRanking(rows: number, years: number): Pick<Ranking, 'order' | 'sorted' | 'overall' | 'ranked'> {
  return { order: new Int32Array(rows), sorted: new Float64Array(rows), overall: new Int32Array(rows), ranked: new Int32Array(years) };
}

/** Copies the ranked rows, then the others, which have no rank; the answer is how many are ranked. */
function partition(rows: Int32Array, status: Uint8Array, into: Int32Array, overall: Int32Array): number {
  const isRanked = STATUS.ranked;
  let n = 0;
  for (let i = 0; i < rows.length; i++) if (status[rows[i]!] === isRanked) into[n++] = rows[i]!;
  for (let i = 0, at = n; at < rows.length; i++) {
    if (status[rows[i]!] === isRanked) continue;
    into[at++] = rows[i]!;
    overall[rows[i]!] = 0;
  }
  return n;
}

/** Keys of 24 bits: three passes, and few scores that share one. */
const STEPS = 2 ** 24 - 1;
/** Steps with up to this many scores are sorted by insertion. */
const SHORT = 24;
/** Keys of the year being sorted; kept from call to call as the working memory of `radixSort` is. */
let stepKeys = new Uint32Array(0);

/**
 * Sorts rows by score, best first, and writes their scores. The key is the score's place on a fixed scale between the best and the worst, which
 * never puts a better score behind a worse one; those that fall on the same step are then put in order among themselves.
 */
function sortByScore(rows: Int32Array, score: Float64Array, sorted: Float64Array, keys: Uint32Array): void {
  const n = rows.length;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < n; i++) {
    const value = score[rows[i]!]!;
    if (value !== value) throw new RangeError(`row ${rows[i]} is ranked but has no score`);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = STEPS / (high - low);
  if (low < high && !(scale > 0 && scale < Infinity)) return sortExactly(rows, score, sorted);
  for (let i = 0; i < n; i++) keys[i] = (high - score[rows[i]!]!) * scale;
  if (low < high) radixSort(keys, rows);
  for (let i = 0; i < n; i++) sorted[i] = score[rows[i]!]!;
  for (let from = 0; low < high && from < n;) {
    let to = from + 1;
    let inOrder = true;
    for (; to < n && keys[to] === keys[from]; to++) if (sorted[to]! > sorted[to - 1]!) inOrder = false;
    if (!inOrder) sortStep(rows.subarray(from, to), score, sorted.subarray(from, to));
    from = to;
  }
}

/** A few by insertion; a crowd (an outlier stretched the scale, or noise in equal scores) on a finer scale of its own. */
function sortStep(rows: Int32Array, score: Float64Array, sorted: Float64Array): void {
  if (rows.length > SHORT) return sortByScore(rows, score, sorted, new Uint32Array(rows.length));
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i]!;
    const value = sorted[i]!;
    let at = i;
    for (; at > 0 && sorted[at - 1]! < value; at--) {
      rows[at] = rows[at - 1]!;
      sorted[at] = sorted[at - 1]!;
    }
    rows[at] = row;
    sorted[at] = value;
  }
}

/** Where the span between best and worst has no usable scale, being too large or too small for a number. */
function sortExactly(rows: Int32Array, score: Float64Array, sorted: Float64Array): void {
  for (let i = 0; i < rows.length; i++) sorted[i] = score[rows[i]!]!;
  const index = orderOf(sorted.slice(), true);
  rows.set(index.map((at) => rows[at]!));
  for (let i = 0; i < rows.length; i++) sorted[i] = score[rows[i]!]!;
}

function giveRanks(order: Int32Array, sorted: Float64Array, start: number, end: number, overall: Int32Array): void {
  let first = NaN;
  let rank = 0;
  for (let i = start; i < end; i++) {
    const value = sorted[i]!;
    if (value !== first && !isTie(first, value)) {
      first = value;
      rank = i - start + 1;
    }
    overall[order[i]!] = rank;
  }
}

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
export function rankWithin(ranking: Ranking, { codes, offsets, count }: RowCodes, into?: Int32Array): Int32Array {
  const { order, sorted, starts, ranked } = ranking;
  const ranks = into?.length === codes.length ? into.fill(0) : new Int32Array(codes.length);
  const seen = new Int32Array(count);
  const rank = new Int32Array(count);
  const first = new Float64Array(count);
  for (let year = 0; year < ranking.years.length; year++) {
    seen.fill(0);
    const end = starts[year]! + ranked[year]!;
    for (let i = starts[year]!; i < end; i++) {
      const row = order[i]!;
      const value = sorted[i]!;
      const to = offsets ? offsets[row + 1]! : row + 1;
      for (let at = offsets ? offsets[row]! : row; at < to; at++) {
        const code = codes[at]!;
        if (code < 0) continue;
        const place = ++seen[code]!;
        if (place === 1 || (value !== first[code] && !isTie(first[code]!, value))) {
          rank[code] = place;
          first[code] = value;
        }
        ranks[at] = rank[code]!;
      }
    }
  }
  return ranks;
}

/** Rank of `own` when it is counted in with `others`, in any order, by the same rule of equality. */
export function rankAmong(others: Float64Array, own: number): number {
  const all = new Float64Array(others.length + 1);
  all.set(others);
  all[others.length] = own;
  all.sort();
  let rank = 1;
  let first = all[all.length - 1]!;
  for (let i = all.length - 1; i >= 0; i--) {
    if (!isTie(first, all[i]!)) {
      first = all[i]!;
      rank = all.length - i;
    }
    if (all[i] === own) return rank;
  }
  throw new RangeError(`score ${own} cannot be ranked`);
}
