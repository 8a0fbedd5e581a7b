import type { Ranked } from '../board/context';
import { attainableRank } from './attainable';
import { coverageAtRisk } from './coverage-risk';
import type { Contenders } from './contenders';
import { cutStability } from './cut';
import type { AtRisk } from './cut-format';
import type { DrawnRanks } from './draws';
import type { Factorial } from './factorial';
import type { FirmnessAnswer, FirmnessAsk, FirmStanding, NamedCut, NamedPair } from './format';
import { leastCertain } from './least-certain';
import { missingAnswer } from './missing-answer';
import { missingBounds } from './missing-bounds';
import { nameOfFirm } from './names';
import { neighbourPairs } from './neighbours';
import { pairStability } from './pair';
import { rankRanges, type RankRanges } from './rank-ranges';
import { removeOne } from './remove-one';
import { isReproduced } from './scores';

/** Pairs shown past the cut, and pairs shown at most, the last ones before that. */
const PAST = 5;
const MOST_PAIRS = 60;

/** What must be read off a scored panel at once, as a later draft may write over its totals. */
export type BoardFacts = Pick<FirmnessAnswer, 'missing' | 'coverageAtRisk'>;

/** The facts of a board that are not in its contenders. */
export function boardFacts(ctx: Ranked, contenders: Contenders, { segment, how, share }: FirmnessAsk, year: number): BoardFacts {
  return {
    missing: missingAnswer(ctx, contenders, segment, year),
    coverageAtRisk: coverageAtRisk(ctx, segment, year, how === 'around' ? share : 1),
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
    readonly isLimited: boolean;
  },
): FirmnessAnswer {
  const { ask, of, chunks, factorial, facts, isLimited } = given;
  const { n, rows, ranks } = contenders;
  const ranges = rankRanges(chunks, ranks, ask.k);
  const shown = Math.min(n, ask.k + PAST);
  const { runs, refused, levels, first, total } = factorial;
  const nameOf = ({ is, number }: { readonly is: 'indicator' | 'group'; readonly number: number }) =>
    is === 'indicator' ? ctx.scheme.indicators[number]!.name : ctx.scheme.groups[number]!.name;
  return {
    refused: null,
    isLimited,
    of,
    ask,
    n,
    ranges: { rows, ranks, ...ranges },
    least: leastCertain(ctx, contenders, ask, chunks, ranges, factorial),
    pairs: neighbourPairs(contenders, Math.max(0, shown - MOST_PAIRS), Math.min(MOST_PAIRS, shown)).map((pair) =>
      namedPair(ctx, contenders, pair),
    ),
    cut: namedCut(ctx, contenders, ask, ranges),
    removed: removeOne(contenders, ask.k).map((one) => ({ is: one.is, name: nameOf(one), shift: one.shift })),
    factorial: { runs, refused, levels, first, total },
    ...facts,
  };
}

/** The answer about a board of which nothing can be said. */
export function refusedAnswer(ask: FirmnessAsk, of: FirmnessAnswer['of']): FirmnessAnswer {
  const none = (): Int32Array => new Int32Array(0);
  const nothing = (): Float64Array => new Float64Array(0);
  return {
    refused: 'not_additive',
    isLimited: false,
    of,
    ask,
    n: 0,
    ranges: {
      ...{ rows: none(), ranks: none(), low: none(), middle: none(), high: none(), best: none(), worst: none() },
      ...{ top: nothing(), same: nothing(), shift: nothing() },
    },
    least: [],
    pairs: [],
    cut: {
      k: ask.k,
      inside: 0,
      isNone: true,
      delta: 0,
      isExact: false,
      pair: null,
      mayLeave: [],
      mayLeaveCount: 0,
      mayCome: [],
      mayComeCount: 0,
    },
    removed: [],
    factorial: { runs: [], refused: [], levels: { normalisation: [], total: [], treatment: [] }, first: [], total: [] },
    missing: { firms: 0, open: 0, widest: [], unbounded: [], relative: [], entrants: 0, unchecked: 0 },
    coverageAtRisk: 0,
  };
}

/** What one firm's drawer says; null where it has no rank on the board, or where its score is no weighted sum. */
export function firmStanding(ctx: Ranked, contenders: Contenders, of: FirmStanding['of'], row: number, share: number): FirmStanding | null {
  const i = contenders.rows.indexOf(row);
  if (i < 0 || !isReproduced(contenders)) return null;
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
    rival: nameOfFirm(ctx, contenders, rival),
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
