/** Whether a text stands at a place; only characters below U+0080. */
export function is(bytes: Uint8Array, at: number, text: string): boolean {
  for (let step = 0; step < text.length; step++) if (bytes[at + step] !== text.charCodeAt(step)) return false;
  return true;
}

/** The byte behind the next such text before `end`, −1 where there is none; the text ends with `>`. */
export function behindText(bytes: Uint8Array, end: number, text: string, from: number): number {
  for (let at = bytes.indexOf(62, from); at !== -1 && at < end; at = bytes.indexOf(62, at + 1)) {
    const start = at + 1 - text.length;
    if (start >= from && is(bytes, start, text)) return at + 1;
  }
  return -1;
}
