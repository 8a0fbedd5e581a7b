import type { ChartSpec, Frame } from '../../scoring/distribution/format';
import type { Query } from '../define';
import { type ChartGiven, firmsSql, type FirmsSql } from './chart-firms';
import { chartQuery, counted, figuresSql, figureTypes, selectOf, step, together } from './chart-parts';
import { number } from './number';

/**
 * One measure: a line of figures of all and of the selected, then the bars. `part` is `all`, `selected`, `bin` (from `low` on and below `high`, the last one closed), `missing`, `zero`, `below`,
 * `above`. Edges are those of the chart.
 */
export function spreadSql({ measure }: Extract<ChartSpec, { is: 'spread' }>, frame: Frame, given: ChartGiven): Query | null {
  const years = frame.year === null ? given.years : [frame.year];
  const firms = firmsSql(given, { measures: { x: measure }, withHalves: true, years, frame });
  if (!firms || !given.bars) return null;
  const figures = [
    selectOf(['0 as line', "'all' as part", ...figuresSql(firms)], 'firms'),
    ...(firms.hasSelection ? [`${selectOf(['1 as line', "'selected' as part", ...figuresSql(firms)], 'firms')}\nwhere selected`] : []),
  ];
  return chartQuery('chart-spread', `${measure}: how it is spread`, {
    steps: [
      ...firms.steps,
      ...barSteps(given.bars, firms),
      step('lines', together([...figures, 'select * from bars', 'select * from apart'])),
    ],
    columns: {
      part: 'text',
      low: 'real?',
      high: 'real?',
      ...figureTypes(firms),
      ...(firms.hasSelection ? { selected: 'int?' as const } : {}),
    },
    from: 'lines',
    order: 'line, low',
  });
}

function barSteps({ edges, zeroApart }: NonNullable<ChartGiven['bars']>, { hasSelection }: FirmsSql): string[] {
  const list = (values: readonly number[]): string => `[${values.map(number).join(', ')}]`;
  const [first, last] = [number(edges[0]!), number(edges.at(-1)!)];
  const zero = zeroApart ? ' and x <> 0' : '';
  const count = (of: string, test: string | null): string[] => {
    const filtered = (tests: readonly (string | null)[]): string => {
      const kept = tests.filter((one) => one !== null);
      return kept.length > 0 ? `count(${of}) filter (where ${kept.join(' and ')})` : `count(${of})`;
    };
    return [counted(filtered([test]), 'n'), ...(hasSelection ? [counted(filtered([test, 'selected']), 'selected')] : [])];
  };
  const apart = (part: string, line: number, test: string): string =>
    selectOf([`${line} as line`, `'${part}' as part`, ...count('*', test)], 'firms');
  return [
    step('bins', `select unnest(${list(edges.slice(0, -1))}) as low, unnest(${list(edges.slice(1))}) as high`),
    step(
      'bars',
      `${selectOf(['2 as line', "'bin' as part", 'low', 'high', ...count('firm', null)], 'bins')}\nleft join firms on x >= low and (x < high or (x = high and high = ${last}))${zero}\ngroup by low, high`,
    ),
    step(
      'apart',
      together([
        apart('missing', 3, 'x is null'),
        ...(zeroApart ? [apart('zero', 4, 'x = 0')] : []),
        apart('below', 5, `x < ${first}${zero}`),
        apart('above', 6, `x > ${last}${zero}`),
      ]),
    ),
  ];
}
