import type { Ranked } from '../board/context';
import { groupWeight } from '../board/marks';
import { REASON } from '../column';
import type { Cells } from '../formula/step';
import type { Group } from '../scheme/format';
import { STATUS } from '../scored';

/** The group that stands for technology, as a share of its full mark in the firm's stage, by position. */
export interface Technology {
  readonly group: Group | null;
  /** What was earned; missing where the firm has no rank or nothing of the group is known. */
  readonly share: Cells;
  /** The share where everything lost to missing values were earned in full. */
  readonly most: Float64Array;
}

/** A share of its weight that a sum of weights may be off by. */
const DUST = 1e-9;

/** The group named; without a name the first whose id or name speaks of technology, else the first. null where the scheme has no such group. */
export function technologyGroup({ scheme }: Pick<Ranked, 'scheme'>, id: string | null): Group | null {
  const { groups } = scheme;
  if (id !== null) return groups.find((group) => group.id === id) ?? null;
  const speaks = ({ id, name }: Group): boolean => /tech/i.test(`${id} ${name.en}`) || name.zh.includes('技术');
  return groups.find(speaks) ?? groups[0] ?? null;
}

/** Shares of the full mark of some rows. A firm out of the ranking has none: its points are held against nobody's. */
export function technologyOf(ctx: Ranked, rows: Int32Array, id: string | null): Technology {
  const { scheme, totals, evaluated } = ctx;
  const group = technologyGroup(ctx, id);
  const share: Cells = { values: new Float64Array(rows.length).fill(NaN), reasons: new Uint8Array(rows.length) };
  const most = new Float64Array(rows.length).fill(NaN);
  if (!group) return { group, share: { ...share, reasons: share.reasons.fill(REASON.not_collected) }, most };
  const at = scheme.groups.indexOf(group);
  const [earned, lost] = [totals.groups[at]!, totals.lost[at]!];
  const full = scheme.stages.length > 0 ? scheme.stages.map((stage) => groupWeight(ctx, group.id, stage.id)) : [groupWeight(ctx, group.id)];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const mark = full[evaluated.stage[row]!] ?? 0;
    const reason = whyNone(totals.status[row]!, mark, lost[row]!);
    share.reasons[i] = reason;
    if (reason) continue;
    share.values[i] = earned[row]! / mark;
    most[i] = lost[row]! > DUST * mark ? (earned[row]! + lost[row]!) / mark : share.values[i]!;
  }
  return { group, share, most };
}

function whyNone(status: number, mark: number, lost: number): number {
  if (status === STATUS.no_stage) return REASON.no_stage;
  if (status === STATUS.insufficient_data || status === STATUS.failed) return REASON.incomplete_group;
  if (status !== STATUS.ranked || !(mark > 0)) return REASON.not_applicable;
  return lost >= mark * (1 - DUST) ? REASON.incomplete_group : REASON.present;
}
