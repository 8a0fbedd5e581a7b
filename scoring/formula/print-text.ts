import { LEVEL, type Printed, printFormula, type Style } from './print';
import type { Formula } from './tree';

const atom = (text: string): Printed => ({ text, level: LEVEL.atom });

const TEXT: Style = {
  operators: {
    '+': '+',
    '-': '-',
    '*': '*',
    '/': '/',
    '=': '=',
    '<>': '<>',
    '<': '<',
    '<=': '<=',
    '>': '>',
    '>=': '>=',
    and: 'and',
    or: 'or',
  },
  negate: '-',
  not: 'not ',
  literal: (tree) => {
    if (tree.is === 'text') return `'${tree.value.replaceAll("'", "''")}'`;
    return tree.is === 'number' ? `${tree.value}${tree.unit ?? ''}` : String(tree.value);
  },
  field: atom,
  years: (name, field, k) => atom(name === 'growth' ? `growth(${field})` : `${name}(${field}, ${k})`),
  age: () => atom('age'),
  choice: (when, then, otherwise) => atom(`if(${when}, ${then}, ${otherwise})`),
  among: (item, list) => `${item} in (${list.join(', ')})`,
  within: (item, set) => `${item} in ${set}`,
  missing: (of, negated) => `${of} is ${negated ? 'not ' : ''}missing`,
  call: (name, args) => `${name}(${args.join(', ')})`,
};

/** The one canonical spelling of a tree: `parseFormula(formulaToText(tree))` is the same tree. */
export function formulaToText(tree: Formula): string {
  return printFormula(tree, TEXT);
}
