import { isShared, type Contenders } from './contenders';
import { pairStability, worstCase, type PairStability } from './pair';
import { clipped, scoreRange } from './score-range';

/** A firm at the cut and the rival on the other side that meets it first. */
export interface AtRisk {
  readonly contender: number;
  readonly rival: number;
  readonly delta: number;
  readonly isExact: boolean;
}

/** How firm a short list stands. */
export interface CutStability {
  readonly k: number;
  /** Firms of rank k or better: more than k where the cut falls among equals. */
  readonly inside: number;
  /** Everybody is on the list, or nobody: there is no cut. */
  readonly isNone: boolean;
  /** The list stays the same under every weighting within ±delta. */
  readonly delta: number;
  readonly isExact: boolean;
  /** The pair that turns first, or is the first that may; null where none meets within ±share. */
  readonly pair: { readonly upper: number; readonly lower: number; readonly stability: PairStability } | null;
  /** Who may fall off within ±share, and who may come on, weakest first: the first `LISTED` and how many there are. */
  readonly mayLeave: readonly AtRisk[];
  readonly mayLeaveCount: number;
  readonly mayCome: readonly AtRisk[];
  readonly mayComeCount: number;
}

const LISTED = 20;

/**
 * δ* of a short list of k: the least δ* over all pairs of a firm on it and a firm off it, not only of the neighbours at the cut. Exact where one set of
 * weights holds for all and nothing is shared out, and wherever the pair that turns first has the closed form; else a lower bound.
 */
export function cutStability(contenders: Contenders, k: number, share: number): CutStability {
  const { n, ranks } = contenders;
  let inside = 0;
  while (inside < n && ranks[inside]! <= k) inside++;
  const nothing = { mayLeave: [], mayLeaveCount: 0, mayCome: [], mayComeCount: 0, pair: null };
  if (inside === 0 || inside === n) return { k, inside, isNone: true, delta: 1, isExact: true, ...nothing };
  const isPlain = contenders.oneStage >= 0 && !Array.from({ length: n }, (_, i) => i).some((i) => isShared(contenders, i));
  return isPlain ? exactCut(contenders, k, inside, share) : mixedCut(contenders, k, inside, share);
}

/** Sum before clipping, and the sum of the sizes of its parts, of each contender. |Σd| and Σ|d| of a pair lie between their difference and their sum. */
function sumsOf({ n, shares, weights, oneStage, deduction }: Contenders): { readonly sum: Float64Array; readonly size: Float64Array } {
  const own = weights[Math.max(0, oneStage)]!;
  const sum = new Float64Array(n);
  const size = new Float64Array(n);
  shares.forEach((share, place) => {
    for (let i = 0; i < n; i++) {
      sum[i]! += own[place]! * share[i]!;
      size[i]! += Math.abs(own[place]! * share[i]!);
    }
  });
  for (let i = 0; i < n; i++) {
    sum[i]! -= deduction[i]!;
    size[i]! += deduction[i]!;
  }
  return { sum, size };
}

function exactCut(contenders: Contenders, k: number, inside: number, share: number): CutStability {
  const { n } = contenders;
  const { sum, size } = sumsOf(contenders);
  const [low, high] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    const range = scoreRange(contenders, i, share);
    low[i] = range.low;
    high[i] = range.high;
  }
  const outBySum = Array.from({ length: n - inside }, (_, at) => inside + at).sort((a, b) => sum[b]! - sum[a]!);
  const mostSize = outBySum.reduce((most, i) => Math.max(most, size[i]!), 0);
  let best: CutStability['pair'] = null;
  let least = Infinity;
  const weakest = new Map<number, AtRisk>();
  const note = (contender: number, rival: number, stability: PairStability): void => {
    if (stability.is === 'identical') return;
    const known = weakest.get(contender);
    if (stability.delta < share && (!known || stability.delta < known.delta))
      weakest.set(contender, { contender, rival, delta: stability.delta, isExact: stability.is === 'exact' });
  };
  for (let upper = inside - 1; upper >= 0; upper--) {
    for (const lower of outBySum) {
      const gap = sum[upper]! - sum[lower]!;
      // Σ|d| is at most the two sizes together: from here on no rival can be nearer than what is known.
      const reach = Math.max(least, share) * (size[upper]! + mostSize);
      if (gap > reach) break;
      if (gap > least * (size[upper]! + size[lower]!) && low[upper]! > high[lower]!) continue;
      const worst = worstCase(contenders, upper, lower);
      const rough = worst.size > 0 ? worst.sum / worst.size : 1;
      const isNews = (contender: number): boolean => rough < share && !(rough >= (weakest.get(contender)?.delta ?? Infinity));
      if (rough >= least && !isNews(upper) && !isNews(lower)) continue;
      const stability = pairStability(contenders, upper, lower);
      note(upper, lower, stability);
      note(lower, upper, stability);
      const delta = stability.is === 'identical' ? 1 : stability.delta;
      if (delta >= least) continue;
      least = delta;
      best = { upper, lower, stability };
    }
  }
  const risks = [...weakest.values()].sort((a, b) => a.delta - b.delta || a.contender - b.contender);
  return {
    k,
    inside,
    isNone: false,
    delta: best ? least : 1,
    isExact: best?.stability.is === 'exact',
    pair: best,
    ...listed(risks, inside),
  };
}

