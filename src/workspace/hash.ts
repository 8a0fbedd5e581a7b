/** A hash over a stream. SHA-256 is handed in (the reader has it); `Murmur` is the fast one for what we wrote ourselves. */
export interface Hash {
  push(bytes: Uint8Array): void;
  /** The digest in hexadecimal; nothing may be pushed after it. */
  finish(): string;
}

const encoder = new TextEncoder();

/** Digest of a text's UTF-8. */
export function digestOf(text: string, hash: Hash): string {
  hash.push(encoder.encode(text));
  return hash.finish();
}
