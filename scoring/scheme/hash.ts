import type { Scheme } from './format';
import { schemeToJson } from './write';

/** SHA-256 of the scheme's one spelling, in hexadecimal. `digest` is the host's SHA-256 of some bytes (Web Crypto's in a browser and in Node). */
export async function schemeHash(scheme: Scheme, digest: (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>): Promise<string> {
  const hash = await digest(new TextEncoder().encode(schemeToJson(scheme)));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
