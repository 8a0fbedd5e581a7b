/** The tree of formula language v1 (docs/scheme-format.md). */

export type ValueKind = 'number' | 'truth' | 'text' | 'set';

export type UnaryOperator = 'negate' | 'not';
export type BinaryOperator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '<=' | '>' | '>=' | 'and' | 'or';
/** Number functions of plain arguments. */
export type PlainFunction = 'min' | 'max' | 'abs' | 'log';
/** Functions that look at a field over a firm's years: `previous(f, k)`, `growth(f)`, `cagr(f, k)`, `sum_years(f, k)`, `mean_years(f, k)`. */
export type YearsFunction = 'previous' | 'growth' | 'cagr' | 'sum_years' | 'mean_years';

export type Formula =
  | { readonly is: 'number'; readonly value: number; readonly unit?: string }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'truth'; readonly value: boolean }
  | { readonly is: 'field'; readonly field: string }
  | { readonly is: 'unary'; readonly operator: UnaryOperator; readonly of: Formula }
  | { readonly is: 'binary'; readonly operator: BinaryOperator; readonly left: Formula; readonly right: Formula }
  | { readonly is: 'if'; readonly when: Formula; readonly then: Formula; readonly otherwise: Formula }
  /** `text in ('a', 'b')`, or `'a' in set_field`. */
  | { readonly is: 'in'; readonly item: Formula; readonly list: readonly Formula[] | Formula }
  | { readonly is: 'missing'; readonly of: Formula; readonly negated: boolean }
  | { readonly is: 'call'; readonly name: PlainFunction; readonly args: readonly Formula[] }
  | { readonly is: 'years'; readonly name: YearsFunction; readonly field: string; readonly k: number }
  /** Full years from `found_date` to 31 December of the row's year. */
  | { readonly is: 'age' };

/** Where a formula is wrong. `at` counts characters from 0. Texts are in i18n, by code. */
export interface FormulaProblem {
  readonly code: string;
  readonly at: number;
  readonly length: number;
  readonly given: string;
}
