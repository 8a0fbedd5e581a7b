import { ParquetFault } from './fault';

/**
 * Unpacks a raw Snappy block into exactly `size` bytes. The format: a length, then literals and copies of what was written before
 * (google/snappy, format_description.txt). Every step is held against both ends, so that a damaged block is a fault.
 */
export function unpackSnappy(packed: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  const refuse = (): never => {
    throw new ParquetFault('snappy block');
  };
  let at = 0;
  let said = 0;
  for (let shift = 0, byte = 128; byte >= 128; shift += 7) {
    if (at >= packed.length || shift > 28) return refuse();
    byte = packed[at++]!;
    said += (byte & 127) * 2 ** shift;
  }
  if (said !== size) return refuse();
  let filled = 0;
  while (at < packed.length) {
    const tag = packed[at++]!;
    const kind = tag & 3;
    if (kind === 0) {
      let length = (tag >> 2) + 1;
      if (length > 60) {
        const wide = length - 60;
        length = littleEnd(packed, at, wide) + 1;
        at += wide;
      }
      if (at + length > packed.length || filled + length > size) return refuse();
      // A call costs more than a few bytes.
      if (length > 32) bytes.set(packed.subarray(at, at + length), filled);
      else for (let from = at, to = filled, end = at + length; from < end;) bytes[to++] = packed[from++]!;
      at += length;
      filled += length;
      continue;
    }
    let length = (tag >> 2) + 1;
    let back: number;
    if (kind === 1) {
      length = ((tag >> 2) & 7) + 4;
      back = ((tag >> 5) << 8) | packed[at++]!;
    } else if (kind === 2) {
      back = packed[at]! | (packed[at + 1]! << 8);
      at += 2;
    } else {
      back = littleEnd(packed, at, 4);
      at += 4;
    }
    if (at > packed.length || back === 0 || back > filled || filled + length > size) return refuse();
    // A copy may reach into what it writes: byte by byte.
    for (let from = filled - back, end = filled + length; filled < end;) bytes[filled++] = bytes[from++]!;
  }
  return filled === size ? bytes : refuse();
}

function littleEnd(bytes: Uint8Array, at: number, wide: number): number {
  let value = 0;
  for (let part = 0; part < wide; part++) value += (bytes[at + part] ?? 0) * 2 ** (part * 8);
  return value;
}
