import type { Ranked } from '../board/context';
import { firmName } from '../board/cell';
import { countUpTo } from '../statistics/sorted';
import { wordIndex } from '../word-index';
import { rowsOfFirm } from '../year-rows';
import type { Frame } from './format';
import { frameRows } from './frame';
import { gatheredOf } from './gathered';
import type { Measured } from './measure';
import { MOST_PINS } from './pins';

/** A pinned firm in each year that has a board: its figure, and where it stands among the firms of the segment that year. */
export interface FirmPath {
  readonly firm: string;
  readonly name: string;
  readonly points: readonly {
    readonly year: number;
    readonly value: number | null;
    readonly percentile: number | null;
    readonly rank: number | null;
    readonly n: number;
  }[];
}

/** The path of each pinned firm in one measure. A year in which it is not in the segment, or has no figure, has none. */
export function pathsOf(ctx: Ranked, { segment, pins }: Pick<Frame, 'segment' | 'pins'>, measured: Measured): FirmPath[] {
  const years = ctx.years.map((year) => {
    const rows = frameRows(ctx, { year, segment });
    return {
      year,
      members: new Set(pins.length > 0 ? rows : []),
      sorted: pins.length > 0 ? gatheredOf(measured, rows).sorted : new Float64Array(0),
    };
  });
  return pins.slice(0, MOST_PINS).map((firm) => {
    const number = wordIndex(ctx.panel.firmKeys, firm);
    const own = number < 0 ? [] : Array.from(rowsOfFirm(ctx.panel, number));
    const last = own.at(-1);
    return {
      firm,
      name: last === undefined ? firm : firmName(ctx.panel, last),
      points: years.map(({ year, members, sorted }) => {
        const row = own.find((one) => ctx.panel.year[one] === year);
        const value = row !== undefined && members.has(row) ? measured.values[row]! : NaN;
        if (Number.isNaN(value)) return { year, value: null, percentile: null, rank: null, n: sorted.length };
        const upTo = countUpTo(sorted, value);
        return { year, value, percentile: upTo / sorted.length, rank: sorted.length - upTo + 1, n: sorted.length };
      }),
    };
  });
}
