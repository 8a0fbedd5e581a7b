import type { SchemeProblem } from './format';

/** Faults of form: exactly what docs/scheme.schema.json refuses too. `given` is the offending value, shortened, unless said otherwise. */
export const SHAPE_PROBLEMS = [
  'wrong_kind', // given: wanted kind → found kind
  'unknown_key', // given: the key
  'missing_key', // given: the key
  'bad_choice', // not one of the words allowed; given: the value
  'bad_id', // letters, digits, _ . -, starting with a letter, at most 64
  'bad_pattern', // a date, currency or version not written as it must be
  'empty_text',
  'long_text', // given: most characters allowed
  'too_small', // given: value → least allowed
  'too_large_number', // given: value → most allowed
  'too_few_items', // given: least number
  'too_many_items', // given: most allowed
  'zero_of', // points of an indicator must be 0.000001 or more
  'points_or_per_unit', // a deduction needs exactly one of the two; given: what it has
  'cap_without_per_unit',
  'formula_missing', // an indicator needs one, unless best-of
  'formula_not_here', // best-of: each option has its own
  'exceed_without_total',
  'empty_pass', // a pass line without any condition
  'empty_treatment', // neither winsorise nor log
  'least_without_within', // how many a peer group needs, without a peer group
] as const;

/** Faults of a whole document, found before its parts are read. */
export const SAFETY_PROBLEMS = ['not_json', 'too_big', 'too_deep', 'forbidden_key', 'not_finite', 'duplicate_key'] as const;

/** Faults of meaning. Errors first, then warnings. */
export const MEANING_PROBLEMS = [
  'formula', // `formula` of the problem says what
  'formula_kind', // given: wanted → found
  'bad_date', // given: the date
  'dates_reversed', // given: from → to
  'duplicate_id', // given: the id; path is the second one
  'empty_group', // no indicator names it
  'unknown_group',
  'unknown_stage',
  'unknown_indicator', // given: what is named
  'stage_weight_missing', // weights by stage leave out this stage
  'weights_without_stages', // weights by stage in a scheme without stages
  'comparison_without_stages',
  'tiers_overlap', // given: tier a: its ends ∩ tier b: its ends
  'tiers_hole', // given likewise; an open side reads −∞ or +∞
  'tiers_boundary_twice', // given: tier a | tier b: the boundary both claim
  'tiers_boundary_never', // neither does
  'tier_empty', // from is not below to
  'interval_reversed', // points [high, low]
  'equal_bounds', // a linear or goalpost rule of no width
  'bounds_reversed', // goalposts: low above high
  'quantiles_reversed', // winsorise [high, low]; given: low → high
  'treatment_not_here', // a treatment before a rule that compares with nobody; given: the rule
  'log_not_here', // logarithms before a rule other than min-max and z-score; given: the rule
  'power_zero', // a power mean of power 0, or nearer to it than 0.01, is the geometric one
  'floor_needed', // a mean of a negative power without a floor
  'direction_contradicts', // the rule's numbers say otherwise
  'points_above_of', // a tier gives more than the indicator's full points; given: points → of
  'unit_dimension', // given: unit → what the formula yields
  'weights_do_not_add_up', // warning; given: sum → declared, stage
  'full_marks_differ', // warning; given: sum by stage
  'no_full_points', // warning: no tier reaches `of`; given: best → of
  'money_without_unit', // warning: a threshold on a money formula has no unit
  'version_taken', // another scheme of this id and version is here; given: the version
  'currency', // thresholds in another currency than the data's; given: scheme → data
] as const;

export type SchemeProblemCode = (typeof SHAPE_PROBLEMS)[number] | (typeof SAFETY_PROBLEMS)[number] | (typeof MEANING_PROBLEMS)[number];

/** A value as text short enough for a message. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** An error with a code of the lists. */
export function schemeError(code: SchemeProblemCode, path: string, given: unknown): SchemeProblem {
  return { code, path, given: shown(given), severity: 'error' };
}

/** A warning: it does not stop scoring. */
export function schemeWarning(code: SchemeProblemCode, path: string, given: unknown): SchemeProblem {
  return { code, path, given: shown(given), severity: 'warning' };
}
