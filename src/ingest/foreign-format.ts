const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['arrow', [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  ['arrow', [0xff, 0xff, 0xff, 0xff]],
  ['sqlite', [...'SQLite format 3'].map((letter) => letter.charCodeAt(0))],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
];

/** The format of a file that is no text table, by its first bytes: `xlsx`, `docx`, `zip`, `parquet`, `pdf`, `xls`, `arrow` …; null where none is known. */
export function foreignFormat(head: Uint8Array): string | null {
  const found = MAGIC.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0] ?? null;
  if (found !== 'zip') return found;
  // The names of a workbook's parts stand uncompressed in the archive.
  const names = Array.from(head.subarray(0, 4096), (byte) => String.fromCharCode(byte)).join('');
  if (names.includes('word/')) return 'docx';
  return names.includes('xl/') || names.includes('[Content_Types].xml') ? 'xlsx' : 'zip';
}
