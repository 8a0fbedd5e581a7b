import type { Ranked } from '../board/context';
import { type Answer, found, refused } from '../statistics/answer';
import { giniOfSorted } from '../statistics/lorenz';
import { quantileOfSorted } from '../statistics/quantile';
import { gatherPart, meanOf, type Gathered } from './figures';
import type { ChartSpec, Frame, HeatAnswer } from './format';
import { frameRows, partsOf } from './frame';
import type { Measured } from './measure';
import { membersOf } from './segments';

type Spec = Extract<ChartSpec, { is: 'heat' }>;
type Cell = HeatAnswer['rows'][number]['cells'][number];

/** One statistic in every part of a dimension and every year; null where the data do not offer the dimension. A part without firms in a year is refused there. */
export function heatOf(ctx: Ranked, spec: Spec, frame: Frame, measured: Measured): HeatAnswer | null {
  const rows = new Map<string, { name: HeatAnswer['rows'][number]['name']; cells: Cell[]; firms: number }>();
  let overlaps = false;
  const nobody: Cell = { value: refused('too_few', 0), n: 0, firms: 0 };
  for (const [at, year] of ctx.years.entries()) {
    const own = frameRows(ctx, { year, segment: frame.segment });
    const parts = partsOf(ctx, spec.by, own);
    if (!parts) return null;
    overlaps ||= parts.overlaps;
    parts.values.forEach((value, part) => {
      const members = membersOf(parts, part);
      if (members.length === 0) return;
      const gathered = gatherPart(measured, own, members);
      let row = rows.get(value);
      if (!row) rows.set(value, (row = { name: parts.names[part]!, cells: ctx.years.map(() => nobody), firms: 0 }));
      row.cells[at] = { value: statisticOf(spec.statistic, gathered, members.length), n: gathered.sorted.length, firms: members.length };
      row.firms += members.length;
    });
  }
  return {
    is: 'heat',
    measure: measured.facts,
    by: spec.by,
    statistic: spec.statistic,
    years: ctx.years,
    rows: [...rows]
      .sort(([a, one], [b, other]) => other.firms - one.firms || (a < b ? -1 : 1))
      .map(([value, { name, cells }]) => ({ value, name, cells })),
    overlaps,
  };
}

function statisticOf(statistic: Spec['statistic'], { sorted }: Gathered, firms: number): Answer {
  switch (statistic) {
    case 'median':
      return quantileOfSorted(sorted, 0.5);
    case 'p90':
      return quantileOfSorted(sorted, 0.9);
    case 'mean': {
      const mean = meanOf(sorted);
      return mean === null ? refused('too_few', sorted.length) : found(mean, sorted.length);
    }
    case 'gini':
      return giniOfSorted(sorted);
    case 'n':
      return found(sorted.length, sorted.length);
    case 'missing':
      return found((firms - sorted.length) / firms, firms);
  }
}
