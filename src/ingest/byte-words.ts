import type { Words } from '../../scoring/column';
import { type ByteSpace, byteSpace, spaceFor } from './byte-space';

/** What `mark` answers for bytes never seen before, until `set` says otherwise. */
export const UNSEEN = -2147483648;

/** What to keep of four bytes read where only 0, 1, 2 or 3 belong to the string. */
const TAILS = Int32Array.of(0, 0xff, 0xffff, 0xffffff);
/** In front of each string kept stand its length and its mark, four bytes each. */
const HEAD = 8;

/**
 * Different byte strings, each with a mark (a whole number) of the user's. No string is made for a cell that was seen before.
 * Tables are often sorted: the string met last, and the one that came after it at first, are tried before the hash table is asked.
 */
export class ByteWords {
  #heap = byteSpace(1 << 12);
  #used = 0;
  #count = 0;
  /** Open addressing; a slot is a hash and the place of a string in the heap, one too high: 0 is a free slot. */
  #slots = new Int32Array(512);
  #mask = 255;
  /** Place of the string met last. */
  #last = 0;

  /** The mark of bytes [start, end); new ones are kept, with UNSEEN. */
  mark(from: ByteSpace, start: number, end: number): number {
    const length = end - start;
    const kept = this.#heap.view;
    if (this.#count > 0) {
      if (this.#isSame(from.view, start, length, this.#last)) return kept.getInt32(this.#last + 4, true);
      const after = this.#last + HEAD + kept.getInt32(this.#last, true);
      if (after < this.#used && this.#isSame(from.view, start, length, after)) {
        this.#last = after;
        return kept.getInt32(after + 4, true);
      }
    }
    return this.#find(from, start, length);
  }

  #find(from: ByteSpace, start: number, length: number): number {
    const hash = hashOf(from.view, start, length);
    const slots = this.#slots;
    let slot = (hash & this.#mask) * 2;
    for (let place = slots[slot + 1]!; place !== 0; place = slots[slot + 1]!) {
      if (slots[slot] === hash && this.#isSame(from.view, start, length, place - 1)) {
        this.#last = place - 1;
        return this.#heap.view.getInt32(place + 3, true);
      }
      slot = slot + 2 === slots.length ? 0 : slot + 2;
    }
    this.#add(from.bytes, start, length, hash, slot);
    return UNSEEN;
  }

  #isSame(view: DataView, start: number, length: number, place: number): boolean {
    const kept = this.#heap.view;
    if (kept.getInt32(place, true) !== length) return false;
    const first = place + HEAD;
    const whole = length & ~3;
    for (let step = 0; step < whole; step += 4) if (kept.getInt32(first + step, true) !== view.getInt32(start + step, true)) return false;
    return ((kept.getInt32(first + whole, true) ^ view.getInt32(start + whole, true)) & TAILS[length & 3]!) === 0;
  }

  /** Sets the mark of the bytes that `mark` was asked about last. */
  set(mark: number): void {
    this.#heap.view.setInt32(this.#last + 4, mark, true);
  }

  /** Where the bytes that `mark` was asked about last are kept; they stay there. */
  get start(): number {
    return this.#last + HEAD;
  }

  #add(bytes: Uint8Array, start: number, length: number, hash: number, free: number): void {
    let slot = free;
    if (++this.#count * 4 > this.#slots.length) {
      this.#rehash();
      slot = freeSlot(this.#slots, this.#mask, hash);
    }
    const place = this.#used;
    this.#heap = spaceFor(this.#heap, place + HEAD + length);
    const { bytes: heap, view } = this.#heap;
    view.setInt32(place, length, true);
    view.setInt32(place + 4, UNSEEN, true);
    // A loop beats `set` with a subarray, which makes an object for each new word.
    for (let step = 0; step < length; step++) heap[place + HEAD + step] = bytes[start + step]!;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = place + 1;
    this.#used += HEAD + length;
    this.#last = place;
  }

  #rehash(): void {
    const before = this.#slots;
    const slots = new Int32Array(before.length * 4);
    const mask = slots.length / 2 - 1;
    for (let from = 0; from < before.length; from += 2) {
      if (before[from + 1] === 0) continue;
      const slot = freeSlot(slots, mask, before[from]!);
      slots[slot] = before[from]!;
      slots[slot + 1] = before[from + 1]!;
    }
    this.#slots = slots;
    this.#mask = mask;
  }

  /** Kept byte strings, by start and length, packed in the order given. */
  pack(starts: Uint32Array, lengths: Uint32Array, count: number): Words {
    const ends = new Uint32Array(count);
    let total = 0;
    for (let index = 0; index < count; index++) ends[index] = total += lengths[index]!;
    const bytes = new Uint8Array(total);
    const heap = this.#heap.bytes;
    for (let index = 0, at = 0; index < count; index++) {
      const end = starts[index]! + lengths[index]!;
      for (let from = starts[index]!; from < end; from++) bytes[at++] = heap[from]!;
    }
    return { bytes, ends };
  }
}

function hashOf(view: DataView, start: number, length: number): number {
  const end = start + (length & ~3);
  let hash = length;
  for (let at = start; at < end; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (view.getInt32(end, true) & TAILS[length & 3]!), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

function freeSlot(slots: Int32Array, mask: number, hash: number): number {
  let slot = (hash & mask) * 2;
  while (slots[slot + 1] !== 0) slot = slot + 2 === slots.length ? 0 : slot + 2;
  return slot;
}
