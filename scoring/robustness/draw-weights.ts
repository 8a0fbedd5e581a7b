import { weightSum } from './contenders';
import { drawStream } from './random';

/** How weights are drawn. */
export interface DrawPlan {
  /** `around`: w(1 + share · u), u uniform in −1 … 1. `any`: flat Dirichlet, every division of the whole equally likely. */
  readonly how: 'around' | 'any';
  /** 0 … 1; of `around` only. */
  readonly share: number;
  readonly draws: number;
  readonly seed: number;
}

/**
 * One draw of weights, [stage][place], and what moved them, by place (u, or the exponential number of `any`). An indicator has one number for all
 * stages; each stage is then rescaled to its own sum, bonus included, so that the whole stays what it is. A weight of 0 stays 0.
 */
export function drawWeights(
  weights: readonly Float64Array[],
  plan: DrawPlan,
  draw: number,
): { readonly weights: Float64Array[]; readonly moved: Float64Array } {
  const next = drawStream(plan.seed, draw);
  const moved = Float64Array.from({ length: weights[0]?.length ?? 0 }, () =>
    plan.how === 'around' ? 2 * next() - 1 : -Math.log1p(-next()),
  );
  return {
    moved,
    weights: weights.map((own) => {
      const drawn = own.map((weight, place) => {
        if (weight === 0) return 0;
        return plan.how === 'around' ? weight * (1 + plan.share * moved[place]!) : moved[place]!;
      });
      const sum = weightSum(drawn);
      // All drawn to nothing: with ±100 % possible in theory; the scheme's own weights stand then.
      return sum > 0 ? drawn.map((weight) => (weight / sum) * weightSum(own)) : own;
    }),
  };
}
