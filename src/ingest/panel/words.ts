import type { Words } from '../../../scoring/column';
import { byteSpace, spaceFor, spaceOf, type ByteSpace } from '../byte-space';
import { ByteWords, UNSEEN } from '../byte-words';
import { roomFor } from '../column-store';

/** Keeps a byte-order mark where it stands: it is part of a word like any other character. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** All strings of a dictionary. All bytes are decoded at once and cut where the characters of each word end. */
export function listWords({ bytes, ends }: Words): string[] {
  const whole = decoder.decode(bytes);
  const list = new Array<string>(ends.length);
  if (whole.length === bytes.length) {
    for (let index = 0, from = 0; index < ends.length; from = ends[index++]!) list[index] = whole.slice(from, ends[index]!);
    return list;
  }
  for (let index = 0, byte = 0, from = 0; index < ends.length; index++) {
    let to = from;
    // A byte that begins a character is one unit of the text, one that begins a character beyond the basic plane two.
    for (; byte < ends[index]!; byte++) to += (bytes[byte]! & 0xc0) === 0x80 ? 0 : bytes[byte]! >= 0xf0 ? 2 : 1;
    list[index] = whole.slice(from, to);
    from = to;
  }
  return list;
}

/** Words gathered from several dictionaries, each numbered once by first appearance. They are compared as bytes: no string is made for a word seen before. */
export class WordList {
  readonly #words = new ByteWords();
  #starts = new Uint32Array(64);
  #lengths = new Uint32Array(64);
  #size = 0;
  #scratch = byteSpace(64);
  #packed: Words | null = null;
  #list: readonly string[] | null = null;

  /** Number of a word, new or known. */
  add(word: string): number {
    return this.#number(this.#scratch, 0, this.#encode(word));
  }

  /** Writes a word into the scratch space; answers how many bytes it takes. */
  #encode(word: string): number {
    this.#scratch = spaceFor(this.#scratch, word.length * 3);
    return encoder.encodeInto(word, this.#scratch.bytes).written;
  }

  /** Old code → number here. */
  addAll({ bytes, ends }: Words): Int32Array {
    const space = spaceOf(bytes);
    const numbers = new Int32Array(ends.length);
    for (let code = 0, from = 0; code < ends.length; from = ends[code++]!) numbers[code] = this.#number(space, from, ends[code]!);
    return numbers;
  }

  #number(space: ByteSpace, from: number, to: number): number {
    const known = this.#words.mark(space, from, to);
    if (known !== UNSEEN) return known;
    const number = this.#size++;
    this.#starts = roomFor(this.#starts, number);
    this.#lengths = roomFor(this.#lengths, number);
    this.#starts[number] = this.#words.start;
    this.#lengths[number] = to - from;
    this.#words.set(number);
    this.#packed = this.#list = null;
    return number;
  }

  /** Number of a word that was added; undefined for any other. */
  find(word: string): number | undefined {
    if (this.#size === 0) return undefined;
    const length = this.#encode(word);
    const known = this.#words.mark(this.#scratch, 0, length);
    return known === UNSEEN ? undefined : known;
  }

  /** The word of a number. The first asked for after a word was added makes them all. */
  word(number: number): string {
    return this.list()[number]!;
  }

  /** The words by number. */
  list(): readonly string[] {
    return (this.#list ??= listWords(this.pack()));
  }

  get size(): number {
    return this.#size;
  }

  pack(): Words {
    return (this.#packed ??= this.#words.pack(this.#starts, this.#lengths, this.#size));
  }
}
