import type { Encoding, FileProblem } from '../model/source';
import type { ByteSource } from './byte-source';
import { foreignFormat } from './foreign-format';
import { isMarkupTable, oldWorkbook } from './xlsx/old-workbook';

/** Files beyond this are refused before they are read. */
export const LARGEST = 2 ** 31;
const HEAD = 64 << 10;

/** Why a source cannot be a text table at all: too large, empty, or another format; null when it may be one. */
export async function refusedSource(source: ByteSource, encoding: Encoding | null): Promise<FileProblem | null> {
  const problem = (code: string, given: string): FileProblem => ({ code, source: source.name, where: '', given, severity: 'error' });
  if (source.size > LARGEST) return problem('file_too_large', String(source.size));
  if (source.size === 0) return problem('empty_file', '0');
  const head = await source.read(0, HEAD);
  const format = foreignFormat(head);
  if (format === 'xls') return oldWorkbook(source);
  if (format !== null) return problem('binary_file', format);
  if (isMarkupTable(head)) return problem('markup_table', '');
  const wide = encoding ? encoding.startsWith('utf-16') : wideOrder(head) !== null;
  if (!wide && head.includes(0)) return problem('binary_file', `NUL at byte ${head.indexOf(0)}`);
  const blank = source.size <= HEAD && head.every((byte) => byte === 0 || byte === 9 || byte === 10 || byte === 13 || byte === 32);
  const mark = source.size <= 3 && head[0]! >= 0xef;
  return blank || mark ? problem('empty_file', String(source.size)) : null;
}

/** UTF-16 by its byte-order mark or by where the NULs of its ASCII characters stand; null when it is none. */
export function wideOrder(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2]!++;
  const pairs = head.length / 2;
  // A comma or a line end every fifty characters at least. In the other half a NUL is rare: 一 (U+4E00) and few more.
  if (zeros[1]! > pairs / 50 && zeros[1]! >= zeros[0]! * 8) return 'utf-16le';
  if (zeros[0]! > pairs / 50 && zeros[0]! >= zeros[1]! * 8) return 'utf-16be';
  return null;
}
