import { type ByteSpace, byteSpace, spaceFor } from '../byte-space';
import { fault } from './part-fault';

const [AMPERSAND, LOW_LINE, RETURN, SMALL_X] = [38, 95, 13, 120] as const;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** UTF-8 text gathered from the texts of an XML part: entities and `_x000D_` resolved, line ends `\n`. */
export class XmlText {
  space: ByteSpace = byteSpace(64);
  length = 0;

  /** Adds a text as it stands in the part. `isLiteral`: nothing in it is an entity. */
  add(bytes: Uint8Array, from: number, to: number, isLiteral: boolean): void {
    this.space = spaceFor(this.space, this.length + to - from);
    const out = this.space.bytes;
    let length = this.length;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if ((byte === AMPERSAND && !isLiteral) || byte === RETURN || (byte === LOW_LINE && bytes[at + 1] === SMALL_X))
        return this.#addSlowly(decoder.decode(bytes.subarray(from, to)), isLiteral);
      out[length++] = byte;
    }
    this.length = length;
  }

  #addSlowly(text: string, isLiteral: boolean): void {
    const bytes = encoder.encode(plain(text, isLiteral));
    this.space = spaceFor(this.space, this.length + bytes.length);
    this.space.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Takes white space off both ends of what stands from `from` on: it means nothing where `xml:space` does not say so. */
  trim(from: number): void {
    const { bytes } = this.space;
    let [start, end] = [from, this.length];
    while (start < end && bytes[start]! <= 32) start++;
    while (end > start && bytes[end - 1]! <= 32) end--;
    bytes.copyWithin(from, start, end);
    this.length = from + end - start;
  }

  toString(): string {
    return decoder.decode(this.space.bytes.subarray(0, this.length));
  }
}

/** The value of an attribute as a string. */
export function attributeText(bytes: Uint8Array, from: number, to: number): string {
  return plain(decoder.decode(bytes.subarray(from, to)), false);
}

function plain(text: string, isLiteral: boolean): string {
  const read = isLiteral ? text : text.replace(/&(?:([a-z]+|#\d+|#x[0-9a-f]+);)?/gi, (_all, name?: string) => entity(name ?? ''));
  const unescaped = read.replace(/_x([0-9a-f]{4})_/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
  return unescaped.replace(/\r\n?/g, '\n');
}

function entity(name: string): string {
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : name.startsWith('#') ? parseInt(name.slice(1), 10) : null;
  if (code === null) return Object.hasOwn(NAMED, name) ? NAMED[name]! : fault('xlsx_broken', '', `&${name}`);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : fault('xlsx_broken', '', `&${name};`);
}
