type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** Below this many bytes a copy costs less than memory of its own. */
const WORTH_SHARING = 1 << 16;

/**
 * Memory for the rows of a column, zeros. Where the page is isolated (see `scripts/serve.mjs`) and the column is long it is shared: the scoring worker
 * then reads the very bytes the reader wrote, and a column is never copied nor held twice. Nobody writes to a column once it is finished.
 */
function rowsOf<T extends Numbers>(like: T, length: number): T {
  const make = like.constructor as new (given: number | ArrayBufferLike) => T;
  const bytes = length * like.BYTES_PER_ELEMENT;
  return globalThis.crossOriginIsolated === true && bytes >= WORTH_SHARING ? new make(new SharedArrayBuffer(bytes)) : new make(length);
}

/** `array`, or a copy of it with room for that many rows. */
export function columnRoom<T extends Numbers>(array: T, rows: number): T {
  if (rows <= array.length) return array;
  const larger = rowsOf(array, rows);
  larger.set(array);
  return larger;
}

/** The part of a column that is filled: a view while little is wasted, else a copy. */
export function sized<T extends Numbers>(array: T, rows: number): T {
  if (array.length === rows) return array;
  if (array.length - rows < array.length / 16) return array.subarray(0, rows) as T;
  const fitting = rowsOf(array, rows);
  fitting.set(array.subarray(0, rows));
  return fitting;
}
