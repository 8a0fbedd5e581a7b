/** Why a statistic or a weight has no number. */
export type Refusal =
  | 'too_few' // fewer firms than the formula needs
  | 'too_few_columns' // fewer indicators than the formula needs
  | 'constant' // equal values: nothing varies
  | 'negative' // a value or a weight below 0 where none may be
  | 'zero' // a value of 0 where a logarithm is taken
  | 'no_total' // every value is 0: there is nothing to share
  | 'collinear' // an indicator is a sum of others: no single answer
  | 'not_finite'; // overflow

/** A number, or the reason there is none; `n` is how many firms stand behind it. */
export type Answer =
  | { readonly value: number; readonly reason: null; readonly n: number }
  | { readonly value: null; readonly reason: Refusal; readonly n: number };

/** A number found. One that is none (an overflow) is refused here, so that it never travels. */
export function found(value: number, n: number): Answer {
  return Number.isFinite(value) ? { value, reason: null, n } : refused('not_finite', n);
}

/** No number, and why. */
export function refused(reason: Refusal, n: number): Answer {
  return { value: null, reason, n };
}
