import type { Ranked } from '../board/context';
import { firmKey, firmName } from '../board/cell';
import { frameRows } from '../distribution/frame';
import { STATUS } from '../scored';
import { UNKNOWN, segmentCodes } from '../segment';
import { robustScale } from '../statistics/robust-scale';
import { sortedOf } from '../statistics/sorted';
import type { ReasonCard } from './format';
import { orNull } from './picture';
import { type Looked, yearFigures } from './year-figures';

const NEAREST = 5;

/**
 * The five ranked firms of the same industry and year that are most like a firm: mean of |difference| ÷ (MAD ÷ 0.6745) over the scheme's groups and the
 * growth, of the axes both have; more than half of the firm's own are needed. An axis on which all peers are equal separates nobody and is left out. None
 * where the industry is unknown. Equal distances by firm key.
 */
export function nearestPeers(ctx: Ranked, row: number, looked: Looked): ReasonCard['peers'] {
  const { panel, totals } = ctx;
  const year = panel.year[row]!;
  const all = frameRows(ctx, { year, segment: {} });
  const places = industryPlaces(ctx, all, row);
  const { growth, comparable, technology } = yearFigures(ctx, year, looked);
  const isRanked = (at: number): boolean => totals.status[all[at]!] === STATUS.ranked;
  const axes = [
    ...totals.groups.map((group) => Float64Array.from(places, (at) => (isRanked(at) ? group[all[at]!]! : NaN))),
    Float64Array.from(places, (at) => comparable.values[at]!),
  ];
  const own = places.indexOf(all.indexOf(row));
  const distance = distancesFrom(axes, own);
  return Array.from(places, (at, k) => ({ at, distance: distance[k]! }))
    .filter(({ at, distance: apart }, k) => k !== own && isRanked(at) && !Number.isNaN(apart))
    .sort((a, b) => a.distance - b.distance || a.at - b.at)
    .slice(0, NEAREST)
    .map(({ at, distance: apart }) => ({
      firm: firmKey(panel, all[at]!),
      name: firmName(panel, all[at]!),
      distance: apart,
      growth: orNull(growth.rate.values[at]!),
      technology: orNull(technology.share.values[at]!),
      score: orNull(totals.score[all[at]!]!),
    }));
}

/** Positions of the firms of a row's industry, itself included; none where it is unknown. */
function industryPlaces(ctx: Ranked, rows: Int32Array, row: number): number[] {
  const industries = segmentCodes(ctx, 'industry');
  if (!industries) return [];
  const { codes, offsets, values } = industries;
  const codeOf = (of: number): number => codes[offsets ? offsets[of]! : of]!;
  const own = codeOf(row);
  if (values[own] === UNKNOWN) return [];
  return Array.from(rows.keys()).filter((at) => codeOf(rows[at]!) === own);
}

function distancesFrom(axes: readonly Float64Array[], own: number): Float64Array {
  const n = axes[0]!.length;
  const [sums, counts] = [new Float64Array(n), new Uint8Array(n)];
  let asked = 0;
  for (const axis of axes) {
    if (own < 0 || Number.isNaN(axis[own]!)) continue;
    const { scale } = robustScale(sortedOf(axis));
    if (!(scale > 0)) continue;
    asked++;
    for (let k = 0; k < n; k++) {
      if (Number.isNaN(axis[k]!)) continue;
      sums[k]! += Math.abs(axis[k]! - axis[own]!) / scale;
      counts[k]!++;
    }
  }
  return sums.map((sum, k) => (counts[k]! * 2 > asked ? sum / counts[k]! : NaN));
}
