import { checkFormula } from '../formula/check';
import { parseFormula } from '../formula/parse';
import type { Formula, ValueKind } from '../formula/tree';
import { checkTiers } from './check-tiers';
import { comparesMoneyBare, dimensionOf, type UnitOf } from './dimension';
import type { Indicator, Rule, Scheme, SchemeProblem } from './format';
import { schemeError, schemeWarning } from './problems';
import { UNITS } from './units';

/** What is known of fields: their kind (null: no such field) and stored unit. */
export interface KnownFields {
  readonly kindOf: (field: string) => ValueKind | null;
  readonly unitOf: UnitOf;
}

/** Everything wrong with the formulas of a scheme and with the rules that read them. */
export function checkFormulas(scheme: Scheme, fields: KnownFields): SchemeProblem[] {
  const truth = (formula: string, path: string): SchemeProblem[] => checkOne(formula, path, 'truth', fields).problems;
  return [
    ...scheme.stages.flatMap(({ when }, at) => truth(when, `/stages/${at}/when`)),
    ...scheme.indicators.flatMap((indicator, at) => checkIndicator(indicator, `/indicators/${at}`, fields)),
    ...scheme.deductions.flatMap(
      ({ formula, points }, at) =>
        checkOne(formula, `/deductions/${at}/formula`, points === undefined ? 'number' : 'truth', fields).problems,
    ),
    ...scheme.gates.flatMap(({ formula }, at) => truth(formula, `/gates/${at}/formula`)),
    ...scheme.vetoes.flatMap(({ formula }, at) => truth(formula, `/vetoes/${at}/formula`)),
    ...(scheme.pass?.anyOf ?? []).flatMap(({ formula }, at) => truth(formula, `/pass/anyOf/${at}/formula`)),
  ];
}

function checkOne(
  formula: string,
  path: string,
  wanted: ValueKind,
  { kindOf, unitOf }: KnownFields,
): { readonly tree: Formula | null; readonly problems: SchemeProblem[] } {
  const inside = (problem: NonNullable<SchemeProblem['formula']>): SchemeProblem => ({
    ...schemeError('formula', path, problem.given),
    formula: problem,
  });
  const parsed = parseFormula(formula);
  if (!parsed.ok) return { tree: null, problems: parsed.problems.map(inside) };
  const { kind, problems } = checkFormula(parsed.tree, kindOf);
  const found = problems.map(inside);
  if (kind !== null && kind !== wanted) found.push(schemeError('formula_kind', path, `${wanted} → ${kind}`));
  else if (comparesMoneyBare(parsed.tree, unitOf)) found.push(schemeWarning('money_without_unit', path, formula));
  return { tree: parsed.tree, problems: found };
}

function checkIndicator(indicator: Indicator, path: string, fields: KnownFields): SchemeProblem[] {
  const { rule, of, direction, formula } = indicator;
  if (rule.is !== 'best-of') {
    return [...checkRule(rule, formula ?? '', `${path}/formula`, `${path}/rule`, of, fields), ...checkDirection(rule, direction, path)];
  }
  const options = rule.options.map((option, at) => {
    const here = `${path}/rule/options/${at}`;
    return checkRule(option.rule, option.formula, `${here}/formula`, `${here}/rule`, of, fields);
  });
  // One option may stop short of full points, as long as another reaches them.
  const isShort = (problem: SchemeProblem): boolean => problem.code === 'no_full_points';
  return options.every((problems) => problems.some(isShort)) ? options.flat() : options.flat().filter((problem) => !isShort(problem));
}

type PlainRule = Exclude<Rule, { is: 'best-of' }>;

function checkRule(
  rule: PlainRule,
  formula: string,
  formulaPath: string,
  rulePath: string,
  of: number,
  fields: KnownFields,
): SchemeProblem[] {
  const { tree, problems } = checkOne(formula, formulaPath, rule.is === 'flag' ? 'truth' : 'number', fields);
  const found = [...problems];
  if (rule.is === 'tiers') found.push(...checkTiers(rule.tiers, of, `${rulePath}/tiers`));
  if (rule.is === 'linear' && rule.from === rule.to) found.push(schemeError('equal_bounds', rulePath, rule.from));
  if (rule.is === 'goalposts' && rule.low === rule.high) found.push(schemeError('equal_bounds', rulePath, rule.low));
  if (rule.is === 'z-score' && rule.from === rule.to) found.push(schemeError('equal_bounds', rulePath, rule.from));
  if (rule.is === 'z-score' && rule.from > rule.to) found.push(schemeError('bounds_reversed', rulePath, `${rule.from} → ${rule.to}`));
  if (rule.is === 'goalposts' && rule.low > rule.high) found.push(schemeError('bounds_reversed', rulePath, `${rule.low} → ${rule.high}`));
  if (tree) found.push(...checkUnit(rule, tree, rulePath, fields.unitOf));
  return found;
}

function checkUnit(rule: PlainRule, tree: Formula, path: string, unitOf: UnitOf): SchemeProblem[] {
  const yields = dimensionOf(tree, unitOf);
  if (yields === null || rule.is === 'z-score') return [];
  if (!('tiers' in rule || 'from' in rule || 'full' in rule || 'perUnit' in rule || 'low' in rule || 'target' in rule)) return [];
  if (rule.unit === undefined) {
    const hasThreshold = rule.is !== 'tiers' || rule.tiers.some(({ from }) => from !== null && from !== 0);
    return yields === 'money' && hasThreshold ? [schemeWarning('money_without_unit', path, rule.is)] : [];
  }
  return UNITS.get(rule.unit)?.dimension === yields ? [] : [schemeError('unit_dimension', `${path}/unit`, `${rule.unit} → ${yields}`)];
}

/** A rule whose numbers already say which way is better must not be told otherwise. */
function checkDirection(rule: PlainRule, direction: Indicator['direction'], path: string): SchemeProblem[] {
  const own =
    rule.is === 'linear' ? (rule.from > rule.to ? 'less' : 'more') : ['log', 'per-unit', 'flag'].includes(rule.is) ? 'more' : direction;
  return own === direction ? [] : [schemeError('direction_contradicts', `${path}/direction`, `${direction} → ${rule.is}`)];
}
