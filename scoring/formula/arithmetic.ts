import { REASON } from '../column';
import type { BinaryOperator } from './tree';
import type { Cells } from './step';

// One loop an operator. `v - v === 0` holds for finite numbers alone, and a missing operand is NaN, so the common case costs one test.

/** out = a ∘ b; an overflow is missing, `not_finite`. */
export function arithmetic(operator: '+' | '-' | '*', a: Cells, b: Cells, out: Cells, count: number): void {
  if (operator === '+') add(a, b, out, count);
  else if (operator === '-') subtract(a, b, out, count);
  else multiply(a, b, out, count);
}

function refuse(a: Cells, b: Cells, out: Cells, row: number): void {
  out.values[row] = NaN;
  out.reasons[row] = a.reasons[row]! || b.reasons[row]! || REASON.not_finite;
}

function add(a: Cells, b: Cells, out: Cells, count: number): void {
  for (let row = 0; row < count; row++) {
    const value = a.values[row]! + b.values[row]!;
    if (value - value === 0) {
      out.values[row] = value;
      out.reasons[row] = 0;
    } else refuse(a, b, out, row);
  }
}

function subtract(a: Cells, b: Cells, out: Cells, count: number): void {
  for (let row = 0; row < count; row++) {
    const value = a.values[row]! - b.values[row]!;
    if (value - value === 0) {
      out.values[row] = value;
      out.reasons[row] = 0;
    } else refuse(a, b, out, row);
  }
}

function multiply(a: Cells, b: Cells, out: Cells, count: number): void {
  for (let row = 0; row < count; row++) {
    const value = a.values[row]! * b.values[row]!;
    if (value - value === 0) {
      out.values[row] = value;
      out.reasons[row] = 0;
    } else refuse(a, b, out, row);
  }
}

/** out = a ÷ b; by zero is missing, `divided_by_zero`. */
export function divide(a: Cells, b: Cells, out: Cells, count: number): void {
  for (let row = 0; row < count; row++) {
    const value = a.values[row]! / b.values[row]!;
    if (value - value === 0) {
      out.values[row] = value;
      out.reasons[row] = 0;
    } else if (b.values[row] === 0 && a.reasons[row] === 0) {
      out.values[row] = NaN;
      out.reasons[row] = REASON.divided_by_zero;
    } else refuse(a, b, out, row);
  }
}

/** out = −a. */
export function negate(a: Cells, out: Cells, count: number): void {
  for (let row = 0; row < count; row++) out.values[row] = -a.values[row]!;
  out.reasons.set(a.reasons);
}

/** out = |a|. */
export function absolute(a: Cells, out: Cells, count: number): void {
  for (let row = 0; row < count; row++) out.values[row] = Math.abs(a.values[row]!);
  out.reasons.set(a.reasons);
}

/** out = ln a; of zero or less it is missing, `not_finite`. */
export function logarithm(a: Cells, out: Cells, count: number): void {
  for (let row = 0; row < count; row++) {
    const value = Math.log(a.values[row]!);
    if (value - value === 0) {
      out.values[row] = value;
      out.reasons[row] = 0;
    } else refuse(a, a, out, row);
  }
}

/** out = the smaller (or larger) of a and b; missing when either is. */
export function extreme(name: 'min' | 'max', a: Cells, b: Cells, out: Cells, count: number): void {
  const sign = name === 'min' ? 1 : -1;
  for (let row = 0; row < count; row++) {
    const reason = a.reasons[row]! || b.reasons[row]!;
    const left = a.values[row]!;
    const right = b.values[row]!;
    out.values[row] = reason ? NaN : sign * left <= sign * right ? left : right;
    out.reasons[row] = reason;
  }
}

/** Relative slack within which two numbers are equal. */
const SLACK = 1e-9;

/** For each operator, its truth when a is below, equal to and above b. */
const TRUTHS: Readonly<Partial<Record<BinaryOperator, readonly [number, number, number]>>> = {
  '<': [1, 0, 0],
  '<=': [1, 1, 0],
  '=': [0, 1, 0],
  '<>': [1, 0, 1],
  '>': [0, 0, 1],
  '>=': [0, 1, 1],
};

/** out = truth of a ? b. Numbers within 1e-9·max(1, |a|, |b|) of each other are equal, so that 0.57 × 100 ≥ 57 is true. */
export function compare(operator: BinaryOperator, a: Cells, b: Cells, out: Cells, count: number): void {
  const truths = TRUTHS[operator];
  if (!truths) throw new TypeError(`${operator} compares nothing`);
  const [below, equal, above] = truths;
  for (let row = 0; row < count; row++) {
    const reason = a.reasons[row]! || b.reasons[row]!;
    const left = a.values[row]!;
    const right = b.values[row]!;
    const apart = left - right;
    const slack = SLACK * Math.max(1, Math.abs(left), Math.abs(right));
    out.values[row] = reason ? NaN : apart > slack ? above : apart < -slack ? below : equal;
    out.reasons[row] = reason;
  }
}

/** out = whether a equals one of the wanted numbers, within the slack. */
export function oneOf(a: Cells, wanted: Float64Array, out: Cells, count: number): void {
  for (let row = 0; row < count; row++) {
    const reason = a.reasons[row]!;
    const value = a.values[row]!;
    let found = 0;
    for (const want of wanted) if (Math.abs(value - want) <= SLACK * Math.max(1, Math.abs(value), Math.abs(want))) found = 1;
    out.values[row] = reason ? NaN : found;
    out.reasons[row] = reason;
  }
}
