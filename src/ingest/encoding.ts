import type { Encoding, FileProblem } from '../model/source';
import type { ByteSource } from './byte-source';
import { bytePieces, decodeAll, type Reading } from './decode';
import { DoubleBytes } from './double-bytes';
import { LineCounter } from './line-counter';
import { wideOrder } from './refused-source';
import { Utf8Check } from './utf8-check';

const HEAD = 64 << 10;

export interface FoundEncoding {
  readonly encoding: Encoding;
  /** False: a person should look at the preview and choose. */
  readonly certain: boolean;
  readonly problem: FileProblem | null;
}

/** Whether stretches of a file, each from the beginning of a character on, are UTF-8 beyond doubt. They may end within a character. */
export function isUtf8(stretches: readonly Uint8Array[]): boolean {
  const checks = stretches.map((bytes) => {
    const check = new Utf8Check();
    check.push(bytes);
    return check;
  });
  const isSure = checks.some(({ long }) => long > 0) || checks.every(({ rare }) => rare === 0);
  return isSure && checks.every(({ bad }) => bad === 0) && wideOrder(stretches[0]!.subarray(0, HEAD)) === null;
}

/**
 * Finds the encoding from every byte of the file: byte-order mark, UTF-16 by its NULs, strict UTF-8, then strict GB18030 when its characters are common ones.
 * A file that is UTF-8 but for a few bytes is said to be damaged UTF-8, with the place; what fits nothing is asked about.
 */
export async function findEncoding(source: ByteSource, reading: Reading = {}): Promise<FoundEncoding> {
  const head = await source.read(0, HEAD);
  const wide = wideOrder(head);
  if (wide) return await strictly(source, wide, reading);
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const utf8 = new Utf8Check();
  for await (const bytes of bytePieces(source, reading)) utf8.push(bytes);
  const damage = utf8.bad + (utf8.cut ? 1 : 0);
  if (damage === 0 && (utf8.long > 0 || utf8.rare === 0)) return { encoding: 'utf-8', certain: true, problem: null };
  if (damage === 0) return asked(source, 'utf-8', 'utf-8, gb18030');
  // Chinese in another encoding breaks UTF-8 at about every second character; damage and a cut end break it once or twice.
  if (marked || utf8.good >= 20 * damage || (utf8.bad === 0 && utf8.good > 0)) return await strictly(source, 'utf-8', reading);
  return await amongDoubleBytes(source, reading, utf8.long / (utf8.long + damage));
}

/** An encoding that is certain; its first broken character is a problem. */
async function strictly(source: ByteSource, encoding: Encoding, reading: Reading): Promise<FoundEncoding> {
  const problem = await decodeAll(source, encoding, new LineCounter(encoding), () => true, reading);
  return {
    encoding,
    certain: problem === null,
    problem: problem && { ...problem, code: problem.code === 'cut_character' ? problem.code : 'damaged_character' },
  };
}

/** The share of everyday characters at which double-byte text is taken as read. Names and addresses reach 0.9; noise and other encodings stay under 0.6. */
const PLAUSIBLE = 0.75;

async function amongDoubleBytes(source: ByteSource, reading: Reading, likeUtf8: number): Promise<FoundEncoding> {
  const shares = new DoubleBytes();
  for await (const bytes of bytePieces(source, reading)) shares.push(bytes);
  const simplified = await decodeAll(source, 'gb18030', new LineCounter('gb18030'), () => true, reading);
  const better = shares.big5 > shares.gb18030 + 0.1;
  if (!simplified && shares.gb18030 >= PLAUSIBLE && !better && likeUtf8 < 0.3) return { encoding: 'gb18030', certain: true, problem: null };
  // Good UTF-8 and much else: two files put together. No encoding reads it whole.
  if (likeUtf8 >= 0.3) return asked(source, 'utf-8', 'mixed');
  for (const encoding of better ? (['big5', 'gb18030', 'shift_jis'] as const) : (['gb18030', 'big5', 'shift_jis'] as const)) {
    const share = encoding === 'big5' ? shares.big5 : encoding === 'gb18030' ? shares.gb18030 : 1;
    if (share < 0.5) continue;
    const problem = encoding === 'gb18030' ? simplified : await decodeAll(source, encoding, new LineCounter(encoding), () => true, reading);
    if (!problem) return asked(source, encoding, encoding);
  }
  return simplified && shares.gb18030 >= PLAUSIBLE
    ? {
        encoding: 'gb18030',
        certain: false,
        problem: { ...simplified, code: simplified.code === 'cut_character' ? simplified.code : 'damaged_character' },
      }
    : asked(source, 'windows-1252', 'windows-1252');
}

function asked(source: ByteSource, encoding: Encoding, given: string): FoundEncoding {
  return { encoding, certain: false, problem: { code: 'encoding_unsure', source: source.name, where: '', given, severity: 'question' } };
}
