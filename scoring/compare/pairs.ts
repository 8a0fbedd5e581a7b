import type { Ranked } from '../board/context';
import type { Segment } from '../board/format';
import { segmentView, yearOf } from '../board/segment-view';
import { earlierRow, type Panel } from '../panel';
import { keyedRows, keyedRowsOf } from '../year-rows';

/** One side of a comparison: a scored panel and a year of it. Both sides must be of one panel. */
export interface Side {
  readonly ranked: Ranked;
  readonly year: number;
}

/** Firms ranked in the segment on at least one side, each once: those of B's board by firm key, then those A's alone has. */
export interface Pairs {
  /** Rows of the panel; −1 where the firm has none in that year. */
  readonly rowA: Int32Array;
  readonly rowB: Int32Array;
  /** Rank in the segment; 0 a member without rank, −1 not a member or no row. */
  readonly rankA: Int32Array;
  readonly rankB: Int32Array;
}

/** Pairs the firms of two sides; within one year a firm's two rows are one and the same. */
export function pairFirms(a: Side, b: Side, segment: Segment): Pairs {
  const { panel } = a.ranked;
  if (b.ranked.panel !== panel) throw new Error('two panels cannot be compared');
  const ranksA = yearOf(a.ranked, segmentView(a.ranked, segment), a.year).ranks;
  const ranksB = yearOf(b.ranked, segmentView(b.ranked, segment), b.year).ranks;
  const rowsA = keyedRowsOf(panel, a.year);
  const rowsB = keyedRowsOf(panel, b.year);
  const placeInA = placesThere(panel, rowsB, b.year - a.year);
  const met = new Uint8Array(rowsA.length);
  const most = rowsA.length + rowsB.length;
  const pairs = { rowA: new Int32Array(most), rowB: new Int32Array(most), rankA: new Int32Array(most), rankB: new Int32Array(most) };
  let n = 0;
  const put = (atA: number, atB: number): void => {
    const rankA = atA < 0 ? -1 : ranksA[atA]!;
    const rankB = atB < 0 ? -1 : ranksB[atB]!;
    if (rankA <= 0 && rankB <= 0) return;
    pairs.rowA[n] = atA < 0 ? -1 : rowsA[atA]!;
    pairs.rowB[n] = atB < 0 ? -1 : rowsB[atB]!;
    pairs.rankA[n] = rankA;
    pairs.rankB[n++] = rankB;
  };
  for (let atB = 0; atB < rowsB.length; atB++) {
    const atA = placeInA ? placeInA[atB]! : atB;
    if (atA >= 0) met[atA] = 1;
    put(atA, atB);
  }
  for (let atA = 0; atA < rowsA.length; atA++) if (met[atA] === 0) put(atA, -1);
  return {
    rowA: pairs.rowA.subarray(0, n),
    rowB: pairs.rowB.subarray(0, n),
    rankA: pairs.rankA.subarray(0, n),
    rankB: pairs.rankB.subarray(0, n),
  };
}

/** Place of each row → place of the same firm in the year so many years before, −1 for none; null where it is the same year. */
function placesThere(panel: Panel, rows: Int32Array, back: number): Int32Array | null {
  if (back === 0) return null;
  const { place } = keyedRows(panel);
  const there = earlierRow(panel, back);
  return rows.map((row) => (there[row]! < 0 ? -1 : place[there[row]!]!));
}

/** The pairs ranked on both sides: their ranks, and their numbers among the pairs. */
export function rankedOnBoth({ rankA, rankB }: Pairs): { readonly a: Int32Array; readonly b: Int32Array; readonly at: Int32Array } {
  const at = new Int32Array(rankA.length);
  let n = 0;
  for (let i = 0; i < rankA.length; i++) if (rankA[i]! > 0 && rankB[i]! > 0) at[n++] = i;
  const own = at.slice(0, n);
  return { a: own.map((i) => rankA[i]!), b: own.map((i) => rankB[i]!), at: own };
}
