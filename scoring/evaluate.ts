import { passAbsenceOn } from './absence';
import { REASON, type Column } from './column';
import { checkFormula } from './formula/check';
import { evaluateFormula } from './formula/evaluate';
import { parseFormula } from './formula/parse';
import type { Formula } from './formula/tree';
import type { Panel } from './panel';
import { applyRule, type PlainRule } from './rules/apply';
import { bestOf } from './rules/best-of';
import { comparing, type Comparing } from './rules/comparing';
import type { Deduction, Indicator, Rule, Scheme } from './scheme/format';
import { VERDICT, type Evaluated, type IndicatorPoints } from './scored';
import { passStandingOn } from './standing';

/**
 * Points of every indicator, verdicts of every gate and veto, stages and deductions of every row: all that needs the formulas.
 * What is unknown stays unknown (NaN with a reason, VERDICT.unknown). The scheme must have passed the check; its currency must be the panel's (see `currencyProblem`).
 */
export function evaluateScheme(panel: Panel, scheme: Scheme): Evaluated {
  const stage = stagesOf(panel, scheme);
  const compared = comparing(panel, scheme.comparison, stage);
  return {
    rows: panel.rows,
    scheme,
    indicators: scheme.indicators.map((indicator) => indicatorPoints(panel, indicator, compared)),
    stage,
    gates: scheme.gates.map((gate) => verdicts(panel, gate.formula)),
    vetoes: scheme.vetoes.map((veto) => verdicts(panel, veto.formula)),
    deductions: scheme.deductions.map((deduction) => taken(panel, deduction)),
  };
}

/** The same with one indicator's definition replaced (a rule point tried out): only that indicator is worked out again, everything else is shared. */
export function reEvaluate(evaluated: Evaluated, panel: Panel, indicatorIndex: number, indicator: Indicator): Evaluated {
  const { scheme } = evaluated;
  if (!scheme.indicators[indicatorIndex])
    throw new RangeError(`indicator ${indicatorIndex} is not in the scheme of ${scheme.indicators.length}`);
  const points = indicatorPoints(panel, indicator, comparing(panel, scheme.comparison, evaluated.stage));
  const changed: Evaluated = {
    ...evaluated,
    scheme: { ...scheme, indicators: scheme.indicators.with(indicatorIndex, indicator) },
    indicators: evaluated.indicators.with(indicatorIndex, points),
  };
  passAbsenceOn(evaluated, changed, indicatorIndex);
  passStandingOn(evaluated, changed);
  return changed;
}

/** What a condition says of each row: VERDICT bytes. `rows` limits the work to a few rows. */
export function verdicts(panel: Panel, formula: string, rows?: Int32Array): Uint8Array {
  const { values, reasons } = formulaColumn(panel, formula, 'truth', rows);
  const found = new Uint8Array(values.length);
  for (let row = 0; row < found.length; row++)
    found[row] = reasons[row] !== 0 ? VERDICT.unknown : values[row] === 1 ? VERDICT.yes : VERDICT.no;
  return found;
}

/** Tree of a formula of a checked scheme. */
export function treeOf(formula: string): Formula {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(`formula ${formula} was not checked: ${parsed.problems[0]?.code ?? ''}`);
  return parsed.tree;
}

/**
 * Values of a formula of a checked scheme, all rows or some; every one `not_collected` where no loaded file gives a single field of it.
 * Throws on a formula of another kind.
 */
export function formulaColumn<Kind extends 'number' | 'truth'>(
  panel: Panel,
  formula: string,
  kind: Kind,
  rows?: Int32Array,
): Extract<Column, { kind: Kind }> {
  const tree = treeOf(formula);
  const length = rows?.length ?? panel.rows;
  if (isBlind(panel, tree)) {
    const nothing = { kind, values: new Float64Array(length).fill(NaN), reasons: new Uint8Array(length).fill(REASON.not_collected) };
    return nothing as Extract<Column, { kind: Kind }>;
  }
  const column = evaluateFormula(tree, panel, rows);
  if (column.kind !== kind) throw new TypeError(`formula ${formula} is ${column.kind}, not ${kind}`);
  return column as Extract<Column, { kind: Kind }>;
}

/**
 * Whether a formula reads fields and no loaded source gives any of them. It then says nothing about anybody:
 * `chain is not missing` over files without a chain column is not collected, not false.
 */
function isBlind({ fields }: Panel, tree: Formula): boolean {
  const { reads } = checkFormula(tree, () => 'number');
  return reads.length > 0 && !reads.some(({ field, back }) => fields.has(field) || fields.has(`${field}_p${back}`));
}

/** What a rule reads. */
export function kindFor(rule: Rule): 'number' | 'truth' {
  return rule.is === 'flag' ? 'truth' : 'number';
}

function indicatorPoints(panel: Panel, indicator: Indicator, compared: Comparing): IndicatorPoints {
  const { rule, of, direction, treatment } = indicator;
  const apply = (formula: string, plain: PlainRule): IndicatorPoints =>
    applyRule(plain, formulaColumn(panel, formula, kindFor(plain)), { of, direction, ...compared, ...(treatment ? { treatment } : {}) });
  if (rule.is === 'best-of') return bestOf(rule.options.map((option) => apply(option.formula, option.rule)));
  if (indicator.formula === undefined) throw new Error(`indicator ${indicator.id} has no formula`);
  return apply(indicator.formula, rule);
}

/**
 * First stage whose formula is true. Where an earlier stage cannot be decided the first true one is not known either:
 * the row then has the default stage, or none (−1).
 */
function stagesOf(panel: Panel, { stages, defaultStage }: Scheme): Int16Array {
  const stage = new Int16Array(panel.rows);
  if (stages.length === 0) return stage;
  const UNDECIDED = -2;
  stage.fill(-1);
  stages.forEach(({ when }, number) => {
    const { values, reasons } = formulaColumn(panel, when, 'truth');
    for (let row = 0; row < stage.length; row++) {
      if (stage[row] !== -1) continue;
      if (reasons[row] !== REASON.present) stage[row] = UNDECIDED;
      else if (values[row] === 1) stage[row] = number;
    }
  });
  const fallback = stages.findIndex(({ id }) => id === defaultStage);
  for (let row = 0; row < stage.length; row++) if (stage[row]! < 0) stage[row] = fallback;
  return stage;
}

/** More than any score holds, and still a number when all deductions are added up. */
const MOST_TAKEN = 1e30;

/** Points a deduction takes, ≥ 0; NaN where its formula has no value. */
function taken(panel: Panel, { formula, points, perUnit, cap }: Deduction): Float64Array {
  const { values, reasons } = formulaColumn(panel, formula, points === undefined ? 'number' : 'truth');
  const each = points ?? perUnit ?? 0;
  const most = cap ?? MOST_TAKEN;
  const found = new Float64Array(values.length);
  for (let row = 0; row < found.length; row++) {
    const value = values[row]!;
    found[row] = reasons[row] !== 0 ? NaN : value <= 0 ? 0 : Math.min(most, each * value);
  }
  return found;
}
