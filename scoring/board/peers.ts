import { evaluateFormula } from '../formula/evaluate';
import type { Formula } from '../formula/tree';
import type { Panel } from '../panel';
import { UNKNOWN, segmentCodes } from '../segment';
import { rowsOfYear } from '../year-rows';
import type { Ranked } from './context';

/** Enough for the indicators of one scheme in two industries. */
const KEPT = 64;
const known = new WeakMap<Panel, Map<string, Float64Array>>();

/** Where a value stands among peers: the share of them it stands above, 0…1, how many have a value, and how many the very same, itself included. */
export interface PeerPlace {
  readonly share: number;
  readonly n: number;
  readonly level: number;
}

/**
 * Share of the firms of the row's year and industry that a value stands above: (number below + ½ · number equal) ÷ number with a value, the firm
 * itself included, 0…1. Higher is more, whatever the indicator's direction. null where the industry is unknown or the data have none.
 */
export function peerPlace(ctx: Ranked, formula: string, tree: Formula, row: number, value: number): PeerPlace | null {
  const code = industryCode(ctx, row);
  if (code === null) return null;
  const values = peerValues(ctx, formula, tree, ctx.panel.year[row]!, code);
  let below = 0;
  let equal = 0;
  for (const other of values) {
    if (other < value) below++;
    else if (other === value) equal++;
  }
  return { share: (below + equal / 2) / values.length, n: values.length, level: equal };
}

/** Rows of the firms of a row's year and industry, itself included; null where the industry is unknown or the data have none. */
export function peersOf(ctx: Ranked, row: number): Int32Array | null {
  const code = industryCode(ctx, row);
  return code === null ? null : peerRows(ctx, ctx.panel.year[row]!, code);
}

function industryCode(ctx: Ranked, row: number): number | null {
  const industries = segmentCodes(ctx, 'industry');
  if (!industries) return null;
  const code = industries.codes[industries.offsets ? industries.offsets[row]! : row]!;
  return industries.values[code] === UNKNOWN ? null : code;
}

/** Values of a formula among the firms of a year and an industry, missing left out. Kept, as the next firm opened is often of the same industry. */
function peerValues(ctx: Ranked, formula: string, tree: Formula, year: number, code: number): Float64Array {
  let lists = known.get(ctx.panel);
  if (!lists) known.set(ctx.panel, (lists = new Map()));
  const key = `${year} ${code} ${formula}`;
  let values = lists.get(key);
  if (!values) {
    const column = evaluateFormula(tree, ctx.panel, peerRows(ctx, year, code));
    if (column.kind !== 'number' && column.kind !== 'truth') throw new TypeError(`formula ${formula} is ${column.kind}, not a number`);
    const { reasons } = column;
    lists.set(key, (values = column.values.filter((_, at) => reasons[at] === 0)));
    const oldest = lists.keys().next().value;
    if (lists.size > KEPT && oldest !== undefined) lists.delete(oldest);
  }
  return values;
}

function peerRows(ctx: Ranked, year: number, code: number): Int32Array {
  const { codes, offsets } = segmentCodes(ctx, 'industry')!;
  return rowsOfYear(ctx.panel, year).filter((row) => codes[offsets ? offsets[row]! : row] === code);
}
