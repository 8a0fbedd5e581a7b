import type { ByteSource } from '../byte-source';
import { foreignFormat } from '../foreign-format';
import { openPackage } from './package';

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.spreadsheet';
/** Bytes at the beginning of a file that tell what it is. */
export const HEAD = 4096;

/** Whether a source is a workbook by its content, sound or not: a zip with the parts of one. Binary workbooks and those of OpenDocument count too. */
export async function isWorkbook(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, HEAD);
  if (foreignFormat(head.subarray(0, 4)) !== 'zip') return false;
  if (isOpenDocument(head)) return true;
  const pack = await openPackage(source);
  // Of a damaged zip only its beginning can be asked.
  if ('code' in pack)
    return Array.from(head, (byte) => String.fromCharCode(byte))
      .join('')
      .includes('xl/');
  return pack.parts.has('[content_types].xml') && [...pack.parts.keys()].some((path) => path.startsWith('xl/'));
}

/** Whether a zip says in its first entry, which is not packed, that it is a spreadsheet of OpenDocument. */
export function isOpenDocument(head: Uint8Array): boolean {
  return String.fromCharCode(...head.subarray(0, 200)).includes(`mimetype${OPEN_DOCUMENT}`);
}
