import { byteSpace, spaceFor } from '../byte-space';
import { fault } from './part-fault';
import { HASH, PRIME } from './xml-names';
import { behindText, is } from './xml-search';

/** What `XmlTokens.next` answers. MORE: the next token is not whole yet, or the part is at its end. */
export const [MORE, OPEN, CLOSE, TEXT] = [0, 1, 2, 3] as const;

/** Longest tag, text or comment in bytes (a cell holds at most 32,767 characters), elements within one another, attributes of one. */
const [LONGEST, DEEPEST, MOST_ATTRIBUTES] = [4 << 20, 128, 256] as const;
const [QUOTE, APOSTROPHE, SLASH, COLON, LESS, EQUALS, GREATER] = [34, 39, 47, 58, 60, 61, 62] as const;

/**
 * Splits the bytes of an XML part into tags and texts, piece by piece, without building anything. Names are local (`x:row` is `row`) and come as numbers.
 * Tags must pair; a document type (and with it every entity of one's own) is refused. An empty element opens and closes.
 */
export class XmlTokens {
  bytes: Uint8Array = byteSpace(0).bytes;
  /** Name of the tag; how many elements stand around it; of a text, where it begins and ends. */
  name = 0;
  depth = 0;
  start = 0;
  end = 0;
  /** The text is as it stands (CDATA): nothing in it is an entity. */
  isLiteral = false;
  /** Value of the attribute found last. */
  valueStart = 0;
  valueEnd = 0;
  #space = byteSpace(0);
  #at = 0;
  #filled = 0;
  #isLast = false;
  #isEmpty = false;
  #hasRoot = false;
  /** Names of the tag's attributes, where their values begin and end, and which is next. */
  readonly #keys = new Int32Array(MOST_ATTRIBUTES);
  readonly #values = new Int32Array(MOST_ATTRIBUTES * 2);
  #attributes = 0;
  #attribute = 0;
  /** Whole names and local names of the open elements. */
  readonly #open = new Int32Array(DEEPEST);
  readonly #names = new Int32Array(DEEPEST);
  #count = 0;

