/**
 * p-values adjusted for being several by Holm's step-down (1979; R's p.adjust): the k-th smallest of m times m − k + 1, never below one before it nor
 * above 1. In the order given.
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, at) => at).sort((a, b) => ps[a]! - ps[b]! || a - b);
  const adjusted = new Array<number>(ps.length);
  let most = 0;
  order.forEach((at, k) => {
    most = Math.max(most, Math.min(1, ps[at]! * (ps.length - k)));
    adjusted[at] = most;
  });
  return adjusted;
}
