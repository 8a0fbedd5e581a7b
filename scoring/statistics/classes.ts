import { orderOf } from '../radix';

/** A column as the numbers of its distinct values in ascending order: equal values share one, −1 is missing. What ranks need, without sorting again. */
export interface Classes {
  readonly codes: Int32Array;
  readonly count: number;
}

/** Classes of a column. Values are equal only when they are the same number; NaN and infinities are missing. */
export function classesOf(values: Float64Array): Classes {
  return orderedClassesOf(values).classes;
}

/** The classes of a column and its rows in ascending order, missing ones last, for those who need both. */
export function orderedClassesOf(values: Float64Array): { readonly classes: Classes; readonly order: Int32Array } {
  const order = orderOf(values, false);
  const codes = new Int32Array(values.length).fill(-1);
  let count = 0;
  let last = NaN;
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const value = values[row]!;
    if (!Number.isFinite(value)) continue;
    if (value !== last) {
      last = value;
      count++;
    }
    codes[row] = count - 1;
  }
  return { classes: { codes, count }, order };
}

/** How many firms have both of two columns, and of those how many are in each class of either. */
export function jointCounts(a: Classes, b: Classes): { readonly n: number; readonly inA: Int32Array; readonly inB: Int32Array } {
  const inA = new Int32Array(a.count);
  const inB = new Int32Array(b.count);
  let n = 0;
  for (let row = 0; row < a.codes.length; row++) {
    const ca = a.codes[row]!;
    const cb = b.codes[row]!;
    if (ca < 0 || cb < 0) continue;
    inA[ca]!++;
    inB[cb]!++;
    n++;
  }
  return { n, inA, inB };
}
