import fc from 'fast-check';
import type { Formula } from '../../../scoring/formula/tree';

export const NUMBERS = ['revenue', 'rd', 'staff'];
export const TRUTHS = ['listed', 'fraud'];
export const TEXTS = ['grade', 'industry'];
export const WORDS = ['A', 'B', "it's", '集成电路', ''];

const figure = fc.oneof(
  fc.constantFrom(0, 1, 1.0005, 2, 3, 10, 57, 100, 0.57, 1e-9, 1e200, 1e308),
  fc.double({ min: 0, max: 1e15, noNaN: true }).map(Math.abs),
);
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text)),
);
const number = fc.oneof(
  figure.map((value): Formula => ({ is: 'number', value })),
  fc
    .tuple(fc.double({ min: 0, max: 1e9, noNaN: true }).map(Math.abs), fc.constantFrom('万元', '亿元', '%', '‰', '件'))
    .map(([value, unit]): Formula => ({ is: 'number', value, unit })),
);
const text = word.map((value): Formula => ({ is: 'text', value }));
const field = (names: readonly string[]) => fc.constantFrom(...names).map((name): Formula => ({ is: 'field', field: name }));
const k = fc.integer({ min: 1, max: 3 });
const previous = (names: readonly string[]) =>
  fc.tuple(fc.constantFrom(...names), k).map(([name, years]): Formula => ({ is: 'years', name: 'previous', field: name, k: years }));
const years = fc
  .tuple(fc.constantFrom('growth', 'cagr', 'sum_years', 'mean_years'), fc.constantFrom(...NUMBERS), k)
  .map(([name, of, back]): Formula => ({ is: 'years', name, field: of, k: name === 'growth' ? 1 : back }));

const { numberTree, truthTree, textTree } = fc.letrec<{ numberTree: Formula; truthTree: Formula; textTree: Formula }>((tie) => {
  const n = tie('numberTree');
  const t = tie('truthTree');
  const w = tie('textTree');
  const binary = (operators: readonly (Formula & { is: 'binary' })['operator'][], side: fc.Arbitrary<Formula>) =>
    fc
      .tuple(fc.constantFrom(...operators), side, side)
      .map(([operator, left, right]): Formula => ({ is: 'binary', operator, left, right }));
  const choice = (branch: fc.Arbitrary<Formula>) =>
    fc.tuple(t, branch, branch).map(([when, then, otherwise]): Formula => ({ is: 'if', when, then, otherwise }));
  const depth = { maxDepth: 5, depthSize: 'small' } as const;
  return {
    numberTree: fc.oneof(
      depth,
      fc.oneof(field(NUMBERS), field(NUMBERS), number, previous(NUMBERS), years, fc.constant<Formula>({ is: 'age' })),
      binary(['+', '-', '*', '/'], n),
      n.map((of): Formula => ({ is: 'unary', operator: 'negate', of })),
      choice(n),
      fc
        .tuple(fc.constantFrom('min', 'max'), fc.array(n, { minLength: 2, maxLength: 3 }))
        .map(([name, args]): Formula => ({ is: 'call', name, args })),
      fc.tuple(fc.constantFrom('abs', 'log'), n).map(([name, of]): Formula => ({ is: 'call', name, args: [of] })),
    ),
    truthTree: fc.oneof(
      depth,
      fc.oneof(
        field(TRUTHS),
        previous(TRUTHS),
        fc.boolean().map((value): Formula => ({ is: 'truth', value })),
      ),
      binary(['=', '<>', '<', '<=', '>', '>='], n),
      binary(['=', '<>'], w),
      binary(['and', 'or', '=', '<>'], t),
      t.map((of): Formula => ({ is: 'unary', operator: 'not', of })),
      choice(t),
      fc.tuple(fc.oneof(n, t, w, field(['titles'])), fc.boolean()).map(([of, negated]): Formula => ({ is: 'missing', of, negated })),
      fc.tuple(w, fc.array(text, { minLength: 1, maxLength: 3 })).map(([item, list]): Formula => ({ is: 'in', item, list })),
      fc.tuple(n, fc.array(number, { minLength: 1, maxLength: 3 })).map(([item, list]): Formula => ({ is: 'in', item, list })),
      w.map((item): Formula => ({ is: 'in', item, list: { is: 'field', field: 'titles' } })),
    ),
    textTree: fc.oneof(depth, fc.oneof(field(TEXTS), text, previous(TEXTS)), choice(w)),
  };
});

/** Well-kinded trees over the fields above, `titles` (a set) and `age`. */
export const anyTree: fc.Arbitrary<Formula> = fc.oneof(
  { arbitrary: numberTree, weight: 3 },
  { arbitrary: truthTree, weight: 3 },
  { arbitrary: textTree, weight: 1 },
);
