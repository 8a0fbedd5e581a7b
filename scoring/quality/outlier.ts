import type { Panel } from '../panel';
import { firmOrder } from './firm-order';
import type { Logged } from './logged';
import type { Peers, PeerSpread } from './peers';
import { RowList } from './row-list';

/**
 * Robust z beyond which a figure is an outlier. Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993) take 3.5 for one sample; over a
 * million figures that is hundreds of honest ones, so 5 here.
 */
const FAR = 5;
/** Peers are never closer together than a factor 1.4, or 2 where they are counted. */
const LEAST_SCALE = { money: 0.15, count: 0.3 } as const;

/**
 * Figures far from those of the firm's year and industry, in logs: sizes of firms are spread by factors, not by sums.
 * In a field with long tails (contracts, investment) a third of the 99th per cent of all distances is the least spread.
 * Of a field that can be negative only the size counts, and only a large one: a profit near 0 is no outlier. `measure` is the robust z.
 */
export function findOutliers(panel: Panel, { figures, logs }: Logged, { set }: Peers, { centre, scale, tail }: PeerSpread): RowList {
  const found = new RowList();
  const least = figures.kind === 'count' ? LEAST_SCALE.count : LEAST_SCALE.money;
  const { order } = firmOrder(panel);
  const unit = scale.map((own) => Math.max(least, own, tail / 3));
  const high = centre.map((middle, of) => middle + FAR * unit[of]!);
  const low = centre.map((middle, of) => (figures.positive ? middle - FAR * unit[of]! : -Infinity));
  for (let i = 0; i < logs.length; i++) {
    const of = set[i]!;
    const log = logs[i]!;
    if (log > high[of]! || log < low[of]!) found.add(order[i]!, (log - centre[of]!) / unit[of]!);
  }
  return found;
}
