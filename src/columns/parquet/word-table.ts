import type { Words } from '../../../scoring/column';
import { ParquetFault } from './fault';
import type { Plain } from './plain-bytes';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Words numbered by first appearance, found by their bytes without making strings. The empty word has no number: it is blank. */
export class WordTable {
  #pool = new Uint8Array(1 << 12);
  #ends = new Uint32Array(256);
  /** Number of a word + 1 by the hash of its bytes; 0 where no word is. */
  #slots = new Int32Array(512);
  #hashes = new Int32Array(256);
  #count = 0;
  readonly #column: string;

  constructor(column: string) {
    this.#column = column;
  }

  get size(): number {
    return this.#count;
  }

  /** The number of a word; −1 for the empty one. Bytes that are no UTF-8 are a fault. */
  number(bytes: Uint8Array, from: number, to: number): number {
    if (from === to) return -1;
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = this.#slots[slot]! - 1;
      if (known === -1) return this.#add(bytes, from, to, hash, slot);
      if (this.#hashes[known] === hash && this.#isSame(known, bytes, from, to)) return known;
    }
  }

  /** The numbers of `count` words, each behind its length of four bytes; they end with the bytes, else a length is wrong. */
  numbers({ bytes, at }: Plain, count: number): Int32Array {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const numbers = new Int32Array(count);
    let from = at;
    for (let index = 0; index < count; index++) {
      const start = from + 4;
      const end = start > bytes.length ? Infinity : start + view.getUint32(from, true);
      if (end > bytes.length) throw new ParquetFault('text cut short', this.#column);
      numbers[index] = this.number(bytes, start, end);
      from = end;
    }
    if (from !== bytes.length) throw new ParquetFault(`${bytes.length - from} bytes behind the last text`, this.#column);
    return numbers;
  }

  #isSame(word: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = word === 0 ? 0 : this.#ends[word - 1]!;
    if (this.#ends[word]! - start !== to - from) return false;
    for (let at = from; at < to; at++) if (this.#pool[start + at - from] !== bytes[at]) return false;
    return true;
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    this.#check(bytes, from, to);
    const start = this.#count === 0 ? 0 : this.#ends[this.#count - 1]!;
    const end = start + to - from;
    if (end > this.#pool.length) this.#pool = larger(this.#pool, Math.max(end, this.#pool.length * 2));
    if (this.#count === this.#ends.length) {
      this.#ends = larger(this.#ends, this.#count * 2);
      this.#hashes = larger(this.#hashes, this.#count * 2);
    }
    this.#pool.set(bytes.subarray(from, to), start);
    this.#ends[this.#count] = end;
    this.#hashes[this.#count] = hash;
    this.#slots[slot] = ++this.#count;
    if (this.#count * 2 > this.#slots.length) this.#spread();
    return this.#count - 1;
  }

  /** A NUL or bytes that are no characters are not text. */
  #check(bytes: Uint8Array, from: number, to: number): void {
    let plain = true;
    for (let at = from; at < to && plain; at++) plain = bytes[at]! < 128 && bytes[at] !== 0;
    if (plain) return;
    try {
      if (!decoder.decode(bytes.subarray(from, to)).includes('\0')) return;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    throw new ParquetFault('binary', this.#column, 'parquet_type');
  }

  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let word = 0; word < this.#count; word++) {
      let slot = this.#hashes[word]! & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = word + 1;
    }
  }

  words(): Words {
    const length = this.#count === 0 ? 0 : this.#ends[this.#count - 1]!;
    return { bytes: this.#pool.slice(0, length), ends: this.#ends.slice(0, this.#count) };
  }
}

function larger<T extends Uint8Array | Uint32Array | Int32Array>(array: T, length: number): T {
  const room = new (array.constructor as new (length: number) => T)(length);
  room.set(array);
  return room;
}
