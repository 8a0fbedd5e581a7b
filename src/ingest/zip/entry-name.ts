import { crc32 } from '../../columns/crc32';

/**
 * The name of an entry. UTF-8 where the flag or the Unicode field of Info-ZIP says so, or where it is UTF-8 all the same (macOS sets no flag);
 * else GB18030, as Chinese Windows writes it; else byte by byte. Backslashes of old Windows programs become `/`.
 */
export function entryName(bytes: Uint8Array, isUtf8: boolean, unicode: Uint8Array | undefined): string {
  return (unicodeName(bytes, unicode) ?? decoded(bytes, 'utf-8') ?? (isUtf8 ? null : decoded(bytes, 'gb18030')) ?? plain(bytes)).replaceAll(
    '\\',
    '/',
  );
}

/** Field 0x7075: version 1, the sum of the name it belongs to, the name in UTF-8. A name changed since then has another sum. */
function unicodeName(bytes: Uint8Array, field: Uint8Array | undefined): string | null {
  if (!field || field.length < 6 || field[0] !== 1) return null;
  const sum = new DataView(field.buffer, field.byteOffset).getUint32(1, true);
  return sum === crc32(bytes) ? decoded(field.subarray(5), 'utf-8') : null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // a TypeError is the decoder's only failure: the answer asked for
  }
}

function plain(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}
