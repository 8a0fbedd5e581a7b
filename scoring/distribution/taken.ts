/** The values of some rows, in their order. */
export function taken(values: Float64Array, rows: Int32Array): Float64Array {
  const figures = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) figures[i] = values[rows[i]!]!;
  return figures;
}
