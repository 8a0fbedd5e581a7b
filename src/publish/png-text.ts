import { crc32 } from '../columns/crc32';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Signature and IHDR, which must come first. */
const HEAD = 8 + 25;

/**
 * A PNG with texts in it, each as an iTXt chunk in UTF-8 after the head (PNG 1.2, 4.2.3.3). Keys are 1 to 79 letters of ASCII. Throws on what is no PNG.
 */
export function withPngTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  if (png.length < HEAD || SIGNATURE.some((byte, at) => png[at] !== byte)) throw new Error(`picture of ${png.length} bytes is no PNG`);
  const parts = [png.subarray(0, HEAD), ...Object.entries(texts).map(([key, text]) => chunkOf(key, text)), png.subarray(HEAD)];
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function chunkOf(key: string, text: string): Uint8Array {
  if (!/^[A-Za-z][A-Za-z ]{0,78}$/.test(key) || key.endsWith(' ')) throw new Error(`key ${JSON.stringify(key)} has no place in a PNG`);
  const encoder = new TextEncoder();
  // Key, end of key, not compressed, no language, no translated key.
  const body = encoder.encode(`iTXt${key}\0\0\0\0\0${text.replaceAll('\0', '')}`);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return chunk;
}
