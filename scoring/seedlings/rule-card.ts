import type { Ranked } from '../board/context';
import { REASON, REASONS, type Reason } from '../column';
import { UNRANKED } from '../distribution/measure';
import type { Panel } from '../panel';
import { STATUSES } from '../scored';
import { guardsOf, settle } from './condition-tree';
import { evaluateRule, type LeafVerdicts } from './evaluate-rule';
import { SAYS, VERDICTS, type Leaf, type ReasonCard, type SeedlingRule } from './format';
import { baseFormula, baseMeasure, isBelowFloor } from './read-leaf';
import { formulaFigures } from './rule-figures';

type Card = Pick<ReasonCard, 'rules' | 'unknowns' | 'nearly'>;

/** What rules say of one firm-year: every leaf with its figure, what is missing and must be asked for, and the figures that alone stand between the firm and a rule. */
export function ruleCard(ctx: Ranked, rules: readonly SeedlingRule[], row: number): Card {
  const cards = rules.map((rule) => cardOf(ctx, rule, row));
  return {
    rules: cards.map(({ rule, verdict, leaves }) => ({ rule, verdict, leaves })),
    unknowns: cards.flatMap(({ unknowns }) => unknowns),
    nearly: cards.flatMap(({ nearly }) => nearly),
  };
}

type RuleCard = ReasonCard['rules'][number] & Pick<Card, 'unknowns' | 'nearly'>;

function cardOf(ctx: Ranked, rule: SeedlingRule, row: number): RuleCard {
  const rows = Int32Array.of(row);
  const { verdicts, leaves } = evaluateRule(ctx, rule, rows);
  const shown = leaves.map((leaf) => leafOf(ctx, leaf, rows));
  const unknowns = shown
    .filter(({ verdict, reason }) => verdict === 'unknown' && reason !== null)
    .map(({ condition, name, ask }) => ({ rule: rule.id, condition, name, ask }));
  const nearly = verdicts[0] === SAYS.unmet ? nearMisses(rule, leaves, shown) : [];
  return { rule: rule.id, verdict: VERDICTS[verdicts[0]!]!, leaves: shown, unknowns, nearly };
}

/** Figures that, met alone, make the rule met. A guard decides what is asked for, not whether it is given: it is no miss. */
function nearMisses(rule: SeedlingRule, leaves: readonly LeafVerdicts[], shown: readonly Leaf[]): Card['nearly'] {
  const guards = new Set(guardsOf(rule.condition));
  return leaves.flatMap((leaf, at) => {
    const { name, measure, value, threshold } = shown[at]!;
    if (
      leaf.verdicts[0] !== SAYS.unmet ||
      value === null ||
      threshold === null ||
      guards.has(leaf.condition) ||
      failsTwice(leaf, shown[at]!)
    )
      return [];
    const tried = leaves.map(({ verdicts }) => verdicts).with(at, Uint8Array.of(SAYS.met));
    if (settle(rule.condition, tried).verdicts[0] !== SAYS.met) return [];
    return [{ rule: rule.id, name: rule.name, condition: name, measure, value, threshold }];
  });
}

/** A growth over a base below its floor which is short of the rate too, or has none: two figures stand in the way. */
function failsTwice({ condition, values }: LeafVerdicts, shown: Leaf): boolean {
  if (condition.is !== 'growth' || shown.measure !== baseMeasure(condition)) return false;
  const rate = values?.[0] ?? NaN;
  return !(condition.operator === '>' ? rate > condition.rate + 1e-9 : rate >= condition.rate - 1e-9);
}

function leafOf({ panel }: Ranked, leaf: LeafVerdicts, rows: Int32Array): Leaf {
  const { condition, values, reasons, measure, operator, threshold } = leaf;
  const { id, name, ask } = condition;
  const verdict = VERDICTS[leaf.verdicts[0]!]!;
  const value = values?.[0] ?? NaN;
  const said = { condition: id, name, verdict, ask };
  return (
    baseBelow(panel, condition, rows, said) ?? {
      ...said,
      measure,
      value: Number.isNaN(value) ? null : value,
      reason: reasonOf(reasons[0]!),
      operator,
      threshold,
    }
  );
}

/** Where the base of a growth is below its floor that figure decided, and is the one to show. */
function baseBelow(
  panel: Panel,
  condition: LeafVerdicts['condition'],
  rows: Int32Array,
  said: Pick<Leaf, 'condition' | 'name' | 'verdict' | 'ask'>,
): Leaf | null {
  if (condition.is !== 'growth' || condition.floor === null) return null;
  const { floor } = condition;
  const base = formulaFigures(panel, baseFormula(condition), 'number', rows).values[0]!;
  if (!isBelowFloor(base, floor)) return null;
  return { ...said, measure: baseMeasure(condition), value: base, reason: null, operator: '>=', threshold: floor };
}

/** A firm without a rank has no score to go by: barred from the ranking the condition does not apply to it, else something was incomplete. */
function reasonOf(byte: number): Reason | null {
  if (byte === REASON.present) return null;
  if (byte < UNRANKED) return REASONS[byte]!;
  const status = STATUSES[byte - UNRANKED]!;
  if (status === 'no_stage') return 'no_stage';
  return status === 'not_scored' || status === 'vetoed' ? 'not_applicable' : 'incomplete_group';
}
