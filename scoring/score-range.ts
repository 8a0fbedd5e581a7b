import type { Scheme } from './scheme/format';
import type { Evaluated, IndicatorPoints, Weights } from './scored';
import { total } from './total';

/** The score with every interval of points at its lower end, which is the score that ranks, and at its upper end; NaN where the row has no score. */
export interface ScoreRange {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Whether experts choose points inside a band anywhere in a scheme. */
export function hasIntervals({ indicators }: Scheme): boolean {
  return indicators.some(({ rule }) =>
    (rule.is === 'best-of' ? rule.options.map((option) => option.rule) : [rule]).some(
      (plain) => plain.is === 'tiers' && plain.tiers.some(({ points }) => typeof points !== 'number'),
    ),
  );
}

/**
 * Lowest and highest score of some rows over the intervals of points, in the order of `rows`. Every step of a total rises with each indicator's points,
 * so that the two ends of the intervals are the two ends of the score. Equal where no interval was met. Only these rows are worked on.
 */
export function scoreRange(evaluated: Evaluated, weights: Weights, rows: Int32Array): ScoreRange {
  const some = someRows(evaluated, rows);
  const upper = { ...some, indicators: some.indicators.map((points) => (points.high ? { ...points, points: points.high } : points)) };
  return { low: total(some, weights).score, high: total(upper, weights).score };
}

/** An evaluation of some rows of another, by their places: what the total reads, and no more. */
export function someRows(evaluated: Evaluated, rows: Int32Array): Evaluated {
  const numbers = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row]!);
  const bytes = (column: Uint8Array): Uint8Array => Uint8Array.from(rows, (row) => column[row]!);
  return {
    ...evaluated,
    rows: rows.length,
    indicators: evaluated.indicators.map(({ points, reasons, high }): IndicatorPoints => ({
      points: numbers(points),
      reasons: bytes(reasons),
      hit: null,
      option: null,
      ...(high ? { high: numbers(high) } : {}),
    })),
    stage: Int16Array.from(rows, (row) => evaluated.stage[row]!),
    gates: evaluated.gates.map(bytes),
    vetoes: evaluated.vetoes.map(bytes),
    deductions: evaluated.deductions.map(numbers),
  };
}
