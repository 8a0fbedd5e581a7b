/**
 * Least and greatest weighted mean Σ w(1 + δu)v ÷ Σ w(1 + δu) when each u may be anything from −1 to 1. Exact: the ratio of two linear functions is
 * extreme in a corner, and in the best corner every value above the answer has its weight raised and every one below has it lowered, so it is
 * enough to try the cuts of the sorted values. [NaN, NaN] where no weight is left.
 */
export function extremeMean(values: ArrayLike<number>, weights: ArrayLike<number>, delta: number): readonly [low: number, high: number] {
  const order: number[] = [];
  for (let at = 0; at < values.length; at++) if (weights[at]! > 0) order.push(at);
  order.sort((a, b) => values[b]! - values[a]!);
  let weight = 0;
  let sum = 0;
  for (const at of order) {
    weight += weights[at]!;
    sum += weights[at]! * values[at]!;
  }
  if (!(weight > 0)) return [NaN, NaN];
  let high = sum / weight;
  let low = high;
  let above = 0;
  let earned = 0;
  for (const at of order) {
    above += weights[at]!;
    earned += weights[at]! * values[at]!;
    // Raised above the cut and lowered below it, and the other way round: Σ ± δ(Σabove − Σbelow).
    const [tilt, gain] = [delta * (2 * above - weight), delta * (2 * earned - sum)];
    if (weight + tilt > 1e-12 * weight) high = Math.max(high, (sum + gain) / (weight + tilt));
    if (weight - tilt > 1e-12 * weight) low = Math.min(low, (sum - gain) / (weight - tilt));
  }
  return [low, high];
}
