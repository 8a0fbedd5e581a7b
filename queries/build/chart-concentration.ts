import type { ChartSpec, Frame } from '../../scoring/distribution/format';
import type { Query } from '../define';
import { type ChartGiven, firmsSql } from './chart-firms';
import { chartQuery, counted, GINI, selectOf, step, together } from './chart-parts';

const TOPS = [1, 5, 10, 20] as const;

/**
 * Concentration year by year, and where the frame is of every year a line of all (`year` NULL): Gini, Theil's T, HHI, 1 ÷ HHI and the shares of the largest. NULL of negative figures, of nothing but zeros, and of
 * a share of more firms than there are. A year without figures has no line.
 */
export function concentrationSql({ measure }: Extract<ChartSpec, { is: 'concentration' }>, frame: Frame, given: ChartGiven): Query | null {
  const firms = firmsSql(given, { measures: { x: measure }, years: given.years, frame: { segment: frame.segment, clauses: [] } });
  if (!firms) return null;
  const slices = [
    selectOf([counted('year', 'slice'), 'x'], 'firms\nwhere x is not null'),
    ...(frame.year === null ? [selectOf(['cast(null as integer) as slice', 'x'], 'firms\nwhere x is not null')] : []),
  ];
  const places = [
    'slice',
    'x',
    'row_number() over (partition by slice order by x) as i',
    'row_number() over (partition by slice order by x desc) as top',
    'count(*) over (partition by slice) as n',
    'sum(x) over (partition by slice) as total',
  ];
  const whole = (sql: string, more = ''): string => `case when min(x) >= 0 and sum(x) > 0${more} then ${sql} end`;
  const hhi = 'sum((x / total) ** 2)';
  return chartQuery('chart-concentration', `${measure}: how concentrated it is`, {
    steps: [
      ...firms.steps,
      step('slices', together(slices)),
      step('ordered', selectOf(places, 'slices')),
      step(
        'figures',
        `${selectOf(
          [
            'slice as year',
            counted('max(n)', 'n'),
            `${GINI} as gini`,
            `${whole('avg(case when x > 0 then x * n / total * ln(x * n / total) else 0 end)')} as theil`,
            `${whole(hhi)} as hhi`,
            `${whole(`1 / ${hhi}`)} as effective`,
            ...TOPS.map((k) => `${whole(`sum(x) filter (where top <= ${k}) / sum(x)`, ` and max(n) >= ${k}`)} as cr${k}`),
          ],
          'ordered',
        )}\ngroup by slice`,
      ),
    ],
    columns: {
      year: 'int?',
      n: 'int',
      gini: 'real?',
      theil: 'real?',
      hhi: 'real?',
      effective: 'real?',
      ...Object.fromEntries(TOPS.map((k) => [`cr${k}`, 'real?' as const])),
    },
    from: 'figures',
    order: 'year nulls last',
  });
}
