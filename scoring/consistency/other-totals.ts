import type { Ranked } from '../board/context';
import { firmKey, firmName } from '../board/cell';
import { agreementOf, largestShifts, ranksOf } from '../compare-totals/agreement';
import { copeland, MOST_FIRMS } from '../compare-totals/copeland';
import { topsis } from '../compare-totals/topsis';
import type { ConsistencyAsk, OtherTotal, OtherTotals } from './format';
import { aboutOf, meanWeights, membersOf, scoredShares } from './shares';

const TOPS = [10, 20, 50, 100, 200, 500];
const SHIFTS = 10;
/** Steps of rank on either side of the picture. */
const CELLS = 40;

/**
 * The ranked firms of a segment and year under TOPSIS and Copeland, with the official weights and gaps taken as the score takes them; bonus groups
 * take part, deductions and the cap do not. Ranks of both lists are counted among the firms that have both. Where stages weigh differently one set
 * of weights fits nobody: refused, choose one stage.
 */
export function otherTotalsOf(ctx: Ranked, { year, segment }: Omit<ConsistencyAsk, 'kind'>): OtherTotals {
  const members = membersOf(ctx, segment, year);
  const rows = members.ranked;
  const { shares, differ } = meanWeights(ctx, rows);
  const refused = differ ? 'stages_differ' : rows.length < 3 ? 'too_few' : null;
  const columns = refused ? [] : scoredShares(ctx, rows);
  const list = (is: OtherTotal['is']): OtherTotal => {
    if (refused) return { ...NOTHING, is, reason: refused };
    if (is === 'topsis') {
      const { values, reason } = topsis(columns, shares);
      return compared(ctx, rows, { is, values, reason, undefinedPairs: 0, pairs: 0 });
    }
    const { scores, ...facts } = copeland(columns, shares);
    return compared(ctx, rows, { is, values: Float64Array.from(scores), ...facts });
  };
  return { about: aboutOf(ctx, members, year), lists: [list('topsis'), list('copeland')], mostFirms: MOST_FIRMS };
}

const NOTHING = { n: 0, leftOut: 0, undefinedPairs: 0, pairs: 0, agreement: null, shifts: [], grid: [], cells: CELLS } as const;

type Found = Pick<OtherTotal, 'is' | 'reason' | 'undefinedPairs' | 'pairs'> & { readonly values: Float64Array };

function compared(ctx: Ranked, rows: Int32Array, { values, ...facts }: Found): OtherTotal {
  if (facts.reason) return { ...NOTHING, ...facts };
  const kept = rows.filter((_, at) => !Number.isNaN(values[at]!));
  const leftOut = rows.length - kept.length;
  if (kept.length < 3) return { ...NOTHING, ...facts, reason: 'too_few', leftOut };
  const official = ranksOf(Float64Array.from(kept, (row) => ctx.totals.score[row]!));
  const other = ranksOf(values.filter((value) => !Number.isNaN(value)));
  const n = kept.length;
  return {
    ...facts,
    n,
    leftOut,
    agreement: agreementOf(
      official,
      other,
      TOPS.filter((top) => top < n),
    ),
    shifts: largestShifts(official, other, SHIFTS).map((at) => ({
      firm: firmKey(ctx.panel, kept[at]!),
      name: firmName(ctx.panel, kept[at]!),
      official: official[at]!,
      other: other[at]!,
    })),
    grid: gridOf(official, other),
    cells: CELLS,
  };
}

function gridOf(official: Int32Array, other: Int32Array): number[] {
  const grid = new Array<number>(CELLS * CELLS).fill(0);
  const cellOf = (rank: number): number => Math.min(CELLS - 1, Math.floor(((rank - 1) / official.length) * CELLS));
  for (let at = 0; at < official.length; at++) grid[cellOf(other[at]!) * CELLS + cellOf(official[at]!)]!++;
  return grid;
}
