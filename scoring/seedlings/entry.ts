import type { Ranked } from '../board/context';
import { segmentKey, segmentView, yearOf } from '../board/segment-view';
import type { Segment } from '../board/format';
import { STATUS } from '../scored';
import { keyedRows } from '../year-rows';
import { bytesOf, floatsOf } from './by-position';
import type { Figures } from './figures';
import { SAYS } from './format';

/** What a firm must be before it is looked at, as verdicts by position. No cut moves them. */
export interface Entry {
  readonly alive: Uint8Array;
  readonly comparable: Uint8Array;
  /** In the ranking, and doing research. */
  readonly eligible: Uint8Array;
  /** Neither figure of research is in any loaded file: nobody is asked for one. */
  readonly asksResearch: boolean;
}

const RESEARCH = ['rd_expense', 'rd_staff'];
const known = new WeakMap<Figures, Map<string, Entry>>();

/** Fields of which one above 0 shows that a firm is in business. */
export const lifeSigns = (field: string): readonly string[] => [...new Set([field, 'revenue', 'employees'])];

/** Found once for the figures it belongs to. */
export function entryOf(ctx: Ranked, figures: Figures, field: string): Entry {
  let kept = known.get(figures);
  if (!kept) known.set(figures, (kept = new Map()));
  let entry = kept.get(field);
  if (!entry) kept.set(field, (entry = findEntry(ctx, figures, field)));
  return entry;
}

function findEntry(ctx: Ranked, figures: Figures, field: string): Entry {
  const { rows } = figures;
  const asksResearch = RESEARCH.some((id) => ctx.panel.fields.get(id)?.kind === 'number');
  const research = asksResearch ? someAboveZero(ctx, rows, RESEARCH) : new Uint8Array(rows.length).fill(SAYS.met);
  return {
    alive: someAboveZero(ctx, rows, lifeSigns(field)),
    comparable: bytesOf(rows.length, (i) => comparableAt(figures, i)),
    eligible: bytesOf(rows.length, (i) => {
      const standing = standingAt(ctx.totals.status[rows[i]!]!);
      return standing === SAYS.met ? research[i]! : standing === SAYS.unmet || research[i] === SAYS.unmet ? SAYS.unmet : SAYS.unknown;
    }),
    asksResearch,
  };
}

/** Whether any of some fields is above 0: met by one, unmet where all are known and none is. */
function someAboveZero({ panel }: Ranked, rows: Int32Array, fields: readonly string[]): Uint8Array {
  const columns = fields.flatMap((id) => {
    const column = panel.fields.get(id);
    return column?.kind === 'number' ? [column] : [];
  });
  return bytesOf(rows.length, (i) => {
    const row = rows[i]!;
    let says: number = columns.length > 0 && columns.length === fields.length ? SAYS.unmet : SAYS.unknown;
    for (const { values, reasons } of columns) {
      if (values[row]! > 0) return SAYS.met;
      if (reasons[row] !== 0) says = SAYS.unknown;
    }
    return says;
  });
}

/** Both ends of the growth are there and the base reaches the floor. A base of 0 or less is unknown: no rate can be taken over it. */
function comparableAt({ growth }: Figures, i: number): number {
  if (growth.small[i] === 1) return SAYS.unmet;
  const [now, then] = [growth.path[0]!.values[i]!, growth.path[growth.years]!.values[i]!];
  return then > 0 && !Number.isNaN(now) ? SAYS.met : SAYS.unknown;
}

/** Barred by a gate or a veto is unmet; not ranked for want of data or of a stage is unknown. */
function standingAt(status: number): number {
  if (status === STATUS.ranked) return SAYS.met;
  return status === STATUS.not_scored || status === STATUS.vetoed ? SAYS.unmet : SAYS.unknown;
}

const ofSegment = new WeakMap<Figures, Map<string, Float64Array>>();

/** Place of each firm on the segment's board as a share of the ranked, 0…1; NaN without a rank. Ties share the best place. */
export function boardShares(ctx: Ranked, figures: Figures, segment: Segment): Float64Array {
  let kept = ofSegment.get(figures);
  if (!kept) ofSegment.set(figures, (kept = new Map()));
  const key = segmentKey(ctx.panel, segment);
  let shares = kept.get(key);
  if (!shares) kept.set(key, (shares = findShares(ctx, figures, segment)));
  return shares;
}

function findShares(ctx: Ranked, { year, rows }: Figures, segment: Segment): Float64Array {
  const { ranks, ranked } = yearOf(ctx, segmentView(ctx, segment), year);
  const { place } = keyedRows(ctx.panel);
  return floatsOf(rows.length, (i) => {
    const rank = ranks[place[rows[i]!]!]!;
    return rank > 0 ? rank / ranked : NaN;
  });
}
