import type { Ranked } from '../board/context';
import { STATUS } from '../scored';
import type { GroupPlace } from './format';

/**
 * Where a row's group points stand among the ranked ones of its peers: (number below + ½ · number equal) ÷ number ranked, itself included. Points within 1e-9 of
 * the full mark are equal. Of a row that is not ranked, or has no known peers, there is no place.
 */
export function groupPlaces({ scheme, totals }: Ranked, row: number, peers: Int32Array | null): GroupPlace[] {
  const isPlaced = totals.status[row] === STATUS.ranked;
  const ranked = isPlaced && peers ? peers.filter((other) => totals.status[other] === STATUS.ranked) : new Int32Array(0);
  return scheme.groups.map(({ id }, at) => {
    const points = totals.groups[at]!;
    const own = points[row]!;
    const slack = 1e-9 * Math.max(1, Math.abs(own));
    let sum = 0;
    for (const other of ranked) sum += points[other]! < own - slack ? 1 : points[other]! <= own + slack ? 0.5 : 0;
    return { id, above: ranked.length > 0 ? sum / ranked.length : null, n: ranked.length };
  });
}
