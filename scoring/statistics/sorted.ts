import { presentOf } from './present';

/** Where the high half of a float stands in its pair of 32-bit words. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
/** Below this the engine's own sort is as quick. */
const FEW = 4096;
/** Runs up to this length are sorted by insertion. */
const SHORT = 24;
/** The 32 bits of the high half, taken from the right. */
const DIGITS = [
  { shift: 0, bits: 11 },
  { shift: 11, bits: 11 },
  { shift: 22, bits: 10 },
] as const;

/**
 * The present values of a column in ascending order, as a new array: what every `…OfSorted` takes, so that a picture of a million firms sorts once.
 * Missing values and infinities are left out; −0 becomes 0.
 */
export function sortedOf(values: Float64Array): Float64Array {
  const present = presentOf(values);
  for (let i = 0; i < present.length; i++) present[i]! += 0;
  return present.length < FEW ? present.sort() : radixSorted(present);
}

/** Sorts by the upper 32 bits in three stable passes, then inside runs that agree in those. About five times as quick as comparing. */
function radixSorted(values: Float64Array): Float64Array {
  let from = values;
  let to: Float64Array = new Float64Array(values.length);
  for (const { shift, bits } of DIGITS) {
    if (scatter(from, to, shift, (1 << bits) - 1)) [from, to] = [to, from];
  }
  const words = new Uint32Array(from.buffer, from.byteOffset, 2 * from.length);
  for (let start = 0; start < from.length;) {
    const high = words[2 * start + HIGH]!;
    let end = start + 1;
    while (end < from.length && words[2 * end + HIGH] === high) end++;
    if (end - start > SHORT) from.subarray(start, end).sort();
    else if (end - start > 1) insertionSort(from, start, end);
    start = end;
  }
  return from;
}

/** One pass by one digit; false, and nothing done, where all agree in it. */
function scatter(from: Float64Array, to: Float64Array, shift: number, mask: number): boolean {
  const n = from.length;
  const words = new Uint32Array(from.buffer, from.byteOffset, 2 * n);
  const starts = new Uint32Array(mask + 1);
  for (let i = 0; i < n; i++) {
    const high = words[2 * i + HIGH]!;
    // Bits that sort as the numbers do: negative ones turned round, the others above them.
    starts[((high ^ ((high >> 31) | 0x80000000)) >>> shift) & mask]!++;
  }
  const first = words[HIGH]!;
  if (starts[((first ^ ((first >> 31) | 0x80000000)) >>> shift) & mask] === n) return false;
  for (let digit = 0, start = 0; digit <= mask; digit++) {
    const count = starts[digit]!;
    starts[digit] = start;
    start += count;
  }
  for (let i = 0; i < n; i++) {
    const high = words[2 * i + HIGH]!;
    to[starts[((high ^ ((high >> 31) | 0x80000000)) >>> shift) & mask]!++] = from[i]!;
  }
  return true;
}

function insertionSort(values: Float64Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const value = values[i]!;
    let at = i;
    while (at > start && values[at - 1]! > value) {
      values[at] = values[at - 1]!;
      at--;
    }
    values[at] = value;
  }
}

/** How many of some sorted values are below `value`: where the first that is not stands. */
export function countBelow(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** How many of some sorted values are at or below `value`. */
export function countUpTo(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! <= value) from = middle + 1;
    else to = middle;
  }
  return from;
}
