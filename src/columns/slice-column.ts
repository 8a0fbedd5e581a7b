import type { Column } from '../../scoring/column';

/** Rows [from, to) of a column, over the same memory. */
export function sliceColumn(column: Column, from: number, to: number): Column {
  const reasons = column.reasons.subarray(from, to);
  switch (column.kind) {
    case 'text':
      return { ...column, codes: column.codes.subarray(from, to), reasons };
    case 'set':
      return { ...column, bits: column.bits.subarray(from * column.width, to * column.width), reasons };
    default:
      return { ...column, values: column.values.subarray(from, to), reasons };
  }
}
