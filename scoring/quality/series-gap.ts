import type { Panel } from '../panel';
import { yearRows } from '../year-rows';
import { firmOrder } from './firm-order';
import type { Finding } from './format';
import { RowList } from './row-list';

/**
 * Firms with a year before and a year after, and not the one between. The row is that of the year after the gap, whose growth has nothing to
 * stand on; `measure` is how many years are missing. A year nobody has is no gap of a firm.
 */
export function findGaps(panel: Panel): Finding | null {
  const { order, starts } = firmOrder(panel);
  const number = new Map(yearRows(panel).years.map((year, at) => [year, at]));
  const found = new RowList();
  for (let firm = 0; firm + 1 < starts.length; firm++) {
    for (let i = starts[firm]! + 1; i < starts[firm + 1]!; i++) {
      const [year, before] = [panel.year[order[i]!]!, panel.year[order[i - 1]!]!];
      if (year - before <= 1) continue;
      const missing = number.get(year)! - number.get(before)! - 1;
      if (missing > 0) found.add(order[i]!, missing);
    }
  }
  return found.finding('series_gap', 'series_gap', null);
}
