import type { ChartSpec, Frame } from '../../scoring/distribution/format';
import type { Query } from '../define';
import { type ChartGiven, firmsSql } from './chart-firms';
import { chartQuery, counted, figuresSql, figureTypes, GINI, membersStep, selectOf, step, together } from './chart-parts';

/** A line of figures for each segment or year, highest median first, and one of all (`part` NULL), by the same formulas. */
export function segmentsSql({ measure, by }: Extract<ChartSpec, { is: 'segments' }>, frame: Frame, given: ChartGiven): Query | null {
  const isYear = by === 'year';
  const years = isYear || frame.year === null ? given.years : [frame.year];
  const firms = firmsSql(given, { measures: { x: measure }, withHalves: true, by: isYear ? null : by, years, frame });
  if (!firms) return null;
  const kept = ['x', ...(firms.hasHalves ? ['over', 'under'] : []), ...(firms.hasSelection ? ['selected'] : [])];
  const figures = [...figuresSql(firms), ...(firms.hasSelection ? [counted('count(*) filter (where selected)', 'selected')] : [])];
  const members = isYear
    ? step('members', selectOf(['cast(cast(year as integer) as varchar) as part', ...kept], 'firms'))
    : membersStep(firms, kept);
  const lines = [`${selectOf(['0 as line', 'part', ...figures], 'members')}\ngroup by part`, selectOf(['1 as line', ...figures], 'firms')];
  return chartQuery('chart-segments', `${measure} by ${by}`, {
    steps: [...firms.steps, members, step('lines', together(lines))],
    columns: { part: 'text?', ...figureTypes(firms), ...(firms.hasSelection ? { selected: 'int?' as const } : {}) },
    from: 'lines',
    order: isYear ? 'line, part' : 'line, p50 desc nulls last, n desc, part',
  });
}

const STATISTICS = {
  median: 'quantile_cont(x, 0.5)',
  mean: 'avg(x)',
  p90: 'quantile_cont(x, 0.9)',
  gini: GINI,
  n: 'cast(count(x) as double)',
  missing: '(count(*) - count(x)) / cast(count(*) as double)',
} as const;

/** One statistic by segment and year, segments with most firms first. A segment without firms in a year has no line there. */
export function heatSql({ measure, by, statistic }: Extract<ChartSpec, { is: 'heat' }>, frame: Frame, given: ChartGiven): Query | null {
  const firms = firmsSql(given, { measures: { x: measure }, by, years: given.years, frame: { segment: frame.segment, clauses: [] } });
  if (!firms) return null;
  // Places of missing figures come last and add nothing.
  const ordered = `select\n  *,\n  row_number() over (partition by part, year order by x nulls last) as i,\n  count(x) over (partition by part, year) as n\nfrom members`;
  const from = statistic === 'gini' ? 'ordered' : 'members';
  const cells = [
    'part',
    counted('year', 'year'),
    `${STATISTICS[statistic]} as value`,
    counted('count(x)', 'n'),
    counted('count(*)', 'firms'),
  ];
  return chartQuery('chart-heat', `${statistic} of ${measure} by ${by} and year`, {
    steps: [
      ...firms.steps,
      membersStep(firms, ['year', 'x']),
      ...(statistic === 'gini' ? [step('ordered', ordered)] : []),
      step('cells', `${selectOf(cells, from)}\ngroup by part, members.year`.replace('members.year', `${from}.year`)),
    ],
    columns: { part: 'text', year: 'int', value: 'real?', n: 'int', firms: 'int' },
    from: 'cells',
    order: 'sum(firms) over (partition by part) desc, part, year',
  });
}
