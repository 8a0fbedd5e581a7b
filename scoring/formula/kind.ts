import type { Formula, ValueKind } from './tree';

/** Kind of a value by its outermost form, without checking what is inside; null where that hangs on a field nobody knows. */
export function kindOfFormula(tree: Formula, kindOf: (field: string) => ValueKind | null): ValueKind | null {
  switch (tree.is) {
    case 'number':
    case 'age':
    case 'call':
      return 'number';
    case 'text':
      return 'text';
    case 'truth':
    case 'in':
    case 'missing':
      return 'truth';
    case 'field':
      return kindOf(tree.field);
    case 'unary':
      return tree.operator === 'not' ? 'truth' : 'number';
    case 'binary':
      return '+-*/'.includes(tree.operator) ? 'number' : 'truth';
    case 'years':
      return tree.name === 'previous' ? (kindOf(tree.field) ?? kindOf(`${tree.field}_p${tree.k}`)) : 'number';
    case 'if':
      return kindOfFormula(tree.then, kindOf) ?? kindOfFormula(tree.otherwise, kindOf);
  }
}
