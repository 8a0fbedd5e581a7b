/** Columns made position by position: `from` with a mapping goes through an iterator, which costs more than what is worked out. */

export function bytesOf(n: number, byteAt: (i: number) => number): Uint8Array {
  const bytes = new Uint8Array(n);
  for (let i = 0; i < n; i++) bytes[i] = byteAt(i);
  return bytes;
}

export function floatsOf(n: number, valueAt: (i: number) => number): Float64Array {
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) values[i] = valueAt(i);
  return values;
}
