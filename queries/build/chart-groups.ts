import type { ChartSpec, Frame } from '../../scoring/distribution/format';
import type { Query } from '../define';
import { type ChartGiven, firmsSql } from './chart-firms';
import { averageRank, chartQuery, counted, figuresSql, figureTypes, membersStep, selectOf, step, together } from './chart-parts';
import { quoteText } from './quote';

/**
 * Groups against each other: a line of figures each, most firms first, then a line for each pair with Mann–Whitney's U of the first, Cliff's δ = 2U ÷ (n n′) − 1, A₁₂ and the difference of
 * medians. U comes from average ranks within the two. Without a choice the two groups with most firms.
 */
export function groupsSql({ measure, by, of }: Extract<ChartSpec, { is: 'groups' }>, frame: Frame, given: ChartGiven): Query | null {
  const years = frame.year === null ? given.years : [frame.year];
  const firms = firmsSql(given, { measures: { x: measure }, withHalves: true, by, years, frame: { segment: frame.segment, clauses: [] } });
  if (!firms) return null;
  const place = 'row_number() over (order by n desc, part)';
  const wanted = of.length > 0 ? `where part in (${of.map(quoteText).join(', ')})\nqualify ${place} <= 6` : `qualify ${place} <= 2`;
  const pair = [
    'a.part as a',
    'b.part as b',
    counted('a.n', 'n_a'),
    counted('b.n', 'n_b'),
    'u',
    '2 * u / (cast(a.n as double) * b.n) - 1 as cliff',
    'u / (cast(a.n as double) * b.n) as a12',
    'a.p50 - b.p50 as median_difference',
  ];
  return chartQuery('chart-groups', `${measure}: groups of ${by} against each other`, {
    steps: [
      ...firms.steps,
      membersStep(firms, ['x', ...(firms.hasHalves ? ['over', 'under'] : [])]),
      step('figures', `${selectOf(['part', ...figuresSql(firms)], 'members')}\ngroup by part`),
      step('groups', `select *, ${place} as place\nfrom figures\n${wanted}`),
      step('pairs', 'select a.part as a, b.part as b\nfrom groups as a\njoin groups as b on a.place < b.place'),
      step('mixed', `select a, b, part, x\nfrom pairs\njoin members on part in (a, b)\nwhere x is not null`),
      step('ranked', `select a, b, part, ${averageRank('x', ['a', 'b'])} as r\nfrom mixed`),
      step('sums', `select a, b, sum(r) - count(*) * (count(*) + 1) / 2e0 as u\nfrom ranked\nwhere part = a\ngroup by a, b`),
      step(
        'lines',
        together([
          'select 0 as line, place, * exclude (place)\nfrom groups',
          `${selectOf(['1 as line', 'a.place as place', 'b.place as second', ...pair], 'sums')}\njoin groups as a on a.part = sums.a\njoin groups as b on b.part = sums.b\nwhere a.n > 0 and b.n > 0`,
        ]),
      ),
    ],
    columns: {
      part: 'text?',
      ...figureTypes(firms),
      ...{ a: 'text?', b: 'text?', n_a: 'int?', n_b: 'int?', u: 'real?', cliff: 'real?', a12: 'real?', median_difference: 'real?' },
    },
    from: 'lines',
    order: 'line, place, second',
  });
}
