import type { Cells } from './step';

/** out = a and b, three-valued after Kleene: false settles it even beside a missing value; else the first missing one's reason. */
export function both(a: Cells, b: Cells, out: Cells, count: number): void {
  settle(a, b, out, count, 0);
}

/** out = a or b, three-valued after Kleene: true settles it even beside a missing value. */
export function either(a: Cells, b: Cells, out: Cells, count: number): void {
  settle(a, b, out, count, 1);
}

function settle(a: Cells, b: Cells, out: Cells, count: number, settled: 0 | 1): void {
  for (let row = 0; row < count; row++) {
    if (a.values[row] === settled || b.values[row] === settled) {
      out.values[row] = settled;
      out.reasons[row] = 0;
      continue;
    }
    const reason = a.reasons[row]! || b.reasons[row]!;
    out.values[row] = reason ? NaN : 1 - settled;
    out.reasons[row] = reason;
  }
}

/** out = not a. */
export function opposite(a: Cells, out: Cells, count: number): void {
  for (let row = 0; row < count; row++) out.values[row] = 1 - a.values[row]!;
  out.reasons.set(a.reasons);
}

/** out = a is missing (or is not). Never missing itself. */
export function missing(a: { readonly reasons: Uint8Array }, negated: boolean, out: Cells, count: number): void {
  for (let row = 0; row < count; row++) out.values[row] = (a.reasons[row] !== 0) === negated ? 0 : 1;
}

/** out = a where the condition is true, b where it is false, the condition's reason where it is missing. */
export function choose(when: Cells, a: Cells, b: Cells, out: Cells, count: number): void {
  for (let row = 0; row < count; row++) {
    const reason = when.reasons[row]!;
    const from = when.values[row] === 1 ? a : b;
    out.values[row] = reason ? NaN : from.values[row]!;
    out.reasons[row] = reason || from.reasons[row]!;
  }
}
