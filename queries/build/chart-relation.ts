import type { ChartSpec, Frame } from '../../scoring/distribution/format';
import type { Query } from '../define';
import { type ChartGiven, firmsSql } from './chart-firms';
import { averageRank, chartQuery, correlation, counted, selectOf, step, together } from './chart-parts';
import { quoteText } from './quote';

const BINS = 12;
const LEAST_IN_BIN = 10;

/**
 * Two measures: who has both (`part` `all`, and `selected`) with Pearson's r and Spearman's ρ as the correlation of average ranks; then medians of y in twelve bins of about equal counts of x (`median`), equal x never
 * parted, bins of fewer than ten left out.
 */
export function relationSql({ x, y }: Extract<ChartSpec, { is: 'relation' }>, frame: Frame, given: ChartGiven): Query | null {
  const years = frame.year === null ? given.years : [frame.year];
  const firms = firmsSql(given, { measures: { x, y }, years, frame });
  if (!firms) return null;
  const ranks = (from: string): string => selectOf(['x', 'y', `${averageRank('x')} as rx`, `${averageRank('y')} as ry`], from);
  const without = ['x is null and y is not null', 'x is not null and y is null', 'x is null and y is null'].map((test, at) =>
    counted(`(select count(*) from firms where ${test})`, ['without_x', 'without_y', 'without_both'][at]!),
  );
  const coefficients = [counted('count(*)', 'n'), `${correlation('x', 'y')} as pearson`, `${correlation('rx', 'ry')} as spearman`];
  const bin = [
    '2 as line',
    "'median' as part",
    counted('count(*)', 'n'),
    'min(x) as low',
    'quantile_cont(x, 0.5) as middle',
    'max(x) as high',
    ...['0.25', '0.5', '0.75'].map((p, at) => `quantile_cont(y, ${p}) as ${['q1', 'median', 'q3'][at]}`),
  ];
  return chartQuery('chart-relation', `${x} against ${y}`, {
    steps: [
      ...firms.steps,
      step('both_known', selectOf(['x', 'y', ...(firms.hasSelection ? ['selected'] : [])], 'firms\nwhere x is not null and y is not null')),
      step('ranked', ranks('both_known')),
      ...(firms.hasSelection ? [step('ranked_selected', ranks('both_known\nwhere selected'))] : []),
      // The bin of a firm is the first that ends behind those with less x; ends are at n · k ÷ 12, rounded.
      step('placed', 'select x, y, rank() over (order by x) - 1 as below, count(*) over () as n\nfrom both_known'),
      step(
        'binned',
        `select x, y, list_filter(range(1, ${BINS + 1}), lambda k: floor(n * k / ${BINS}e0 + 0.5) > below)[1] as bin\nfrom placed`,
      ),
      step(
        'lines',
        together([
          selectOf(['0 as line', "'all' as part", ...coefficients, ...without], 'ranked'),
          ...(firms.hasSelection ? [selectOf(['1 as line', "'selected' as part", ...coefficients], 'ranked_selected')] : []),
          `${selectOf(bin, 'binned')}\ngroup by bin\nhaving count(*) >= ${LEAST_IN_BIN}`,
        ]),
      ),
    ],
    columns: {
      ...{ part: 'text', n: 'int', without_x: 'int?', without_y: 'int?', without_both: 'int?', pearson: 'real?', spearman: 'real?' },
      ...{ low: 'real?', middle: 'real?', high: 'real?', q1: 'real?', median: 'real?', q3: 'real?' },
    },
    from: 'lines',
    order: 'line, low',
  });
}

/** Every pair of measures over the firms that have both, with its n; measures by number from 1, with their ids beside. null of Kendall's τ, which would look at every pair of firms. */
export function matrixSql({ measures, kind }: Extract<ChartSpec, { is: 'matrix' }>, frame: Frame, given: ChartGiven): Query | null {
  const years = frame.year === null ? given.years : [frame.year];
  const columns = Object.fromEntries(measures.map((id, at) => [`x${at + 1}`, id]));
  const firms = kind === 'kendall' ? null : firmsSql(given, { measures: columns, years, frame: { segment: frame.segment, clauses: [] } });
  if (!firms) return null;
  const long = measures.map((id, at) =>
    selectOf(
      [`${at + 1} as place`, `${quoteText(id)} as measure`, 'firm', 'year', `x${at + 1} as x`],
      `firms\nwhere x${at + 1} is not null`,
    ),
  );
  const pairs =
    'select a.place as place_a, b.place as place_b, a.measure as a, b.measure as b, a.x as xa, b.x as xb\nfrom long as a\njoin long as b on a.firm = b.firm and a.year = b.year and a.place < b.place';
  const ranked = [
    'place_a',
    'place_b',
    'a',
    'b',
    ...(['xa', 'xb'] as const).map((x) => `${averageRank(x, ['place_a', 'place_b'])} as r${x}`),
  ];
  const [from, one, other] = kind === 'spearman' ? (['ranked', 'rxa', 'rxb'] as const) : (['pairs', 'xa', 'xb'] as const);
  return chartQuery('chart-matrix', `${kind} correlation of every pair`, {
    steps: [
      ...firms.steps,
      step('long', together(long)),
      step('pairs', pairs),
      ...(kind === 'spearman' ? [step('ranked', selectOf(ranked, 'pairs'))] : []),
      step(
        'cells',
        `${selectOf(['place_a', 'place_b', 'a', 'b', counted('count(*)', 'n'), `${correlation(one, other)} as value`], from)}\ngroup by place_a, place_b, a, b`,
      ),
    ],
    columns: { a: 'text', b: 'text', n: 'int', value: 'real?' },
    from: 'cells',
    order: 'place_a, place_b',
  });
}
