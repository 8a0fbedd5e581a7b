import type { Formula } from '../formula/tree';

/** Value of a part of the formula as things are; NaN where it has none. */
type NumberOf = (tree: Formula) => number;

/**
 * The value of a field at which a formula is `wanted`, everything else as it is; null where the field stands more than once, stands in the past only, or
 * where the way to it leads through what has no one inverse (min, max, abs, if, conditions). Undoes + − × ÷, negation, log, growth, cagr, and sums and
 * means over years, one step at a time. What comes out must be put in again and looked at: it may be outside what a field can be.
 */
export function solveField(tree: Formula, field: string, wanted: number, numberOf: NumberOf): number | null {
  return timesRead(tree, field) === 1 ? undo(tree, field, wanted, numberOf) : null;
}

/** How often a formula reads this year's value of a field. */
function timesRead(tree: Formula, field: string): number {
  switch (tree.is) {
    case 'field':
      return tree.field === field ? 1 : 0;
    case 'years':
      return tree.field === field && tree.name !== 'previous' ? 1 : 0;
    case 'age':
      return field === 'found_date' ? 1 : 0;
    default:
      return partsOf(tree).reduce((sum, part) => sum + timesRead(part, field), 0);
  }
}

function partsOf(tree: Formula): readonly Formula[] {
  switch (tree.is) {
    case 'unary':
    case 'missing':
      return [tree.of];
    case 'binary':
      return [tree.left, tree.right];
    case 'if':
      return [tree.when, tree.then, tree.otherwise];
    case 'in':
      return 'is' in tree.list ? [tree.item, tree.list] : [tree.item, ...tree.list];
    case 'call':
      return tree.args;
    default:
      return [];
  }
}

function undo(tree: Formula, field: string, wanted: number, numberOf: NumberOf): number | null {
  if (!Number.isFinite(wanted)) return null;
  switch (tree.is) {
    case 'field':
      return wanted;
    case 'unary':
      return tree.operator === 'negate' ? undo(tree.of, field, -wanted, numberOf) : null;
    case 'binary':
      return undoBinary(tree, field, wanted, numberOf);
    case 'call':
      return tree.name === 'log' ? undo(tree.args[0]!, field, Math.exp(wanted), numberOf) : null;
    case 'years':
      return undoYears(tree, wanted, numberOf);
    default:
      return null;
  }
}

function undoBinary(
  { operator, left, right }: Formula & { is: 'binary' },
  field: string,
  wanted: number,
  numberOf: NumberOf,
): number | null {
  const isLeft = timesRead(left, field) === 1;
  const other = numberOf(isLeft ? right : left);
  if (Number.isNaN(other)) return null;
  const onward = (next: number): number | null => undo(isLeft ? left : right, field, next, numberOf);
  switch (operator) {
    case '+':
      return onward(wanted - other);
    case '-':
      return onward(isLeft ? wanted + other : other - wanted);
    case '*':
      return onward(wanted / other);
    case '/':
      // Over zero there is no value now, so nothing to move from.
      return isLeft && other === 0 ? null : onward(isLeft ? wanted * other : other / wanted);
    default:
      return null;
  }
}

function undoYears(tree: Formula & { is: 'years' }, wanted: number, numberOf: NumberOf): number | null {
  const { name, field, k } = tree;
  if (name === 'growth' || name === 'cagr') {
    const base = numberOf({ is: 'years', name: 'previous', field, k });
    return base > 0 && wanted >= -1 ? finite(Math.pow(wanted + 1, name === 'cagr' ? k : 1) * base) : null;
  }
  const others = numberOf({ ...tree, name: 'sum_years' }) - numberOf({ is: 'field', field });
  return finite((name === 'mean_years' ? wanted * k : wanted) - others);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
