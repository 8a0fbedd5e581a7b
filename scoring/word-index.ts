import type { Words } from './column';

const encoder = new TextEncoder();

/** Number of a string among packed ones, −1 where it is not. A scan over lengths first, so a million take milliseconds and nothing is built. */
export function wordIndex({ bytes, ends }: Words, text: string): number {
  const wanted = encoder.encode(text);
  let start = 0;
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index]!;
    if (end - start === wanted.length && sameBytes(bytes, start, wanted)) return index;
    start = end;
  }
  return -1;
}

function sameBytes(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  // From the end: keys of one list tend to begin alike.
  for (let at = wanted.length - 1; at >= 0; at--) if (bytes[start + at] !== wanted[at]) return false;
  return true;
}
