import { isShared, type Contenders } from './contenders';
import { lastStep, pairStability, worstCase, type PairStability } from './pair';
import { clipped, scoreRange } from './score-range';

/** A firm at the cut and the rival on the other side that meets it first. */
export interface AtRisk {
  readonly contender: number;
  /** −1 where only ranges were compared. */
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
  /** The pair that turns first; null where only ranges were compared. */
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
 * weights holds for all and nothing is shared out; else a bound in whole percents, from the firms' own score ranges.
 */
export function cutStability(contenders: Contenders, k: number, share: number): CutStability {
  const { n, ranks } = contenders;
  let inside = 0;
  while (inside < n && ranks[inside]! <= k) inside++;
  const nothing = { mayLeave: [], mayLeaveCount: 0, mayCome: [], mayComeCount: 0, pair: null };
  if (inside === 0 || inside === n) return { k, inside, isNone: true, delta: 1, isExact: true, ...nothing };
  const isPlain = contenders.oneStage >= 0 && !Array.from({ length: n }, (_, i) => i).some((i) => isShared(contenders, i));
  return isPlain ? exactCut(contenders, k, inside, share) : boundCut(contenders, k, inside, share);
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

function boundCut(contenders: Contenders, k: number, inside: number, share: number): CutStability {
  const { n } = contenders;
  const ends = (delta: number): { readonly leastIn: number; readonly mostOut: number } => {
    let [leastIn, mostOut] = [Infinity, -Infinity];
    for (let i = 0; i < n; i++) {
      const { low, high } = scoreRange(contenders, i, delta);
      if (i < inside) leastIn = Math.min(leastIn, clipped(contenders, low));
      else mostOut = Math.max(mostOut, clipped(contenders, high));
    }
    return { leastIn, mostOut };
  };
  const delta =
    lastStep((step) => {
      const { leastIn, mostOut } = ends(step / 100);
      return leastIn >= mostOut - 1e-9;
    }) / 100;
  const { leastIn, mostOut } = ends(share);
  const risks: AtRisk[] = [];
  for (let contender = 0; contender < n; contender++) {
    const { low, high } = scoreRange(contenders, contender, share);
    const isOpen = contender < inside ? clipped(contenders, low) < mostOut : clipped(contenders, high) > leastIn;
    if (isOpen) risks.push({ contender, rival: -1, delta, isExact: false });
  }
  // Nearest the cut first: with ranges alone that is all the order there is.
  risks.sort((a, b) => Math.abs(a.contender - inside + 0.5) - Math.abs(b.contender - inside + 0.5));
  return { k, inside, isNone: false, delta, isExact: false, pair: null, ...listed(risks, inside) };
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
