import { REASON } from '../column';
import { arithmetic, divide } from './arithmetic';
import { fieldStep, previousStep } from './read';
import { cellsFor, constantStep, type Cells, type NumberStep, type Scope, stepOver } from './step';

/** growth(f) = f ÷ f a year before − 1, and cagr(f, k) = (f ÷ f k years before)^(1/k) − 1: missing over a base of zero or less. */
export function growthStep(scope: Scope, field: string, k: number, name: 'growth' | 'cagr'): NumberStep {
  const now = fieldStep(scope, field, 'number');
  const then = previousStep(scope, field, k, 'number');
  return stepOver(scope, [now, then], (out, count) => growth(now, then, name === 'cagr' ? k : null, out, count));
}

function growth(now: Cells, then: Cells, years: number | null, out: Cells, count: number): void {
  for (let row = 0; row < count; row++) {
    const value = now.values[row]!;
    const base = then.values[row]!;
    let reason = now.reasons[row]! || then.reasons[row]!;
    if (!reason && base <= 0) reason = base === 0 ? REASON.zero_base : REASON.negative_base;
    // The root of a loss is no growth rate.
    if (!reason && years !== null && value < 0) reason = REASON.negative_base;
    const grown = (years === null ? value / base : Math.pow(value / base, 1 / years)) - 1;
    if (!reason && !Number.isFinite(grown)) reason = REASON.not_finite;
    out.values[row] = reason ? NaN : grown;
    out.reasons[row] = reason;
  }
}

/** Sum or mean of this year and the k − 1 before; every one is needed, the first missing one gives the reason. */
export function spanStep(scope: Scope, field: string, k: number, name: 'sum_years' | 'mean_years'): NumberStep {
  const first = fieldStep(scope, field, 'number');
  const earlier = Array.from({ length: k - 1 }, (_, back) => previousStep(scope, field, back + 1, 'number'));
  const years = constantStep(scope, k);
  return stepOver(scope, [first, ...earlier], (out, count) => {
    out.values.set(first.values);
    out.reasons.set(first.reasons);
    for (const year of earlier) arithmetic('+', out, year, out, count);
    if (name === 'mean_years') divide(out, years, out, count);
  });
}

const DAYS_TO_1970 = 719162;

/** Day number of 1 January, counted from 1970-01-01 in the Gregorian calendar. */
function firstDay(year: number): number {
  const past = year - 1;
  return 365 * past + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - DAYS_TO_1970;
}

/** Year in which a day (days since 1970-01-01) falls; NaN outside the years 1 to 9999. */
export function yearOfDay(day: number): number {
  if (!(day >= -DAYS_TO_1970 && day < firstDay(10000))) return NaN;
  const guess = Math.floor(day / 365.2425) + 1970;
  if (day < firstDay(guess)) return guess - 1;
  return day >= firstDay(guess + 1) ? guess + 1 : guess;
}

/** Full years from `found_date` to 31 December of the row's year. A date after that day, or no date of our calendar, is `out_of_range`. */
export function ageStep(scope: Scope): NumberStep {
  const found = fieldStep(scope, 'found_date', 'number');
  const { rows, panel } = scope;
  const out = cellsFor(scope);
  const run = (from: number, count: number): void => {
    found.run(from, count);
    for (let at = 0; at < count; at++) {
      // Nothing in a year comes after its 31 December, so the full years are the difference of the years.
      const age = panel.year[rows ? rows[from + at]! : from + at]! - yearOfDay(found.values[at]!);
      const reason = found.reasons[at]! || (age >= 0 ? 0 : REASON.out_of_range);
      out.values[at] = reason ? NaN : age;
      out.reasons[at] = reason;
    }
  };
  return { ...out, run };
}
