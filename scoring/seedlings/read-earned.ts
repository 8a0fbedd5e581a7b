import type { Ranked } from '../board/context';
import { REASON } from '../column';
import { bestScore, openTo } from '../pass';
import { VERDICT } from '../scored';
import { saysAt } from './compare-figure';
import { SAYS } from './format';
import type { LeafReading } from './leaf-reading';
import type { LeafCondition } from './condition-tree';
import { boardFigures, fullMarkOf, shareFigures } from './rule-figures';

type At = Extract<LeafCondition, { readonly is: 'at' }>;

/**
 * A score or a group's points against a threshold. What was lost to missing values could yet be earned, and an unchecked deduction could yet be taken: where that would
 * change the answer, it is unknown. A score that meets it is unknown too while a gate or a veto is unchecked. The pass line of a scheme is read the same way.
 */
export function readEarned(ctx: Ranked, { measure, as, operator, threshold }: At, rows: Int32Array): LeafReading {
  const found = as === 'share' ? shareFigures(ctx, measure, rows) : boardFigures(ctx, measure, rows);
  const mark = as === 'share' ? fullMarkOf(ctx, measure) : () => 1;
  const { evaluated } = ctx;
  const reasons = found.reasons.slice();
  const verdicts = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    verdicts[at] = SAYS.unknown;
    if (reasons[at] !== REASON.present) continue;
    const row = rows[at]!;
    const [low, high] = earnedRange(ctx, measure, row);
    const atLow = saysAt(operator, low / mark(row), threshold);
    const isOpen = atLow !== saysAt(operator, high / mark(row), threshold);
    const isUnchecked = measure === 'score' && atLow === SAYS.met && openTo(evaluated, row) !== VERDICT.yes;
    if (isOpen || isUnchecked) reasons[at] = REASON.incomplete_group;
    else verdicts[at] = atLow;
  }
  return { verdicts, values: found.values, reasons, measure, operator, threshold };
}

function earnedRange({ scheme, evaluated, totals, weights }: Ranked, measure: At['measure'], row: number): readonly [number, number] {
  if (measure === 'score') {
    const isTaken = evaluated.deductions.every((taken) => !Number.isNaN(taken[row]!));
    return [isTaken ? totals.score[row]! : 0, bestScore(evaluated, totals, row, weights)];
  }
  const group = scheme.groups.findIndex(({ id }) => `group:${id}` === measure);
  const earned = totals.groups[group]![row]!;
  return [earned, earned + totals.lost[group]![row]!];
}
