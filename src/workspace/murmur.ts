import type { Hash } from './hash';

/** A piece is copied to an even address through this much room at a time. */
const ROOM = 1 << 16;

/**
 * MurmurHash3_x86_128 with seed 0 (A. Appleby, public domain description), over a stream. Not against forgers: it tells a damaged buffer from a whole one
 * at about the speed of memory. Reads words as little-endian, as every machine this runs on does.
 */
export class Murmur implements Hash {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;
  #length = 0;
  readonly #rest = new Uint8Array(16);
  #filled = 0;

  push(bytes: Uint8Array): void {
    this.#length += bytes.length;
    let at = 0;
    if (this.#filled > 0) {
      at = Math.min(16 - this.#filled, bytes.length);
      this.#rest.set(bytes.subarray(0, at), this.#filled);
      this.#filled += at;
      if (this.#filled < 16) return;
      this.#mix(new Int32Array(this.#rest.buffer));
    }
    const end = at + ((bytes.length - at) & ~15);
    if (((bytes.byteOffset + at) & 3) === 0) this.#mix(new Int32Array(bytes.buffer, bytes.byteOffset + at, (end - at) >>> 2));
    else for (let from = at; from < end; from += ROOM) this.#mix(new Int32Array(bytes.slice(from, Math.min(end, from + ROOM)).buffer));
    this.#rest.set(bytes.subarray(end));
    this.#filled = bytes.length - end;
  }

  finish(): string {
    this.#rest.fill(0, this.#filled);
    const [a, b, c, d] = new Int32Array(this.#rest.buffer);
    // A missing word is 0 and mixes to 0, so the tail needs no cases.
    this.#d ^= scramble(d!, 0xa1e38b93, 18, 0x239b961b);
    this.#c ^= scramble(c!, 0x38b34ae5, 17, 0xa1e38b93);
    this.#b ^= scramble(b!, 0xab0e9789, 16, 0x38b34ae5);
    this.#a ^= scramble(a!, 0x239b961b, 15, 0xab0e9789);
    let lanes = [this.#a, this.#b, this.#c, this.#d].map((lane) => lane ^ this.#length);
    lanes = gathered(gathered(lanes).map(finalMix));
    return lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
  }

  #mix(words: Int32Array): void {
    let [a, b, c, d] = [this.#a, this.#b, this.#c, this.#d];
    for (let at = 0; at < words.length; at += 4) {
      let k = Math.imul(words[at]!, 0x239b961b);
      a ^= Math.imul((k << 15) | (k >>> 17), 0xab0e9789);
      a = (((a << 19) | (a >>> 13)) + b) | 0;
      a = (Math.imul(a, 5) + 0x561ccd1b) | 0;
      k = Math.imul(words[at + 1]!, 0xab0e9789);
      b ^= Math.imul((k << 16) | (k >>> 16), 0x38b34ae5);
      b = (((b << 17) | (b >>> 15)) + c) | 0;
      b = (Math.imul(b, 5) + 0x0bcaa747) | 0;
      k = Math.imul(words[at + 2]!, 0x38b34ae5);
      c ^= Math.imul((k << 17) | (k >>> 15), 0xa1e38b93);
      c = (((c << 15) | (c >>> 17)) + d) | 0;
      c = (Math.imul(c, 5) + 0x96cd1c35) | 0;
      k = Math.imul(words[at + 3]!, 0xa1e38b93);
      d ^= Math.imul((k << 18) | (k >>> 14), 0x239b961b);
      d = (((d << 13) | (d >>> 19)) + a) | 0;
      d = (Math.imul(d, 5) + 0x32ac3b17) | 0;
    }
    [this.#a, this.#b, this.#c, this.#d] = [a, b, c, d];
  }
}

function scramble(word: number, before: number, turn: number, after: number): number {
  const k = Math.imul(word, before);
  return Math.imul((k << turn) | (k >>> (32 - turn)), after);
}

function gathered([a, b, c, d]: readonly number[]): number[] {
  const sum = (a! + b! + c! + d!) | 0;
  return [sum, (b! + sum) | 0, (c! + sum) | 0, (d! + sum) | 0];
}

function finalMix(lane: number): number {
  let h = lane;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
