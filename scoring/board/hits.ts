import { verdicts } from '../evaluate';
import { VERDICT } from '../scored';
import { firmKey, firmName } from './cell';
import type { Ranked } from './context';
import type { Segment } from './format';
import { segmentView, yearOf } from './segment-view';

/** Whom a gate, veto, deduction or shortcut touches among the firms of a segment and year. */
export interface ConditionHits {
  readonly is: 'gates' | 'vetoes' | 'deductions' | 'shortcuts';
  readonly id: string;
  readonly firms: number;
  /** Kept out by a gate, taken out by a veto, points lost to a deduction, past the pass line by a shortcut. */
  readonly hit: number;
  readonly unknown: number;
  /** Points a deduction takes in all; 0 for the others. */
  readonly points: number;
  /** The first of those hit, in the order of the board. */
  readonly listed: readonly { readonly firm: string; readonly name: string }[];
}

const LISTED = 50;

/** Every gate, veto, deduction and shortcut of the scheme with the firms it hits. */
export function conditionHits(ctx: Ranked, segment: Segment, year: number): readonly ConditionHits[] {
  const { rows } = yearOf(ctx, segmentView(ctx, segment), year);
  const { gates, vetoes, deductions } = ctx.evaluated;
  const { scheme } = ctx;
  const counted = (is: ConditionHits['is'], id: string, verdictOf: (row: number) => { hit: boolean; unknown: boolean; points: number }) => {
    const found = { is, id, firms: rows.length, hit: 0, unknown: 0, points: 0 };
    const listed: { firm: string; name: string }[] = [];
    for (const row of rows) {
      const { hit, unknown, points } = verdictOf(row);
      if (unknown) found.unknown++;
      if (!hit) continue;
      found.hit++;
      found.points += points;
      if (listed.length < LISTED) listed.push({ firm: firmKey(ctx.panel, row), name: firmName(ctx.panel, row) });
    }
    return { ...found, listed };
  };
  const condition = (bytes: Uint8Array, hitting: number) => (row: number) => ({
    hit: bytes[row] === hitting,
    unknown: bytes[row] === VERDICT.unknown,
    points: 0,
  });
  return [
    ...scheme.gates.map(({ id }, at) => counted('gates', id, condition(gates[at]!, VERDICT.no))),
    ...scheme.vetoes.map(({ id }, at) => counted('vetoes', id, condition(vetoes[at]!, VERDICT.yes))),
    ...scheme.deductions.map(({ id }, at) =>
      counted('deductions', id, (row) => {
        const taken = deductions[at]![row]!;
        return { hit: taken > 0, unknown: Number.isNaN(taken), points: taken };
      }),
    ),
    ...(scheme.pass?.anyOf ?? []).map(({ id, formula }) => counted('shortcuts', id, condition(verdicts(ctx.panel, formula), VERDICT.yes))),
  ];
}
