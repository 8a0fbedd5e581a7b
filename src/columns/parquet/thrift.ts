import { ParquetFault } from './fault';

export type Thrift = boolean | number | bigint | Uint8Array | readonly Thrift[] | ThriftStruct;
/** Field number → value. */
export type ThriftStruct = ReadonlyMap<number, Thrift>;

const DEEPEST = 16;

/**
 * Reads a struct of Thrift's compact protocol, which the metadata of Parquet are written in. Every length is held against the bytes that are there,
 * numbers have at most ten bytes, structs at most 16 levels: hostile metadata end in a fault, not in a loop.
 */
export class ThriftReader {
  at: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  struct(depth = 0): ThriftStruct {
    if (depth > DEEPEST) throw new ParquetFault('metadata too deep');
    const fields = new Map<number, Thrift>();
    for (let id = 0; ;) {
      const head = this.#byte();
      const type = head & 15;
      if (type === 0) return fields;
      id = head >> 4 === 0 ? Number(this.#zigzag()) : id + (head >> 4);
      // Of a truth value the type is the value.
      fields.set(id, type === 1 ? true : type === 2 ? false : this.#value(type, depth));
    }
  }

  #value(type: number, depth: number): Thrift {
    switch (type) {
      case 3:
        return (this.#byte() << 24) >> 24;
      case 4:
      case 5:
        return Number(BigInt.asIntN(32, this.#zigzag()));
      case 6:
        return BigInt.asIntN(64, this.#zigzag());
      case 7:
        return this.#view.getFloat64(this.#take(8), true);
      case 8: {
        const length = this.#length();
        const from = this.#take(length);
        return this.#bytes.subarray(from, from + length);
      }
      case 9:
        return this.#list(depth);
      case 12:
        return this.struct(depth + 1);
      default:
        throw new ParquetFault(`metadata of type ${type}`);
    }
  }

  #list(depth: number): Thrift[] {
    const head = this.#byte();
    const type = head & 15;
    const count = head >> 4 === 15 ? this.#length() : head >> 4;
    if (depth > DEEPEST || count > this.#bytes.length - this.at) throw new ParquetFault(`list of ${count}`);
    const values: Thrift[] = [];
    for (let index = 0; index < count; index++) values.push(type === 1 || type === 2 ? this.#byte() === 1 : this.#value(type, depth + 1));
    return values;
  }

  #length(): number {
    const length = this.#varint();
    if (length > BigInt(this.#bytes.length)) throw new ParquetFault(`length ${length}`);
    return Number(length);
  }

  #zigzag(): bigint {
    const value = this.#varint();
    return (value >> 1n) ^ -(value & 1n);
  }

  #varint(): bigint {
    let value = 0;
    let byte = 128;
    // Up to 49 bits a double is exact; longer ones are rare.
    for (let shift = 0; shift < 49 && byte >= 128; shift += 7) {
      byte = this.#byte();
      value += (byte & 127) * 2 ** shift;
    }
    let wide = BigInt(value);
    for (let shift = 49n; byte >= 128; shift += 7n) {
      if (shift > 63n) throw new ParquetFault('number of more than ten bytes');
      byte = this.#byte();
      wide |= BigInt(byte & 127) << shift;
    }
    return wide;
  }

  #byte(): number {
    return this.#bytes[this.#take(1)]!;
  }

  #take(count: number): number {
    const from = this.at;
    if (from + count > this.#bytes.length) throw new ParquetFault('metadata cut short');
    this.at += count;
    return from;
  }
}
