import type { Curve } from './format';
import { type Guard, isDominated } from './guard-counts';

export const NO_CURVE: Curve = { at: [], height: [] };

/**
 * Steps of a cumulated share, thinned: at least `least` firms stand at or below the first, between one and the next, and above the last, so that the curve
 * neither begins at the least figure nor ends at the greatest.
 */
export function guardSteps(guard: Guard, curve: Curve, n: number): Curve {
  const kept = keptSteps(guard, countsOf(curve, n), n);
  guard.note('steps', curve.at.length - kept.length);
  return picked(curve, kept);
}

/**
 * Both curves of an answer. Where a step stands in both, those who are not selected can be counted up to there: since the last such step, and beyond this one, they
 * are none or not too few.
 */
export function guardBothSteps(
  guard: Guard,
  { all, selected }: { readonly all: Curve; readonly selected: Curve | null },
  n: number,
  selectedN: number,
): { readonly all: Curve; readonly selected: Curve | null } {
  const kept = guardSteps(guard, all, n);
  if (!selected) return { all: kept, selected };
  const upTo = new Map(kept.at.map((at, step) => [at, Math.round(kept.height[step]! * n)]));
  const counts = countsOf(selected, selectedN);
  const steps: number[] = [];
  let last = 0;
  let restBefore = 0;
  for (const step of keptSteps(guard, counts, selectedN)) {
    if (counts[step]! - last < guard.limits.least) continue;
    const both = upTo.get(selected.at[step]!);
    const rest = both === undefined ? restBefore : both - counts[step]!;
    if (both !== undefined && (guard.isSmall(rest - restBefore) || guard.isSmall(n - selectedN - rest))) continue;
    steps.push(step);
    last = counts[step]!;
    restBefore = rest;
  }
  guard.note('steps', selected.at.length - steps.length);
  return { all: kept, selected: picked(selected, steps) };
}

function countsOf({ height }: Curve, n: number): number[] {
  return height.map((share) => Math.round(share * n));
}

function keptSteps({ limits }: Guard, counts: readonly number[], n: number): number[] {
  const kept: number[] = [];
  let last = 0;
  counts.forEach((count, step) => {
    if (count - last < limits.least || n - count < limits.least) return;
    kept.push(step);
    last = count;
  });
  return kept;
}

function picked({ at, height }: Curve, steps: readonly number[]): Curve {
  return { at: steps.map((step) => at[step]!), height: steps.map((step) => height[step]!) };
}

/** A curve between two figures only; the part beyond would show the outermost firms. */
export function guardRange(guard: Guard, curve: Curve | null, range: { readonly low: number; readonly high: number } | null): Curve | null {
  if (!curve) return null;
  const steps = curve.at.flatMap((at, step) => (range && at >= range.low && at <= range.high ? [step] : []));
  if (steps.length < curve.at.length) guard.note('firms', curve.at.length - steps.length);
  return steps.length < 2 ? null : picked(curve, steps);
}

/**
 * Whether the sum of the figures behind steps rests on one or two firms, by their size, signs aside. `mean` gives the sum where nothing is below 0; of steps that
 * leave some out, the second largest counts as no more than the step before the last.
 */
export function stepsAreDominated(guard: Guard, curve: Curve, n: number, mean: number | null): boolean {
  const counts = countsOf(curve, n);
  // A curve that does not reach everybody was thinned by a guard: its ends are unknown.
  if (counts.at(-1) !== n) return false;
  const parts = curve.at.map((at, step) => ({ size: Math.abs(at), firms: counts[step]! - (counts[step - 1] ?? 0) }));
  const hasNegative = curve.at[0]! < 0;
  const total = hasNegative || mean === null ? parts.reduce((all, { size, firms }) => all + size * firms, 0) : mean * n;
  const [first, second] = parts.sort((a, b) => b.size - a.size);
  if (!first) return false;
  const next = first.firms > 1 ? first.size : (second?.size ?? 0);
  return isDominated(guard, first.size, next, total - first.size - next);
}
