import type { Ranked } from '../board/context';
import { leavesOf, settle, type LeafCondition } from './condition-tree';
import type { SeedlingRule } from './format';
import type { LeafReading } from './leaf-reading';
import { readLeaf } from './read-leaf';

/** One condition without parts: what it says of each row, and what it looked at. `not_applicable` where a `when` around it is not met. */
export interface LeafVerdicts extends LeafReading {
  readonly condition: LeafCondition;
}

/** What a rule says of some rows, position by position. */
export interface RuleVerdicts {
  readonly verdicts: Uint8Array;
  /** In the order of `leavesOf`. */
  readonly leaves: readonly LeafVerdicts[];
}

/** Judges firms by a checked rule. Formulas run once over all rows, and are shared by rules over the same list of rows, which must not be written to afterwards. */
export function evaluateRule(ctx: Ranked, rule: SeedlingRule, rows: Int32Array): RuleVerdicts {
  const conditions = leavesOf(rule.condition);
  const readings = conditions.map((leaf) => readLeaf(ctx, leaf, rows));
  const { verdicts, leaves } = settle(
    rule.condition,
    readings.map((reading) => reading.verdicts),
  );
  return { verdicts, leaves: readings.map((reading, at) => ({ ...reading, condition: conditions[at]!, verdicts: leaves[at]! })) };
}
