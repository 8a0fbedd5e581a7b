import { formulaColumn, kindFor } from '../evaluate';
import { applyRule, type PlainRule } from '../rules/apply';
import { comparing } from '../rules/comparing';
import type { Indicator, Scheme } from '../scheme/format';
import type { Ranked } from './context';

/** The formula and plain rule that are looked at. */
export interface StudyPart {
  readonly at: number;
  readonly indicator: Indicator;
  readonly formula: string;
  readonly rule: PlainRule;
  readonly isOption: boolean;
}

/** The part of a scheme an indicator and option name; null where there is none. A best-of without a named option is looked at by its first. */
export function partOf({ indicators }: Scheme, id: string, option: string | null): StudyPart | null {
  const at = indicators.findIndex((one) => one.id === id);
  const indicator = indicators[at];
  if (!indicator) return null;
  const { rule, formula } = indicator;
  if (rule.is !== 'best-of') return option === null && formula !== undefined ? { at, indicator, formula, rule, isOption: false } : null;
  const chosen = option === null ? rule.options[0] : rule.options.find((one) => one.id === option);
  return chosen ? { at, indicator, formula: chosen.formula, rule: chosen.rule, isOption: true } : null;
}

/** Points and tiers of some rows: read from what is worked out already, an option of a best-of worked out as if it stood alone. */
export function pointsOf(
  ctx: Ranked,
  { at, indicator, formula, rule, isOption }: StudyPart,
  rows: Int32Array,
): { points: Float64Array; hit: Int16Array | null } {
  const { panel, evaluated, scheme } = ctx;
  const { of, direction } = indicator;
  const { points, hit } = isOption
    ? applyRule(rule, formulaColumn(panel, formula, kindFor(rule)), {
        of,
        direction,
        ...comparing(panel, scheme.comparison, evaluated.stage),
      })
    : evaluated.indicators[at]!;
  return { points: Float64Array.from(rows, (row) => points[row]!), hit: hit && Int16Array.from(rows, (row) => hit[row]!) };
}
