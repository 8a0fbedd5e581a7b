import type { Dialect, Encoding, FoundFile } from '../model/source';
import type { ByteSource } from './byte-source';
import { decodeAll, type Reading } from './decode';
import { findMarks } from './dialect';
import { findEncoding, type FoundEncoding, isUtf8 } from './encoding';
import { LineCounter } from './line-counter';
import { lookAtRows, nothingFound } from './look-rows';
import { refusedSource } from './refused-source';
import { type SampleBytes, sampleBytes, sampleRows, sampleText } from './sample';

const SAMPLED = 1000;
const PER_BLOCK = 150;
const UNKNOWN: Dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', header: { line: 0, lines: 0 } };

/** How a look is made where another worker helps. */
export interface Looking extends Reading {
  /** Finds the encoding from every byte; absent: it is found here. */
  readonly encodingOf?: (() => Promise<FoundEncoding>) | undefined;
  /** Told before every byte is seen what the answer will be if all are UTF-8, as those of the sample are; then that very object is the answer. */
  readonly expect?: ((found: FoundFile) => void) | undefined;
}

/**
 * Looks at a text: encoding (from every byte), delimiter, quote, header, and what each column seems to hold (from a sample of rows).
 * What is given in `hints` is taken as chosen by hand. Faults of the file are problems; nothing throws but an abort.
 */
export async function look(source: ByteSource, hints: Partial<Dialect> = {}, reading: Looking = {}): Promise<FoundFile> {
  const refused = await refusedSource(source, hints.encoding ?? null);
  if (refused) return nothingFound(source, UNKNOWN, [refused]);
  const bytes = await sampleBytes(source);
  const expected = reading.expect && !hints.encoding && isUtf8([bytes.head, ...bytes.further]) ? lookBy(source, bytes, UTF_8, hints) : null;
  if (expected) reading.expect?.(expected);
  const encoded = hints.encoding
    ? await chosen(source, hints.encoding, reading)
    : await (reading.encodingOf?.() ?? findEncoding(source, reading));
  const isAsExpected = encoded.encoding === 'utf-8' && encoded.certain && encoded.problem === null;
  return expected && isAsExpected ? expected : lookBy(source, bytes, encoded, hints);
}

const UTF_8: FoundEncoding = { encoding: 'utf-8', certain: true, problem: null };

function lookBy(source: ByteSource, bytes: SampleBytes, encoded: FoundEncoding, hints: Partial<Dialect>): FoundFile {
  const { encoding, certain, problem } = encoded;
  const { head, further } = sampleText(bytes, encoding);
  const marks = findMarks(head, hints);
  const sample = { rows: sampleRows(head, marks, SAMPLED), further: further.flatMap((text) => sampleRows(text, marks, PER_BLOCK)) };
  return lookAtRows(source, { dialect: { encoding, ...marks }, certain, problems: problem ? [problem] : [] }, sample, hints.header);
}

/** An encoding chosen by hand: every byte must fit it. */
async function chosen(source: ByteSource, encoding: Encoding, reading: Reading) {
  const problem = await decodeAll(source, encoding, new LineCounter(encoding), () => true, reading);
  return { encoding, certain: problem === null, problem };
}
