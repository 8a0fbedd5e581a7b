import type { FileProblem } from '../../model/source';
import type { ByteSource } from '../byte-source';

/** Where the directory of a compound file is looked for: at its beginning, its end, and where its header says. */
const WINDOW = 256 << 10;
const HEADER = 512;

/**
 * What a compound file (the container of Office before 2007) is: a workbook with a password, whose real zip is encrypted inside it, or an old one.
 * Both have to be saved anew before they can be read.
 */
export async function oldWorkbook(source: ByteSource): Promise<FileProblem> {
  const head = await source.read(0, WINDOW);
  const windows = [head];
  if (source.size > WINDOW) windows.push(await source.read(source.size - WINDOW, source.size));
  if (head.length >= HEADER) {
    const view = new DataView(head.buffer, head.byteOffset, HEADER);
    // Sector n begins n + 1 sectors behind the start of the file; a sector is 512 or 4,096 bytes.
    const at = (view.getUint32(48, true) + 1) * 2 ** Math.min(16, view.getUint16(30, true));
    if (at < source.size) windows.push(await source.read(at, Math.min(source.size, at + WINDOW)));
  }
  const isEncrypted = windows.some((bytes) => new TextDecoder('latin1').decode(bytes).includes(ENCRYPTED));
  return { code: isEncrypted ? 'file_encrypted' : 'xls_old', source: source.name, where: '', given: '', severity: 'error' };
}

/** Name of the stream that holds the encrypted zip (MS-OFFCRYPTO 2.3.4.4), in UTF-16. */
const ENCRYPTED = [...'EncryptedPackage'].map((letter) => `${letter}\0`).join('');

/** A table of HTML or of Excel 2003 XML under the name of a workbook, as many government systems export it. */
export function isMarkupTable(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 4096)).replace(/^(?:\u00ef\u00bb\u00bf|\s)+/, '');
  return (
    /^<(?:!doctype html|html|meta|head|table)\b/i.test(text) || /^<\?xml[^>]*>[^]*urn:schemas-microsoft-com:office:spreadsheet/.test(text)
  );
}
