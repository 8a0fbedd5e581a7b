import type { Answer } from '../../../scoring/statistics/answer';

/** A column; null is missing. */
export const column = (values: readonly (number | null)[]): Float64Array => Float64Array.from(values, (value) => value ?? NaN);

/** An answer as its number or its reason. */
export const shown = ({ value, reason }: Answer): number | string => value ?? reason ?? 'nothing';

/** Twelve firms, ties and gaps on purpose: those of reference.py. */
export const A = column([1, 2, 2, 3, 5, 8, 8, 8, 9, 10, null, 4]);
export const B = column([2, 1, 4, 3, 3, 9, 7, null, 9, 8, 5, 3]);
export const C = column([9, 9, 7, 8, 5, 3, null, 2, 2, 1, 4, 6]);
