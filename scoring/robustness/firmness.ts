import { firmKey, firmName } from '../board/cell';
import type { Ranked } from '../board/context';
import type { Segment } from '../board/format';
import { segmentView, yearOf } from '../board/segment-view';
import { STATUS } from '../scored';
import { attainableRank } from './attainable';
import { coverageAtRisk } from './coverage-risk';
import type { Contenders } from './contenders';
import { cutStability, type AtRisk } from './cut';
import { drawWeights } from './draw-weights';
import type { DrawnRanks } from './draws';
import type { Factorial } from './factorial';
import type { FirmName, FirmnessAnswer, FirmnessAsk, FirmStanding, MissingAnswer, NamedCut, NamedPair, UncertainRank } from './format';
import { missingBounds, type MissingBounds } from './missing-bounds';
import { neighbourPairs } from './neighbours';
import { pairStability } from './pair';
import { rankRanges, ranksDrawn, type RankRanges } from './rank-ranges';
import { removeOne } from './remove-one';

/** Least certain ranks listed, pairs shown past the cut, and pairs shown at most. */
const LISTED = 10;
const PAST = 5;
const MOST_PAIRS = 60;

/** What must be read off a scored panel at once, as a later draft may write over its totals. */
export type BoardFacts = Pick<FirmnessAnswer, 'missing' | 'coverageAtRisk'>;

/** The facts of a board that are not in its contenders. */
export function boardFacts(ctx: Ranked, contenders: Contenders, { segment, how, share }: FirmnessAsk, year: number): BoardFacts {
  return {
    missing: missingAnswer(ctx, contenders, segment, year),
    coverageAtRisk: how === 'around' ? coverageAtRisk(ctx, segment, year, share) : 0,
  };
}

/** Everything the page says about a board, from finished draws and a finished factorial. `stamp` and the contenders belong to the same board. */
export function firmnessAnswer(
  ctx: Ranked,
  contenders: Contenders,
  given: {
    readonly ask: FirmnessAsk;
    readonly of: FirmnessAnswer['of'];
    readonly chunks: readonly DrawnRanks[];
    readonly factorial: Factorial;
    readonly facts: BoardFacts;
  },
): FirmnessAnswer {
  const { ask, of, chunks, factorial, facts } = given;
  const { n, rows, ranks } = contenders;
  const ranges = rankRanges(chunks, ranks, ask.k);
  const { runs, refused, levels, first, total } = factorial;
  const nameOf = ({ is, number }: { readonly is: 'indicator' | 'group'; readonly number: number }) =>
    is === 'indicator' ? ctx.scheme.indicators[number]!.name : ctx.scheme.groups[number]!.name;
  return {
    of,
    ask,
    n,
    ranges: { rows, ranks, ...ranges },
    least: leastCertain(ctx, contenders, ask, chunks, ranges, factorial),
    pairs: neighbourPairs(contenders, 0, Math.min(MOST_PAIRS, ask.k + PAST)).map((pair) => namedPair(ctx, contenders, pair)),
    cut: namedCut(ctx, contenders, ask, ranges),
    removed: removeOne(contenders, ask.k).map((one) => ({ is: one.is, name: nameOf(one), shift: one.shift })),
    factorial: { runs, refused, levels, first, total },
    ...facts,
  };
}

/** What one firm's drawer says; null where it has no rank on the board. */
export function firmStanding(ctx: Ranked, contenders: Contenders, of: FirmStanding['of'], row: number, share: number): FirmStanding | null {
  const i = contenders.rows.indexOf(row);
  if (i < 0) return null;
  const bounds = missingBounds(ctx, contenders);
  const pairOf = (upper: number, lower: number): NamedPair =>
    namedPair(ctx, contenders, { upper, lower, stability: pairStability(contenders, upper, lower) });
  return {
    of,
    row,
    rank: contenders.ranks[i]!,
    ranked: contenders.n,
    above: i > 0 ? pairOf(i - 1, i) : null,
    below: i + 1 < contenders.n ? pairOf(i, i + 1) : null,
    share,
    bound: attainableRank(contenders, i, share),
    missing: { gaps: bounds.gaps[i]!, low: bounds.low[i]!, high: bounds.high[i]!, best: bounds.best[i]!, worst: bounds.worst[i]! },
  };
}

function nameOfFirm({ panel }: Ranked, { rows, ranks, scores }: Contenders, i: number): FirmName {
  const row = rows[i]!;
  return { row, firm: firmKey(panel, row), name: firmName(panel, row), rank: ranks[i]!, score: scores[i]! };
}

function namedPair(
  ctx: Ranked,
  contenders: Contenders,
  { upper, lower, stability }: { upper: number; lower: number; stability: NamedPair['stability'] },
): NamedPair {
  return { upper: nameOfFirm(ctx, contenders, upper), lower: nameOfFirm(ctx, contenders, lower), stability };
}

function namedCut(ctx: Ranked, contenders: Contenders, { k, share, how }: FirmnessAsk, ranges: RankRanges): NamedCut {
  const cut = cutStability(contenders, k, how === 'around' ? share : 1);
  const named = ({ contender, rival, delta, isExact }: AtRisk) => ({
    ...nameOfFirm(ctx, contenders, contender),
    rival: rival < 0 ? null : nameOfFirm(ctx, contenders, rival),
    delta,
    isExact,
    top: ranges.top[contender]!,
  });
  return {
    ...cut,
    pair: cut.pair && namedPair(ctx, contenders, cut.pair),
    mayLeave: cut.mayLeave.map(named),
    mayCome: cut.mayCome.map(named),
  };
}

/** The widest 5–95 % ranges; of equal ones the larger mean shift, then the better rank. */
function leastCertain(
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

function missingAnswer(ctx: Ranked, contenders: Contenders, segment: Segment, year: number): MissingAnswer {
  const bounds = missingBounds(ctx, contenders);
  const { status, unchecked } = ctx.totals;
  const { rows } = yearOf(ctx, segmentView(ctx, segment), year);
  const width = (i: number): number => bounds.worst[i]! - bounds.best[i]!;
  const gapped = Array.from({ length: contenders.n }, (_, i) => i).filter((i) => bounds.gaps[i]! > 0);
  const names = (ids: readonly string[]) => ids.map((id) => ctx.scheme.indicators.find((indicator) => indicator.id === id)!.name);
  return {
    firms: gapped.length,
    open: gapped.filter((i) => width(i) > 0).length,
    widest: gapped
      .filter((i) => width(i) > 0)
      .sort((a, b) => width(b) - width(a) || a - b)
      .slice(0, LISTED)
      .map((i) => ({ ...nameOfFirm(ctx, contenders, i), ...lineOf(bounds, i) })),
    unbounded: names(bounds.unbounded),
    relative: names(bounds.relative),
    entrants: rows.reduce((count, row) => count + Number(status[row] === STATUS.insufficient_data || status[row] === STATUS.failed), 0),
    unchecked: contenders.rows.reduce((count, row) => count + unchecked[row]!, 0),
  };
}

function lineOf({ gaps, low, high, best, worst }: MissingBounds, i: number) {
  return { gaps: gaps[i]!, low: low[i]!, high: high[i]!, best: best[i]!, worst: worst[i]! };
}
