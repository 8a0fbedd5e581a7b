import { wordCount } from '../column';
import type { Panel } from '../panel';
import { yearRows } from '../year-rows';

/** The panel's rows firm by firm, years ascending within a firm: a series stands side by side. Firm f is `order[starts[f] … starts[f + 1] − 1]`. */
export interface FirmOrder {
  readonly order: Int32Array;
  readonly starts: Int32Array;
}

const known = new WeakMap<Panel, FirmOrder>();

/** Rows by firm and year. Computed once a panel. */
export function firmOrder(panel: Panel): FirmOrder {
  let found = known.get(panel);
  if (!found) known.set(panel, (found = findOrder(panel)));
  return found;
}

function findOrder(panel: Panel): FirmOrder {
  const starts = new Int32Array(wordCount(panel.firmKeys) + 1);
  for (let row = 0; row < panel.rows; row++) starts[panel.firm[row]! + 1]!++;
  for (let firm = 1; firm < starts.length; firm++) starts[firm]! += starts[firm - 1]!;
  const next = starts.slice();
  const order = new Int32Array(panel.rows);
  for (const row of yearRows(panel).rows) order[next[panel.firm[row]!]!++] = row;
  return { order, starts };
}
