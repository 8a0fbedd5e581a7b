import type { ChartSpec, Frame } from '../../scoring/distribution/format';
import type { Query } from '../define';
import { type ChartGiven, firmsSql } from './chart-firms';
import { chartQuery, counted, selectOf, step, together } from './chart-parts';

/** What each part adds to the change of the mean, m of the stayers: m₂ − m₁, w(m − m₂) of entrants, w(m₁ − m) of leavers (Melitz & Polanec 2015). */
const CONTRIBUTION = `case part
    when 'stayers' then mean_after - mean_before
    when 'entrants' then n / cast(n + stayers as double) * (coalesce(mean_after, stay_after) - stay_after)
    when 'leavers' then n / cast(n + stayers as double) * (stay_before - coalesce(mean_before, stay_before))
  end`;

/** Two years: n, medians and means of the firms of both (`stayers`), of the later and of the earlier alone, and of each year; and how stayers moved. */
export function changeSql({ measure, from }: Extract<ChartSpec, { is: 'change' }>, frame: Frame, given: ChartGiven): Query | null {
  const to = frame.year ?? given.years.at(-1);
  const earlier = given.years.filter((year) => to !== undefined && year < to);
  const before = from !== null && earlier.includes(from) ? from : earlier.at(-1);
  if (to === undefined || before === undefined) return null;
  const firms = firmsSql(given, { measures: { x: measure }, years: [before, to], frame: { segment: frame.segment, clauses: [] } });
  if (!firms) return null;
  const middle = [
    'quantile_cont(one, 0.5) as median_before',
    'quantile_cont(two, 0.5) as median_after',
    'avg(one) as mean_before',
    'avg(two) as mean_after',
  ];
  const moved = (part: string, line: number, sign: string): string =>
    selectOf([`${line} as line`, `'${part}' as part`, counted(`count(*) filter (where two - one ${sign} 0)`, 'n')], 'paired');
  return chartQuery('chart-change', `${measure}: ${before} against ${to}`, {
    steps: [
      ...firms.steps,
      step(
        'paired',
        `select\n  firm,\n  max(x) filter (where year = ${before}) as one,\n  max(x) filter (where year = ${to}) as two\nfrom firms\nwhere x is not null\ngroup by firm`,
      ),
      step(
        'named',
        `select *, case when two is null then 'leavers' when one is null then 'entrants' else 'stayers' end as part\nfrom paired`,
      ),
      step(
        'parts',
        `select part, coalesce(n, 0) as n, median_before, median_after, mean_before, mean_after\nfrom (select unnest(['stayers', 'entrants', 'leavers']) as part)\nleft join (\n${selectOf(['part', 'count(*) as n', ...middle], 'named')}\ngroup by part\n) using (part)`,
      ),
      step('stay', "select n as stayers, mean_before as stay_before, mean_after as stay_after\nfrom parts\nwhere part = 'stayers'"),
      step(
        'lines',
        together([
          `${selectOf(['1 as line', 'part', counted('n', 'n'), 'median_before', 'median_after', 'mean_before', 'mean_after', `${CONTRIBUTION} as contribution`], 'parts')}\ncross join stay`,
          selectOf(
            ['0 as line', "'before' as part", counted('count(one)', 'n'), ...middle.filter((one) => one.endsWith('before'))],
            'paired',
          ),
          selectOf(
            ['0 as line', "'after' as part", counted('count(two)', 'n'), ...middle.filter((one) => one.endsWith('after'))],
            'paired',
          ),
          moved('up', 2, '>'),
          moved('down', 3, '<'),
          moved('same', 4, '='),
        ]),
      ),
    ],
    columns: {
      part: 'text',
      n: 'int',
      median_before: 'real?',
      median_after: 'real?',
      mean_before: 'real?',
      mean_after: 'real?',
      contribution: 'real?',
    },
    from: 'lines',
    order: 'line, part desc',
  });
}
