/**
 * x with A x = b by elimination with the largest pivot of each column (Golub & Van Loan, section 3.4); null where a pivot is all but 0 beside the
 * largest cell, so that no single x answers. A is k × k.
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const k = right.length;
  const a = matrix.map((row, i) => [...row, right[i]!]);
  const largest = Math.max(...matrix.flat().map(Math.abs));
  for (let column = 0; column < k; column++) {
    let pivot = column;
    for (let row = column + 1; row < k; row++) if (Math.abs(a[row]![column]!) > Math.abs(a[pivot]![column]!)) pivot = row;
    if (!(Math.abs(a[pivot]![column]!) > 1e-10 * largest)) return null;
    [a[column], a[pivot]] = [a[pivot]!, a[column]!];
    for (let row = column + 1; row < k; row++) {
      const times = a[row]![column]! / a[column]![column]!;
      for (let at = column; at <= k; at++) a[row]![at]! -= times * a[column]![at]!;
    }
  }
  const x = new Array<number>(k).fill(0);
  for (let row = k - 1; row >= 0; row--) {
    let sum = a[row]![k]!;
    for (let at = row + 1; at < k; at++) sum -= a[row]![at]! * x[at]!;
    x[row] = sum / a[row]![row]!;
  }
  return x;
}
