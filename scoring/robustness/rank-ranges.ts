import type { DrawnRanks } from './draws';

/** Ranks of every contender over all draws. */
export interface RankRanges {
  /** 5 %, 50 % and 95 % rank, best and worst drawn. */
  readonly low: Int32Array;
  readonly middle: Int32Array;
  readonly high: Int32Array;
  readonly best: Int32Array;
  readonly worst: Int32Array;
  /** Share of draws at rank k or better, and at the rank of the board. */
  readonly top: Float64Array;
  readonly same: Float64Array;
  /** Mean |rank in the draw − rank on the board|. */
  readonly shift: Float64Array;
}

/** Steps a range of ranks is counted in; a wide one is counted twice, first in broad steps, then inside the step a quantile falls in. */
const STEPS = 4096;
/** Contenders worked on together, so that each draw's ranks are read where they stand side by side. */
const TILE = 64;

/**
 * Which of the sorted draws a quantile is: the p-quantile is the smallest rank that at least p · draws of them reach (inverse of the distribution
 * function, type 1), so it is a rank that was drawn, never one between two.
 */
export function quantilePlace(p: number, draws: number): number {
  return Math.max(1, Math.min(draws, Math.ceil(p * draws - 1e-9)));
}

/** Ranges from chunks of draws in any order; no draws, no ranges: every number is then that of the board. */
export function rankRanges(chunks: readonly DrawnRanks[], ranks: Int32Array, k: number): RankRanges {
  const n = ranks.length;
  const draws = n === 0 ? 0 : chunks.reduce((sum, chunk) => sum + chunk.length / n, 0);
  const whole = (): Int32Array => ranks.slice();
  const found: RankRanges = {
    low: whole(),
    middle: whole(),
    high: whole(),
    best: whole(),
    worst: whole(),
    top: Float64Array.from(ranks, (rank) => (rank <= k ? 1 : 0)),
    same: new Float64Array(n).fill(1),
    shift: new Float64Array(n),
  };
  if (draws === 0) return found;
  const tile = Array.from({ length: TILE }, () => new Int32Array(draws));
  const counts = new Int32Array(STEPS);
  for (let from = 0; from < n; from += TILE) {
    const width = Math.min(TILE, n - from);
    let draw = 0;
    for (const chunk of chunks) {
      for (let start = from; start < chunk.length; start += n, draw++) for (let i = 0; i < width; i++) tile[i]![draw] = chunk[start + i]!;
    }
    for (let i = 0; i < width; i++) sumUp(tile[i]!, from + i, ranks[from + i]!, k, counts, found);
  }
  return found;
}

function sumUp(drawn: Int32Array, i: number, rank: number, k: number, counts: Int32Array, found: RankRanges): void {
  const draws = drawn.length;
  let [best, worst, top, same, shift] = [drawn[0]!, drawn[0]!, 0, 0, 0];
  for (let draw = 0; draw < draws; draw++) {
    const at = drawn[draw]!;
    if (at < best) best = at;
    if (at > worst) worst = at;
    if (at <= k) top++;
    if (at === rank) same++;
    shift += Math.abs(at - rank);
  }
  const quantiles = smallest(drawn, best, worst, counts);
  found.low[i] = quantiles[0]!;
  found.middle[i] = quantiles[1]!;
  found.high[i] = quantiles[2]!;
  found.best[i] = best;
  found.worst[i] = worst;
  found.top[i] = top / draws;
  found.same[i] = same / draws;
  found.shift[i] = shift / draws;
}

/** The 5 %, 50 % and 95 % rank of some draws between the best and the worst of them. */
function smallest(drawn: Int32Array, best: number, worst: number, counts: Int32Array): number[] {
  let width = 0;
  while ((worst - best) >> width >= STEPS) width++;
  const broad = counts.fill(0, 0, ((worst - best) >> width) + 1);
  for (let draw = 0; draw < drawn.length; draw++) broad[(drawn[draw]! - best) >> width]!++;
  return [0.05, 0.5, 0.95].map((p) => {
    let left = quantilePlace(p, drawn.length);
    let step = 0;
    while (left > broad[step]!) left -= broad[step++]!;
    return width === 0 ? best + step : inside(drawn, best + (step << width), width, left);
  });
}

/** The `place`-th smallest of the draws in the 2^width ranks from `from` on. */
function inside(drawn: Int32Array, from: number, width: number, place: number): number {
  const own: number[] = [];
  for (let draw = 0; draw < drawn.length; draw++) if ((drawn[draw]! - from) >> width === 0) own.push(drawn[draw]!);
  return own.sort((a, b) => a - b)[place - 1]!;
}

/** All ranks one contender was drawn at, in the order of the chunks. */
export function ranksDrawn(chunks: readonly DrawnRanks[], n: number, i: number): Int32Array {
  return Int32Array.from(chunks.flatMap((chunk) => Array.from({ length: chunk.length / n }, (_, draw) => chunk[draw * n + i]!)));
}
