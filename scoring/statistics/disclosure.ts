/** What stands behind a figure of a table. */
export interface Cell {
  /** Firms that contribute: those with a value other than 0 of a sum, those with a value of a count, a mean or a quantile. */
  readonly firms: number;
  /** Of a sum or a mean; null of a figure that is none. Contributions are taken as they are without their sign. */
  readonly sum: Contributions | null;
}

/** The total of all contributions and the two largest, 0 where there are fewer. */
export interface Contributions {
  readonly total: number;
  readonly first: number;
  readonly second: number;
}

/** What a table may show. Keep the numbers to yourself: who knows them comes closer to what they hide. */
export interface Guard {
  /** Fewest firms behind a count, a sum or a mean. */
  readonly firms: number;
  /** Fewest firms behind a median or another quantile: of five it is one of them. */
  readonly quantileFirms: number;
  /** p of the p % rule. */
  readonly percent: number;
}

export const GUARD: Guard = { firms: 5, quantileFirms: 10, percent: 10 };

/** Quantiles neither add up nor can be taken from each other; counts, sums and means with their n can. */
export type FigureKind = 'additive' | 'quantile';

/** Why a figure tells too much by itself: of few firms, or one of them nearly known to the second largest. */
export type Unsafe = 'few' | 'dominated';

/**
 * Whether a figure tells too much by itself (Hundepool et al., Handbook on Statistical Disclosure Control, section 4.2): it is of fewer than k firms; or by
 * the p % rule, as the total less the two largest contributions is below p % of the largest, which the second largest could then work out that closely.
 * A figure of no firm tells of none.
 */
export function unsafe({ firms, sum }: Cell, kind: FigureKind, guard: Guard = GUARD): Unsafe | null {
  if (firms === 0) return null;
  if (firms < (kind === 'quantile' ? guard.quantileFirms : guard.firms)) return 'few';
  return sum !== null && sum.total - sum.first - sum.second < (guard.percent / 100) * sum.first ? 'dominated' : null;
}

/** The cell of a sum: present values other than 0, each without its sign. */
export function sumCell(values: Float64Array): Cell {
  let [firms, total, first, second] = [0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (size - size !== 0 || size === 0) continue;
    firms++;
    total += size;
    if (size > first) [first, second] = [size, first];
    else if (size > second) second = size;
  }
  return { firms, sum: { total, first, second } };
}

/** What several cells tell together, if each firm is in one of them. */
export function joined(cells: readonly Cell[]): Cell {
  const firms = cells.reduce((all, cell) => all + cell.firms, 0);
  const sums = cells.flatMap(({ sum }) => (sum === null ? [] : [sum]));
  if (sums.length < cells.length) return { firms, sum: null };
  const [first = 0, second = 0] = sums.flatMap((sum) => [sum.first, sum.second]).sort((a, b) => b - a);
  return { firms, sum: { total: sums.reduce((all, { total }) => all + total, 0), first, second } };
}
