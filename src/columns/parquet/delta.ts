import { ParquetFault } from './fault';

/** Whole numbers written as differences (DELTA_BINARY_PACKED), and where their bytes end. */
export interface Deltas {
  readonly values: BigInt64Array;
  readonly end: number;
}

/** Reads `most` numbers at most; a header that says more is a fault. `bits` is 32 or 64: sums wrap there. */
export function readDeltas(bytes: Uint8Array, from: number, most: number, bits: number): Deltas {
  let at = from;
  const refuse = (): never => {
    throw new ParquetFault('differences cut short');
  };
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (at >= bytes.length || shift > 63n) return refuse();
      const byte = bytes[at++]!;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const zigzag = (): bigint => {
    const value = varint();
    return (value >> 1n) ^ -(value & 1n);
  };
  const [block, parts, total] = [Number(varint()), Number(varint()), Number(varint())];
  let value = zigzag();
  if (total > most || parts < 1 || parts > 4096 || block < 8 || block > 1 << 20 || block % parts !== 0) return refuse();
  const perPart = block / parts;
  const values = new BigInt64Array(total);
  if (total > 0) values[0] = BigInt.asIntN(bits, value);
  for (let filled = 1; filled < total;) {
    const least = zigzag();
    const widths = bytes.subarray(at, at + parts);
    at += parts;
    if (widths.length < parts) return refuse();
    for (let part = 0; part < parts && filled < total; part++) {
      const width = widths[part]!;
      if (width > 64 || at + Math.ceil((Math.min(perPart, total - filled) * width) / 8) > bytes.length) return refuse();
      for (let index = 0; index < perPart && filled < total; index++) {
        value = BigInt.asIntN(bits, value + least + bitsAt(bytes, at, index * width, width));
        values[filled++] = value;
      }
      at += (perPart * width) / 8;
    }
  }
  return { values, end: Math.min(at, bytes.length) };
}

function bitsAt(bytes: Uint8Array, at: number, place: number, width: number): bigint {
  if (width === 0) return 0n;
  if (width > 24) return wideBitsAt(bytes, at, place, width);
  const first = at + (place >> 3);
  const word = bytes[first]! | ((bytes[first + 1] ?? 0) << 8) | ((bytes[first + 2] ?? 0) << 16) | ((bytes[first + 3] ?? 0) << 24);
  return BigInt((word >>> (place & 7)) & ((1 << width) - 1));
}

function wideBitsAt(bytes: Uint8Array, at: number, place: number, width: number): bigint {
  let value = 0n;
  for (let byte = (place + width - 1) >> 3; byte >= place >> 3; byte--) value = (value << 8n) | BigInt(bytes[at + byte] ?? 0);
  return BigInt.asUintN(width, value >> BigInt(place & 7));
}
