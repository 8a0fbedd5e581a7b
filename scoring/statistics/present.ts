/** The values of a column that are there, in order: neither missing (NaN) nor infinite. */
export function presentOf(values: Float64Array): Float64Array {
  const present = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    // A difference with itself is 0 only of a finite number.
    if (value - value === 0) present[n++] = value;
  }
  return present.subarray(0, n);
}

/** The positions at which every column has a value: complete cases. Without columns there is none. */
export function completeCases(columns: readonly Float64Array[]): Int32Array {
  const rows = new Int32Array(columns[0]?.length ?? 0);
  let n = 0;
  for (let row = 0; row < rows.length; row++) if (columns.every((column) => Number.isFinite(column[row]!))) rows[n++] = row;
  return rows.slice(0, n);
}

/** The given positions of each column. */
export function takeRows(columns: readonly Float64Array[], rows: Int32Array): Float64Array[] {
  return columns.map((column) => Float64Array.from(rows, (row) => column[row]!));
}
