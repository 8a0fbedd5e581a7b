/** Middle of whole numbers ≥ 0, the mean of the two middle ones where their number is even; null of nothing. Counted, not sorted. */
export function medianOf(values: Int32Array): number | null {
  const n = values.length;
  if (n === 0) return null;
  const counts = countsOf(values);
  const lower = atPlace(counts, (n - 1) >> 1);
  return n % 2 === 1 ? lower : (lower + atPlace(counts, n >> 1)) / 2;
}

/** How often each whole number from 0 to the highest occurs. */
export function countsOf(values: Int32Array): Int32Array {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  const counts = new Int32Array(most + 1);
  for (let i = 0; i < values.length; i++) counts[values[i]!]!++;
  return counts;
}

/** The number at a place, from 0, of the numbers in order. */
function atPlace(counts: Int32Array, place: number): number {
  let value = 0;
  for (let before = counts[0]!; before <= place; before += counts[value]!) value++;
  return value;
}
