/** The same weight for each of so many columns, summing to 1; none of none. */
export function equalWeights(columns: number): number[] {
  return Array.from({ length: columns }, () => 1 / columns);
}
