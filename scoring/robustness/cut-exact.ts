import type { Contenders } from './contenders';
import { listed, type AtRisk, type CutStability } from './cut-format';
import { pairStability, worstCase, type PairStability } from './pair';
import { scoreRange } from './score-range';

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

/** The cut where every pair has the closed form, 0 and the cap left aside. Pairs too far apart to matter are passed over. */
export function exactCut(contenders: Contenders, k: number, inside: number, share: number): CutStability {
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
