/** Start and factor of the hash of Fowler, Noll and Vo (FNV-1a, 32 bits). */
export const HASH = 0x811c9dc5 | 0;
export const PRIME = 0x01000193;

/** The number by which the name of a tag or attribute is known here: its hash, so that no string is made for it. */
export function nameOf(text: string): number {
  let hash = HASH;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

/** `nameOf` for a name that stands in bytes. */
export function nameIn(bytes: Uint8Array, from: number, to: number): number {
  let hash = HASH;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, PRIME);
  return hash;
}
