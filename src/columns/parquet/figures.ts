import type { SchemaElement } from 'hyparquet';
import { ParquetFault } from './fault';
import { type Plain, widthOf } from './plain-bytes';
import type { Leaf } from './schema';

/** Thrown where whole numbers have more digits than a double holds: the column is then read as text, digit for digit. */
export class TooManyDigits extends Error {}

const SAFE_HIGH = 2 ** 21;
const TWO_32 = 2 ** 32;
/** 1 January 1970 as a Julian day. */
const EPOCH_DAY = 2440588;
const HOURS_24 = 86_400;

/** `count` plain values as doubles: figures, days since 1970, or 1 and 0. The array may be a view of the page: not to be written to. */
export function readFigures({ bytes, at }: Plain, count: number, { element, read, name }: Leaf): Float64Array {
  const { type } = element;
  if (type === undefined) throw new ParquetFault('no type', name);
  const width = widthOf(type, element.type_length);
  const needed = type === 'BOOLEAN' ? Math.ceil(count / 8) : width * count;
  // Values end with their page: a rest means that levels or counts are wrong, and a BYTE_ARRAY tells its own end.
  if (type !== 'BYTE_ARRAY' && at + needed !== bytes.length) throw new ParquetFault(`${count} values in ${bytes.length - at} bytes`, name);
  const part = aligned(bytes, at, needed);
  if (type === 'BOOLEAN') return Float64Array.from({ length: count }, (_, index) => (part[index >> 3]! >> (index & 7)) & 1);
  if (type === 'DOUBLE') return new Float64Array(part.buffer, part.byteOffset, count);
  if (type === 'FLOAT') return Float64Array.from(new Float32Array(part.buffer, part.byteOffset, count));
  if (type === 'INT96') return julianDays(new Int32Array(part.buffer, part.byteOffset, count * 3));
  if (type === 'INT32') return smallFigures(new Int32Array(part.buffer, part.byteOffset, count), element);
  if (type === 'INT64') {
    const halves = new Int32Array(part.buffer, part.byteOffset, count * 2);
    return read === 'day' ? days(halves, ticksOf(element)) : wideFigures(halves, element);
  }
  if (type === 'BYTE_ARRAY') return decimalsOf(lengthFirst({ bytes, at }, count, name), scaleOf(element));
  if (element.logical_type?.type === 'FLOAT16') return Float64Array.from(new Uint16Array(part.buffer, part.byteOffset, count), half);
  return decimalsOf(
    Array.from({ length: count }, (_, index) => part.subarray(index * width, (index + 1) * width)),
    scaleOf(element),
  );
}

/** Whole numbers and decimals of any length as texts of all their digits, for columns in which some have too many. */
export function readDigits({ bytes, at }: Plain, count: number, { element, name }: Leaf): string[] {
  const { type } = element;
  const scale = scaleOf(element);
  if (type === 'INT64') {
    if (at + count * 8 !== bytes.length) throw new ParquetFault(`${count} values in ${bytes.length - at} bytes`, name);
    const part = aligned(bytes, at, count * 8);
    const list = isUnsigned(element)
      ? new BigUint64Array(part.buffer, part.byteOffset, count)
      : new BigInt64Array(part.buffer, part.byteOffset, count);
    return Array.from(list, (value) => pointed(value, scale));
  }
  if (type === 'INT32') return Array.from(readFigures({ bytes, at }, count, { element, name } as Leaf), String);
  const width = element.type_length ?? 0;
  const parts =
    type === 'BYTE_ARRAY'
      ? lengthFirst({ bytes, at }, count, name)
      : Array.from({ length: count }, (_, index) => bytes.subarray(at + index * width, at + (index + 1) * width));
  return parts.map((part) => pointed(bigEnd(part), scale));
}

/** Values that stand behind their length each. */
export function lengthFirst({ bytes, at }: Plain, count: number, column: string): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (count * 4 > bytes.length - at) throw new ParquetFault(`${count} texts in ${bytes.length - at} bytes`, column);
  const parts: Uint8Array[] = [];
  for (let from = at; parts.length < count;) {
    const start = from + 4;
    const end = start > bytes.length ? Infinity : start + view.getUint32(from, true);
    if (end > bytes.length) throw new ParquetFault('text cut short', column);
    parts.push(bytes.subarray(start, end));
    from = end;
  }
  return parts;
}

