import { ParquetFault } from './fault';

/**
 * `count` whole numbers of `width` bits from Parquet's mix of runs and packed bits, from `at` to `end`. Levels and dictionary codes are written so.
 * A run that says more than is wanted is cut; too little is a fault.
 */
export function readHybrid(bytes: Uint8Array, at: number, end: number, width: number, count: number): Int32Array {
  return fillHybrid(bytes, at, end, width, new Int32Array(count));
}

/** The same for levels, which have less than eight bits. */
export function readSmallHybrid(bytes: Uint8Array, at: number, end: number, width: number, count: number): Uint8Array {
  return fillHybrid(bytes, at, end, width, new Uint8Array(count));
}

function fillHybrid<T extends Int32Array | Uint8Array>(bytes: Uint8Array, at: number, end: number, width: number, values: T): T {
  const count = values.length;
  if (width > values.BYTES_PER_ELEMENT * 8 || end > bytes.length) throw new ParquetFault(`codes of ${width} bits`);
  // Codes of no bits need no bytes: they are all 0.
  if (width === 0) return values;
  let filled = 0;
  while (filled < count) {
    let head = 0;
    let shift = 0;
    let byte = 128;
    while (byte >= 128) {
      if (at >= end || shift > 28) throw new ParquetFault('codes cut short');
      byte = bytes[at++]!;
      head += (byte & 127) * 2 ** shift;
      shift += 7;
    }
    const rest = count - filled;
    if (head & 1) {
      const groups = Math.floor(head / 2);
      const taken = Math.min(groups * 8, rest);
      if (at + Math.ceil((taken * width) / 8) > end) throw new ParquetFault('codes cut short');
      unpack(bytes, at, width, values, filled, taken);
      filled += taken;
      at += groups * width;
    } else {
      const wide = (width + 7) >> 3;
      if (at + wide > end) throw new ParquetFault('codes cut short');
      let value = 0;
      for (let part = 0; part < wide; part++) value |= bytes[at++]! << (part * 8);
      const taken = Math.min(Math.floor(head / 2), rest);
      if (taken === 0 && at >= end) throw new ParquetFault('codes cut short');
      if (value !== 0) values.fill(value, filled, filled + taken);
      filled += taken;
    }
  }
  return values;
}

/** Whether all `count` values are `value` because they are written as one run: what a column without a missing value has for levels. */
export function isOneRun(bytes: Uint8Array, at: number, end: number, value: number, count: number): boolean {
  let head = 0;
  for (let shift = 0, byte = 128; byte >= 128 && at < end; shift += 7) {
    byte = bytes[at++]!;
    head += (byte & 127) * 2 ** shift;
  }
  // Levels have less than eight bits.
  return head % 2 === 0 && head / 2 >= count && at < end && bytes[at] === value;
}

function unpack(bytes: Uint8Array, at: number, width: number, values: Int32Array | Uint8Array, from: number, count: number): void {
  if (width === 1) return unpackBits(bytes, at, values, from, count);
  if (width > 24) return unpackWide(bytes, at, width, values, from, count);
  const mask = (1 << width) - 1;
  let held = 0;
  let bits = 0;
  for (let index = from; index < from + count; index++) {
    while (bits < width) {
      held |= bytes[at++]! << bits;
      bits += 8;
    }
    values[index] = held & mask;
    held >>>= width;
    bits -= width;
  }
}

/** What most levels are: eight of them a byte. */
function unpackBits(bytes: Uint8Array, at: number, values: Int32Array | Uint8Array, from: number, count: number): void {
  const end = from + count;
  for (let index = from; index < end;) {
    let byte = bytes[at++]!;
    for (const stop = Math.min(end, index + 8); index < stop; byte >>= 1) values[index++] = byte & 1;
  }
}

/** Beyond 24 bits the bits held would not fit into 32. */
function unpackWide(bytes: Uint8Array, at: number, width: number, values: Int32Array | Uint8Array, from: number, count: number): void {
  for (let index = 0; index < count; index++) {
    let value = 0;
    for (let bit = 0; bit < width; bit++) {
      const place = index * width + bit;
      value |= ((bytes[at + (place >> 3)]! >> (place & 7)) & 1) << bit;
    }
    values[from + index] = value;
  }
}
