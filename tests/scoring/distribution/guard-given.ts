import type { Account, MeasureFacts, Quantiles, SegmentRow } from '../../../scoring/distribution/format';
import type { Answer } from '../../../scoring/statistics/answer';

export const LIMITS = { least: 5, leastForQuantiles: 10, share: 10 };

export const MEASURE: MeasureFacts = {
  id: 'field:revenue',
  name: { zh: '营业收入', en: 'Revenue' },
  kind: 'money',
  unit: '元',
  logUnit: 1,
  definition: null,
};

/** P5 … P95 are 5 … 95 times `of`. */
export function figuresOf(n: number, more: Partial<Quantiles> = {}, of = 1): Quantiles {
  const quantiles = { p5: 5 * of, p10: 10 * of, p25: 25 * of, p50: 50 * of, p75: 75 * of, p90: 90 * of, p95: 95 * of };
  return { n, missing: 0, zero: 0, ...quantiles, mean: 50 * of, pooled: null, ...more };
}

export function accountOf(present: number, left: readonly number[] = [], more: Partial<Account> = {}): Account {
  const whys = ['blank', 'not_collected', 'unreadable'] as const;
  return {
    rows: present + left.reduce((sum, count) => sum + count, 0),
    present,
    left: left.map((count, at) => ({ why: whys[at]!, count })),
    zero: 0,
    negative: 0,
    ...more,
  };
}

export function rowOf(value: string, figures: Quantiles, more: Partial<SegmentRow> = {}): SegmentRow {
  return { value, name: null, figures, selected: 0, letters: null, box: null, density: null, bars: null, beyond: 0, ...more };
}

export const found = (value: number, n: number): Answer => ({ value, reason: null, n });
export const few = (n: number): Answer => ({ value: null, reason: 'too_few', n });

/**
 * Which unknowns of some linear relations (Σ coefficient · unknown = known) have one solution only: the columns that stand alone in a row of the reduced
 * echelon form. Gauss–Jordan with a tolerance; coefficients here are 1 and −1.
 */
export function determined(relations: readonly (readonly number[])[], unknowns: number): number[] {
  const rows = relations.map((relation) => [...relation]);
  let top = 0;
  for (let column = 0; column < unknowns && top < rows.length; column++) {
    const pivot = rows.findIndex((row, at) => at >= top && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [rows[top], rows[pivot]] = [rows[pivot]!, rows[top]!];
    const factor = rows[top]![column]!;
    rows[top] = rows[top]!.map((value) => value / factor);
    rows.forEach((row, at) => {
      const times = row[column]!;
      if (at !== top && Math.abs(times) > 1e-9) rows[at] = row.map((value, k) => value - times * rows[top]![k]!);
    });
    top++;
  }
  return rows.flatMap((row) => {
    const held = row.flatMap((value, column) => (Math.abs(value) > 1e-9 ? [column] : []));
    return held.length === 1 ? held : [];
  });
}
