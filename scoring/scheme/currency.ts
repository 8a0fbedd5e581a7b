import { parseFormula } from '../formula/parse';
import type { Formula } from '../formula/tree';
import type { Rule, Scheme, SchemeProblem } from './format';
import { schemeError } from './problems';
import { UNITS } from './units';

/** A scheme with thresholds in money cannot score figures in another currency: the problem `currency` (given: scheme → data), or null. */
export function currencyProblem(scheme: Scheme, currency: string): SchemeProblem | null {
  if (scheme.currency === currency || !usesMoney(scheme)) return null;
  return schemeError('currency', '/currency', `${scheme.currency} → ${currency}`);
}

function usesMoney({ stages, indicators, deductions, gates, vetoes, pass }: Scheme): boolean {
  const rules = indicators.flatMap(({ rule }) => (rule.is === 'best-of' ? rule.options.map((option) => option.rule) : [rule]));
  const formulas = [
    ...stages.map(({ when }) => when),
    ...indicators.flatMap(({ formula, rule }) => (rule.is === 'best-of' ? rule.options.map((option) => option.formula) : [formula ?? ''])),
    ...[...deductions, ...gates, ...vetoes, ...(pass?.anyOf ?? [])].map(({ formula }) => formula),
  ];
  return (
    rules.some(isInMoney) ||
    formulas.some((text) => {
      const parsed = parseFormula(text);
      return parsed.ok && namesMoney(parsed.tree);
    })
  );
}

function isMoney(unit: string | undefined): boolean {
  return unit !== undefined && UNITS.get(unit)?.dimension === 'money';
}

function isInMoney(rule: Rule): boolean {
  return 'unit' in rule && isMoney(rule.unit);
}

function namesMoney(tree: Formula): boolean {
  switch (tree.is) {
    case 'number':
      return isMoney(tree.unit);
    case 'unary':
    case 'missing':
      return namesMoney(tree.of);
    case 'binary':
      return namesMoney(tree.left) || namesMoney(tree.right);
    case 'if':
      return namesMoney(tree.when) || namesMoney(tree.then) || namesMoney(tree.otherwise);
    case 'call':
      return tree.args.some(namesMoney);
    case 'in':
      return namesMoney(tree.item) || ('is' in tree.list ? [tree.list] : tree.list).some(namesMoney);
    default:
      return false;
  }
}
