import type { ParquetType } from 'hyparquet';
import { readDeltas } from './delta';
import { ParquetFault } from './fault';

/** Values written one after another as the PLAIN encoding has them. */
export interface Plain {
  readonly bytes: Uint8Array;
  readonly at: number;
}

const WIDTHS: Partial<Record<ParquetType, number>> = { INT32: 4, INT64: 8, INT96: 12, FLOAT: 4, DOUBLE: 8 };

/** Bytes of one value of a type of fixed width; 0 for texts and truth values. */
export function widthOf(type: ParquetType, length: number | undefined): number {
  return type === 'FIXED_LEN_BYTE_ARRAY' ? (length ?? 0) : (WIDTHS[type] ?? 0);
}

/** Values of an encoding without dictionary, rewritten as PLAIN; what is plain already is not copied. */
export function plainBytes(encoding: string | undefined, page: Plain, count: number, type: ParquetType, length: number | undefined): Plain {
  const { bytes, at } = page;
  const width = widthOf(type, length);
  switch (encoding) {
    case 'PLAIN':
      return page;
    case 'DELTA_BINARY_PACKED': {
      if (type !== 'INT32' && type !== 'INT64') break;
      const { values } = readDeltas(bytes, at, count, width * 8);
      if (values.length !== count) throw new ParquetFault(`${values.length} differences of ${count}`);
      return { bytes: new Uint8Array(type === 'INT64' ? values.buffer : Int32Array.from(values, Number).buffer), at: 0 };
    }
    case 'BYTE_STREAM_SPLIT':
      if (width === 0) break;
      return { bytes: joined(bytes, at, count, width), at: 0 };
    case 'DELTA_LENGTH_BYTE_ARRAY':
      if (type !== 'BYTE_ARRAY') break;
      return { bytes: lengthsThenBytes(bytes, at, count), at: 0 };
    case 'DELTA_BYTE_ARRAY':
      if (type !== 'BYTE_ARRAY' && type !== 'FIXED_LEN_BYTE_ARRAY') break;
      return { bytes: frontCoded(bytes, at, count, type === 'BYTE_ARRAY'), at: 0 };
    default:
  }
  throw new ParquetFault(`encoding ${encoding ?? '?'}`);
}

/** First bytes of all values, then second bytes, and so on. */
function joined(bytes: Uint8Array, at: number, count: number, width: number): Uint8Array {
  if (at + count * width > bytes.length) throw new ParquetFault('values cut short');
  const whole = new Uint8Array(count * width);
  for (let part = 0; part < width; part++) for (let index = 0; index < count; index++) whole[index * width + part] = bytes[at++]!;
  return whole;
}

function lengthsOf(bytes: Uint8Array, at: number, count: number): { lengths: Int32Array; end: number } {
  const { values, end } = readDeltas(bytes, at, count, 32);
  const lengths = Int32Array.from(values, Number);
  if (lengths.length !== count || lengths.some((length) => length < 0)) throw new ParquetFault('lengths of texts');
  return { lengths, end };
}

function lengthsThenBytes(bytes: Uint8Array, at: number, count: number): Uint8Array {
  const { lengths, end } = lengthsOf(bytes, at, count);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (end + total > bytes.length) throw new ParquetFault('texts cut short');
  const plain = new Uint8Array(total + 4 * count);
  const view = new DataView(plain.buffer);
  let from = end;
  let to = 0;
  for (const length of lengths) {
    view.setUint32(to, length, true);
    plain.set(bytes.subarray(from, from + length), to + 4);
    from += length;
    to += length + 4;
  }
  return plain;
}

/** Texts that begin like the one before them. */
function frontCoded(bytes: Uint8Array, at: number, count: number, withLengths: boolean): Uint8Array {
  const fronts = lengthsOf(bytes, at, count);
  const backs = lengthsOf(bytes, fronts.end, count);
  const head = withLengths ? 4 : 0;
  const total = fronts.lengths.reduce((sum, front, index) => sum + front + backs.lengths[index]! + head, 0);
  // One text of many bytes and a million that repeat it would ask for far more than the file holds.
  if (total > (bytes.length + count) * 256) throw new ParquetFault('texts too long');
  const plain = new Uint8Array(total);
  const view = new DataView(plain.buffer);
  let from = backs.end;
  let before = 0;
  let length = 0;
  let to = 0;
  for (let index = 0; index < count; index++) {
    const [front, back] = [fronts.lengths[index]!, backs.lengths[index]!];
    if (front > length || from + back > bytes.length) throw new ParquetFault('texts cut short');
    const start = to + head;
    if (withLengths) view.setUint32(to, front + back, true);
    plain.copyWithin(start, before, before + front);
    plain.set(bytes.subarray(from, from + back), start + front);
    from += back;
    [before, length, to] = [start, front + back, start + front + back];
  }
  return plain;
}
