/** Where a byte stream stops being UTF-8, and how much of it is multi-byte characters. Bytes come in pieces of any size. */
export class Utf8Check {
  /** Byte offset of the first byte sequence that is no character; −1 while there is none. */
  firstBad = -1;
  /** Sequences that are characters beyond ASCII, and those that are none. */
  good = 0;
  bad = 0;
  /** Of the good ones, those of three or four bytes. */
  long = 0;
  /** Of the good ones, those of the blocks of phonetic signs and lone marks (lead C6–CD), which many GB18030 characters happen to look like. */
  rare = 0;
  #offset = 0;
  #start = 0;
  #lead = 0;
  #need = 0;
  #low = 0x80;
  #high = 0xbf;

  /** Reads on. Overlong forms, surrogates and values past U+10FFFF are bad, as in the Unicode Standard, table 3-7. */
  push(bytes: Uint8Array): void {
    const base = this.#offset;
    const end = bytes.length;
    const fours = bytes.byteOffset % 4 === 0 ? new Uint32Array(bytes.buffer, bytes.byteOffset, end >> 2) : new Uint32Array(0);
    let at = 0;
    while (at < end) {
      if (this.#need > 0) {
        if (this.#go(bytes[at]!)) at++;
        continue;
      }
      const lead = bytes[at]!;
      if (lead < 0x80) {
        at++;
        // Long stretches of ASCII go four bytes at a step.
        if ((at & 3) === 0) while (at >> 2 < fours.length && (fours[at >> 2]! & 0x80808080) === 0) at += 4;
      } else if (lead >= 0xe1 && lead <= 0xec && at + 2 < end && (bytes[at + 1]! & 0xc0) === 0x80 && (bytes[at + 2]! & 0xc0) === 0x80) {
        // Most Chinese characters.
        this.good++;
        this.long++;
        at += 3;
      } else this.#open(lead, base + at++);
    }
    this.#offset = base + end;
  }

  /** Whether the bytes so far end within a character. Ending the stream there makes it bad. */
  get cut(): boolean {
    return this.#need > 0;
  }

  #open(lead: number, at: number): void {
    this.#start = at;
    this.#lead = lead;
    this.#low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    this.#high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) this.#need = 1;
    else if (lead >= 0xe0 && lead <= 0xef) this.#need = 2;
    else if (lead >= 0xf0 && lead <= 0xf4) this.#need = 3;
    else this.#fail();
  }

  /** Takes a continuation byte; false when the byte must be read again as a first one. */
  #go(byte: number): boolean {
    if (byte < this.#low || byte > this.#high) {
      this.#fail();
      return false;
    }
    this.#low = 0x80;
    this.#high = 0xbf;
    if (--this.#need > 0) return true;
    this.good++;
    if (this.#lead >= 0xe0) this.long++;
    else if (this.#lead >= 0xc6 && this.#lead <= 0xcd) this.rare++;
    return true;
  }

  #fail(): void {
    this.#need = 0;
    this.bad++;
    if (this.firstBad === -1) this.firstBad = this.#start;
  }
}
