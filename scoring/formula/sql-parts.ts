import type { BinaryOperator, Formula } from './tree';

/** A text literal. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A number literal. An exponent makes it a DOUBLE; 0.1 alone would be a DECIMAL. */
export const double = (value: number): string => (/e/.test(String(value)) ? String(value) : `${value}e0`);

/** a ? b for DOUBLEs within the relative slack of 1e-9. */
export function comparison(operator: BinaryOperator, a: string, b: string): string {
  const slack = `1e-9 * greatest(1e0, abs(${a}), abs(${b}))`;
  switch (operator) {
    case '=':
      return `abs(${a} - ${b}) <= ${slack}`;
    case '<>':
      return `abs(${a} - ${b}) > ${slack}`;
    case '<':
      return `${b} - ${a} > ${slack}`;
    case '<=':
      return `${a} - ${b} <= ${slack}`;
    case '>':
      return `${a} - ${b} > ${slack}`;
    default:
      return `${b} - ${a} <= ${slack}`;
  }
}

/** Cheap to repeat, and finite. */
export function isSimple(tree: Formula): boolean {
  return tree.is === 'number' || tree.is === 'field' || tree.is === 'age' || (tree.is === 'years' && tree.name === 'previous');
}

/** Whether the printed DOUBLE cannot be infinite. */
export function staysFinite(tree: Formula): boolean {
  if (tree.is === 'unary') return staysFinite(tree.of);
  if (tree.is === 'call') return tree.name === 'min' || tree.name === 'max' || tree.args.every(staysFinite);
  if (tree.is === 'if') return staysFinite(tree.then) && staysFinite(tree.otherwise);
  return isSimple(tree);
}

/** Whether an `if` stands anywhere inside. */
export function holdsChoice(tree: Formula): boolean {
  switch (tree.is) {
    case 'if':
      return true;
    case 'unary':
    case 'missing':
      return holdsChoice(tree.of);
    case 'binary':
      return holdsChoice(tree.left) || holdsChoice(tree.right);
    case 'in':
      return holdsChoice(tree.item);
    case 'call':
      return tree.args.some(holdsChoice);
    default:
      return false;
  }
}
