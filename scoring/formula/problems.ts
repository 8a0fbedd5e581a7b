import type { Formula, FormulaProblem } from './tree';

/** Everything that can be wrong with a formula. `given` is the offending piece unless said otherwise. */
export const FORMULA_PROBLEMS = [
  'empty',
  'too_long', // given: number of characters
  'too_deep', // given: the deepest nesting allowed
  'unclosed_text',
  'unexpected_character',
  'upper_case', // names and words of the language are written small
  'bad_number',
  'unknown_unit',
  'expected_value', // something to compute with is missing here
  'expected_literal', // a list holds texts or numbers only
  'expected_field', // previous, growth … take a field name, not an expression
  'expected_years', // and a plain number of years
  'expected_closing', // a parenthesis is not closed
  'expected_opening',
  'expected_missing', // after `is` comes `missing` or `not missing`
  'unexpected_piece', // complete before this
  'chained_comparison', // a < b < c
  'unknown_function',
  'wrong_arity', // given: name of the function
  'bad_years', // k is no whole number from 1 to 20
  'unknown_field', // given: `revenu`, or `revenu → revenue` when a field with nearly this name exists
  'needs_number',
  'needs_truth',
  'needs_text',
  'needs_set',
  'different_kinds', // of two sides, two branches or an item and its list
  'set_not_value', // a set can only be asked with `in` and `is missing`
] as const;
export type FormulaProblemCode = (typeof FORMULA_PROBLEMS)[number];

/** Where a node stands in its text. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

// Beside the tree, not in it: two spellings of one formula are the same tree.
const places = new WeakMap<Formula, Place>();

/** Remembers where a node was read. */
export function setPlace(node: Formula, place: Place): void {
  places.set(node, place);
}

/** Where a node was read; the start of the text for a tree that was not parsed here. */
export function placeOf(node: Formula): Place {
  return places.get(node) ?? { at: 0, length: 0 };
}

/** A problem with a code of the list. */
export function formulaProblem(code: FormulaProblemCode, place: Place, given: string): FormulaProblem {
  return { code, at: place.at, length: place.length, given };
}
