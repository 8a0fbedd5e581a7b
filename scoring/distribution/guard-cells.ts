import { type Answer, refused } from '../statistics/answer';
import type { HeatAnswer, MatrixAnswer } from './format';
import type { Guard } from './guard-counts';
import { isListed } from './guard-figures';

/**
 * A correlation matrix without pairs of too few firms: correlations are of ranks as much as of figures, and ask for as many firms as quantiles do. A refused pair keeps
 * its n unless that is small itself, then it is NaN.
 */
export function guardMatrix(guard: Guard, answer: MatrixAnswer): MatrixAnswer {
  const rows = guard.count(answer.rows);
  return { ...answer, rows, cells: answer.cells.map((row) => row.map((cell) => guardCorrelation(guard, cell))) };
}

/** One correlation; see `guardMatrix`. */
export function guardCorrelation(guard: Guard, answer: Answer): Answer {
  const { n, value } = answer;
  const isSmall = guard.isSmall(n);
  if (!isSmall && (value === null || n >= guard.limits.leastForQuantiles)) return answer;
  guard.note(isSmall ? 'small' : 'statistics');
  return refused('too_few', isSmall ? NaN : n);
}

type Cell = HeatAnswer['rows'][number]['cells'][number];

/**
 * A heat map without cells of too few firms: such a cell is refused as too few and its counts are NaN. A median and a 90th percentile ask for what `isListed` asks. The answer has no
 * totals, so that none gives a cell away; of a cell's firms and its n only one is listed where what is between them is small.
 */
export function guardHeat(guard: Guard, answer: HeatAnswer): HeatAnswer {
  return {
    ...answer,
    rows: answer.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => guardCell(guard, answer.statistic, cell)) })),
  };
}

function guardCell(guard: Guard, statistic: HeatAnswer['statistic'], cell: Cell): Cell {
  const { value, n, firms } = cell;
  const isSmall = guard.isSmall(n) || guard.isSmall(firms);
  if (isSmall) {
    guard.note('small');
    return { value: refused('too_few', NaN), n: NaN, firms: NaN };
  }
  const between = guard.isSmall(firms - n);
  // The share of the missing times the firms is how many there are.
  const hides =
    statistic === 'missing'
      ? between
      : (statistic === 'median' && !isListed(guard, n, 0.5)) || (statistic === 'p90' && !isListed(guard, n, 0.9));
  const isLost = hides && value.value !== null;
  if (isLost) guard.note(statistic === 'missing' ? 'small' : 'quantiles');
  if (between) guard.note('second');
  return { value: isLost ? refused('too_few', statistic === 'missing' ? NaN : n) : value, n, firms: between ? NaN : firms };
}
