import { sortedOf } from './sorted';

/** The present values of each group in ascending order, and who has none. */
export interface SortedGroups {
  /** By code. */
  readonly groups: readonly Float64Array[];
  /** Firms of each group without a value. */
  readonly missing: Int32Array;
  /** Firms without a group (code −1), with a value or not. */
  readonly ungrouped: number;
}

/** Takes a column apart by group code 0…count − 1 and sorts each part: a million firms in two thousand groups cost little more than in one. */
export function sortedByGroup(values: Float64Array, codes: Int32Array, count: number): SortedGroups {
  const sizes = new Int32Array(count);
  const missing = new Int32Array(count);
  let ungrouped = 0;
  for (let row = 0; row < values.length; row++) {
    const code = codes[row]!;
    const value = values[row]!;
    if (code < 0) ungrouped++;
    // A difference with itself is 0 only of a finite number.
    else if (value - value === 0) sizes[code]!++;
    else missing[code]!++;
  }
  const fronts = new Int32Array(count + 1);
  for (let code = 0; code < count; code++) fronts[code + 1] = fronts[code]! + sizes[code]!;
  const starts = fronts.slice();
  const placed = new Float64Array(fronts[count]!);
  for (let row = 0; row < values.length; row++) {
    const code = codes[row]!;
    const value = values[row]!;
    if (code >= 0 && value - value === 0) placed[fronts[code]!++] = value;
  }
  const groups = Array.from(sizes, (size, code) => sortedOf(placed.subarray(starts[code]!, starts[code]! + size)));
  return { groups, missing, ungrouped };
}
