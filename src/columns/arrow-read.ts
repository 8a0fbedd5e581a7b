import {
  DataType,
  tableFromIPC,
  TimeUnit,
  type Data,
  type Dictionary,
  type Field,
  type List,
  type Table,
  type Utf8,
  type Vector,
} from 'apache-arrow';
import { REASON, type NumberColumn } from '../../scoring/column';
import type { FileProblem } from '../model/source';
import { checkTable } from './arrow-check';
import { checkMetadata } from './arrow-metadata-check';
import { isNull, setsOf, textsOf } from './arrow-words';
import type { TypedColumn, TypedTable } from './typed-table';

const MAGIC = 'ARROW1';
const DAY = 86_400_000;

/**
 * An Arrow IPC stream or file as columns. Doubles keep every bit; a null is missing, `blank`; NaN and infinity are missing, `not_finite`. Whole numbers
 * beyond 2^53 would lose digits: the file is refused. What is no Arrow, cut short or compressed is a problem, never an exception or an empty table.
 */
export function readArrow(bytes: Uint8Array, source = ''): TypedTable | FileProblem {
  const problem = (code: string, where: string, given: string): FileProblem => ({ code, source, where, given, severity: 'error' });
  const fault = faultOf(bytes);
  if (fault) return problem(fault, '', String(bytes.length));
  let table: Table;
  try {
    checkMetadata(bytes);
    table = tableFromIPC(bytes);
    checkTable(table, bytes.length);
  } catch (error) {
    return problem('arrow_unreadable', '', error instanceof Error ? error.message : String(error));
  }
  const columns: TypedColumn[] = [];
  const problems: FileProblem[] = [];
  for (const [at, field] of table.schema.fields.entries()) {
    const read = readColumn(field, table.getChildAt(at)!);
    if (read === 'type') problems.push({ ...problem('arrow_type', field.name, String(field.type)), severity: 'warning' });
    else if (typeof read === 'string') return problem('arrow_integer_too_large', field.name, read);
    else columns.push({ name: field.name, ...read, metadata: field.metadata });
  }
  return { rows: table.numRows, columns, metadata: table.schema.metadata, problems };
}

/** Cut or foreign bytes, told by both ends: a file begins and ends with its magic, a stream begins with a message and ends with the empty one. */
function faultOf(bytes: Uint8Array): string | null {
  const text = (from: number): string => String.fromCharCode(...bytes.subarray(from, from + MAGIC.length));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16) return 'arrow_unreadable';
  if (text(0) === MAGIC) return text(bytes.length - MAGIC.length) === MAGIC ? null : 'arrow_cut';
  if (view.getUint32(0, true) !== 0xffffffff) return 'arrow_unreadable';
  return view.getUint32(bytes.length - 4, true) === 0 && view.getUint32(bytes.length - 8, true) === 0xffffffff ? null : 'arrow_cut';
}

type Read = Pick<TypedColumn, 'column' | 'from'>;

