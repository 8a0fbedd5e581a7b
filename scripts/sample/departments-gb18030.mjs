/** @type {Map<string, readonly [number, number]> | null} */
let table = null;

/**
 * GB18030 bytes of a text of ASCII and two-byte characters, by a table made from the platform's decoder.
 * @param {string} text
 * @returns {Uint8Array}
 */
export function gb18030(text) {
  table ??= twoByteTable();
  /** @type {number[]} */
  const bytes = [];
  for (const character of text) {
    if (character < '\x80') bytes.push(character.charCodeAt(0));
    else {
      const pair = table.get(character);
      if (!pair) throw new Error(`${character} has no two bytes in GB18030`);
      bytes.push(...pair);
    }
  }
  return Uint8Array.from(bytes);
}

/** @returns {Map<string, readonly [number, number]>} */
function twoByteTable() {
  const decoder = new TextDecoder('gb18030');
  /** @type {Map<string, readonly [number, number]>} */
  const pairs = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return pairs;
}
