import type { Ranked } from '../board/context';
import type { SeedlingRule } from './format';
import { evaluateRule } from './evaluate-rule';

/** Rules kept for a list of rows. */
const KEPT = 32;
const known = new WeakMap<Ranked, WeakMap<Int32Array, Map<string, Uint8Array>>>();

/** What a rule says of some rows, by position. Kept by what the rule asks: a dragged cut moves none of it, and a rule sent again is another object. */
export function ruleVerdicts(ctx: Ranked, rows: Int32Array, rule: SeedlingRule): Uint8Array {
  let lists = known.get(ctx);
  if (!lists) known.set(ctx, (lists = new WeakMap()));
  let kept = lists.get(rows);
  if (!kept) lists.set(rows, (kept = new Map()));
  const key = JSON.stringify([rule.from, rule.to, rule.condition]);
  let verdicts = kept.get(key);
  if (!verdicts) {
    kept.set(key, (verdicts = evaluateRule(ctx, rule, rows).verdicts));
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  }
  return verdicts;
}
