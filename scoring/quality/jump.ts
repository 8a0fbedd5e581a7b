import type { Panel } from '../panel';
import { firmOrder } from './firm-order';
import type { Logged } from './logged';
import type { Peers } from './peers';
import { RowList } from './row-list';
import { FIT } from './slip-series';
import { LogCounts } from './spread';

/** Least growth or fall that is a jump: a factor 5 in a year. */
const LEAST = Math.log10(5);
/** Robust deviations from the year's usual growth. */
const FAR = 6;
/** A quarter more or less a year (log 10) is usual anywhere. */
const LEAST_SCALE = 0.1;
/** Growth rates have exponential, not normal tails (Stanley et al., Nature 379, 1996): with enough pairs the spread also follows the 99th per cent. */
const TAIL_PAIRS = 200;
/** Fewer pairs of years have no usual growth. */
const LEAST_PAIRS = 10;

/**
 * Figures that grew or fell by a factor 5 or more in a year, and beyond six robust deviations of what the field does in that year.
 * Only of fields that are never negative: what changes sign has no growth. A way back to the old level is not told a second time.
 * `measure` is the ratio to the year before, a slip in either taken out.
 */
export function findJumps(panel: Panel, { figures, logs }: Logged, peers: Peers): RowList {
  const { order } = firmOrder(panel);
  const found = new RowList();
  const { values } = figures.column;
  const growth = growthOf(logs, peers.follows);
  const counts = new LogCounts(peers.years);
  counts.addAll(growth, peers.year);
  const spread = counts.spread(LEAST_PAIRS);
  const usual = spread.centre.map((middle) => middle || 0);
  const half = counts.deviationAt(usual, 0.5, LEAST_PAIRS) || 0;
  const tail = counts.deviationAt(usual, 0.99, TAIL_PAIRS) || 0;
  const scale = Math.max(LEAST_SCALE, 1.4826 * half, tail / 3);
  let last = -2;
  for (let i = 0; i < growth.length; i++) {
    const move = growth[i]!;
    if (!(Math.abs(move) >= LEAST)) continue;
    const noise = figures.kind === 'count' ? countNoise(logs[i]!, logs[i - 1]!) : 0;
    if (Math.abs(move - usual[peers.year[i]!]!) < FAR * Math.sqrt(scale * scale + noise)) continue;
    if (last === i - 1 && Math.abs(move + growth[last]!) <= FIT) continue;
    const ratio = values[order[i]!]! / values[order[i - 1]!]!;
    // Slips taken out of the logs are whole powers of ten.
    found.add(order[i]!, ratio * 10 ** Math.round(move - Math.log10(ratio)));
    last = i;
  }
  return found;
}

/** Log growth on the year before, in firm order; NaN where that year is not there. */
function growthOf(logs: Float64Array, follows: Uint8Array): Float64Array {
  const growth = new Float64Array(logs.length);
  for (let i = 0; i < growth.length; i++) growth[i] = follows[i] === 1 ? logs[i]! - logs[i - 1]! : NaN;
  return growth;
}

/** Variance of the log ratio of two counts that only chance sets apart (Poisson): one patent and ten are not far from each other. */
function countNoise(one: number, other: number): number {
  return Math.LOG10E ** 2 * (10 ** -one + 10 ** -other);
}
