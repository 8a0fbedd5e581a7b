import type { Formula } from '../formula/tree';
import { UNITS, type UnitDimension } from './units';

/** Stored unit of a field (元, ratio, 件 …) or null where it has none or nobody knows. */
export type UnitOf = (field: string) => string | null;

/**
 * Dimension of what a formula yields, as far as its parts tell: money over money is a ratio, money plus money is money, a growth is a ratio.
 * null where it cannot be told, which forbids nothing.
 */
export function dimensionOf(tree: Formula, unitOf: UnitOf): UnitDimension | null {
  switch (tree.is) {
    case 'number':
      return tree.unit === undefined ? null : (UNITS.get(tree.unit)?.dimension ?? null);
    case 'field':
      return ofField(tree.field, unitOf);
    case 'age':
      return 'years';
    case 'years':
      return tree.name === 'growth' || tree.name === 'cagr' ? 'ratio' : ofField(tree.field, unitOf);
    case 'unary':
      return tree.operator === 'negate' ? dimensionOf(tree.of, unitOf) : null;
    case 'if':
      return same(dimensionOf(tree.then, unitOf), dimensionOf(tree.otherwise, unitOf));
    case 'call':
      if (tree.name === 'log') return null;
      return tree.args.map((arg) => dimensionOf(arg, unitOf)).reduce(same, null);
    case 'binary':
      return ofBinary(tree, unitOf);
    default:
      return null;
  }
}

function ofField(field: string, unitOf: UnitOf): UnitDimension | null {
  const unit = unitOf(field);
  return unit === null ? null : (UNITS.get(unit)?.dimension ?? null);
}

function ofBinary({ operator, left, right }: Formula & { is: 'binary' }, unitOf: UnitOf): UnitDimension | null {
  const one = dimensionOf(left, unitOf);
  const other = dimensionOf(right, unitOf);
  if (operator === '+' || operator === '-') {
    // A bare number beside a ratio (growth as a quotient − 1) takes the other side's dimension.
    if (isPlainNumber(right)) return one;
    return isPlainNumber(left) || one === other ? other : null;
  }
  if (operator === '/') {
    if (one !== null && one === other) return 'ratio';
    return isPlainNumber(right) ? one : null;
  }
  if (operator !== '*') return null;
  return isPlainNumber(right) ? one : isPlainNumber(left) ? other : null;
}

function isPlainNumber(tree: Formula): boolean {
  return tree.is === 'number' && tree.unit === undefined;
}

function same(one: UnitDimension | null, other: UnitDimension | null): UnitDimension | null {
  return one === null ? other : other === null || one === other ? one : null;
}

/** Whether the tree somewhere compares money with a bare number other than 0: 2000 of what? */
export function comparesMoneyBare(tree: Formula, unitOf: UnitOf): boolean {
  const inside = (part: Formula): boolean => comparesMoneyBare(part, unitOf);
  switch (tree.is) {
    case 'unary':
    case 'missing':
      return inside(tree.of);
    case 'if':
      return inside(tree.when) || inside(tree.then) || inside(tree.otherwise);
    case 'call':
      return tree.args.some(inside);
    case 'binary': {
      const { operator, left, right } = tree;
      const isBare = (one: Formula, other: Formula): boolean =>
        dimensionOf(one, unitOf) === 'money' && isPlainNumber(other) && other.is === 'number' && other.value !== 0;
      const compares = ['=', '<>', '<', '<=', '>', '>='].includes(operator);
      return (compares && (isBare(left, right) || isBare(right, left))) || inside(left) || inside(right);
    }
    default:
      return false;
  }
}