  /** Takes the next bytes; what is left of those before moves to the front. */
  push(piece: Uint8Array, isLast: boolean): void {
    const kept = this.#filled - this.#at;
    if (kept > LONGEST) fault('xlsx_broken', '', `a tag or text of more than ${LONGEST} bytes`);
    this.#space.bytes.copyWithin(0, this.#at, this.#filled);
    this.#space = spaceFor(this.#space, kept + piece.length);
    this.bytes = this.#space.bytes;
    this.bytes.set(piece, kept);
    this.#at = 0;
    this.#filled = kept + piece.length;
    // Every loop below stops at `<`, so none need ask for the end.
    this.bytes[this.#filled] = LESS;
    this.#isLast = isLast;
  }

  next(): number {
    if (this.#isEmpty) {
      this.#isEmpty = false;
      return this.#closed();
    }
    const { bytes } = this;
    for (;;) {
      const at = this.#at;
      if (at >= this.#filled) return this.#stop();
      if (bytes[at] !== LESS) return this.#text(at);
      if (at + 9 > this.#filled && !this.#isLast) return MORE;
      const second = bytes[at + 1];
      if (second === SLASH) return this.#close(at);
      if (second !== 33 && second !== 63) return this.#openTag(at);
      if (is(bytes, at, '<![CDATA[')) return this.#literal(at);
      if (second === 33 && !is(bytes, at, '<!--')) fault('xlsx_dtd', '', '<!');
      const behind = behindText(bytes, this.#filled, second === 63 ? '?>' : '-->', at + 2);
      if (behind === -1) return this.#stop();
      this.#at = behind;
    }
  }

  /** Steps to the next attribute of the tag that opened last; answers its local name, 0 when there is none left. */
  attribute(): number {
    const next = this.#attribute;
    if (next === this.#attributes) return 0;
    this.valueStart = this.#values[next * 2]!;
    this.valueEnd = this.#values[next * 2 + 1]!;
    this.#attribute++;
    return this.#keys[next]!;
  }

  /** At the end of the bytes: nothing may be open, and there must have been something. */
  #stop(): typeof MORE {
    if (this.#isLast && (this.#count > 0 || !this.#hasRoot || this.#at < this.#filled)) fault('xlsx_broken', '', 'the part ends too early');
    return MORE;
  }

  #text(at: number): number {
    let to = at;
    while (this.bytes[to] !== LESS) to++;
    return to === this.#filled && !this.#isLast ? MORE : this.#give(at, to, to, false);
  }

  #literal(at: number): number {
    const behind = behindText(this.bytes, this.#filled, ']]>', at + 9);
    return behind === -1 ? this.#stop() : this.#give(at + 9, behind - 3, behind, true);
  }

  #give(start: number, end: number, behind: number, isLiteral: boolean): typeof TEXT {
    this.start = start;
    this.end = end;
    this.isLiteral = isLiteral;
    this.#at = behind;
    this.depth = this.#count;
    return TEXT;
  }

  #openTag(at: number): number {
    const { bytes } = this;
    const whole = this.#nameAt(at + 1);
    const name = this.name;
    let to = this.#nameEnd;
    this.#attribute = this.#attributes = 0;
    for (;;) {
      while (bytes[to]! <= 32) to++;
      const byte = bytes[to]!;
      if (byte === GREATER || (byte === SLASH && bytes[to + 1] === GREATER)) break;
      if (byte === SLASH && to + 1 >= this.#filled) return this.#stop();
      if (byte !== LESS) to = this.#readAttribute(to);
      if (bytes[to] === LESS) return to >= this.#filled ? this.#stop() : fault('xlsx_broken', '', '< within a tag');
    }
    if (this.#count === 0 && this.#hasRoot) fault('xlsx_broken', '', 'a second root');
    if (this.#count === DEEPEST) fault('xlsx_broken', '', `more than ${DEEPEST} elements within one another`);
    this.#hasRoot = true;
    this.#isEmpty = bytes[to] === SLASH;
    this.#at = this.#isEmpty ? to + 2 : to + 1;
    this.name = name;
    this.depth = this.#count;
    this.#open[this.#count] = whole;
    this.#names[this.#count++] = name;
    return OPEN;
  }

  /** Notes an attribute. Answers the byte behind it, or the `<` at which it is cut off. */
  #readAttribute(from: number): number {
    const { bytes } = this;
    this.#nameAt(from, EQUALS);
    let at = this.#nameEnd;
    while (bytes[at]! <= 32) at++;
    if (bytes[at] === LESS) return at;
    if (bytes[at] !== EQUALS || at === from) fault('xlsx_broken', '', 'an attribute without value');
    while (bytes[++at]! <= 32);
    const quote = bytes[at]!;
    if (quote === LESS) return at;
    if (quote !== QUOTE && quote !== APOSTROPHE) fault('xlsx_broken', '', 'an attribute without quotes');
    const start = ++at;
    while (bytes[at] !== quote && bytes[at] !== LESS) at++;
    if (bytes[at] === LESS) return at;
    const index = this.#attributes++;
    if (index === MOST_ATTRIBUTES) fault('xlsx_broken', '', `more than ${MOST_ATTRIBUTES} attributes`);
    this.#keys[index] = this.name;
    this.#values[index * 2] = start;
    this.#values[index * 2 + 1] = at;
    return at + 1;
  }

  #close(at: number): number {
    const whole = this.#nameAt(at + 2);
    let to = this.#nameEnd;
    while (this.bytes[to]! <= 32) to++;
    if (to >= this.#filled) return this.#stop();
    if (this.bytes[to] !== GREATER || this.#count === 0 || this.#open[this.#count - 1] !== whole)
      fault('xlsx_broken', '', 'tags that do not pair');
    this.#at = to + 1;
    return this.#closed();
  }

  #closed(): typeof CLOSE {
    this.depth = --this.#count;
    this.name = this.#names[this.#count]!;
    return CLOSE;
  }

  #nameEnd = 0;
  /** Reads a name into `name`, up to `end` at the latest; answers the number of the name with its prefix. */
  #nameAt(from: number, end: number = GREATER): number {
    const { bytes } = this;
    let at = from;
    let local = HASH;
    let whole = HASH;
    for (let byte = bytes[at]!; byte > 32 && byte !== end && byte !== SLASH && byte !== GREATER && byte !== LESS; byte = bytes[++at]!) {
      whole = Math.imul(whole ^ byte, PRIME);
      local = byte === COLON ? HASH : Math.imul(local ^ byte, PRIME);
    }
    if (at === from && at < this.#filled) fault('xlsx_broken', '', 'a tag without name');
    this.name = local;
    this.#nameEnd = at;
    return whole;
  }
}
