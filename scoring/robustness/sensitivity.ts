/** First-order and total index of each factor; null where the result never differs. */
export interface Sensitivity {
  /** S: share of the variance that is explained by knowing this factor alone. */
  readonly first: readonly (number | null)[];
  /** ST: share left over when everything but this factor is known. */
  readonly total: readonly (number | null)[];
  readonly variance: number;
}

/**
 * Exact variance-based indices over a full grid, every combination once and equally likely: S = Var(E[y | x]) ÷ Var(y), ST = E[Var(y | all others)] ÷ Var(y),
 * with variances over the whole grid, not estimated (Saltelli et al., Global Sensitivity Analysis, 2008, ch. 4). `levels` is how many levels each
 * factor has; `y` runs through the grid with the last factor fastest.
 */
export function sensitivity(levels: readonly number[], y: ArrayLike<number>): Sensitivity {
  const size = levels.reduce((product, count) => product * count, 1);
  if (y.length !== size) throw new RangeError(`grid has ${size} combinations, results are ${y.length}`);
  const all = Array.from(y);
  const variance = varianceOf(all);
  const isFlat = !(variance > 1e-24 * Math.max(1, ...all.map((value) => value * value)));
  const share = (value: number): number | null => (isFlat ? null : value / variance);
  const levelOf = (run: number, factor: number): number => Math.floor(run / stepOf(levels, factor)) % levels[factor]!;
  return {
    variance,
    first: levels.map((count, factor) =>
      share(varianceOf(Array.from({ length: count }, (_, level) => mean(all.filter((_value, run) => levelOf(run, factor) === level))))),
    ),
    total: levels.map((_, factor) => {
      const others = new Map<number, number[]>();
      all.forEach((value, run) => {
        const key = run - levelOf(run, factor) * stepOf(levels, factor);
        others.set(key, [...(others.get(key) ?? []), value]);
      });
      return share(mean([...others.values()].map(varianceOf)));
    }),
  };
}

function stepOf(levels: readonly number[], factor: number): number {
  return levels.slice(factor + 1).reduce((product, count) => product * count, 1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
}
