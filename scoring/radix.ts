/** Stable radix sorting of row lists: the order of numbers without comparing them, a million in a few passes. */

/** Eight bits a pass: 256 write fronts stay in the nearest cache, which costs less than fewer, wider passes. */
const DIGIT = 8;
const BUCKETS = 1 << DIGIT;
const MASK = BUCKETS - 1;
const PASSES = 32 / DIGIT;
/** Where the high half of a float stands in its pair of 32-bit words. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
/** Above every key of a number, so that what is missing sinks in both directions. */
const SUNK = 0xffffffff;
/** Runs up to this length are sorted by insertion. */
const SHORT = 24;

/**
 * Working memory, kept from call to call and grown when needed: fresh pages cost more than all the passes over them.
 * Only ever used within one call, which leaves nothing in it that anybody reads.
 */
let spareKeys: Uint32Array = new Uint32Array(0);
let spareIndex: Int32Array = new Int32Array(0);
const counts = new Uint32Array(PASSES * BUCKETS);

/** Sorts keys ascending and carries `index` along, both in place; equal keys stay in order. Digits that are the same everywhere cost nothing. */
export function radixSort(keys: Uint32Array, index: Int32Array): void {
  const n = keys.length;
  if (n < 2) return;
  counts.fill(0);
  for (let i = 0; i < n; i++) {
    const key = keys[i]!;
    counts[key & MASK]!++;
    counts[BUCKETS + ((key >>> DIGIT) & MASK)]!++;
    counts[2 * BUCKETS + ((key >>> (2 * DIGIT)) & MASK)]!++;
    counts[3 * BUCKETS + (key >>> (3 * DIGIT))]!++;
  }
  let fromKeys = keys;
  let fromIndex = index;
  if (spareKeys.length < n) {
    spareKeys = new Uint32Array(n);
    spareIndex = new Int32Array(n);
  }
  let toKeys: Uint32Array = spareKeys.subarray(0, n);
  let toIndex: Int32Array = spareIndex.subarray(0, n);
  for (let pass = 0; pass < PASSES; pass++) {
    const shift = pass * DIGIT;
    const ends = counts.subarray(pass * BUCKETS, (pass + 1) * BUCKETS);
    if (ends[(fromKeys[0]! >>> shift) & MASK] === n) continue;
    scatter(fromKeys, fromIndex, toKeys, toIndex, ends, shift);
    [fromKeys, toKeys] = [toKeys, fromKeys];
    [fromIndex, toIndex] = [toIndex, fromIndex];
  }
  if (fromKeys !== keys) {
    keys.set(fromKeys);
    index.set(fromIndex);
  }
}

function scatter(
  fromKeys: Uint32Array,
  fromIndex: Int32Array,
  toKeys: Uint32Array,
  toIndex: Int32Array,
  counts: Uint32Array,
  shift: number,
): void {
  let start = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const count = counts[bucket]!;
    counts[bucket] = start;
    start += count;
  }
  for (let i = 0; i < fromKeys.length; i++) {
    const key = fromKeys[i]!;
    const to = counts[(key >>> shift) & MASK]!++;
    toKeys[to] = key;
    toIndex[to] = fromIndex[i]!;
  }
}

/**
 * Positions of `values` in ascending or, with `down`, descending order. Equal values keep their order; NaN comes last either way.
 * A float is turned into a 64-bit key that sorts as it does: the upper 32 bits order nearly everything, the lower ones are looked at
 * only inside runs whose upper bits agree.
 */
export function orderOf(values: Float64Array, down: boolean): Int32Array {
  const n = values.length;
  const keys = new Uint32Array(n);
  const index = new Int32Array(n);
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * n);
  const flip = down ? 0xffffffff : 0;
  for (let i = 0; i < n; i++) {
    index[i] = i;
    const value = values[i]!;
    const high = words[2 * i + HIGH]!;
    // −0 must not sort below 0: its bits say it is negative.
    if (value !== value) keys[i] = SUNK;
    else if (value === 0) keys[i] = 0x80000000 ^ flip;
    else keys[i] = (high & 0x80000000 ? ~high : high | 0x80000000) ^ flip;
  }
  radixSort(keys, index);
  for (let from = 0; from < n;) {
    const key = keys[from]!;
    let to = from + 1;
    while (to < n && keys[to] === key) to++;
    if (to - from > 1 && key !== SUNK) sortRun(index.subarray(from, to), values, words, down);
    from = to;
  }
  return index;
}

/** Orders a run of equal upper halves by the lower ones. */
function sortRun(run: Int32Array, values: Float64Array, words: Uint32Array, down: boolean): void {
  const first = values[run[0]!]!;
  let i = 1;
  while (i < run.length && values[run[i]!] === first) i++;
  if (i === run.length) return;
  if (run.length <= SHORT) {
    insertionSort(run, values, down ? -1 : 1);
    return;
  }
  const flip = down !== first < 0 ? 0xffffffff : 0;
  const low = new Uint32Array(run.length);
  for (let j = 0; j < run.length; j++) low[j] = words[2 * run[j]! + 1 - HIGH]! ^ flip;
  radixSort(low, run);
}

function insertionSort(run: Int32Array, values: Float64Array, sign: 1 | -1): void {
  for (let i = 1; i < run.length; i++) {
    const item = run[i]!;
    const value = sign * values[item]!;
    let at = i;
    while (at > 0 && sign * values[run[at - 1]!]! > value) {
      run[at] = run[at - 1]!;
      at--;
    }
    run[at] = item;
  }
}

/** Sorts rows ascending by a whole number ≥ 0 of each, in place; equal ones keep their order. */
export function sortRowsBy(rows: Int32Array, numberOf: (row: number) => number): void {
  const keys = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) keys[i] = numberOf(rows[i]!);
  if (rows.length > SHORT) {
    radixSort(keys, rows);
    return;
  }
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i]!;
    const key = keys[i]!;
    let at = i;
    for (; at > 0 && keys[at - 1]! > key; at--) {
      rows[at] = rows[at - 1]!;
      keys[at] = keys[at - 1]!;
    }
    rows[at] = row;
    keys[at] = key;
  }
}
