import { REASONS } from '../column';
import { STATUSES } from '../scored';
import { quantileOfSorted } from '../statistics/quantile';
import { sortedOf } from '../statistics/sorted';
import type { Account, Quantiles } from './format';
import { INFINITE, UNRANKED, type Measured } from './measure';

/** The figures of some rows: those present in ascending order, and where the others went. */
export interface Gathered {
  readonly sorted: Float64Array;
  /** Rows looked at by byte of reason. */
  readonly counts: Int32Array;
  readonly zero: number;
  readonly negative: number;
  /** Σ over and Σ under of rows that have both; null where the measure is no ratio or nobody has both. */
  readonly pooled: number | null;
}

/** The figures of rows; `take` leaves out the positions where it is 0. */
export function gather(
  measured: Pick<Measured, 'values' | 'reasons' | 'ratio'>,
  rows: Int32Array,
  take: Uint8Array | null = null,
): Gathered {
  const { values, reasons } = measured;
  const present = new Float64Array(rows.length);
  const counts = new Int32Array(256);
  let n = 0;
  let zero = 0;
  let negative = 0;
  for (let i = 0; i < rows.length; i++) {
    if (take && take[i] === 0) continue;
    const row = rows[i]!;
    const reason = reasons[row]!;
    counts[reason]!++;
    if (reason !== 0) continue;
    const value = values[row]!;
    present[n++] = value;
    if (value === 0) zero++;
    else if (value < 0) negative++;
  }
  return { sorted: sortedOf(present.subarray(0, n)), counts, zero, negative, pooled: pooledOf(measured, rows, take) };
}

/** The figures of the members of a part: positions in `rows`. */
export function gatherPart(measured: Pick<Measured, 'values' | 'reasons' | 'ratio'>, rows: Int32Array, members: Int32Array): Gathered {
  return gather(
    measured,
    members.map((position) => rows[position]!),
  );
}

function pooledOf({ ratio }: Pick<Measured, 'ratio'>, rows: Int32Array, take: Uint8Array | null): number | null {
  if (!ratio) return null;
  let over = 0;
  let under = 0;
  for (let i = 0; i < rows.length; i++) {
    if (take && take[i] === 0) continue;
    const [a, b] = [ratio.over[rows[i]!]!, ratio.under[rows[i]!]!];
    // Of a difference with itself only finite numbers leave 0.
    if (a - a === 0 && b - b === 0) {
      over += a;
      under += b;
    }
  }
  const pooled = over / under;
  return Number.isFinite(pooled) ? pooled : null;
}

/** Where the rows went: present, and left by reason. Adds up to the rows. */
export function accountOf({ sorted, counts, zero, negative }: Gathered): Account {
  const left: { why: Account['left'][number]['why']; count: number }[] = [];
  let rows = 0;
  for (let byte = 0; byte < counts.length; byte++) {
    rows += counts[byte]!;
    if (byte > 0 && counts[byte]! > 0) left.push({ why: whyOf(byte), count: counts[byte]! });
  }
  return { rows, present: sorted.length, left: left.sort((a, b) => b.count - a.count || (a.why < b.why ? -1 : 1)), zero, negative };
}

function whyOf(byte: number): Account['left'][number]['why'] {
  if (byte === INFINITE) return 'infinite';
  return byte >= UNRANKED ? STATUSES[byte - UNRANKED]! : REASONS[byte]!;
}

/** The line a table says of some figures. */
export function quantilesOf({ sorted, counts, zero, pooled }: Gathered): Quantiles {
  const at = (p: number): number | null => quantileOfSorted(sorted, p).value;
  const n = sorted.length;
  const rows = counts.reduce((sum, count) => sum + count, 0);
  return {
    n,
    missing: rows - n,
    zero,
    p5: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    mean: meanOf(sorted),
    pooled,
  };
}

/** Mean of figures in ascending order, so that it does not hang on the order of rows; null of none. */
export function meanOf(sorted: Float64Array): number | null {
  if (sorted.length === 0) return null;
  let sum = 0;
  let lost = 0;
  // Neumaier's sum: the digits a large figure takes from small ones are kept beside.
  for (const value of sorted) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  const mean = (sum + lost) / sorted.length;
  return Number.isFinite(mean) ? mean : null;
}

/** Whether a logarithm would show more: the greatest is more than 50 times the median, and nothing is below 0. */
export function suggestsLog({ sorted, negative }: Gathered): boolean {
  const median = quantileOfSorted(sorted, 0.5).value;
  return negative === 0 && median !== null && median > 0 && sorted[sorted.length - 1]! > 50 * median;
}
