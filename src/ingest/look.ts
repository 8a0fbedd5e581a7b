import type { Dialect, Encoding, FoundFile } from '../model/source';
import type { ByteSource } from './byte-source';
import { decodeAll, type Reading } from './decode';
import { findMarks } from './dialect';
import { findEncoding } from './encoding';
import { LineCounter } from './line-counter';
import { lookAtRows, nothingFound } from './look-rows';
import { refusedSource } from './refused-source';
import { sampleRows, sampleText } from './sample';

const SAMPLED = 1000;
const PER_BLOCK = 150;
const UNKNOWN: Dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', header: { line: 0, lines: 0 } };

/**
 * Looks at a text: encoding (from every byte), delimiter, quote, header, and what each column seems to hold (from a sample of rows).
 * What is given in `hints` is taken as chosen by hand. Faults of the file are problems; nothing throws but an abort.
 */
export async function look(source: ByteSource, hints: Partial<Dialect> = {}, reading: Reading = {}): Promise<FoundFile> {
  const refused = await refusedSource(source, hints.encoding ?? null);
  if (refused) return nothingFound(source, UNKNOWN, [refused]);
  const { encoding, certain, problem } = hints.encoding
    ? await chosen(source, hints.encoding, reading)
    : await findEncoding(source, reading);
  const { head, further } = await sampleText(source, encoding);
  const marks = findMarks(head, hints);
  const sample = { rows: sampleRows(head, marks, SAMPLED), further: further.flatMap((text) => sampleRows(text, marks, PER_BLOCK)) };
  return lookAtRows(source, { dialect: { encoding, ...marks }, certain, problems: problem ? [problem] : [] }, sample, hints.header);
}

/** An encoding chosen by hand: every byte must fit it. */
async function chosen(source: ByteSource, encoding: Encoding, reading: Reading) {
  const problem = await decodeAll(source, encoding, new LineCounter(encoding), () => true, reading);
  return { encoding, certain: problem === null, problem };
}
