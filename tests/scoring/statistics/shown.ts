import type { Answer } from '../../../scoring/statistics/answer';

/** A column; null is missing. */
export const column = (values: readonly (number | null)[]): Float64Array => Float64Array.from(values, (value) => value ?? NaN);

/** An answer as its number or its reason. */
export const shown = ({ value, reason }: Answer): number | string => value ?? reason ?? 'nothing';

/** Twelve firms, ties and gaps on purpose: those of reference.py. */
export const A = column([1, 2, 2, 3, 5, 8, 8, 8, 9, 10, null, 4]);
export const B = column([2, 1, 4, 3, 3, 9, 7, null, 9, 8, 5, 3]);
export const C = column([9, 9, 7, 8, 5, 3, null, 2, 2, 1, 4, 6]);

/** R&D of forty firms and of thirty-two others, skewed and with ties: those of reference.R. */
export const G = column([
  0, 3, 5, 5, 8, 12, 12, 12, 15, 18, 20, 22, 25, 25, 30, 31, 36, 40, 44, 50, 52, 60, 60, 75, 80, 96, 100, 120, 120, 150, 180, 200, 240, 300,
  360, 480, 500, 900, 1500, 4000,
]);
export const H = column([
  1, 2, 5, 9, 12, 12, 20, 25, 28, 30, 36, 45, 60, 66, 70, 90, 96, 110, 120, 150, 150, 210, 240, 260, 310, 360, 400, 520, 610, 800, 1200,
  2500,
]);
