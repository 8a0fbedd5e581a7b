/** Eigenvalues of a symmetric matrix, largest first; `vectors[i]` belongs to `values[i]`, has length 1 and an arbitrary sign. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

const MOST_SWEEPS = 60;

/**
 * All eigenvalues and vectors of a symmetric k × k matrix by cyclic Jacobi rotations (Golub & Van Loan, section 8.5). Slow for large k, exact and
 * steady for the twenty or so indicators of a scheme. Throws on a matrix that is not symmetric or not finite: a caller's fault.
 */
export function eigen(matrix: readonly (readonly number[])[]): Eigen {
  const k = matrix.length;
  const a = matrix.map((row) => [...row]);
  a.forEach((row, i) =>
    row.forEach((value, j) => {
      if (row.length !== k || !Number.isFinite(value) || Math.abs(value - a[j]![i]!) > 1e-9 * Math.max(1, Math.abs(value)))
        throw new RangeError(`matrix is not symmetric at ${i}, ${j}: ${value}`);
    }),
  );
  const v = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; offDiagonal(a) > 1e-30 * scaleOf(a); sweep++) {
    if (sweep === MOST_SWEEPS) throw new Error(`eigenvalues are not found in ${MOST_SWEEPS} sweeps`);
    for (let p = 0; p < k; p++) for (let q = p + 1; q < k; q++) rotate(a, v, p, q);
  }
  const order = a.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!);
  return { values: order.map((i) => a[i]![i]!), vectors: order.map((i) => v.map((row) => row[i]!)) };
}

/** Turns rows and columns p and q so that their common cell becomes 0. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const apq = a[p]![q]!;
  if (apq === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let i = 0; i < a.length; i++) {
    const [ip, iq] = [a[i]![p]!, a[i]![q]!];
    a[i]![p] = c * ip - s * iq;
    a[i]![q] = s * ip + c * iq;
  }
  for (let i = 0; i < a.length; i++) {
    const [pi, qi] = [a[p]![i]!, a[q]![i]!];
    a[p]![i] = c * pi - s * qi;
    a[q]![i] = s * pi + c * qi;
  }
  a[p]![q] = 0;
  a[q]![p] = 0;
  for (const row of v) {
    const [ip, iq] = [row[p]!, row[q]!];
    row[p] = c * ip - s * iq;
    row[q] = s * ip + c * iq;
  }
}

function offDiagonal(a: readonly (readonly number[])[]): number {
  return a.reduce((sum, row, i) => sum + row.reduce((part, value, j) => (i === j ? part : part + value * value), 0), 0);
}

function scaleOf(a: readonly (readonly number[])[]): number {
  return Math.max(Number.MIN_VALUE, ...a.map((row, i) => row[i]! * row[i]!));
}
