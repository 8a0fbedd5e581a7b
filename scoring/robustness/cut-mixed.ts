import { isShared, type Contenders } from './contenders';
import { listed, type AtRisk, type CutStability } from './cut-format';
import { pairStability, worstCase, type PairStability } from './pair';
import { clipped, scoreRange } from './score-range';

/** Where the score ranges of a firm are looked up; between two of them the lower one counts. */
const GRID = [
  0, 0.001, 0.002, 0.003, 0.005, 0.007, 0.01, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1,
];

/**
 * Where stages weigh differently or weight is shared out: pairs with the closed form by it, the others by the ranges of their scores on a grid. Pairs whose
 * ranges do not meet within ±share are passed over, so without any other the answer is "at least ±share".
 */
export function mixedCut(contenders: Contenders, k: number, inside: number, share: number): CutStability {
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
