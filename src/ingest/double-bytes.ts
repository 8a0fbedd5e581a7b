/**
 * How much the double-byte characters of a stream look like everyday Chinese, read as GB18030 and as Big5: the share that falls on punctuation
 * and on the common characters (GB 2312 level 1, rows 16–55; Big5 level 1, A4–C6). Both code tables put the everyday 5,000 characters first.
 */
export class DoubleBytes {
  #pairs = 0;
  #simplified = 0;
  #big5Pairs = 0;
  #traditional = 0;
  #lead = 0;

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (this.#lead === 0) {
        if (byte >= 0x80) this.#lead = byte;
        continue;
      }
      this.#count(this.#lead, byte);
      this.#lead = 0;
    }
  }

  /** Share of common characters when read as GB18030. */
  get gb18030(): number {
    return this.#pairs === 0 ? 0 : this.#simplified / this.#pairs;
  }

  /** Share of common characters when read as Big5. */
  get big5(): number {
    return this.#pairs === 0 ? 0 : this.#traditional / this.#pairs;
  }

  #count(lead: number, trail: number): void {
    this.#pairs++;
    if (trail >= 0xa1 && trail <= 0xfe && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) this.#simplified++;
    const inRow = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
    if (inRow && ((lead >= 0xa4 && lead <= 0xc6) || (lead >= 0xa1 && lead <= 0xa3))) this.#traditional++;
  }
}
