import type { Ranked } from '../board/context';
import { REASON } from '../column';
import { orderOf } from '../radix';
import { slackAt } from '../rules/result';
import { segmentCodes, UNKNOWN } from '../segment';
import { rowsOfYear } from '../year-rows';

/** A cell of fewer firms leans on the firms of its whole year. */
const LEAST_PEERS = 10;

/** By position among the rows of the year (`rowsOfYear`): where a figure stands among its peers, 0…1, and how many of the own industry have one. */
export interface PeerPercentile {
  /** NaN where the figure is missing. */
  readonly share: Float64Array;
  /** Firms of the same industry and year with a figure; below 10 the share is drawn towards that of the year. 0 of a firm without an industry. */
  readonly peers: Int32Array;
}

/**
 * Mid-rank in industry × year, (number below + ½ · number equal) ÷ n, of figures over all rows of the panel. A cell of n < 10 is shrunk: (n · p of the cell + 10 · p of the
 * year) ÷ (n + 10), and a firm whose industry is not known has the share of the year. Figures within 1e-9 (as in formulas) of the lowest of a run are equal.
 */
export function peerPercentile(ctx: Ranked, values: Float64Array, reasons: Uint8Array, year: number): PeerPercentile {
  const rows = rowsOfYear(ctx.panel, year);
  const figures = Float64Array.from(rows, (row) => (reasons[row] === REASON.present ? values[row]! : NaN));
  const { cell, cells } = cellsOf(ctx, rows);
  const counts = new Int32Array(cells);
  let present = 0;
  figures.forEach((figure, at) => {
    if (Number.isNaN(figure)) return;
    present++;
    if (cell[at]! >= 0) counts[cell[at]!]!++;
  });
  const share = new Float64Array(rows.length).fill(NaN);
  const below = new Int32Array(cells);
  const equal = new Int32Array(cells);
  const order = orderOf(figures, false);
  for (let start = 0; start < present;) {
    const end = endOfRun(figures, order, start, present);
    const ofYear = (start + (end - start) / 2) / present;
    for (let i = start; i < end; i++) if (cell[order[i]!]! >= 0) equal[cell[order[i]!]!]!++;
    for (let i = start; i < end; i++) {
      const own = cell[order[i]!]!;
      share[order[i]!] = own < 0 ? ofYear : shrunk((below[own]! + equal[own]! / 2) / counts[own]!, counts[own]!, ofYear);
    }
    for (let i = start; i < end; i++) {
      const own = cell[order[i]!]!;
      if (own < 0 || equal[own] === 0) continue;
      below[own]! += equal[own]!;
      equal[own] = 0;
    }
    start = end;
  }
  return { share, peers: cell.map((own) => (own < 0 ? 0 : counts[own]!)) };
}

function shrunk(ofCell: number, n: number, ofYear: number): number {
  return n < LEAST_PEERS ? (n * ofCell + 10 * ofYear) / (n + 10) : ofCell;
}

/** Where the run of equal figures that begins at `start` ends. */
function endOfRun(figures: Float64Array, order: Int32Array, start: number, present: number): number {
  const limit = figures[order[start]!]! + slackAt(figures[order[start]!]!);
  let end = start + 1;
  while (end < present && figures[order[end]!]! <= limit) end++;
  return end;
}

/** Industry of each of the rows as a number; −1 where it is not known. */
function cellsOf(ctx: Ranked, rows: Int32Array): { readonly cell: Int32Array; readonly cells: number } {
  const industries = segmentCodes(ctx, 'industry');
  if (!industries) return { cell: new Int32Array(rows.length).fill(-1), cells: 0 };
  const { codes, offsets, values } = industries;
  const unknown = values.indexOf(UNKNOWN);
  const cell = rows.map((row) => {
    const code = codes[offsets ? offsets[row]! : row]!;
    return code === unknown ? -1 : code;
  });
  return { cell, cells: values.length };
}
