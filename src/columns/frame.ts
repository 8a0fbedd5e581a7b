import { DataType, Precision, type Table, tableFromIPC, type Vector } from 'apache-arrow';
import { type Column, type NumberColumn, type TextColumn, packWords, REASON } from '../../scoring/column';

/** What a frame column was in Arrow: whole number that fits a double, real number, text. Nothing else is let through. */
export type FrameType = 'int' | 'real' | 'text';

/** An answer as columns, by name. A null cell is missing with reason `blank`. */
export interface Frame {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly types: ReadonlyMap<string, FrameType>;
}

/** Arrow IPC stream → columns, as `framed`. */
export function framedStream(stream: Uint8Array): Frame {
  return framed(tableFromIPC(stream));
}

/**
 * Arrow table → columns. Throws on any other type than DOUBLE, VARCHAR and integers of at most 32 bits (DECIMAL would lose its scale, BIGINT and
 * HUGEINT their digits), on NaN or infinity (a present cell is a number), and on a name given twice.
 */
export function framed(table: Table): Frame {
  const columns = new Map<string, Column>();
  const types = new Map<string, FrameType>();
  for (const [index, field] of table.schema.fields.entries()) {
    if (columns.has(field.name)) throw new Error(`column ${field.name} is answered twice`);
    const type = frameType(field.type as DataType);
    if (type === null) throw new Error(`column ${field.name} has type ${String(field.type)}, which may not leave the engine: cast it`);
    const vector = table.getChildAt(index)!;
    types.set(field.name, type);
    columns.set(field.name, type === 'text' ? textOf(vector) : numbersOf(vector, field.name));
  }
  return { rows: table.numRows, columns, types };
}

function frameType(type: DataType): FrameType | null {
  if (DataType.isUtf8(type)) return 'text';
  if (DataType.isFloat(type)) return type.precision === Precision.HALF ? null : 'real';
  return DataType.isInt(type) && type.bitWidth <= 32 ? 'int' : null;
}

function numbersOf(vector: Vector, name: string): NumberColumn {
  const values = new Float64Array(vector.length);
  const reasons = new Uint8Array(vector.length);
  let at = 0;
  for (const part of vector.data) {
    // `values` starts at the slice already; the validity bits still count from `offset`.
    values.set((part.values as Float64Array).subarray(0, part.length), at);
    const bits = part.nullCount > 0 ? part.nullBitmap : null;
    for (let row = 0; row < part.length; row++) {
      const bit = part.offset + row;
      if (bits && bits.length > 0 && (bits[bit >> 3]! & (1 << (bit & 7))) === 0) {
        values[at + row] = NaN;
        reasons[at + row] = REASON.blank;
      } else if (!Number.isFinite(values[at + row])) {
        throw new Error(`column ${name} has ${values[at + row]} in row ${at + row}: a present cell is a finite number`);
      }
    }
    at += part.length;
  }
  return { kind: 'number', values, reasons };
}

function textOf(vector: Vector): TextColumn {
  const seen = new Map<string, number>();
  const codes = new Int32Array(vector.length);
  const reasons = new Uint8Array(vector.length);
  let row = 0;
  for (const word of vector as Iterable<string | null>) {
    if (word === null) {
      codes[row] = -1;
      reasons[row] = REASON.blank;
    } else {
      const code = seen.get(word) ?? seen.size;
      seen.set(word, code);
      codes[row] = code;
    }
    row++;
  }
  return { kind: 'text', codes, words: packWords([...seen.keys()]), reasons };
}