/** Where the score ranges of a firm are looked up; between two of them the lower one counts. */
const GRID = [
  0, 0.001, 0.002, 0.003, 0.005, 0.007, 0.01, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1,
];

/**
 * Where stages weigh differently or weight is shared out: pairs with the closed form by it, the others by the ranges of their scores on a grid. Pairs whose
 * ranges do not meet within ±share are passed over, so without any other the answer is "at least ±share".
 */
function mixedCut(contenders: Contenders, k: number, inside: number, share: number): CutStability {
  const { n } = contenders;
  const ends = endsOf(contenders);
  const isClosed = closedPairs(contenders);
  const low = Float64Array.from({ length: inside }, (_, i) => clipped(contenders, scoreRange(contenders, i, share).low));
  const high = Float64Array.from({ length: n - inside }, (_, at) => clipped(contenders, scoreRange(contenders, inside + at, share).high));
  const outside = Array.from(high, (_, at) => at).sort((a, b) => high[b]! - high[a]!);
  const weakest = new Map<number, AtRisk>();
  let best: CutStability['pair'] = null;
  let least = share;
  for (let upper = 0; upper < inside; upper++) {
    for (const at of outside) {
      if (low[upper]! >= high[at]!) break;
      const lower = inside + at;
      const isNews = (delta: number): boolean => delta < least || [upper, lower].some((one) => delta < (weakest.get(one)?.delta ?? share));
      const closed = isClosed(upper, lower);
      const rough = closed ? roughDelta(contenders, upper, lower) : ends(upper, lower);
      if (!isNews(rough)) continue;
      const stability: PairStability = closed
        ? pairStability(contenders, upper, lower)
        : { is: 'bound', delta: rough, because: contenders.oneStage < 0 ? 'stage' : 'shared' };
      if (stability.is === 'identical') continue;
      const { delta } = stability;
      const isExact = stability.is === 'exact';
      for (const [contender, rival] of [
        [upper, lower],
        [lower, upper],
      ] as const)
        if (delta < (weakest.get(contender)?.delta ?? share)) weakest.set(contender, { contender, rival, delta, isExact });
      if (delta >= least) continue;
      least = delta;
      best = { upper, lower, stability };
    }
  }
  const risks = [...weakest.values()].sort((a, b) => a.delta - b.delta || a.contender - b.contender);
  return { k, inside, isNone: false, delta: least, isExact: best?.stability.is === 'exact', pair: best, ...listed(risks, inside) };
}

function roughDelta(contenders: Contenders, upper: number, lower: number): number {
  const { sum, size } = worstCase(contenders, upper, lower);
  return size > 0 ? sum / size : 1;
}

/** Whether the closed form holds for a pair, 0 and the cap left aside. */
function closedPairs(contenders: Contenders): (a: number, b: number) => boolean {
  const { weights, stage, n } = contenders;
  // Stages with the same weights are one.
  const alike = weights.map((own) => weights.findIndex((other) => other.every((weight, place) => weight === own[place])));
  const shared = Uint8Array.from({ length: n }, (_, i) => Number(isShared(contenders, i)));
  return (a, b) => shared[a] === 0 && shared[b] === 0 && alike[Math.max(0, stage[a]!)] === alike[Math.max(0, stage[b]!)];
}

/** The last point of the grid at which a pair's ranges do not meet, from the ranges of each firm, worked out once. */
function endsOf(contenders: Contenders): (upper: number, lower: number) => number {
  const known = new Map<number, { readonly low: Float64Array; readonly high: Float64Array }>();
  const of = (i: number): { readonly low: Float64Array; readonly high: Float64Array } => {
    let found = known.get(i);
    if (!found) {
      const ranges = GRID.map((delta) => scoreRange(contenders, i, delta));
      found = {
        low: Float64Array.from(ranges, ({ low }) => clipped(contenders, low)),
        high: Float64Array.from(ranges, ({ high }) => clipped(contenders, high)),
      };
      known.set(i, found);
    }
    return found;
  };
  return (upper, lower) => {
    const { low } = of(upper);
    const { high } = of(lower);
    let at = 0;
    while (at + 1 < GRID.length && low[at + 1]! >= high[at + 1]! - 1e-9) at++;
    return GRID[at]!;
  };
}

function listed(risks: readonly AtRisk[], inside: number) {
  const leaving = risks.filter(({ contender }) => contender < inside);
  const coming = risks.filter(({ contender }) => contender >= inside);
  return {
    mayLeave: leaving.slice(0, LISTED),
    mayLeaveCount: leaving.length,
    mayCome: coming.slice(0, LISTED),
    mayComeCount: coming.length,
  };
}