/** Bytes from a place that typed arrays of up to eight bytes may begin at. */
function aligned(bytes: Uint8Array, at: number, length: number): Uint8Array {
  const part = bytes.subarray(at, at + length);
  return part.byteOffset % 8 === 0 ? part : part.slice();
}

function scaleOf({ scale, logical_type: logical }: SchemaElement): number {
  const given = scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
  if (!(given >= -400 && given <= 400)) throw new ParquetFault(`scale ${given}`);
  return given;
}

function isUnsigned({ converted_type: old, logical_type: logical }: SchemaElement): boolean {
  return (old?.startsWith('UINT_') ?? false) || (logical?.type === 'INTEGER' && !logical.isSigned);
}

/** A division of two exact doubles rounds once, to the double nearest to the decimal: 10 to the 22nd is exact. */
function shifted(whole: number, scale: number): number {
  return scale === 0 ? whole : scale > 0 && scale <= 22 ? whole / 10 ** scale : Number(`${whole}e${-scale}`);
}

function smallFigures(values: Int32Array, element: SchemaElement): Float64Array {
  const scale = scaleOf(element);
  const unsigned = isUnsigned(element);
  if (scale === 0 && !unsigned) return Float64Array.from(values);
  return Float64Array.from(values, (value) => shifted(unsigned ? value >>> 0 : value, scale));
}

function wideFigures(halves: Int32Array, element: SchemaElement): Float64Array {
  const scale = scaleOf(element);
  const lowest = isUnsigned(element) ? 0 : -SAFE_HIGH;
  const values = new Float64Array(halves.length / 2);
  for (let index = 0; index < values.length; index++) {
    const high = halves[index * 2 + 1]!;
    if (high >= SAFE_HIGH || high < lowest) throw new TooManyDigits();
    const whole = high * TWO_32 + (halves[index * 2]! >>> 0);
    values[index] = scale === 0 ? whole : shifted(whole, scale);
  }
  return values;
}

function decimalsOf(parts: readonly Uint8Array[], scale: number): Float64Array {
  return Float64Array.from(parts, (part) => {
    const whole = bigEnd(part);
    if (!Number.isSafeInteger(Number(whole))) throw new TooManyDigits();
    return shifted(Number(whole), scale);
  });
}

function bigEnd(bytes: Uint8Array): bigint {
  if (bytes.length > 64) throw new ParquetFault(`decimal of ${bytes.length} bytes`);
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}

/** A whole number with its decimal point set: 110 with scale 2 is `1.10`. */
function pointed(whole: bigint, scale: number): string {
  if (scale <= 0) return String(whole * 10n ** BigInt(-scale));
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function ticksOf({ converted_type: old, logical_type: logical }: SchemaElement): number {
  const unit = logical?.type === 'TIMESTAMP' ? logical.unit : old === 'TIMESTAMP_MILLIS' ? 'MILLIS' : 'MICROS';
  return HOURS_24 * { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 }[unit];
}

/** Time stamps as days; the time of day is dropped. */
function days(halves: Int32Array, ticks: number): Float64Array {
  const wide = BigInt(ticks);
  const values = new Float64Array(halves.length / 2);
  for (let index = 0; index < values.length; index++) {
    const high = halves[index * 2 + 1]!;
    const low = halves[index * 2]! >>> 0;
    if (high < SAFE_HIGH && high >= -SAFE_HIGH) values[index] = Math.floor((high * TWO_32 + low) / ticks);
    else {
      const stamp = (BigInt(high) << 32n) | BigInt(low);
      const rest = ((stamp % wide) + wide) % wide;
      values[index] = Number((stamp - rest) / wide);
    }
  }
  return values;
}

/** Time stamps of Impala and old Spark: nanoseconds of the day, then the Julian day. */
function julianDays(words: Int32Array): Float64Array {
  return Float64Array.from({ length: words.length / 3 }, (_, index) => words[index * 3 + 2]! - EPOCH_DAY);
}

/** IEEE 754 half precision. */
function half(bits: number): number {
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}
