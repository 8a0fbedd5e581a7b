import type { BinaryOperator, Formula, PlainFunction, YearsFunction } from './tree';

/** How tightly a printed piece holds together; a piece looser than its place asks for is put in parentheses. */
export const LEVEL = { whole: 0, or: 1, and: 2, not: 3, compare: 4, sum: 5, product: 6, sign: 7, atom: 8 } as const;

const LEVELS: Readonly<Record<BinaryOperator, number>> = {
  or: LEVEL.or,
  and: LEVEL.and,
  '=': LEVEL.compare,
  '<>': LEVEL.compare,
  '<': LEVEL.compare,
  '<=': LEVEL.compare,
  '>': LEVEL.compare,
  '>=': LEVEL.compare,
  '+': LEVEL.sum,
  '-': LEVEL.sum,
  '*': LEVEL.product,
  '/': LEVEL.product,
};

export interface Printed {
  readonly text: string;
  readonly level: number;
}

/** What differs between one printed language and another. */
export interface Style {
  readonly operators: Readonly<Record<BinaryOperator, string>>;
  readonly negate: string;
  readonly not: string;
  literal(tree: Formula & { is: 'number' | 'text' | 'truth' }): string;
  field(field: string): Printed;
  years(name: YearsFunction, field: string, k: number): Printed;
  age(): Printed;
  choice(when: string, then: string, otherwise: string): Printed;
  among(item: string, list: readonly string[]): string;
  within(item: string, set: string): string;
  missing(of: string, negated: boolean): string;
  call(name: PlainFunction, args: readonly string[]): string;
}

/** Prints a tree in a style, with no more parentheses than the grammar of `parseFormula` asks for. */
export function printFormula(tree: Formula, style: Style): string {
  return printed(tree, style).text;
}

function printed(tree: Formula, style: Style): Printed {
  const at = (child: Formula, level: number): string => {
    const piece = printed(child, style);
    return piece.level < level ? `(${piece.text})` : piece.text;
  };
  switch (tree.is) {
    case 'number':
    case 'text':
    case 'truth':
      return { text: style.literal(tree), level: LEVEL.atom };
    case 'field':
      return style.field(tree.field);
    case 'years':
      return style.years(tree.name, tree.field, tree.k);
    case 'age':
      return style.age();
    case 'unary':
      if (tree.operator === 'not') return { text: style.not + at(tree.of, LEVEL.not), level: LEVEL.not };
      return { text: style.negate + at(tree.of, LEVEL.atom), level: LEVEL.sign };
    case 'binary': {
      const level = LEVELS[tree.operator];
      const left = at(tree.left, level === LEVEL.compare ? level + 1 : level);
      return { text: `${left} ${style.operators[tree.operator]} ${at(tree.right, level + 1)}`, level };
    }
    case 'if':
      return style.choice(at(tree.when, LEVEL.or), at(tree.then, LEVEL.or), at(tree.otherwise, LEVEL.or));
    case 'in': {
      const item = at(tree.item, LEVEL.sum);
      const { list } = tree;
      const text =
        'is' in list
          ? style.within(item, at(list, LEVEL.atom))
          : style.among(
              item,
              list.map((entry) => at(entry, LEVEL.or)),
            );
      return { text, level: LEVEL.compare };
    }
    case 'missing':
      return { text: style.missing(at(tree.of, LEVEL.sum), tree.negated), level: LEVEL.compare };
    case 'call':
      return {
        text: style.call(
          tree.name,
          tree.args.map((arg) => at(arg, LEVEL.or)),
        ),
        level: LEVEL.atom,
      };
  }
}
