import type { Ranked } from '../board/context';
import { attainableRank } from './attainable';
import type { Contenders } from './contenders';
import { drawWeights } from './draw-weights';
import type { DrawnRanks } from './draws';
import type { Factorial } from './factorial';
import type { FirmnessAsk, UncertainRank } from './format';
import { nameOfFirm } from './names';
import { ranksDrawn, type RankRanges } from './rank-ranges';

const LISTED = 10;

/** The widest 5–95 % ranges; of equal ones the larger mean shift, then the better rank. */
export function leastCertain(
  ctx: Ranked,
  contenders: Contenders,
  ask: FirmnessAsk,
  chunks: readonly DrawnRanks[],
  ranges: RankRanges,
  factorial: Factorial,
): UncertainRank[] {
  const { n, scores } = contenders;
  const width = (i: number): number => ranges.high[i]! - ranges.low[i]!;
  const order = Array.from({ length: n }, (_, i) => i)
    .filter((i) => width(i) > 0 || ranges.shift[i]! > 0)
    .sort((a, b) => width(b) - width(a) || ranges.shift[b]! - ranges.shift[a]! || a - b)
    .slice(0, LISTED);
  const moved = order.length === 0 ? [] : Array.from({ length: ask.draws }, (_, draw) => drawWeights(contenders.weights, ask, draw).moved);
  return order.map((i) => ({
    ...nameOfFirm(ctx, contenders, i),
    low: ranges.low[i]!,
    middle: ranges.middle[i]!,
    high: ranges.high[i]!,
    best: ranges.best[i]!,
    worst: ranges.worst[i]!,
    top: ranges.top[i]!,
    same: ranges.same[i]!,
    shift: ranges.shift[i]!,
    bound: ask.how === 'around' ? attainableRank(contenders, i, ask.share) : null,
    near: scores.reduce((count, score, other) => (other !== i && Math.abs(score - scores[i]!) <= 1 ? count + 1 : count), 0),
    driver: driverOf(ctx, contenders, moved, ranksDrawn(chunks, n, i)),
    ways: { best: factorial.best[i]!, worst: factorial.worst[i]! },
  }));
}

/** The indicator whose draw goes most with the firm's rank (Pearson over the draws); null where neither moves. */
function driverOf(ctx: Ranked, { indicators }: Contenders, moved: readonly Float64Array[], ranks: Int32Array): UncertainRank['driver'] {
  let found: UncertainRank['driver'] = null;
  indicators.forEach((at, place) => {
    const correlation = pearson(
      moved.map((of) => of[place]!),
      ranks,
    );
    if (Math.abs(correlation) > Math.abs(found?.correlation ?? 0)) found = { name: ctx.scheme.indicators[at]!.name, correlation };
  });
  return found;
}

function pearson(x: readonly number[], y: Int32Array): number {
  const n = x.length;
  const mx = x.reduce((sum, value) => sum + value, 0) / n;
  const my = y.reduce((sum, value) => sum + value, 0) / n;
  let [xy, xx, yy] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    xy += (x[at]! - mx) * (y[at]! - my);
    xx += (x[at]! - mx) ** 2;
    yy += (y[at]! - my) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
