import type { Encoding, FileProblem } from '../model/source';
import type { ByteSource } from './byte-source';
import { LineCounter } from './line-counter';

const READ = 4 << 20;
const PIECE = 64 << 10;

/** How a reading tells how far it is and hears that it should stop. An abort is thrown, as the signal's reason. */
export interface Reading {
  readonly report?: ((done: number, of: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Reads a source in order in pieces of a few megabytes. */
export async function* bytePieces(source: ByteSource, { report, signal }: Reading, size = READ): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < source.size; from += size) {
    signal?.throwIfAborted();
    const to = Math.min(source.size, from + size);
    const bytes = await source.read(from, to);
    if (bytes.length !== to - from)
      throw new RangeError(`${source.name} gave ${bytes.length} bytes at ${from}, ${to - from} were asked for`);
    yield bytes;
    report?.(to, source.size);
  }
}

/**
 * Decodes a whole source strictly and hands it on in pieces, line ends as `\n` (CRLF and CR too), byte-order mark removed.
 * Bytes that are no text in this encoding end it with a problem that names byte and line. `take` answers false to stop early.
 */
export async function decodeAll(
  source: ByteSource,
  encoding: Encoding,
  counter: LineCounter,
  take: (text: string, last: boolean) => boolean | void,
  reading: Reading = {},
): Promise<FileProblem | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  let held = '';
  for await (const bytes of bytePieces(source, reading)) {
    for (let from = 0; from < bytes.length; from += PIECE) {
      const piece = bytes.subarray(from, from + PIECE);
      const last = offset + piece.length === source.size;
      let text: string;
      try {
        text = held + decoder.decode(piece, { stream: !last });
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        return await brokenAt(source, encoding, counter, offset + piece.length);
      }
      counter.push(piece);
      offset += piece.length;
      held = !last && text.endsWith('\r') ? '\r' : '';
      if (held !== '') text = text.slice(0, -1);
      if (take(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, last) === false) return null;
    }
  }
  if (source.size === 0) take('', true);
  return null;
}

/** Finds the first character before `to` that cannot be decoded, from the last line start that could. */
async function brokenAt(source: ByteSource, encoding: Encoding, counter: LineCounter, to: number): Promise<FileProblem> {
  const from = counter.lineStart;
  const bytes = await source.read(from, to);
  // A line start is a character start in every encoding here, so decoding may begin afresh. The smallest failing prefix ends with the bad byte.
  let low = 0;
  let high = bytes.length + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (decodes(bytes.subarray(0, middle), encoding, true)) low = middle;
    else high = middle;
  }
  let good = low;
  while (good > 0 && !decodes(bytes.subarray(0, good), encoding, false)) good--;
  const lines = new LineCounter(encoding, from);
  lines.push(bytes.subarray(0, good));
  const line = counter.line + lines.line - 1;
  const given = [...bytes.subarray(good, good + 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const code = low === bytes.length && to === source.size ? 'cut_character' : 'encoding_mismatch';
  return { code, source: source.name, where: `line ${line}, byte ${from + good}`, given: `${encoding}: ${given}`, severity: 'error' };
}

function decodes(bytes: Uint8Array, encoding: Encoding, stream: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false; // TypeError is the decoder's only failure: the answer asked for
  }
}
