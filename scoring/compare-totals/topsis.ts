/** Closeness of every firm, 0…1, more is better; NaN where it has none, then `reasons` says why. */
export interface Closeness {
  readonly values: Float64Array;
  /** What bars the whole list, if anything: no weight above 0, no firm with every value, or all firms equal (0 ÷ 0). */
  readonly reason: 'no_weight' | 'incomplete' | 'constant' | null;
  /** Firms left out for a missing value. */
  readonly incomplete: number;
}

/**
 * TOPSIS (Hwang & Yoon 1981): columns divided by √Σx², times the weight; distance to the best and to the worst value of each column; closeness =
 * d⁻ ÷ (d⁺ + d⁻). All columns: more is better. A firm that lacks a column of weight above 0 has no closeness and sets neither best nor worst; a
 * column of zeros, or of equal values, is the same for all. A firm more can turn the order of two others (rank reversal): a comparison, not a score.
 */
export function topsis(columns: readonly Float64Array[], weights: readonly number[]): Closeness {
  if (weights.length !== columns.length || !weights.every((weight) => weight >= 0 && weight < Infinity))
    throw new RangeError(`weights ${weights.join()} do not fit ${columns.length} columns`);
  const rows = columns[0]?.length ?? 0;
  const values = new Float64Array(rows).fill(NaN);
  const used = columns.flatMap((column, at) => (weights[at]! > 0 ? [{ column, weight: weights[at]! }] : []));
  if (used.length === 0) return { values, reason: 'no_weight', incomplete: 0 };
  const takesPart = Uint8Array.from(values, (_, row) => (used.every(({ column }) => Number.isFinite(column[row]!)) ? 1 : 0));
  const incomplete = takesPart.reduce((count, takes) => count + 1 - takes, 0);
  if (incomplete === rows) return { values, reason: 'incomplete', incomplete };
  const toBest = new Float64Array(rows);
  const toWorst = new Float64Array(rows);
  for (const { column, weight } of used) addDistances(column, weight, takesPart, toBest, toWorst);
  let spread = 0;
  for (let row = 0; row < rows; row++) {
    const [best, worst] = [Math.sqrt(toBest[row]!), Math.sqrt(toWorst[row]!)];
    if (takesPart[row] === 1 && best + worst > 0) {
      values[row] = worst / (best + worst);
      spread++;
    }
  }
  // Equal firms are at distance 0 of best and worst alike, all of them or none.
  return { values, reason: spread === 0 ? 'constant' : null, incomplete };
}

function addDistances(column: Float64Array, weight: number, takesPart: Uint8Array, toBest: Float64Array, toWorst: Float64Array): void {
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < column.length; row++) {
    if (takesPart[row] === 0) continue;
    if (column[row]! < low) low = column[row]!;
    if (column[row]! > high) high = column[row]!;
  }
  const largest = Math.max(Math.abs(low), Math.abs(high));
  // Equal values, but for what rounding makes of them, part nobody.
  if (!(high / largest - low / largest > 1e-12)) return;
  // In shares of the largest, whose squares neither overflow nor vanish.
  let squares = 0;
  for (let row = 0; row < column.length; row++) if (takesPart[row] === 1) squares += (column[row]! / largest) ** 2;
  const scale = weight / Math.sqrt(squares);
  for (let row = 0; row < column.length; row++) {
    if (takesPart[row] === 0) continue;
    const share = column[row]! / largest;
    toBest[row]! += ((high / largest - share) * scale) ** 2;
    toWorst[row]! += ((share - low / largest) * scale) ** 2;
  }
}