/** A column, `type` where the type is none of ours, or the whole number that a double cannot hold. */
function readColumn({ type }: Field, vector: Vector): Read | string {
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return { column: textsOf(vector as Vector<Utf8>), from: 'text' };
  if (DataType.isDictionary(type) && (DataType.isUtf8(type.dictionary) || DataType.isLargeUtf8(type.dictionary))) {
    return { column: textsOf(vector as Vector<Dictionary<Utf8>>), from: 'text' };
  }
  if (DataType.isList(type) && DataType.isUtf8(type.children[0]!.type))
    return { column: setsOf(vector as Vector<List<Utf8>>), from: 'set' };
  if (DataType.isBool(type)) return { column: { ...numbers(vector, boolAt), kind: 'truth' }, from: 'truth' };
  if (DataType.isNull(type)) return { column: numbers(vector, () => NaN), from: 'number' };
  if (DataType.isInt(type) && type.bitWidth === 64) {
    const unsafe = firstUnsafe(vector);
    return unsafe ?? { column: numbers(vector, (data, row) => Number((data.values as BigInt64Array)[row])), from: 'number' };
  }
  if (DataType.isFloat(type) && type.precision === 0) return { column: numbers(vector, halfAt), from: 'number' };
  if (DataType.isInt(type) || DataType.isFloat(type)) return { column: numbers(vector, plainAt), from: 'number' };
  if (DataType.isDecimal(type)) return { column: numbers(vector, decimalReader(type.scale, type.bitWidth)), from: 'number' };
  if (DataType.isDate(type)) return { column: numbers(vector, type.unit === 0 ? plainAt : daysOf(DAY)), from: 'date' };
  if (DataType.isTimestamp(type))
    return {
      column: numbers(
        vector,
        daysOf(
          DAY * { [TimeUnit.SECOND]: 1e-3, [TimeUnit.MILLISECOND]: 1, [TimeUnit.MICROSECOND]: 1e3, [TimeUnit.NANOSECOND]: 1e6 }[type.unit],
        ),
      ),
      from: 'date',
    };
  return 'type';
}

type CellReader = (data: Data, row: number) => number;

/** `row` counts from the start of the slice, which is where `values` begins. */
const plainAt: CellReader = ({ values }, row) => (values as Float64Array)[row]!;
/** Bits are not cut with the slice. */
const boolAt: CellReader = ({ values, offset }, row) => ((values as Uint8Array)[(offset + row) >> 3]! >> ((offset + row) & 7)) & 1;

/** IEEE 754 half precision: exact in a double. */
const halfAt: CellReader = ({ values }, row) => {
  const half = (values as Uint16Array)[row]!;
  const [sign, exponent, fraction] = [half >> 15 ? -1 : 1, (half >> 10) & 31, half & 1023];
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
};

/** Decimals are whole numbers beside a scale; read through decimal text, which rounds once. */
function decimalReader(scale: number, bits: number): CellReader {
  const stride = bits / 32;
  return ({ values }, row) => {
    let whole = 0n;
    for (let at = stride - 1; at >= 0; at--) whole = (whole << 32n) | BigInt((values as Uint32Array)[row * stride + at]!);
    return Number(`${BigInt.asIntN(bits, whole)}e${-scale}`);
  };
}

/** Time stamps as days; the time of day is dropped. */
function daysOf(ticks: number): CellReader {
  return ({ values }, row) => Math.floor(Number((values as BigInt64Array | Int32Array)[row]) / ticks);
}

function numbers(vector: Vector, read: CellReader): NumberColumn {
  const values = new Float64Array(vector.length);
  const reasons = new Uint8Array(vector.length);
  let at = 0;
  for (const data of vector.data as readonly Data[]) {
    const plain = read === plainAt && data.nullCount === 0;
    if (plain) values.set((data.values as Float64Array).subarray(0, data.length), at);
    for (let row = 0; row < data.length; row++) {
      const missing = !plain && isNull(data, row);
      const value = missing ? NaN : plain ? values[at + row]! : read(data, row);
      if (!plain || !Number.isFinite(value)) values[at + row] = Number.isFinite(value) ? value : NaN;
      if (missing) reasons[at + row] = REASON.blank;
      else if (!Number.isFinite(value)) reasons[at + row] = DataType.isNull(vector.type) ? REASON.blank : REASON.not_finite;
    }
    at += data.length;
  }
  return { kind: 'number', values, reasons };
}

/** The first 64-bit number whose digits a double would lose; null where there is none. */
function firstUnsafe(vector: Vector): string | null {
  for (const data of vector.data as readonly Data[]) {
    const values = data.values as BigInt64Array;
    for (let row = 0; row < data.length; row++) {
      if (!isNull(data, row) && !Number.isSafeInteger(Number(values[row]))) return String(values[row]);
    }
  }
  return null;
}
